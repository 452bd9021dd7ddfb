from __future__ import annotations

import errno
import random
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest

from naklank.audio.spool import FRAMES, PAGE, Spool, read_spool, read_takes
from naklank.audio.take_writer import account
from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.recording import Cause, Gap, SoundFile, Take
from support.sounds import KEY, correlation, tone

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray


def as_bytes(samples: NDArray[np.float32]) -> bytes:
    return (samples * 32767).astype("<i2").tobytes()


def noise(frames: int) -> bytes:
    """Every page another one, so that none can stand in for its neighbour."""
    return np.random.default_rng(frames).integers(1, 30_000, frames, "<i2").tobytes()


def spooled(path: Path, samples: bytes, rate: int = 16_000, key: bytes = KEY) -> SoundFile:
    file = SoundFile(path, key)
    spool = Spool(file, rate)
    for at in range(0, len(samples), 1000):
        spool.append(samples[at : at + 1000])
    spool.close()
    assert spool.is_readable()
    return file


def killed(path: Path, samples: bytes, rate: int = 16_000) -> SoundFile:
    """As a spool that was never closed."""
    file = SoundFile(path, KEY)
    spool = Spool(file, rate)
    spool.append(samples)
    spool._stream.close()
    return file


def test_what_was_written_is_read(tmp_path: Path) -> None:
    samples = tone(1.0, 44_100)
    file = spooled(tmp_path / "1", as_bytes(samples), 44_100)
    sound = read_takes([file])
    assert sound.rate == 44_100
    assert np.abs(sound.samples - samples).max() < 2 / 32768
    content = read_spool(file)
    assert content is not None
    assert (content.frames, content.gaps, content.is_complete) == (44_100, (), True)


@pytest.mark.parametrize("frames", [1, FRAMES - 1, FRAMES, FRAMES + 1, 5 * FRAMES])
def test_no_sample_is_lost_at_the_edge_of_a_page(tmp_path: Path, frames: int) -> None:
    samples = noise(frames)
    content = read_spool(spooled(tmp_path / "1", samples))
    assert content is not None
    assert (content.samples, content.is_complete) == (samples, True)
    assert (tmp_path / "1").stat().st_size % PAGE == 0


def test_takes_of_different_rates_become_one_sound(tmp_path: Path) -> None:
    high = spooled(tmp_path / "1", as_bytes(tone(1.0, 48_000, 440)), 48_000)
    low = spooled(tmp_path / "2", as_bytes(tone(1.0, 16_000, 700)), 16_000)
    sound = read_takes([high, low])
    assert sound.rate == 48_000
    assert sound.seconds == pytest.approx(2.0, abs=0.01)
    assert correlation(sound.samples[:48_000], tone(1.0, 48_000, 440)) > 0.99
    assert correlation(sound.samples[48_000:], tone(1.0, 48_000, 700)) > 0.99


def test_no_takes_are_no_sound() -> None:
    assert read_takes([]).seconds == 0


def test_a_recording_is_never_written_over(tmp_path: Path) -> None:
    file = spooled(tmp_path / "1", noise(800))
    with pytest.raises(FileExistsError):
        Spool(file, 8_000)
    assert read_takes([file]).samples.size == 800


def test_a_missing_take_is_no_silence(tmp_path: Path) -> None:
    missing = SoundFile(tmp_path / "1", KEY)
    with pytest.raises(NaklankError) as caught:
        read_takes([spooled(tmp_path / "2", noise(800)), missing])
    assert caught.value.code is ErrorCode.NO_SUCH_FILE
    assert account(missing, Take(1, 8_000, 0, "")).frames == 0


def test_a_page_is_on_disk_as_soon_as_it_is_full(tmp_path: Path) -> None:
    file = SoundFile(tmp_path / "1", KEY)
    spool = Spool(file, 8_000)
    spool.append(noise(3 * FRAMES + 7))
    content = read_spool(file)
    assert content is not None
    assert (content.frames, content.is_complete) == (3 * FRAMES, False)
    spool.discard()
    assert not list(tmp_path.iterdir())


def test_what_fits_on_a_full_disk_can_be_read(small_disk: Path) -> None:
    file = SoundFile(small_disk / "1", KEY)
    spool, samples = Spool(file, 8_000), noise(400_000)
    with pytest.raises(OSError, match="space") as caught:
        spool.append(samples)
    with pytest.raises(OSError, match="space"):
        spool.close()
    assert caught.value.errno == errno.ENOSPC
    content = read_spool(file)
    assert content is not None
    assert content.frames > 100_000
    assert samples.startswith(content.samples)


def test_nothing_of_it_stands_on_the_disk_in_plain_form(tmp_path: Path) -> None:
    samples = noise(20_000)
    spooled(tmp_path / "1", samples)
    data = (tmp_path / "1").read_bytes()
    assert not any(samples[at : at + 6] in data for at in range(0, 39_994, 2))
    silence = spooled(tmp_path / "2", bytes(40_000)).path.read_bytes()
    pages = [silence[at : at + PAGE] for at in range(0, len(silence), PAGE)]
    assert len(set(pages)) == len(pages)  # not even that the same was said twice
    assert max(silence.count(byte) for byte in range(256)) < len(silence) / 100


def test_only_its_owner_may_read_it(tmp_path: Path) -> None:
    assert spooled(tmp_path / "1", noise(10)).path.stat().st_mode & 0o777 == 0o600


