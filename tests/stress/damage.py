"""Ten minutes of sound, damaged at random: the rest comes back, and what is gone is told."""

from __future__ import annotations

import contextlib
import random
import tempfile
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from naklank.audio.spool import FRAMES, PAGE, Spool, read_spool
from naklank.audio.take_writer import account
from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.recording import Cause, Gap, SoundFile, Take
from stress.outcome import Outcome
from support.coded_sound import coded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from stress.options import Options

WORKERS = 1
RATE = 16_000
SECONDS = 600
KEY = bytes(range(32))
NEAR = 1e-6
"""Seconds."""


@contextlib.contextmanager
def bench(options: Options) -> Iterator[Callable[[int], Outcome]]:
    with tempfile.TemporaryDirectory(prefix="stress-damage-") as folder:
        file, samples = SoundFile(Path(folder, "take-1"), KEY), coded(0, RATE * SECONDS)
        spool = Spool(file, RATE)
        for at in range(0, len(samples), RATE):
            spool.append(samples[at : at + RATE])
        spool.close()
        whole = file.path.read_bytes()
        yield lambda number: _trial(file, whole, samples, options.chance(number))


def _trial(file: SoundFile, whole: bytes, samples: bytes, chance: random.Random) -> Outcome:
    outcome, damaged = Outcome(), bytearray(whole)
    ways = [chance.choice(WAYS) for _ in range(round(2 ** chance.uniform(0, 8)))]
    for way in ways:
        way(damaged, chance)
    file.path.write_bytes(damaged)
    count = len(whole) // PAGE
    is_whole = [_is_page(whole, damaged, page) for page in range(count)]
    outcome.facts |= {"damages": len(ways), "pages": is_whole.count(False)}
    outcome.figures["gone"] = is_whole.count(False) * FRAMES / RATE
    if any(is_whole):
        _judge(outcome, file, samples, is_whole)
    else:
        outcome.expect(_is_refused(file, damaged), "nothing is left, and that is not told")
    return outcome


def _is_page(whole: bytes, damaged: bytearray, page: int) -> bool:
    part = slice(page * PAGE, (page + 1) * PAGE)
    return damaged[part] == whole[part]


def _judge(outcome: Outcome, file: SoundFile, samples: bytes, is_whole: list[bool]) -> None:
    """What is expected is worked out from the bytes alone: a page that was not touched is sound."""
    width = FRAMES * 2
    expected = bytearray(samples)
    for page, fine in enumerate(is_whole):
        if not fine:
            part = slice(page * width, (page + 1) * width)
            expected[part] = bytes(len(expected[part]))
    last = max(page for page, fine in enumerate(is_whole) if fine)
    content = read_spool(file)
    is_right = content is not None and content.samples == expected[: (last + 1) * width]
    outcome.expect(is_right, "not the sound around the damage and silence in it")
    is_end_there = last == len(is_whole) - 1
    outcome.expect(content is not None and content.is_complete == is_end_there, "the end: not told")
    found = account(file, Take(1, RATE, RATE * SECONDS, ""))
    wanted = _stretches(is_whole)
    is_told = len(found.gaps) == len(wanted) and all(map(_is_near, found.gaps, wanted))
    outcome.expect(is_told, "not just the damage is told")


def _stretches(is_whole: list[bool]) -> list[Gap]:
    """From second to second what is gone; damage behind the last good page is all that follows."""
    gaps, page = [], 0
    last = max(number for number, fine in enumerate(is_whole) if fine)
    for fine, run in groupby(is_whole[: last + 1]):
        length = len(list(run))
        if not fine:
            gaps.append(Gap(page * FRAMES / RATE, length * FRAMES / RATE, Cause.DAMAGED))
        page += length
    end = page * FRAMES / RATE
    return [*gaps, Gap(end, SECONDS - end, Cause.DAMAGED)] if end < SECONDS else gaps


def _is_near(one: Gap, other: Gap) -> bool:
    seconds = abs(one.second - other.second) < NEAR and abs(one.seconds - other.seconds) < NEAR
    return seconds and one.cause is other.cause


def _is_refused(file: SoundFile, damaged: bytearray) -> bool:
    take = Take(1, RATE, RATE * SECONDS, "")
    try:
        return account(file, take).frames == 0 and len(damaged) < PAGE
    except NaklankError as error:
        return error.code is ErrorCode.RECORDING_UNREADABLE


def _place(damaged: bytearray, chance: random.Random) -> int:
    """The beginning of one of its pages."""
    return chance.randrange(max(1, len(damaged) // PAGE)) * PAGE


def _flip(damaged: bytearray, chance: random.Random) -> None:
    if damaged:
        damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)


def _cut(damaged: bytearray, chance: random.Random) -> None:
    """Mostly a little, sometimes nearly all."""
    if chance.random() < 0.1:
        del damaged[len(damaged) - round(len(damaged) * chance.random() ** 4) :]


def _zero(damaged: bytearray, chance: random.Random) -> None:
    at, pages = _place(damaged, chance), chance.choice([1, 1, 2, 16])
    damaged[at : at + pages * PAGE] = bytes(len(damaged[at : at + pages * PAGE]))


def _swap(damaged: bytearray, chance: random.Random) -> None:
    one, other = sorted((_place(damaged, chance), _place(damaged, chance)))
    if one + PAGE <= other and other + PAGE <= len(damaged):
        here, there = damaged[one : one + PAGE], damaged[other : other + PAGE]
        damaged[one : one + PAGE], damaged[other : other + PAGE] = there, here


def _repeat(damaged: bytearray, chance: random.Random) -> None:
    """A page twice: all behind it stands in the wrong place."""
    if chance.random() < 0.05:
        at = _place(damaged, chance)
        damaged[at:at] = damaged[at : at + PAGE]


def _tear(damaged: bytearray, chance: random.Random) -> None:
    at = _place(damaged, chance) + 512 * chance.randrange(8)
    damaged[at : at + 512] = chance.randbytes(len(damaged[at : at + 512]))


WAYS = (_flip, _flip, _cut, _zero, _swap, _repeat, _tear)
