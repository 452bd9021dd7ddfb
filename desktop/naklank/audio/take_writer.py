"""One take on its way to the disk: written, measured, and read back."""

from __future__ import annotations

import contextlib
import math
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from naklank.audio.ear import Ear
from naklank.audio.sound import FULL_SCALE
from naklank.audio.spool import PAGE, Content, Spool, read_spool
from naklank.audio.syncing import Syncing
from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.recording import Cause, Condition, Gap, Level, Take
from naklank.foundation.disk import free_space

if TYPE_CHECKING:
    from naklank.audio.inlet import Portion
    from naklank.core.recording import SoundFile

ONE_LEVEL: Final = 0.05
"""Seconds of sound in one level."""

RESERVE: Final = 512 * 1024
"""Bytes that a recording leaves free, so that its text and the settings still find room."""

LOW: Final = 300.0
"""Seconds for which there is room when the doctor is warned; ten times a usual summary is less."""

TOLD: Final = 5.0
"""Seconds for which a loss stays told."""

DIGITAL_SILENCE: Final = -100.0
"""dBFS said of nothing but zeros; the smallest sample is at -90."""

_WIDTH: Final = 2
"""Bytes in a sample."""


class TakeWriter:
    """Writes the portions of one take. Everything raises the OSError of the system."""

    def __init__(self, file: SoundFile, take: Take, *, is_hands_free: bool) -> None:
        """`take` counts no frames until it is finished."""
        self._file = file
        self.take = take
        self._spool = Spool(file, take.rate)
        self._ear = Ear(take.rate)
        self._lasting = {Condition.HANDS_FREE} if is_hands_free else set()
        self._is_low = False
        self._told_until = 0.0
        self._peak = 0
        self._measured = 0
        self._syncing = Syncing(self._spool.sync)

    @property
    def seconds(self) -> float:
        """Taken so far, from the start of this take; the last page may not be on disk yet."""
        return self._spool.frames / self.take.rate

    @property
    def frames(self) -> int:
        """Samples taken so far, from the start of this take; as `seconds`."""
        return self._spool.frames

    @property
    def conditions(self) -> frozenset[Condition]:
        """What is wrong with the sound now."""
        found = set(self._lasting)
        if self._ear.condition is not None:
            found.add(self._ear.condition)
        if self._is_low:
            found.add(Condition.DISK_LOW)
        if self.seconds < self._told_until:
            found.add(Condition.OVERFLOW)
        return frozenset(found)

    def write(self, portion: Portion) -> Level | None:
        """Write what arrived; a level 20 times a second."""
        import numpy as np

        if portion.follows_loss:
            self._note_overflow()
        self._spool.append(portion.samples)
        samples = np.frombuffer(portion.samples, "<i2")
        self._ear.hear(samples)
        self._peak = max(self._peak, int(samples.max()), -int(samples.min()))
        if self._spool.frames - self._measured < ONE_LEVEL * self.take.rate:
            return None
        decibels = 20 * math.log10(self._peak / FULL_SCALE) if self._peak else DIGITAL_SILENCE
        self._peak, self._measured = 0, self._spool.frames
        return Level(decibels, self.seconds)

    def make_safe(self) -> None:
        """Have on the disk what was written; raises DISK_FULL while there is a little room left.

        Returns at once: of a disk that fails the next call raises the error.
        """
        self._syncing.begin()
        folder = self._file.path.parent
        free = free_space(folder)
        if free is None:
            return
        if free < RESERVE:
            raise NaklankError(ErrorCode.DISK_FULL, folder=str(folder))
        self._is_low = free - RESERVE < LOW * self.take.rate * _WIDTH

    def finish(self) -> None:
        """Close, and read it all back; raises RECORDING_NOT_KEPT when it is not what was recorded.

        Once it has raised, `account` tells what is there.
        """
        self.take = replace(self.take, frames=self._spool.frames)
        try:
            self._syncing.end()
        finally:
            self._spool.close()
        if not self._spool.is_readable():
            raise NaklankError(ErrorCode.RECORDING_NOT_KEPT)

    def account(self) -> Take:
        """The take as the disk gives it back, after a failure."""
        return account(self._file, self.take)

    def discard(self) -> None:
        """Close, and remove the file."""
        with contextlib.suppress(OSError):
            self._syncing.end()
        self._spool.discard()

    def _note_overflow(self) -> None:
        """Losses within a second are one place."""
        gaps = self.take.gaps
        if not gaps or gaps[-1].cause is not Cause.OVERFLOW or self.seconds - gaps[-1].second > 1:
            gaps = (*gaps, Gap(self.seconds, 0.0, Cause.OVERFLOW))
        self.take = replace(self.take, overflows=self.take.overflows + 1, gaps=gaps)
        self._told_until = self.seconds + TOLD


def account(file: SoundFile, take: Take) -> Take:
    """The take as its file gives it now: what is damaged or missing of it is among its gaps.

    A take that was cut short counts no frames yet: of that one nothing is missing, and it stays
    without frames where there is no file, or not a page in it. Raises RECORDING_UNREADABLE where
    the system does not give the file, where there are pages and none can be read, and where the
    file of a take with frames is not there.
    """
    try:
        content = read_spool(file)
        if content is None and file.path.stat().st_size >= PAGE:
            raise NaklankError(ErrorCode.RECORDING_UNREADABLE)
    except FileNotFoundError as error:
        if take.frames:  # on a disk that is not here now
            raise NaklankError(ErrorCode.RECORDING_UNREADABLE) from error
        content = None
    except OSError as error:
        raise NaklankError(ErrorCode.RECORDING_UNREADABLE) from error
    if content is None:
        return replace(take, frames=0)
    gaps = sorted((*_still_known(take, content), *content.gaps), key=lambda gap: gap.second)
    return replace(take, rate=content.rate, frames=content.frames, gaps=tuple(gaps))


def _still_known(take: Take, content: Content) -> list[Gap]:
    """The gaps that no file tells of: what never came, and an end that is gone."""
    end = content.frames / content.rate
    known = [gap for gap in take.gaps if gap.cause is not Cause.DAMAGED or gap.second >= end - 1e-6]
    missing = (take.frames - content.frames) / content.rate
    return [*known, Gap(end, missing, Cause.DAMAGED)] if missing > 0 else known