def test_without_its_key_it_is_noise(tmp_path: Path) -> None:
    file = spooled(tmp_path / "1", noise(5_000))
    with pytest.raises(NaklankError) as caught:
        read_takes([SoundFile(file.path, bytes(32))])
    assert caught.value.code is ErrorCode.RECORDING_UNREADABLE
    assert repr(KEY) not in repr(file)


# Damage.


def test_every_byte_flipped_in_turn_costs_its_page_and_is_said(tmp_path: Path) -> None:
    samples = noise(3 * FRAMES + 500)
    file = spooled(tmp_path / "1", samples)
    whole = file.path.read_bytes()
    width = FRAMES * 2
    for at in range(len(whole)):
        damaged = bytearray(whole)
        damaged[at] ^= 0x10
        file.path.write_bytes(damaged)
        content = read_spool(file)
        assert content is not None
        page = at // PAGE
        assert content.samples[: page * width] == samples[: page * width]
        behind = (page + 1) * width
        if page == 3:
            assert (content.frames, content.is_complete) == (3 * FRAMES, False)
        else:
            assert content.samples[page * width : behind] == bytes(width)
            assert content.samples[behind:] == samples[behind:]
            assert content.gaps == (Gap(page * FRAMES / 16_000, FRAMES / 16_000, Cause.DAMAGED),)


def test_random_cuts_cost_the_page_that_is_cut(tmp_path: Path) -> None:
    samples = noise(60 * FRAMES)
    file = killed(tmp_path / "1", samples)
    whole = file.path.read_bytes()
    chance = random.Random(4)  # noqa: S311 - nothing secret
    for cut in [chance.randrange(PAGE, len(whole)) for _ in range(200)]:
        file.path.write_bytes(whole[:cut])
        content = read_spool(file)
        assert content is not None
        assert content.samples == samples[: cut // PAGE * FRAMES * 2]
        assert (content.gaps, content.is_complete) == ((), False)


def test_zeros_behind_the_end_as_after_a_power_cut_are_no_sound(tmp_path: Path) -> None:
    samples = noise(4 * FRAMES)
    file = killed(tmp_path / "1", samples)
    with file.path.open("ab") as stream:
        stream.write(bytes(3 * PAGE + 100))
    content = read_spool(file)
    assert content is not None
    assert (content.samples, content.gaps, content.is_complete) == (samples, (), False)


def test_pages_are_bound_to_their_place(tmp_path: Path) -> None:
    """Two swapped, one twice, one left out, one of another take: none of them is played."""
    samples = noise(5 * FRAMES)
    file = spooled(tmp_path / "take-1", samples)
    other = spooled(tmp_path / "take-2", noise(5 * FRAMES + 1))
    pages, foreign = (
        [data[at : at + PAGE] for at in range(0, len(data), PAGE)]
        for data in (file.path.read_bytes(), other.path.read_bytes())
    )
    for forged in (
        [pages[1], pages[0], *pages[2:]],
        [pages[0], pages[0], *pages[1:]],
        [pages[0], *pages[2:]],
        [foreign[0], *pages[1:]],
        [*pages[:2], foreign[2], *pages[3:]],
    ):
        file.path.write_bytes(b"".join(forged))
        content = read_spool(file)
        if content is not None:
            width = FRAMES * 2
            for at in range(0, len(content.samples), width):
                heard = content.samples[at : at + width]
                assert heard in (samples[at : at + width], bytes(width))
            assert content.gaps or not content.is_complete


def test_a_whole_file_under_another_name_is_not_that_take(tmp_path: Path) -> None:
    file = spooled(tmp_path / "take-1", noise(5_000))
    moved = SoundFile(file.path.rename(tmp_path / "take-2"), KEY)
    assert read_spool(moved) is None


def test_damage_becomes_part_of_what_is_known_of_a_take(tmp_path: Path) -> None:
    samples = noise(10 * FRAMES)
    file = spooled(tmp_path / "1", samples)
    length = FRAMES / 16_000
    before = Gap(0.0, 1.4, Cause.MICROPHONE)
    take = Take(1, 16_000, 10 * FRAMES, "Mic", 0, (before,))
    assert account(file, take) == take
    data = bytearray(file.path.read_bytes())
    for page in (2, 3, 6):
        data[page * PAGE + 40] ^= 1
    file.path.write_bytes(data[: 8 * PAGE])
    found = account(file, take)
    assert found.frames == 8 * FRAMES
    assert [gap.cause for gap in found.gaps] == [Cause.MICROPHONE, *[Cause.DAMAGED] * 3]
    ends = [(gap.second, gap.seconds) for gap in found.gaps[1:]]
    expected = [(2 * length, 2 * length), (6 * length, length), (8 * length, 2 * length)]
    for found_end, expected_end in zip(ends, expected, strict=True):
        assert found_end == pytest.approx(expected_end)
    assert all(one.second < other.second for one, other in pairwise(found.gaps))
    assert account(file, found) == found


def test_pages_of_which_none_can_be_read_are_not_taken_for_nothing(tmp_path: Path) -> None:
    file = spooled(tmp_path / "1", noise(5_000))
    with pytest.raises(NaklankError) as caught:
        account(SoundFile(file.path, bytes(32)), Take(1, 16_000, 0, ""))
    assert caught.value.code is ErrorCode.RECORDING_UNREADABLE
