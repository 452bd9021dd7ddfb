"""A computer on which nothing was ever set: the first start, with a real microphone and engine."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from naklank.audio.reading import read_sound
from support.practice import SENTENCE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.pilot import Pilot
    from support.virtual_sound import VirtualSound


def test_from_nothing_to_a_sentence_that_is_heard_typed_and_gone(
    app: Callable[..., Pilot], sound_server: VirtualSound, data: Path, speech: Path
) -> None:
    (data / "settings.json").unlink()
    spoken = speech / "real" / SENTENCE
    with app() as pilot:
        pilot.wait_for("top() == 'FirstStartWindow'")
        for at in (1, 2):
            pilot.press("ctrl+Return")
            pilot.wait_for(f"window.windows.first.at == {at}")
        pilot.wait_for("desk.trial.is_possible")
        pilot.click("window.windows.first.microphone.trial.record")
        pilot.wait_for("desk.trial.microphone.value == 'open'")
        sound_server.speak(read_sound(spoken), "mic_a").wait()
        pilot.click("window.windows.first.microphone.trial.record")
        pilot.wait_for("desk.trial.clip is not None and desk.trial.text is not None", 120)
        typed = pilot.ask("window.windows.first.microphone.trial.typed.text()")
        assert len(typed.split()) > 4
        longest = max(typed.split(), key=len).strip(".,?!").encode()
        for file in (one for one in data.rglob("*") if one.is_file() and not one.is_symlink()):
            assert longest not in file.read_bytes(), file
            assert file.suffix not in (".wav", ".naklank"), file
        pilot.press("Escape")
        # There is no keyring here: that is asked behind it, and not on top of it.
        pilot.wait_for("top() == 'KeyPlaceWindow'")
        pilot.press("Escape")
        pilot.wait_for("top() == 'Watched'")
        # The journal got no key either; who was asked, and answered later, is told of no failure.
        assert pilot.ask("window.messages.text") == ""
    assert "format" in json.loads((data / "settings.json").read_text(encoding="utf-8"))
    with app() as pilot:
        pilot.wait_for("desk.computer.key_places is not None")
        assert pilot.ask("window.windows.first is None")
