"""How much longer a consult takes with a summary to take home, in seconds.

    python tests/benchmarks/consult_time.py [--seconds N] [--key S] [--answer S] [--json FILE]

From a written script: a patient alone, sound and paper, a summary of 90 seconds by topics, which
turns out right. The real desk goes the whole way, with a microphone and a loudspeaker in memory:
so the keys are those that must be pressed, and the playing times those of the sound that is played
by itself. Counted are reading aloud (15 s), each key (0.7 s), each check's answer, the wait for the
text, the playing, and the printer (8 s); the speaking itself is not, nor the keys that mark topics
while it goes on.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.pop(0)  # here lies a coverage.py, which numba would take for another
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication
from PySide6.QtTest import QTest

from benchmarks.lab.report import Goal, Report, asked
from naklank.audio.sound import Sound
from naklank.core.session import State
from naklank.core.transcript import Segment, Transcript, Word
from support.desk import set_up
from support.sounds import tone

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from support.desk import Table

GOAL = 150.0
ALOUD = 15.0
PRINTING = 8.0
RATE = 16_000
PACE = 8.0
"""How many times as fast as in a consult the sound of this run goes by."""
PATIENCE = 120_000
"""Milliseconds."""

SCRIPT = """
Wat is er aan de hand? U heeft een longontsteking. Dat hebben we gehoord en gezien in uw bloed.
Het is vervelend, maar het gaat bijna altijd over. U bent er niet gevaarlijk ziek van en u hoeft
niet naar het ziekenhuis.
Wat gaan we doen? U krijgt een antibioticum: amoxicilline. Drie keer per dag een capsule van
500 milligram. Dat doet u zeven dagen lang. Maak de kuur af, ook als u zich al beter voelt. De
pillen haalt u zo meteen bij de apotheek.
Wat doet u zelf? Drink genoeg en rust uit. Tegen de koorts mag u paracetamol nemen. Hoogstens vier
keer per dag twee tabletten. Rook niet, en blijf deze week thuis van uw werk. Loop elke dag een
paar keer een klein stukje door het huis, dat is goed voor uw longen.
Wanneer belt u ons? Bel ons als u benauwder wordt, als u gaat braken of als de koorts na drie dagen
niet zakt. Krijgt u een rode huid met jeuk, stop dan met de pillen en bel ons direct.
Uw volgende afspraak is op maandag 30 november om tien uur bij mij. Dan luister ik nog eens naar
uw longen en kijken we samen of u weer aan het werk kunt.
"""


class Bot:
    """What a desk of the tests needs of pytest-qt."""

    def waitUntil(self, what: Callable[[], object], *, timeout: int) -> None:  # noqa: N802 - as there
        _wait(what, timeout)


def main() -> None:
    """Print what each part takes."""
    parser = asked(__doc__)
    parser.add_argument("--seconds", type=float, default=90.0, help="of speaking")
    parser.add_argument("--key", type=float, default=0.7, help="seconds for each key")
    parser.add_argument("--answer", type=float, default=0.5, help="to think at each check")
    parser.add_argument("--typing", type=float, default=2.0, help="from the stop to the text")
    options = parser.parse_args()
    report = Report("consult_time", options)
    application = QCoreApplication([])
    with tempfile.TemporaryDirectory() as folder:
        table = set_up(Path(folder), Bot(), pace=PACE)  # type: ignore[arg-type]
        try:
            parts, note = _walked(table, options)
        finally:
            table.desk.close()
    for what, seconds in parts.items():
        report.add(f"{options.seconds:.0f} s of speaking (s)", {"what": what, "seconds": seconds})
    report.notes.append(note)
    extra = sum(parts.values())
    report.add(f"{options.seconds:.0f} s of speaking (s)", {"what": "together", "seconds": extra})
    report.goals.append(Goal("extra time beyond the speaking (s)", extra, GOAL))
    report.publish()
    del application


def _walked(table: Table, options: argparse.Namespace) -> tuple[dict[str, float], str]:
    """The seconds of each part, and how many keys and checks there were."""
    desk, keys = table.desk, 0
    table.typist.transcript = _typed(options.seconds)
    desk.open()
    table.agree()  # akkoord, and on
    keys += 2
    desk.start_recording()
    keys += 1
    table.card.say(Sound(tone(options.seconds, RATE), RATE))
    _wait(lambda: desk.recording.seconds >= options.seconds)
    desk.recording.stop()
    keys += 1
    table.wait_for(State.REVIEWING)
    before, checks = len(table.card.played), 0
    while not desk.session.review.is_done:
        _wait(lambda: desk.listening.can_confirm or desk.session.review.is_done)
        if desk.listening.can_confirm:
            desk.listening.confirm()
            checks += 1
            keys += 1
    playing = (len(table.card.played) - before) / table.card.rate
    desk.listening.approve()
    desk.handing_over.print_sheet(large_print=False)
    table.wait_for(State.HANDED_OVER)
    desk.handing_over.finish()
    keys += 3
    parts = {
        "reading aloud": ALOUD,
        f"{keys} keys": keys * options.key,
        "from the stop to the text": options.typing,
        "playing": playing,
        f"answering {checks} checks": checks * options.answer,
        "printing": PRINTING,
    }
    note = f"{len(SCRIPT.split())} words, listened to at {desk.settings.checking.speed} times"
    return parts, note


def _typed(seconds: float) -> Transcript:
    """The script as it was spoken, one word after the other, in so many seconds."""
    texts = SCRIPT.split()
    each = (seconds - 1.0) / len(texts)
    words = (Word(at * each, (at + 0.8) * each, text, 0.9) for at, text in enumerate(texts))
    segment = Segment(tuple(words))
    return Transcript("nl", seconds, (segment,))


def _wait(what: Callable[[], object], patience: int = PATIENCE) -> None:
    begun = time.monotonic()
    while not what():
        assert time.monotonic() - begun < patience / 1000
        QTest.qWait(5)


if __name__ == "__main__":
    main()
