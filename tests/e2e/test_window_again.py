"""Said wrong, and said again: in the real window, with a real microphone, by keys alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from naklank.audio.reading import read_sound
from support.practice import SENTENCE, agree_by_keys, confirm_all, record, save_by_keys
from support.sounds import part_found

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.pilot import Pilot
    from support.virtual_sound import VirtualSound

ANOTHER = "nathalie_11.flac"
WORDS = "' '.join(word.text for word in desk.session.summary.words)"


def test_what_was_said_wrong_is_spoken_again_and_does_not_go_home(
    app: Callable[..., Pilot], sound_server: VirtualSound, data: Path, stick: Path, speech: Path
) -> None:
    wrong, right = speech / "real" / SENTENCE, speech / "real" / ANOTHER
    with app() as pilot:
        agree_by_keys(pilot)
        record(pilot, sound_server, wrong)
        pilot.wait_for_state("reviewing", 120)
        heard = pilot.ask(WORDS)
        pilot.press("Home", "Return")
        pilot.wait_for("window.review.view.is_editing")
        pilot.type("niet")
        pilot.press("Return")
        pilot.wait_for("window.choice.isVisible()")
        assert pilot.ask(WORDS) == heard
        pilot.press("2")
        pilot.wait_for("'moeten hetzelfde zeggen' in window.choice.accessibleName()")
        pilot.press("1")
        pilot.wait_for_state("paused")
        record(pilot, sound_server, right)
        pilot.wait_for_state("reviewing", 120)
        assert "gedragen" in pilot.ask(WORDS)
        confirm_all(pilot)
        pilot.press("ctrl+Return")
        pilot.wait_for_state("approved")
        assert len(list((data / "sessions").glob("*/take-*"))) == 1
        made = save_by_keys(pilot, stick)

    sound = read_sound(made / "1 Luister.mp3")
    assert part_found(read_sound(right), sound) > 0.9
    assert part_found(read_sound(wrong), sound) < 0.5
