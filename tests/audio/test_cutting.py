"""Takes cut at a pause: the samples are the same, and a failure leaves nothing."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from naklank.audio.cutting import SpoolCutter
from naklank.audio.spool import PAGE, Spool, read_spool
from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.recording import Cause, Gap, SoundFile, Take
from naklank.core.transcript import Stretch
from support.sounds import KEY, tone

if TYPE_CHECKING:
    from pathlib import Path

RATE = 16_000


def spooled(path: Path, samples: bytes) -> SoundFile:
    file = SoundFile(path, KEY)
    spool = Spool(file, RATE)
    spool.append(samples)
    spool.close()
    return file


def noise(seconds: float) -> bytes:
    random = np.random.default_rng(7)
    return random.integers(-9000, 9000, round(seconds * RATE), "<i2").tobytes()


@pytest.mark.parametrize("frames", [range(1), range(500, 9_000), range(20_000, 32_000)])
def test_a_copy_holds_the_very_samples(tmp_path: Path, frames: range) -> None:
    samples = noise(2.0)
    source = spooled(tmp_path / "take-1.naklank", samples)
    target = SoundFile(tmp_path / "take-2.naklank", KEY)
    take = SpoolCutter().copy(source, Take(1, RATE, 32_000, "Mic"), frames, target)
    content = read_spool(target)
    assert content is not None
    assert content.samples == samples[2 * frames.start : 2 * frames.stop]
    assert content.is_complete
    assert (take.frames, take.rate, take.device) == (len(frames), RATE, "Mic")


def test_it_knows_what_is_missing_in_its_part(tmp_path: Path) -> None:
    source = spooled(tmp_path / "take-1.naklank", noise(2.0))
    gaps = (Gap(0.0, 2.0, Cause.MICROPHONE), Gap(1.5, 0.0, Cause.OVERFLOW))
    take = Take(1, RATE, 32_000, "Mic", gaps=gaps)
    target = SoundFile(tmp_path / "take-2.naklank", KEY)
    copied = SpoolCutter().copy(source, take, range(16_000, 32_000), target)
    assert copied.gaps == (Gap(0.5, 0.0, Cause.OVERFLOW),)


def test_the_cut_is_made_where_least_is_heard(tmp_path: Path) -> None:
    sound = np.concatenate([tone(1.0, RATE), np.zeros(RATE // 5), tone(1.0, RATE)])
    file = spooled(tmp_path / "take-1.naklank", (sound * 32767).astype("<i2").tobytes())
    assert 1.0 < SpoolCutter().quietest(file, Stretch(0.7, 1.6)) < 1.2


@pytest.mark.parametrize("within", [Stretch(0.0, 0.01), Stretch(0.4, 0.4), Stretch(0.95, 1.0)])
def test_a_stretch_that_is_too_short_is_cut_inside_it(tmp_path: Path, within: Stretch) -> None:
    file = spooled(tmp_path / "take-1.naklank", noise(1.0))
    found = SpoolCutter().quietest(file, within)
    assert within.start <= found <= within.end


def test_a_full_disk_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = spooled(tmp_path / "take-1.naklank", noise(2.0))
    target = SoundFile(tmp_path / "take-2.naklank", KEY)

    def full(*_: Any) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(Spool, "sync", full)
    with pytest.raises(NaklankError) as caught:
        SpoolCutter().copy(source, Take(1, RATE, 32_000, "Mic"), range(9_000), target)
    assert caught.value.code is ErrorCode.DISK_FULL
    assert not target.path.exists()
    assert source.path.stat().st_size > PAGE


def test_sound_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    source = SoundFile(tmp_path / "take-1.naklank", KEY)
    target = SoundFile(tmp_path / "take-2.naklank", KEY)
    with pytest.raises(NaklankError) as caught:
        SpoolCutter().copy(source, Take(1, RATE, 9, "Mic"), range(3), target)
    assert caught.value.code is ErrorCode.NO_SUCH_FILE
    source.path.write_bytes(bytes(2 * PAGE))
    with pytest.raises(NaklankError) as caught:
        SpoolCutter().quietest(source, Stretch(0, 1))
    assert caught.value.code is ErrorCode.RECORDING_UNREADABLE
