"""The player on a real sound card and on the fake one: the same contract."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import numpy as np
import pytest

from naklank.audio.home_sound import as_clip, as_sound
from naklank.audio.output_state import output_state, parse_volume_settings
from naklank.audio.player import SoundCardPlayer
from naklank.audio.portaudio import PortAudio
from naklank.audio.reel import Reel
from naklank.audio.sound import Sound
from naklank.audio.sound_card import OutputState
from naklank.core.ports.sound import Played
from naklank.core.recording import SoundFile
from naklank.core.transcript import Stretch
from support.sound_listeners import PlayingListener
from support.sounds import as_take, part_found, tone
from support.virtual_sound import VirtualSound

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from naklank.core.ports.sound import Player
    from support.sound_rigs import Rig

ALL = Stretch(0.0, 99.0)


@pytest.fixture
def take(tmp_path: Path, words: Sound) -> SoundFile:
    return as_take(tmp_path / "take", words)


@pytest.fixture
def player(rig: Rig, take: SoundFile) -> Iterator[Player]:
    one = SoundCardPlayer(rig.card)
    one.load([take])
    yield one
    one.close()
    assert rig.open_streams() == 0


@pytest.fixture
def ears() -> PlayingListener:
    return PlayingListener()


def test_what_was_recorded_is_heard(
    rig: Rig, player: Player, ears: PlayingListener, words: Sound
) -> None:
    with rig.listen() as heard:
        begin = time.monotonic()
        player.play(ALL, 1.0, ears)
        assert ears.wait_for_end() is Played.HEARD
        taken = (time.monotonic() - begin) * rig.pace
    assert part_found(words, heard()) > 0.95
    assert words.seconds <= taken < words.seconds + 1.5
    assert ears.positions == sorted(ears.positions)
    assert ears.positions[-1] == pytest.approx(words.seconds)
    assert len(ears.positions) * rig.pace > 12 * words.seconds
    assert len(ears.ends) == 1


def test_the_position_is_where_the_sound_is(
    rig: Rig, player: Player, ears: PlayingListener
) -> None:
    player.play(ALL, 1.0, ears)
    ears.wait_for_position(0.2)
    first, begin = ears.positions[-1], time.monotonic()
    ears.wait_for_position(1.0)
    passed = (time.monotonic() - begin) * rig.pace
    assert ears.positions[-1] - first == pytest.approx(passed, abs=0.3)


def test_only_the_stretch_is_heard(
    rig: Rig, player: Player, ears: PlayingListener, words: Sound
) -> None:
    stretch = Stretch(0.5, 1.1)
    with rig.listen() as heard:
        player.play(stretch, 1.0, ears)
        assert ears.wait_for_end() is Played.HEARD
    first, behind = (round(second * words.rate) for second in (stretch.start, stretch.end))
    assert part_found(Sound(words.samples[first:behind], words.rate), heard()) > 0.95
    sounding = np.flatnonzero(np.abs(heard().samples) > 0.001)
    assert (sounding[-1] - sounding[0]) / heard().rate < stretch.seconds + 0.05
    assert stretch.start <= ears.positions[0] < ears.positions[-1] == pytest.approx(stretch.end)


@pytest.mark.parametrize("speed", [1.5, 0.75])
def test_another_speed_has_the_same_pitch(
    rig: Rig, player: Player, ears: PlayingListener, tmp_path: Path, speed: float
) -> None:
    player.load([as_take(tmp_path / "tone", Sound(tone(1.5, 44_100, 440), 44_100))])
    with rig.listen() as heard:
        player.play(Stretch(0.0, 1.5), speed, ears)
        assert ears.wait_for_end() is Played.HEARD
    samples, rate = heard().samples, heard().rate
    sounding = np.flatnonzero(np.abs(samples) > 0.01)
    piece = samples[sounding[0] : sounding[-1]]
    assert len(piece) / rate == pytest.approx(1.5 / speed, abs=0.1)
    assert np.argmax(np.abs(np.fft.rfft(piece))) * rate / len(piece) == pytest.approx(440, abs=5)
    assert ears.positions[-1] == pytest.approx(1.5)


def test_takes_are_heard_one_behind_the_other(
    rig: Rig, player: Player, ears: PlayingListener, tmp_path: Path, take: SoundFile, words: Sound
) -> None:
    low = as_take(tmp_path / "tone", Sound(tone(0.5, 16_000), 16_000))
    player.load([low, take])
    with rig.listen() as heard:
        player.play(ALL, 1.0, ears)
        assert ears.wait_for_end() is Played.HEARD
    assert part_found(words, heard()) > 0.95
    assert ears.positions[-1] == pytest.approx(0.5 + words.seconds, abs=0.01)


def test_a_clip_is_heard_in_place_of_the_recording_until_that_is_loaded_again(
    rig: Rig, player: Player, ears: PlayingListener, take: SoundFile, words: Sound
) -> None:
    clip = as_clip(Sound(tone(0.6, 16_000, 880), 16_000))
    player.load_clip(clip)
    with rig.listen() as heard:
        player.play(ALL, 1.0, ears)
        assert ears.wait_for_end() is Played.HEARD
    assert part_found(as_sound(clip), heard()) > 0.95
    assert part_found(words, heard()) < 0.5
    assert ears.positions[-1] == pytest.approx(clip.seconds)

    again = PlayingListener()
    player.load([take])
    with rig.listen() as heard:
        player.play(ALL, 1.0, again)
        assert again.wait_for_end() is Played.HEARD
    assert part_found(words, heard()) > 0.95


def test_a_muted_output_is_not_heard(rig: Rig, player: Player, ears: PlayingListener) -> None:
    rig.mute_output()
    player.play(Stretch(0.0, 0.3), 1.0, ears)
    assert ears.wait_for_end() is Played.MUTED


def test_an_output_that_is_muted_half_way_is_not_heard(
    rig: Rig, player: Player, ears: PlayingListener
) -> None:
    player.play(ALL, 1.0, ears)
    ears.wait_for_position(0.3)
    rig.mute_output()
    assert ears.wait_for_end() is Played.MUTED


def test_without_an_output_nothing_is_heard(
    rig: Rig, player: Player, ears: PlayingListener
) -> None:
    rig.remove_output()
    player.play(ALL, 1.0, ears)
    assert ears.wait_for_end() is Played.NO_OUTPUT


@pytest.mark.parametrize("how", ["remove_output", "stall_output"])
def test_an_output_that_goes_away_is_none(
    rig: Rig, player: Player, ears: PlayingListener, how: str
) -> None:
    player.play(ALL, 1.0, ears)
    ears.wait_for_position(0.2)
    getattr(rig, how)()
    assert ears.wait_for_end() is Played.NO_OUTPUT
    assert ears.positions[-1] < 1.5


def test_a_playing_that_is_stopped_was_not_heard(player: Player, ears: PlayingListener) -> None:
    player.play(ALL, 1.0, ears)
    ears.wait_for_position(0.2)
    player.stop()
    assert ears.wait_for_end() is Played.STOPPED
    assert ears.positions[-1] < 1.0
    assert ears.positions[0] < ears.heard < 1.0  # what sounded until then was heard


def test_of_a_muted_playing_that_is_stopped_nothing_was_heard(
    rig: Rig, player: Player, ears: PlayingListener
) -> None:
    player.play(Stretch(0.1, 99.0), 1.0, ears)
    ears.wait_for_position(0.3)
    rig.mute_output()
    player.stop()
    ears.wait_for_end()
    assert ears.heard == 0.1


def test_another_playing_stops_the_first_one(player: Player, ears: PlayingListener) -> None:
    order: list[str] = []

    class Second(PlayingListener):
        def on_position(self, second: float) -> None:
            order.append(f"second after {len(ears.ends)} ends")
            super().on_position(second)

    second = Second()
    player.play(ALL, 1.0, ears)
    ears.wait_for_position(0.2)
    player.play(Stretch(1.0, 1.2), 1.0, second)
    assert second.wait_for_end() is Played.HEARD
    assert ears.ends == [Played.STOPPED]
    assert set(order) == {"second after 1 ends"}


def test_a_forgotten_recording_is_not_played(player: Player, ears: PlayingListener) -> None:
    player.play(ALL, 1.0, ears)
    ears.wait_for_position(0.1)
    player.unload()
    assert ears.wait_for_end() is Played.STOPPED
    again = PlayingListener()
    player.play(ALL, 1.0, again)
    assert again.wait_for_end() is Played.STOPPED
    assert again.positions == []


def test_a_take_that_is_gone_is_not_heard(
    player: Player, ears: PlayingListener, take: SoundFile
) -> None:
    take.path.unlink()
    player.play(ALL, 1.0, ears)
    assert ears.wait_for_end() is Played.UNREADABLE


def test_closing_ends_a_playing(player: Player, ears: PlayingListener) -> None:
    player.play(ALL, 1.0, ears)
    player.close()
    assert ears.ends == [Played.STOPPED]


# What the fake does not do.


@pytest.mark.parametrize("sinks", [(), ("auto_null",)])
def test_a_computer_without_an_output_has_none(
    sound_server: VirtualSound,
    ears: PlayingListener,
    take: SoundFile,
    monkeypatch: pytest.MonkeyPatch,
    sinks: tuple[str, ...],
) -> None:
    del sound_server  # its settings for ALSA
    player = SoundCardPlayer(PortAudio())
    player.load([take])
    with VirtualSound(sinks) as server:
        monkeypatch.setenv("PULSE_SERVER", server.address)
        player.play(ALL, 1.0, ears)
        assert ears.wait_for_end() is Played.NO_OUTPUT
    dead = PlayingListener()
    player.play(ALL, 1.0, dead)
    assert dead.wait_for_end() is Played.NO_OUTPUT
    player.close()


def test_volume_zero_is_muted(sound_server: VirtualSound) -> None:
    assert output_state() is OutputState.SOUNDING
    sound_server.pactl("set-sink-volume", "speaker", "0")
    try:
        assert output_state() is OutputState.MUTED
    finally:
        sound_server.pactl("set-sink-volume", "speaker", "100%")


def test_our_own_part_can_be_muted(
    sound_server: VirtualSound, ears: PlayingListener, take: SoundFile
) -> None:
    player = SoundCardPlayer(PortAudio())
    player.load([take])
    player.play(ALL, 1.0, ears)
    ears.wait_for_position(0.2)
    sound_server.mute_our_streams()
    assert ears.wait_for_end() is Played.MUTED
    player.close()


def test_without_a_sound_server_nobody_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PULSE_SERVER", "unix:/nowhere/native")
    assert output_state() is OutputState.UNKNOWN
    assert output_state("plan9") is OutputState.UNKNOWN


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        ("output volume:50, input volume:75, output muted:false", OutputState.SOUNDING),
        ("output volume:50, input volume:75, output muted:true", OutputState.MUTED),
        ("output volume:0, input volume:75, output muted:false", OutputState.MUTED),
        ("output volume:missing value, output muted:missing value", OutputState.UNKNOWN),
    ],
)
def test_the_answer_of_a_mac(answer: str, state: OutputState) -> None:
    assert parse_volume_settings(answer) is state


def test_an_output_that_swallows_the_sound_is_rushed() -> None:
    sound = Sound(tone(1.0, 1000), 1000)
    null, real = Reel(sound), Reel(sound)
    for block in range(12):
        null.fill(100, delay=0.0, now=block * 0.001)
        real.fill(100, delay=0.0, now=block * 0.1)
    assert null.is_through
    assert null.is_rushed
    assert real.is_through
    assert not real.is_rushed
