"""A practice with its settings, and what a doctor does in the window."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from naklank.audio.reading import read_sound
from support.sounds import part_found

if TYPE_CHECKING:
    from support.pilot import Pilot
    from support.virtual_sound import VirtualSound

PRACTICE = {
    "practice.name": "De Linde",
    "doctors": ["dokter Van Dam"],
    "keeping.keys": "file",  # but for one test, there is no keyring here
    "checking.speed": 1.5,
}
YES = "window.agree.participants._rows[0]._yes"
SENTENCE = "nathalie_09.flac"


def set_up(data: Path, **settings: object) -> None:
    (data / "settings.json").write_text(json.dumps({**PRACTICE, **settings}))


def agree_by_keys(pilot: Pilot) -> None:
    """Yes, agreed: two of the three actions."""
    pilot.press("a")
    pilot.wait_for("window.agree.go_on.isEnabled()")
    pilot.press("ctrl+Return")
    pilot.wait_for_state("agreed")


def record(pilot: Pilot, server: VirtualSound, file: Path) -> None:
    """Start, speak the file into the microphone, stop at once behind its last word."""
    pilot.press("ctrl+Return")
    pilot.wait_for("desk.recording.microphone.value == 'open'")
    server.speak(read_sound(file), "mic_a").wait()
    pilot.press("ctrl+Return")


def confirm_all(pilot: Pilot, *, by_mouse: bool = False) -> int:
    """Listen along, confirm check after check, and hear the rest; how many there were."""
    count, right, approve = (
        0,
        "window.review.right.isEnabled()",
        "window.review.approve.isEnabled()",
    )
    while True:
        pilot.wait_for(f"{right} or {approve}", 120)
        if pilot.ask(approve):
            return count
        if by_mouse:
            pilot.click("window.review.right")
        else:
            pilot.press("k")
        count += 1
        pilot.wait_for(f"len(desk.session.review.confirmed) == {count}")


def save_by_keys(pilot: Pilot, folder: Path) -> Path:
    """Save to a folder through the dialog; the folder that was made."""
    pilot.press("m")
    choose(pilot, f"{folder}/")
    pilot.wait_for("'folder' in [one.way.value for one in desk.session.hand_overs]")
    (made,) = folder.iterdir()
    return made


def choose(pilot: Pilot, name: str) -> None:
    """Type into the dialog that is opening, and take it: one Enter, when all of it stands there.

    A folder with a slash behind it, a file in quotation marks: then no list of suggestions takes
    the Enter. A second Enter would reach the window behind.
    """
    pilot.wait_for("top() == 'QFileDialog'")
    pilot.press("ctrl+a")
    pilot.type(name)
    pilot.wait_for(f"typed() == {name!r}")
    pilot.press("Return")
    pilot.wait_for("top() != 'QFileDialog'")


def assert_sounds_like(mp3: Path, spoken: Path) -> None:
    """The sound that goes home is what was played into the microphone."""
    assert part_found(read_sound(spoken), read_sound(mp3)) > 0.9


def assert_nothing_is_left(data: Path) -> None:
    assert not list((data / "sessions").iterdir())
    assert {key.name for key in (data / "keys").iterdir()} <= {"journal.key", "seal.key"}
