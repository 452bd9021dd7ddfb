"""A doctor records an opening and a closing, and the patient goes home with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from naklank.audio.reading import read_sound
from naklank.audio.sound import Sound
from support.practice import SENTENCE, agree_by_keys, record, save_by_keys, set_up
from support.sounds import part_found
from support.virtual_sound import Listening

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.pilot import Pilot
    from support.virtual_sound import VirtualSound

SETTINGS = "[one for one in window.children() if type(one).__name__ == 'SettingsWindow'][-1]"
PIECE = 1.0
"""Seconds."""
READ = {"opening": "nathalie_02.flac", "closing": "nathalie_03.flac"}
"""What stands for "Dit is de samenvatting van …" and its end, by real people."""


def test_what_goes_home_begins_and_ends_in_the_doctors_own_voice(
    app: Callable[..., Pilot], sound_server: VirtualSound, data: Path, stick: Path, speech: Path
) -> None:
    set_up(data, **{"voice.ends": "words"})
    with app() as pilot:
        pilot.click("window.steps._settings")
        pilot.wait_for("top() == 'SettingsWindow'")
        pilot.ask(f"{SETTINGS}._names.setCurrentRow({SETTINGS}.pages.index({SETTINGS}.voice))")
        for part, file in READ.items():
            read_out(pilot, sound_server, part, speech / "real" / file)
        pilot.press("Escape")
        pilot.wait_for("top() == 'Watched'")

    with app() as pilot:  # the next day
        pilot.click(
            "window.agree.take_home._choices[type(desk.session.agreement.take_home).SOUND_ONLY]"
        )
        agree_by_keys(pilot)
        record(pilot, sound_server, speech / "real" / SENTENCE)
        pilot.wait_for_state("recorded")
        pilot.press("space")
        pilot.wait_for("window.listen.approve.isEnabled()")
        pilot.press("ctrl+Return")
        pilot.wait_for_state("listened")
        pilot.press("t")
        pilot.wait_for("top() == 'PhoneWindow'")
        with Listening(sound_server, "speaker.monitor") as phone:
            pilot.press("t")
            pilot.wait_for_state("handed_over", 60)
        pilot.press("Escape")
        pilot.wait_for("top() == 'Watched'")
        assert pilot.ask("window.messages.text") == ""
        made = save_by_keys(pilot, stick)
        pilot.press("ctrl+Delete")
        pilot.wait_for_state("agreeing")

    home = read_sound(made / "1 Luister.mp3")
    opening, closing, sentence = (
        read_sound(speech / "real" / file) for file in (*READ.values(), SENTENCE)
    )
    begin, end = (
        round((opening.seconds + 0.5) * home.rate),
        round((closing.seconds + 1) * home.rate),
    )
    assert part_found(spoken_part(opening), Sound(home.samples[:begin], home.rate)) > 0.9
    assert part_found(spoken_part(closing), Sound(home.samples[-end:], home.rate)) > 0.9
    assert part_found(sentence, home) > 0.9
    # Short pieces: on a busy computer the loudspeaker may stumble between them.
    for second in (0.5, opening.seconds + 1.0, home.seconds - 2.0):
        first = round(second * home.rate)
        piece = Sound(home.samples[first : first + round(PIECE * home.rate)], home.rate)
        assert part_found(piece, phone.sound) > 0.9
    assert not list((data / "sessions").iterdir())
    assert len(list((data / "voices").iterdir())) == 1


def read_out(pilot: Pilot, server: VirtualSound, part: str, file: Path) -> None:
    """Into the microphone, by the buttons of the page."""
    row = f"[row for part, row in {SETTINGS}.voice.rows.items() if part.value == {part!r}][0]"
    pilot.click(f"{row}.record")
    pilot.wait_for("desk.voices.microphone.value == 'open'")
    server.speak(read_sound(file), "mic_a").wait()
    pilot.click(f"{row}.record")
    pilot.wait_for("desk.voices.reading is None", 60)
    assert pilot.ask(f"{SETTINGS}.problem.text()") == ""
    assert pilot.ask(f"{row}.status.text()") == "✓ Opgenomen"


def spoken_part(sound: Sound) -> Sound:
    """Without the silence around it, of which the detector cuts as much as it likes."""
    edge = round(0.4 * sound.rate)
    return Sound(sound.samples[edge:-edge], sound.rate)
