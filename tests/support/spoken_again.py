"""A topic spoken anew, for tests of what comes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from naklank.audio.sound import Sound
from naklank.audio.spool import read_takes
from naklank.core.session import State
from support.desk import PATIENCE, spoken
from support.sounds import tone

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from support.desk import Table


ANEW = "Wat gaan we doen? Neem 250 milligram."
AFTER = "U heeft geen griep. Neem 250 milligram. Bel ons."


def words(table: Table) -> list[str]:
    summary = table.desk.session.summary
    assert summary is not None
    return [word.text for word in summary.words]


def speak(table: Table, text: str, seconds: float = 2.0) -> None:
    """From the start key to what follows on the stop."""
    table.typist.transcript = spoken(text)
    begun = table.desk.recording.seconds
    table.desk.start_recording()
    table.card.say(Sound(tone(seconds, 16_000), 16_000))
    table.bot.waitUntil(lambda: table.desk.recording.seconds >= begun + seconds, timeout=PATIENCE)
    table.desk.recording.stop()


def quiet(table: Table) -> None:
    """No more doubts can come."""
    table.bot.waitUntil(lambda: not table.desk.session.review.awaits_more, timeout=PATIENCE)


def speak_again(table: Table, text: str = ANEW) -> None:
    quiet(table)
    table.desk.speaking_again.topic_of(words(table).index("500"))
    assert table.is_in(State.PAUSED)
    speak(table, text)
    table.wait_for(State.REVIEWING)


def samples(table: Table) -> list[NDArray[np.float32]]:
    """Take by take, as it will go home."""
    return [read_takes([file]).samples for file in table.desk.controller.sound_files]
