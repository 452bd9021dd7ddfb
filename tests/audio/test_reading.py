"""Every sound a person may bring, and every file that is not one."""

from __future__ import annotations

import os
import wave
from typing import TYPE_CHECKING

import av
import numpy as np
import pytest

from naklank.audio.reading import read_sound, resample
from naklank.audio.sound import Sound
from naklank.core.errors import ErrorCode, NaklankError
from support.sounds import CODECS, correlation, tone, write_sound

if TYPE_CHECKING:
    from pathlib import Path

RATE = 48_000


def _error(file: Path, **options: float) -> NaklankError:
    with pytest.raises(NaklankError) as caught:
        read_sound(file, **options)
    return caught.value


@pytest.mark.parametrize("kind", sorted(CODECS))
def test_each_format_gives_the_same_sound(kind: str, tmp_path: Path) -> None:
    spoken = tone(2.0, RATE) * np.linspace(0.2, 1.0, 2 * RATE, dtype=np.float32)
    sound = read_sound(write_sound(tmp_path / f"geluid.{kind}", spoken, RATE))
    assert sound.rate == RATE
    assert sound.seconds == pytest.approx(2.0, abs=0.05)
    # Vorbis and AAC may shift a few samples, so a short shift is allowed for.
    best = max(correlation(spoken[shift:], sound.samples) for shift in range(0, 1200, 24))
    best = max(best, *(correlation(spoken, sound.samples[s:]) for s in range(0, 2400, 24)))
    assert best > 0.99


def test_stereo_becomes_the_mean_of_both_sides(tmp_path: Path) -> None:
    left = tone(1.0, RATE)
    both = np.stack([left, np.zeros_like(left)])
    sound = read_sound(write_sound(tmp_path / "stereo.wav", both, RATE))
    assert sound.samples.ndim == 1
    assert np.abs(sound.samples).max() == pytest.approx(0.125, abs=0.01)


def test_a_sound_of_no_length_is_a_sound(tmp_path: Path) -> None:
    file = write_sound(tmp_path / "leeg.wav", np.zeros((1, 16), np.float32), RATE)
    data = bytearray(file.read_bytes())
    at = data.index(b"data")
    file.write_bytes(bytes(data[: at + 4]) + bytes(4))
    assert read_sound(file).seconds == 0


def test_no_such_file(tmp_path: Path) -> None:
    assert _error(tmp_path / "weg.wav").code is ErrorCode.NO_SUCH_FILE


