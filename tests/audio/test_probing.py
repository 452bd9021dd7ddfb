"""Microphone and loudspeaker as the self-test finds them; nothing is kept, nothing stays open."""

from __future__ import annotations

import threading
from contextlib import ExitStack
from threading import Event
from typing import TYPE_CHECKING

import numpy as np
import pytest

from naklank.audio import probing
from naklank.audio.probing import microphone_probe, output_probe
from naklank.audio.sound import Sound
from naklank.audio.sound_card import OutputState
from naklank.core.recording import InputName
from naklank.core.selftest import Finding, Item, Outcome, look
from support.fake_sound import FakeSoundCard

if TYPE_CHECKING:
    from support.sound_rigs import Rig


def listen(rig: Rig, name: str = "", seconds: float = 0.5) -> Finding:
    probe = microphone_probe(rig.card, lambda: InputName(name), seconds)
    assert probe.item is Item.MICROPHONE
    found = look(probe, Event())
    assert rig.open_streams() == 0
    return found


def test_somebody_speaks(rig: Rig, words: Sound) -> None:
    wait = rig.say(words)
    found = listen(rig, rig.microphone, 2.0)
    wait()
    assert found.outcome is Outcome.MICROPHONE_WORKS
    assert -36 < float(found.details["peak_dbfs"]) < -1
    assert found.details["rate_hz"] in (44_100, 48_000)
    assert found.names == (rig.microphone,)


def test_a_muted_one(rig: Rig) -> None:
    rig.mute_microphone()
    assert listen(rig, rig.microphone).outcome is Outcome.MICROPHONE_MUTED


def test_one_that_gives_nothing(rig: Rig) -> None:
    rig.stall_microphone()
    found = listen(rig, rig.microphone)
    assert found.outcome is Outcome.MICROPHONE_DEAD
    assert found.details == {}


def test_one_that_is_not_there(rig: Rig) -> None:
    found = listen(rig, "Nowhere")
    assert found.outcome is Outcome.MICROPHONE_MISSING
    assert found.names == ("Nowhere",)


@pytest.mark.parametrize(
    ("loudest", "outcome"),
    [
        (0.005, Outcome.MICROPHONE_QUIET),
        (0.1, Outcome.MICROPHONE_WORKS),
        (1.0, Outcome.MICROPHONE_LOUD),
    ],
)
def test_the_level(loudest: float, outcome: Outcome) -> None:
    card = FakeSoundCard()
    hum = loudest * np.sin(np.arange(3 * 48_000, dtype=np.float32) / 20)
    card.say(Sound(hum.astype(np.float32), 48_000))
    found = look(microphone_probe(card, InputName, 0.3), Event())
    assert found.outcome is outcome


def test_one_that_another_program_holds() -> None:
    card = FakeSoundCard()
    card.busy = frozenset({"Headset"})
    found = look(microphone_probe(card, lambda: InputName("Headset")), Event())
    assert found.outcome is Outcome.MICROPHONE_BUSY


def test_it_ends_when_somebody_says_stop() -> None:
    card = FakeSoundCard()
    stopped = Event()
    stopped.set()
    look(microphone_probe(card, InputName, 3600.0), stopped)
    assert card.streams == 0


def test_a_sound_system_that_hangs_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probing, "HANGING", 0.05)
    let_go = threading.Event()
    with ExitStack() as at_the_end:

        class Hanging(FakeSoundCard):
            def output_rate(self) -> int:
                let_go.wait()
                return 0

        at_the_end.callback(_join_sound_system)
        at_the_end.callback(let_go.set)
        found = look(output_probe(Hanging()), Event())
        assert found.outcome is Outcome.NOT_KNOWN


def _join_sound_system() -> None:
    for thread in threading.enumerate():
        if thread.name == "sound-system":
            thread.join()


@pytest.mark.parametrize(
    ("state", "outcome"),
    [
        (OutputState.SOUNDING, Outcome.OUTPUT_WORKS),
        (OutputState.MUTED, Outcome.OUTPUT_MUTED),
        (OutputState.NONE, Outcome.OUTPUT_MISSING),
        (OutputState.UNKNOWN, Outcome.OUTPUT_THERE),
    ],
)
def test_the_output(state: OutputState, outcome: Outcome) -> None:
    found = look(output_probe(FakeSoundCard(), lambda: state), Event())
    assert (found.item, found.outcome) == (Item.OUTPUT, outcome)


def test_no_output_at_all() -> None:
    card = FakeSoundCard()
    card.output = OutputState.NONE
    assert look(output_probe(card), Event()).outcome is Outcome.OUTPUT_MISSING


@pytest.mark.parametrize("rig", ["real"], indirect=True)
def test_the_real_output_is_heard_and_muted(rig: Rig) -> None:
    assert look(output_probe(rig.card), Event()).outcome is Outcome.OUTPUT_WORKS
    rig.mute_output()
    assert look(output_probe(rig.card), Event()).outcome is Outcome.OUTPUT_MUTED
    rig.remove_output()
    assert look(output_probe(rig.card), Event()).outcome is Outcome.OUTPUT_MISSING
