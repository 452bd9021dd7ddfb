"""The whole way in the real window, with a real microphone, mouse and keys."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from naklank.audio.reading import read_sound
from support.documents import pdf_text
from support.pilot import Pilot
from support.print_queue import PrintQueue, print_queue
from support.processes import children, speech_process
from support.screen import Screen
from support.sounds import part_found

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from support.virtual_sound import VirtualSound

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample" / "dictation_en.flac"
PRACTICE = {
    "practice.name": "De Linde",
    "doctors": ["dokter Van Dam"],
    "keeping.keys": "file",  # but for one test, there is no keyring here
}
YES = "window.agree.participants._rows[0]._yes"
SENTENCE = "nathalie_09.flac"


@pytest.fixture(scope="module")
def screen() -> Iterator[Screen]:
    with Screen() as screen:
        yield screen


@pytest.fixture
def data(tmp_path: Path, model: Path) -> Path:
    """A data folder of its own, with the model of all tests and the settings of a practice."""
    data = tmp_path / "gegevens"
    (data / "models").mkdir(parents=True)
    (data / "models" / model.name).symlink_to(model)
    set_up(data)
    return data


def set_up(data: Path, **settings: object) -> None:
    (data / "settings.json").write_text(json.dumps({**PRACTICE, **settings}))


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture(scope="module")
def printers() -> Iterator[PrintQueue]:
    with print_queue() as queue:
        yield queue


@pytest.fixture
def app(
    screen: Screen, sound_server: VirtualSound, printers: PrintQueue, data: Path
) -> Callable[..., Pilot]:
    """Opens the app, as often as a test likes; `watcher` is a command that runs it."""

    def open_app(*watcher: str | Path) -> Pilot:
        temporary = data / "tmp"
        temporary.mkdir(exist_ok=True)
        environment = {
            **screen.environment(),
            "PULSE_SERVER": sound_server.address,
            "ALSA_CONFIG_PATH": str(sound_server.alsa_config),
            "CUPS_SERVER": printers.address,
            "NAKLANK_HOME": str(data),
            "HOME": str(data),
            "TMPDIR": str(temporary),
            "XDG_CACHE_HOME": str(data / "cache"),
            "XDG_RUNTIME_DIR": str(temporary),
        }
        return Pilot(screen, environment, watcher)

    return open_app


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


def confirm_all(pilot: Pilot) -> int:
    """Hear and confirm check after check, as they play themselves; how many there were."""
    count = int(pilot.ask("len(desk.session.review.checks)"))
    for confirmed in range(count):
        pilot.wait_for("desk.listening.current in desk.session.review.heard", 60)
        pilot.press("k")
        pilot.wait_for(f"len(desk.session.review.confirmed) == {confirmed + 1}")
    return count


def save_by_keys(pilot: Pilot, folder: Path) -> Path:
    """Save to a folder through the dialog; the folder that was made."""
    pilot.press("m")
    pilot.wait_for("top() == 'QFileDialog'")
    pilot.press("ctrl+a")
    pilot.type(str(folder))
    while pilot.ask("top()") == "QFileDialog":  # the first Enter may only take a suggestion
        pilot.press("Return")
    pilot.wait_for("'folder' in [one.way.value for one in desk.session.hand_overs]")
    (made,) = folder.iterdir()
    return made


def assert_sounds_like(mp3: Path, spoken: Path) -> None:
    """The sound that goes home is what was played into the microphone."""
    assert part_found(read_sound(spoken), read_sound(mp3)) > 0.9


def assert_nothing_is_left(data: Path) -> None:
    assert not list((data / "sessions").iterdir())
    assert [key.name for key in (data / "keys").iterdir()] in ([], ["journal.key"])


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


def test_when_the_engine_dies_the_sound_stays_and_the_text_can_be_asked_again(
    app: Callable[..., Pilot], sound_server: VirtualSound, speech: Path
) -> None:
    with app() as pilot:
        pilot.wait_for("desk.typing.is_engine_ready")
        engine = speech_process(pilot.process.pid)
        engine.suspend()  # so that it is still at work when it dies
        agree_by_keys(pilot)
        record(pilot, sound_server, speech / "real" / SENTENCE)
        pilot.wait_for_state("transcribing")
        engine.kill()
        pilot.wait_for_state("recorded")
        pilot.wait_for("'Het geluid is onaangeroerd' in window.messages.text")
        pilot.click("window.review.type_again")
        pilot.wait_for_state("reviewing", 120)
        assert pilot.ask("len(desk.session.summary.words)") > 5


def test_a_killed_app_finds_its_recording_again(
    app: Callable[..., Pilot], sound_server: VirtualSound, speech: Path
) -> None:
    pilot = app()
    with pytest.raises(ConnectionAbortedError), pilot:
        agree_by_keys(pilot)
        pilot.press("ctrl+Return")
        pilot.wait_for("desk.recording.microphone.value == 'open'")
        sound_server.speak(read_sound(speech / "real" / SENTENCE), "mic_a").wait()
        pilot.wait_for("desk.recording.seconds > 3")
        pilot.process.kill()
        raise ConnectionAbortedError

    with app() as pilot:
        pilot.click("window.agree.kept")
        pilot.wait_for("top() == 'KeptWindow'")
        pilot.press("ctrl+Return")
        pilot.wait_for_state("recorded")
        assert pilot.ask("desk.session.recording.seconds") > 2.5
        pilot.click("window.review.type_again")
        pilot.wait_for_state("reviewing", 120)


def test_told_to_end_while_it_records_it_keeps_the_sound(
    app: Callable[..., Pilot], sound_server: VirtualSound, speech: Path
) -> None:
    with app() as pilot:
        agree_by_keys(pilot)
        pilot.press("ctrl+Return")
        pilot.wait_for("desk.recording.microphone.value == 'open'")
        sound_server.speak(read_sound(speech / "real" / SENTENCE), "mic_a").wait()
        pilot.process.terminate()
        pilot.process.wait(60)

    with app() as pilot:
        pilot.wait_for("len(desk.kept.sessions) == 1")
        assert pilot.ask("desk.kept.sessions[0].state.value") == "recorded"
        assert pilot.ask("desk.kept.sessions[0].recording.seconds") > 3


def test_withdrawn_in_the_middle(
    app: Callable[..., Pilot], sound_server: VirtualSound, data: Path, speech: Path
) -> None:
    with app() as pilot:
        agree_by_keys(pilot)
        pilot.press("ctrl+Return")
        pilot.wait_for("desk.recording.microphone.value == 'open'")
        sound_server.speak(read_sound(speech / "real" / SENTENCE), "mic_a").wait()
        pilot.click("window.steps.withdraw")
        pilot.wait_for("window.confirm.isVisible()")
        pilot.press("Return")  # keeps it: deleting never has Enter
        pilot.wait_for("not window.confirm.isVisible()")
        assert pilot.state == "recording"
        pilot.click("window.steps.withdraw")
        pilot.click("window.confirm.delete")
        pilot.wait_for_state("agreeing")
        assert pilot.ask("desk.recording.microphone.value") == "closed"
        assert pilot.ask("desk.session.agreement.participants[0].agrees") is None
        assert_nothing_is_left(data)


def test_no_network_no_words_and_no_name_are_left(
    app: Callable[..., Pilot],
    sound_server: VirtualSound,
    data: Path,
    stick: Path,
    speech: Path,
    tmp_path: Path,
) -> None:
    log = tmp_path / "calls.txt"
    with app("strace", "-f", "-e", "trace=%network,execve", "-o", log) as pilot:
        agree_by_keys(pilot)
        record(pilot, sound_server, speech / "real" / SENTENCE)
        pilot.wait_for_state("reviewing", 240)
        words = pilot.ask("[word.text for word in desk.session.summary.words]")
        confirm_all(pilot)
        if not pilot.ask("window.review.approve.isEnabled()"):
            pilot.press("m")
            pilot.wait_for("window.review.approve.isEnabled()")
        pilot.press("ctrl+Return")
        pilot.wait_for_state("approved")
        made = save_by_keys(pilot, stick)
        pilot.press("ctrl+Delete")
        pilot.wait_for_state("agreeing")
        assert_nothing_is_left(data)

    calls = log.read_text(encoding="utf-8").splitlines()
    assert any("AF_UNIX" in call for call in calls), "no call was watched"
    assert [call for call in calls if "AF_INET" in call or "AF_NETLINK" in call] == []
    longest = max(words, key=len).strip(".,?!").encode()
    assert longest in (made / "samenvatting.html").read_bytes()
    left = [file for file in data.rglob("*") if file.is_file() and not file.is_relative_to(made)]
    assert [file for file in left if longest in file.read_bytes()] == []
    assert "Van Dam" not in made.name