@pytest.mark.parametrize("content", [b"", b"Geachte collega,\n" * 300, bytes(range(256)) * 40])
def test_what_is_not_sound_is_refused(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "brief.wav"
    file.write_bytes(content)
    error = _error(file)
    assert error.code is ErrorCode.NOT_SOUND
    assert error.details == {"file": str(file)}


def test_a_folder_is_not_sound(tmp_path: Path) -> None:
    assert _error(tmp_path).code is ErrorCode.NOT_SOUND


def test_a_picture_is_not_sound(tmp_path: Path) -> None:
    file = tmp_path / "foto.mp4"
    with av.open(str(file), "w") as container:
        stream = container.add_stream("mpeg4", rate=25)
        assert isinstance(stream, av.VideoStream)
        stream.width, stream.height = 64, 64
        container.mux(stream.encode(av.VideoFrame(64, 64, "yuv420p")))
        container.mux(stream.encode(None))
    assert _error(file).code is ErrorCode.NOT_SOUND


@pytest.mark.parametrize("kind", ["wav", "flac", "mp3", "opus", "m4a"])
@pytest.mark.parametrize("part", [0.3, 0.5, 0.9])
def test_a_file_cut_off_is_not_passed_for_the_whole(kind: str, part: float, tmp_path: Path) -> None:
    file = write_sound(tmp_path / f"deel.{kind}", tone(10, RATE), RATE)
    data = file.read_bytes()
    file.write_bytes(data[: round(len(data) * part)])
    assert _error(file).code in (ErrorCode.SOUND_DAMAGED, ErrorCode.NOT_SOUND)


@pytest.mark.parametrize("size", [0, 0xFFFFFFFF, 0x7FFFF000, 0x80000000])
def test_a_wav_whose_header_was_never_finished_is_whole(size: int, tmp_path: Path) -> None:
    file = write_sound(tmp_path / "gestopt.wav", tone(2, RATE), RATE)
    data = bytearray(file.read_bytes())
    at = data.index(b"data") + 4
    data[at : at + 4] = size.to_bytes(4, "little")
    file.write_bytes(data)
    assert read_sound(file).seconds == pytest.approx(2.0, abs=0.01)


@pytest.mark.parametrize("tail", [b"\0", b"\0" * 4096, b"LYRICSBEGIN" * 9, b"APETAGEX" * 9000])
def test_what_stands_behind_the_sound_of_an_mp3_does_not_damage_it(
    tail: bytes, tmp_path: Path
) -> None:
    file = write_sound(tmp_path / "lied.mp3", tone(5, RATE), RATE)
    file.write_bytes(file.read_bytes() + tail)
    assert read_sound(file).seconds == pytest.approx(5.0, abs=0.1)


@pytest.mark.parametrize("channels", [2, 6, 8, 16])
def test_many_channels_become_their_mean(channels: int, tmp_path: Path) -> None:
    file = tmp_path / "veel.wav"
    one = (tone(0.5, 16_000) * 32_767).astype("<i2")
    with wave.open(str(file), "wb") as writer:
        writer.setnchannels(channels)
        writer.setsampwidth(2)
        writer.setframerate(16_000)
        writer.writeframes(np.repeat(one, channels).tobytes())
    assert correlation(read_sound(file).samples, tone(0.5, 16_000)) > 0.999


def test_a_rate_that_no_speech_needs_is_brought_down(tmp_path: Path) -> None:
    sound = read_sound(write_sound(tmp_path / "hoog.wav", tone(1.0, 96_000), 96_000))
    assert sound.rate == 48_000
    assert sound.seconds == pytest.approx(1.0, abs=0.01)


def test_samples_that_are_no_numbers_are_damage(tmp_path: Path) -> None:
    spoken = tone(1.0, RATE)
    spoken[1000] = np.nan
    file = tmp_path / "nan.wav"
    with av.open(str(file), "w") as container:
        stream = container.add_stream("pcm_f32le", rate=RATE)
        assert isinstance(stream, av.AudioStream)
        stream.layout = "mono"
        frame = av.AudioFrame.from_ndarray(spoken[None], format="flt", layout="mono")
        frame.sample_rate = RATE
        container.mux(stream.encode(frame))
    assert _error(file).code is ErrorCode.SOUND_DAMAGED


@pytest.mark.parametrize("name", ["lijst.m3u8", "lijst.wav", "lijst.txt"])
def test_a_playlist_brings_in_no_other_file(name: str, tmp_path: Path) -> None:
    other = write_sound(tmp_path / "ander.wav", tone(1.0, RATE), RATE)
    concat = f"ffconcat version 1.0\nfile {other.name}\n"
    hls = f"#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n{other.name}\n#EXT-X-ENDLIST\n"
    (tmp_path / name).write_text(hls if name.endswith("m3u8") else concat, encoding="utf-8")
    assert _error(tmp_path / name).code is ErrorCode.NOT_SOUND


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp.wav")
    assert _error(tmp_path / "pijp.wav").code is ErrorCode.NOT_SOUND


@pytest.mark.parametrize("name", ["a:b.wav", "-rf.wav", "met spatie é.wav", "%d.wav"])
def test_odd_names_are_only_names(name: str, tmp_path: Path) -> None:
    plain = write_sound(tmp_path / "gewoon.wav", tone(1.0, RATE), RATE)
    assert read_sound(plain.rename(tmp_path / name)).seconds == pytest.approx(1.0)


def test_more_than_the_longest_is_refused(tmp_path: Path) -> None:
    file = write_sound(tmp_path / "lang.wav", tone(3.0, RATE), RATE)
    assert _error(file, longest=2.0).code is ErrorCode.SOUND_TOO_LONG
    assert read_sound(file, longest=3.0).seconds == pytest.approx(3.0)


def test_resampling_keeps_the_sound_and_its_length() -> None:
    slow = resample(Sound(tone(2.0, RATE), RATE), 16_000)
    assert slow.rate == 16_000
    assert len(slow.samples) == pytest.approx(32_000, abs=16)
    assert correlation(slow.samples, tone(2.0, 16_000)) > 0.99
