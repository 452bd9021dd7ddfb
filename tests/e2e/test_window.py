"""The whole way in the real window, with a real microphone, mouse and keys."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from naklank.audio.reading import read_sound
from support.cli import run_naklank
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
    set_up(data, speech_language="en", **{"checking.way": "checks"})
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
        # Of the phrases: the sample has about sixteen risky places.
        assert confirm_all(pilot, by_mouse=True) >= 8
        pilot.click("window.review.approve")
        pilot.wait_for_state("approved")
        made = save_by_keys(pilot, stick)
        pilot.click("window.hand_over.finish")
        pilot.wait_for_state("agreeing")
        assert_nothing_is_left(data)
        assert children(pilot.process.pid)  # the warm engine waits for the next patient

    assert sorted(file.name for file in made.iterdir()) == [
        "1 Listen.mp3",
        "2 Read.pdf",
        "3 Listen and read.html",
    ]
    assert_sounds_like(made / "1 Listen.mp3", SAMPLE)
    text = pdf_text(made / "2 Read.pdf")
    assert "De Linde" in text
    assert "dokter Van Dam" in text
    assert "blood pressure" in text
    assert "Draft" not in text
    verified = run_naklank("verify", "--json", *made.iterdir(), NAKLANK_HOME=str(data))
    report = json.loads(verified.out)
    assert verified.status == report["status"] == 0
    assert report["one_hand_over"] is True
    code = report["files"][0]["statement"]["code"]
    assert code in " ".join(text.split())
    assert code in (data / "journal" / "journal.jsonl").read_text(encoding="utf-8")


def test_a_long_dutch_recording_by_keys_alone(
    app: Callable[..., Pilot], sound_server: VirtualSound, data: Path, stick: Path, speech: Path
) -> None:
    spoken = speech / "long" / "nathalie_long_065s.flac"
    with app() as pilot:
        agree_by_keys(pilot)
        record(pilot, sound_server, spoken)
        pilot.wait_for_state("reviewing", 120)
        assert_a_reader_knows_the_page(pilot)
        confirm_all(pilot)
        pilot.press("ctrl+Return")
        pilot.wait_for_state("approved")
        made = save_by_keys(pilot, stick)
        pilot.press("ctrl+Delete")
        pilot.wait_for_state("agreeing")
        assert_nothing_is_left(data)

    assert_sounds_like(made / "1 Luister.mp3", spoken)


def assert_a_reader_knows_the_page(pilot: Pilot) -> None:
    """What a screen reader is told of the list, the text and the player while they are used."""
    checks = pilot.ask("said(window.review.checks._list)")
    assert checks["role"] == "List"
    assert checks["name"]
    rows = pilot.ask("[row['name'] for row in said_below(window.review.checks._list)]")
    assert len(rows) == pilot.ask("len(desk.session.review.checks)")
    assert all(rows)
    text = pilot.ask("said(window.review.view)")
    assert text["role"] == "EditableText"
    assert text["name"]
    words = pilot.ask("[one.text for one in desk.session.summary.words]")
    assert " ".join(words[-3:]) in " ".join(text["text"].split())
    player = pilot.ask("said_below(window.review.player)")
    assert all(part["name"] for part in player if part["role"] in ("Button", "ComboBox", "Slider"))
    keys = pilot.ask("[said(window.review.right), said(window.review.approve)]")
    assert [key["role"] for key in keys] == ["Button", "Button"]
    assert "Ctrl" in keys[1]["description"]


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
        assert pilot.ask("'naar de printer gestuurd' in window.hand_over.paper.status.text()")
        made = save_by_keys(pilot, stick)
        pilot.press("ctrl+Delete")
        pilot.wait_for_state("agreeing")
        assert_nothing_is_left(data)

    assert printers.wait_for(1)
    assert sorted(file.suffix for file in made.iterdir()) == [".html", ".pdf"]
    text = pdf_text(made / "2 Lees.pdf")
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
        pilot.press("t")  # the whole screen, for the patient's telephone
        pilot.wait_for("top() == 'PhoneWindow'")
        pilot.press("t")
        pilot.wait_for_state("handed_over")
        pilot.press("Escape")
        pilot.wait_for("top() == 'Watched'")
        made = save_by_keys(pilot, stick)
        pilot.press("ctrl+Delete")
        pilot.wait_for_state("agreeing")
        assert_nothing_is_left(data)

    assert [file.name for file in made.iterdir()] == ["1 Luister.mp3"]
    assert_sounds_like(made / "1 Luister.mp3", spoken)


def test_a_muted_computer_is_told_and_the_sheet_tells_it_too(
    app: Callable[..., Pilot], sound_server: VirtualSound, stick: Path, speech: Path
) -> None:
    with app() as pilot:
        agree_by_keys(pilot)
        sound_server.pactl("set-sink-mute", "speaker", "1")
        try:
            record(pilot, sound_server, speech / "real" / SENTENCE)
            pilot.wait_for_state("reviewing", 120)
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

    assert "Niet nagekeken op gehoor" in pdf_text(made / "2 Lees.pdf")
