from __future__ import annotations

import errno
from typing import TYPE_CHECKING

import numpy as np
import pytest

from naklank.audio.spool import Spool, count_frames, read_takes
from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.recording import SoundFile
from support.sounds import correlation, tone

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray


def as_take(file: Path, samples: NDArray[np.float32], rate: int) -> SoundFile:
    spool = Spool(file)
    spool.append((samples * 32767).astype("<i2").tobytes())
    spool.sync()
    spool.close()
    return SoundFile(file, rate)


def test_what_was_written_is_read(tmp_path: Path) -> None:
    samples = tone(1.0, 44_100)
    file = as_take(tmp_path / "1", samples, 44_100)
    sound = read_takes([file])
    assert sound.rate == 44_100
    assert np.abs(sound.samples - samples).max() < 2 / 32768
    assert count_frames(file) == 44_100


def test_takes_of_different_rates_become_one_sound(tmp_path: Path) -> None:
    high = as_take(tmp_path / "1", tone(1.0, 48_000, 440), 48_000)
    low = as_take(tmp_path / "2", tone(1.0, 16_000, 700), 16_000)
    sound = read_takes([high, low])
    assert sound.rate == 48_000
    assert sound.seconds == pytest.approx(2.0, abs=0.01)
    assert correlation(sound.samples[:48_000], tone(1.0, 48_000, 440)) > 0.99
    assert correlation(sound.samples[48_000:], tone(1.0, 48_000, 700)) > 0.99


def test_a_torn_sample_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "1").write_bytes(b"\x00\x40\x00\xc0\x01")
    torn = SoundFile(tmp_path / "1", 8_000)
    assert read_takes([torn]).samples.tolist() == [0.5, -0.5]
    assert count_frames(torn) == 2


def test_no_takes_are_no_sound() -> None:
    assert read_takes([]).seconds == 0


def test_a_recording_is_never_written_over(tmp_path: Path) -> None:
    file = as_take(tmp_path / "1", tone(0.1, 8_000), 8_000)
    with pytest.raises(FileExistsError):
        Spool(file.path)
    assert count_frames(file) == 800


def test_a_missing_take_is_no_silence(tmp_path: Path) -> None:
    missing = SoundFile(tmp_path / "1", 8_000)
    with pytest.raises(NaklankError) as caught:
        read_takes([as_take(tmp_path / "2", tone(0.1, 8_000), 8_000), missing])
    assert caught.value.code is ErrorCode.NO_SUCH_FILE
    assert count_frames(missing) == 0


def test_sound_is_in_the_file_at_once(tmp_path: Path) -> None:
    spool = Spool(tmp_path / "1")
    spool.append(b"\1\2" * 100)
    assert (tmp_path / "1").read_bytes() == b"\1\2" * 100
    spool.discard()
    assert not list(tmp_path.iterdir())


def test_what_fits_on_a_full_disk_is_counted(small_disk: Path) -> None:
    spool = Spool(small_disk / "1")
    with pytest.raises(OSError, match="space") as caught:
        spool.append(b"\1\2" * 100_000)
    spool.close()
    assert caught.value.errno == errno.ENOSPC
    assert 0 < spool.frames < 100_000
    assert spool.frames == (small_disk / "1").stat().st_size // 2
