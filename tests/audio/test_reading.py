"""Every sound a person may bring, and every file that is not one."""

from __future__ import annotations

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


@pytest.mark.parametrize("kind", ["wav", "flac"])
def test_a_file_cut_off_half_way_is_not_passed_for_the_whole(kind: str, tmp_path: Path) -> None:
    file = write_sound(tmp_path / f"half.{kind}", tone(10, RATE), RATE)
    data = file.read_bytes()
    file.write_bytes(data[: len(data) // 2])
    assert _error(file).code is ErrorCode.SOUND_DAMAGED


def test_more_than_the_longest_is_refused(tmp_path: Path) -> None:
    file = write_sound(tmp_path / "lang.wav", tone(3.0, RATE), RATE)
    assert _error(file, longest=2.0).code is ErrorCode.SOUND_TOO_LONG
    assert read_sound(file, longest=3.0).seconds == pytest.approx(3.0)


def test_resampling_keeps_the_sound_and_its_length() -> None:
    slow = resample(Sound(tone(2.0, RATE), RATE), 16_000)
    assert slow.rate == 16_000
    assert len(slow.samples) == pytest.approx(32_000, abs=16)
    assert correlation(slow.samples, tone(2.0, 16_000)) > 0.99
