"""The judge of the stress proofs finds what is wrong."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

import pytest

from naklank.audio.spool import FRAMES, PAGE, Spool
from naklank.core.recording import SoundFile
from stress.driver import Captured
from stress.outcome import Outcome, judge, recovered, wrong_blocks
from support.coded_sound import coded

if TYPE_CHECKING:
    from pathlib import Path

RATE = 16_000
LENGTH = 20 * FRAMES


@pytest.fixture
def file(tmp_path: Path) -> SoundFile:
    """A recording that was killed."""
    file = SoundFile(tmp_path / "take-1", bytes(32))
    spool = Spool(file, RATE)
    spool.append(coded(0, LENGTH))
    spool._stream.close()
    return file


def faults(file: SoundFile, captured: int, start: int = 0) -> str:
    outcome = Outcome()
    judge(outcome, recovered(file, RATE), captured, start)
    return "; ".join(outcome.faults)


def test_a_recording_that_lost_less_than_half_a_second_is_well(file: SoundFile) -> None:
    assert faults(file, LENGTH) == faults(file, LENGTH + RATE // 2) == ""


def test_a_loss_of_more_is_found(file: SoundFile) -> None:
    assert faults(file, LENGTH + RATE // 2 + 10) == "lost 0.501 > 0.5"


def test_a_recording_of_which_nothing_is_there_is_found(file: SoundFile) -> None:
    file.path.unlink()
    assert "lost 1.000" in faults(file, RATE)
    file.path.write_bytes(bytes(PAGE))
    assert "nothing of it can be read" in faults(file, 0)


def test_sound_that_was_not_spoken_there_is_found(file: SoundFile) -> None:
    assert faults(file, LENGTH, start=1) == "it is not what was spoken"


def test_a_gap_is_found(file: SoundFile) -> None:
    with file.path.open("r+b") as stream:
        stream.seek(5 * PAGE)
        stream.write(bytes(10))
    assert "1 gaps in it" in faults(file, LENGTH)


def test_a_block_that_came_otherwise_is_found() -> None:
    samples, blocks = coded(0, 900), []
    for begin in range(0, 900, 100):
        code = zlib.crc32(samples[begin * 2 : begin * 2 + 200])
        blocks.append(Captured(0.0, 1, begin + 100, code, overflowed=False))
    assert wrong_blocks(blocks, samples) == 0
    assert wrong_blocks(blocks, samples[:1000]) == 0  # what is missing at the end is told otherwise
    assert wrong_blocks(blocks, samples[:1000] + samples[1200:]) == 3


def test_no_stretch_of_the_coded_sound_comes_again() -> None:
    samples = coded(0, 200_000)
    pages = {samples[at : at + 64] for at in range(0, len(samples), 64)}
    assert len(pages) == len(samples) // 64
    assert coded(1000, 500) == samples[2000:3000]
