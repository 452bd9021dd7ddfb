"""Accidents with real microphones of a sound server: each is told in time, and speech goes on.

A trial speaks before the accident and after it; both must be found where they belong. The kinds of
accident take turns: of `--count 900` each of the nine gets a hundred.
"""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from naklank.audio.reading import read_sound
from naklank.audio.sound import Sound
from stress.accidents import ACCIDENTS, Place, Words
from stress.outcome import Outcome
from stress.recorder_process import MissingError
from support.virtual_sound import VirtualSound

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from stress.options import Options

WORKERS = 2
SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample" / "dictation_en.flac"
WORDS = 1.2
"""Seconds that are spoken."""


@contextlib.contextmanager
def bench(options: Options) -> Iterator[Callable[[int], Outcome]]:
    with VirtualSound() as server:
        devices = server.folder / "devices.conf"
        shutil.copyfile(server.alsa_config, devices)
        early, late = (_words(server.folder, begin) for begin in (0.0, 2 * WORDS))

        def trial(number: int) -> Outcome:
            name = list(ACCIDENTS)[number % len(ACCIDENTS)]
            outcome = Outcome()
            outcome.facts["group"] = name
            with tempfile.TemporaryDirectory(prefix="stress-microphone-") as folder:
                place = Place(server, devices, Path(folder), early, late)
                try:
                    ACCIDENTS[name](outcome, place, options.chance(number))
                except MissingError as error:
                    outcome.faults.append(str(error))
            return outcome

        yield trial


def _words(folder: Path, begin: float) -> Words:
    sample, file = read_sound(SAMPLE), folder / f"{begin}.raw"
    first, last = (round(second * sample.rate) for second in (begin, begin + WORDS))
    sound = Sound(sample.samples[first:last], sample.rate)
    file.write_bytes((sound.samples * 32767).astype("<i2").tobytes())
    return Words(sound, file)
