"""What goes wrong in a consultation room, in the real window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from naklank.audio.reading import read_sound
from support.practice import SENTENCE, agree_by_keys, assert_nothing_is_left, record, set_up
from support.processes import next_speech_process, speech_process

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.pilot import Pilot
    from support.virtual_sound import VirtualSound


def test_when_the_engine_dies_its_sound_is_typed_by_a_new_one(
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
        pilot.wait_for_state("reviewing", 120)
        assert pilot.ask("len(desk.session.summary.words)") > 5


def test_when_the_engine_dies_again_the_sound_stays_and_the_text_can_be_asked_again(
    app: Callable[..., Pilot], sound_server: VirtualSound, speech: Path
) -> None:
    with app() as pilot:
        pilot.wait_for("desk.typing.is_engine_ready")
        engine = speech_process(pilot.process.pid)
        engine.suspend()
        agree_by_keys(pilot)
        record(pilot, sound_server, speech / "real" / SENTENCE)
        pilot.wait_for_state("transcribing")
        engine.kill()
        next_speech_process(pilot.process.pid, engine.pid).kill()
        pilot.wait_for_state("recorded")
        pilot.wait_for("'Geluid' in window.messages.text or 'geluid' in window.messages.text")
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


def test_a_microphone_that_is_pulled_out_is_told_and_another_one_goes_on(
    app: Callable[..., Pilot], sound_server: VirtualSound, data: Path, speech: Path
) -> None:
    set_up(data, **{"microphone.name": "mic_b", "microphone.host": "ALSA"})
    with app() as pilot:
        agree_by_keys(pilot)
        pilot.press("ctrl+Return")
        pilot.wait_for("desk.recording.microphone.value == 'open'")
        pilot.wait_for("desk.recording.seconds > 1")
        sound_server.unplug("mic_b")
        try:
            pilot.wait_for("desk.recording.microphone.value == 'lost'", 3)
            pilot.wait_for("'wacht even met spreken' in window.messages.text")
            pilot.wait_for("desk.recording.microphone.value == 'open'")
            assert pilot.state == "recording"
            sound_server.speak(read_sound(speech / "real" / SENTENCE), "mic_a").wait()
            pilot.press("ctrl+Return")
            pilot.wait_for_state("reviewing", 120)
        finally:
            sound_server.plug_in("mic_b")
        assert pilot.ask("len(desk.session.recording.takes)") == 2
        assert pilot.ask("[gap.cause.value for gap in desk.session.recording.gaps]") == [
            "microphone"
        ]
        assert "gap" in pilot.ask("[one.kind.value for one in desk.session.review.checks]")
