"""The whole way in the real window, with a real microphone, mouse and keys."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from naklank.audio.reading import read_sound
from support.documents import pdf_text
from support.practice import (
    SENTENCE,
    YES,
    agree_by_keys,
    assert_nothing_is_left,
    assert_sounds_like,
    confirm_all,
    record,
    save_by_keys,
    set_up,
)
from support.processes import children

if TYPE_CHECKING:
    from collections.abc import Callable

    from support.pilot import Pilot
    from support.print_queue import PrintQueue
    from support.virtual_sound import VirtualSound

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample" / "dictation_en.flac"


def test_the_whole_way_with_the_mouse(
    app: Callable[..., Pilot], sound_server: VirtualSound, data: Path, stick: Path
) -> None:
    set_up(data, speech_language="en")
    with app() as pilot:
        assert pilot.ask("desk.recording.microphone.value") == "closed"
        assert not pilot.ask("window.agree.go_on.isEnabled()")
        pilot.click(YES)
        pilot.click("window.agree.go_on")
        pilot.wait_for_state("agreed")
        pilot.wait_for(
            "'mic_a' in window.speak.microphone.text() or window.speak.microphone.text()"
        )
        pilot.click("window.speak.main")
        pilot.wait_for("desk.recording.microphone.value == 'open'")
        sound_server.speak(read_sound(SAMPLE), "mic_a").wait()
        pilot.click("window.speak.main")
        pilot.wait_for_state("reviewing", 120)
        assert not pilot.ask("window.review.approve.isEnabled()")
        count = int(pilot.ask("len(desk.session.review.checks)"))
        assert count >= 10
        for _ in range(count):
            before = pilot.ask("len(desk.session.review.confirmed)")
            pilot.click("window.review.right")
            pilot.wait_for(f"len(desk.session.review.confirmed) == {before + 1}")
        pilot.click("window.review.approve")
        pilot.wait_for_state("approved")
        made = save_by_keys(pilot, stick)
        pilot.click("window.hand_over.finish")
        pilot.wait_for_state("agreeing")
        assert_nothing_is_left(data)
        assert children(pilot.process.pid)  # the warm engine waits for the next patient

    assert sorted(file.name for file in made.iterdir()) == [
        f"samenvatting.{ending}" for ending in ("docx", "html", "mp3", "pdf")
    ]
    assert_sounds_like(made / "samenvatting.mp3", SAMPLE)
    text = pdf_text(made / "samenvatting.pdf")
    assert "De Linde" in text
    assert "dokter Van Dam" in text
    assert "blood pressure" in text
    assert "Draft" not in text


def test_a_long_dutch_recording_by_keys_alone(
    app: Callable[..., Pilot], sound_server: VirtualSound, data: Path, stick: Path, speech: Path
) -> None:
    spoken = speech / "long" / "nathalie_long_065s.flac"
    with app() as pilot:
        agree_by_keys(pilot)
        record(pilot, sound_server, spoken)
        pilot.wait_for_state("reviewing", 120)
        confirm_all(pilot)
        pilot.press("ctrl+Return")
        pilot.wait_for_state("approved")
        made = save_by_keys(pilot, stick)
        pilot.press("ctrl+Delete")
        pilot.wait_for_state("agreeing")
        assert_nothing_is_left(data)

    assert_sounds_like(made / "samenvatting.mp3", spoken)


def test_typed_without_a_microphone_and_printed(
    app: Callable[..., Pilot], printers: PrintQueue, data: Path, stick: Path
) -> None:
    with app() as pilot:
        pilot.click("window.agree.take_home._choices[type(desk.session.agreement.take_home).TYPED]")
        pilot.click("window.agree.go_on")
        pilot.wait_for_state("writing")
        assert not pilot.ask("window.write.approve.isEnabled()")
        pilot.wait_for("not window.guard.is_deaf")
        pilot.type("U hebt geen longontsteking.\tU neemt 3x per dag 500 mg paracetamol.")
        pilot.wait_for(
            "desk.session.summary and desk.session.summary.words[-1].text == 'paracetamol.'"
        )
        pilot.press("ctrl+Return")
        pilot.wait_for_state("approved")
        assert pilot.ask("desk.recording.microphone.value") == "closed"
        pilot.press("p")
        pilot.wait_for_state("handed_over")
        assert pilot.ask("'naar de printer gestuurd' in window.hand_over.printed.text()")
        made = save_by_keys(pilot, stick)
        pilot.press("ctrl+Delete")
        pilot.wait_for_state("agreeing")
        assert_nothing_is_left(data)

    assert printers.wait_for(1)
    assert sorted(file.suffix for file in made.iterdir()) == [".docx", ".html", ".pdf"]
    text = pdf_text(made / "samenvatting.pdf")
    assert "U hebt geen longontsteking." in text
    assert "Wat gaan we doen?" in text
    assert "Getypt door" in text
    assert "Getypt door een computer" not in text


def test_sound_alone(
    app: Callable[..., Pilot], sound_server: VirtualSound, data: Path, stick: Path, speech: Path
) -> None:
    spoken = speech / "real" / SENTENCE
    with app() as pilot:
        pilot.click(
            "window.agree.take_home._choices[type(desk.session.agreement.take_home).SOUND_ONLY]"
        )
        agree_by_keys(pilot)
        record(pilot, sound_server, spoken)
        pilot.wait_for_state("recorded")
        assert not pilot.ask("window.listen.approve.isEnabled()")
        pilot.press("space")
        pilot.wait_for("window.listen.approve.isEnabled()")
        pilot.press("ctrl+Return")
        pilot.wait_for_state("listened")
        pilot.press("t")  # played for the patient's telephone
        pilot.wait_for_state("handed_over")
        made = save_by_keys(pilot, stick)
        pilot.press("ctrl+Delete")
        pilot.wait_for_state("agreeing")
        assert_nothing_is_left(data)

    assert [file.name for file in made.iterdir()] == ["samenvatting.mp3"]
    assert_sounds_like(made / "samenvatting.mp3", spoken)


def test_a_muted_computer_is_told_and_the_sheet_tells_it_too(
    app: Callable[..., Pilot], sound_server: VirtualSound, stick: Path, speech: Path
) -> None:
    with app() as pilot:
        agree_by_keys(pilot)
        sound_server.pactl("set-sink-mute", "speaker", "1")
        try:
            record(pilot, sound_server, speech / "real" / SENTENCE)
            pilot.wait_for_state("reviewing", 120)
            if not pilot.ask("len(desk.session.review.checks)"):
                pilot.press("m")
            pilot.wait_for("'geluid van deze computer staat uit' in window.messages.text")
            pilot.press("k")
            assert not pilot.ask("window.review.approve.isEnabled()")
            pilot.click("window.review.unheard")
            pilot.wait_for_state("approved")
        finally:
            sound_server.pactl("set-sink-mute", "speaker", "0")
        made = save_by_keys(pilot, stick)
        pilot.press("ctrl+Delete")
        pilot.wait_for_state("agreeing")

    assert "Niet nagekeken op gehoor" in pdf_text(made / "samenvatting.pdf")
