"""A recording cut in pieces: what is spoken anew takes the place of what was wrong."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from naklank.audio.spool import Spool, read_content
from naklank.core.errors import ErrorCode, NaklankError, writing_failed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from naklank.core.recording import Gap, SoundFile, Take
    from naklank.core.transcript import Stretch

QUIET: Final = 0.05
"""Seconds over which sound is measured: longer than a period of the lowest voice, shorter than the
silence of a t, k or p."""


class SpoolCutter:
    """The port `Cutter` on the files of takes.

    Both raise NO_SUCH_FILE, FILE_NOT_READABLE or RECORDING_UNREADABLE.
    """

    def quietest(self, file: SoundFile, within: Stretch) -> float:
        """The second of a take, within this stretch of it, at which least is heard."""
        import numpy as np

        content = read_content(file)
        samples = np.frombuffer(content.samples, "<i2").astype(np.float64)
        length = max(1, round(QUIET * content.rate))
        first = max(0, round(within.start * content.rate) - length // 2)
        piece = samples[first : round(within.end * content.rate) + length // 2]
        if len(piece) <= length:
            return (within.start + within.end) / 2
        sums = np.cumsum(np.concatenate([[0.0], piece**2]))
        loudness = sums[length:] - sums[:-length]
        return float(first + int(loudness.argmin()) + length // 2) / content.rate

    def copy(self, source: SoundFile, take: Take, frames: range, target: SoundFile) -> Take:
        """Those frames of a take in a file of their own, read back; with the take's own number.

        Raises RECORDING_NOT_KEPT, DISK_FULL or DATA_NOT_WRITABLE too; then no file is left.
        """
        content = read_content(source)
        try:
            count = _write(target, content.rate, content.part(frames))
        except OSError as error:
            target.path.unlink(missing_ok=True)
            raise writing_failed(error, ErrorCode.DATA_NOT_WRITABLE, target.path.parent) from error
        except NaklankError:
            target.path.unlink(missing_ok=True)
            raise
        return replace(take, frames=count, gaps=tuple(_gaps_in(take, frames)))


def _write(target: SoundFile, rate: int, piece: bytes) -> int:
    """How many samples it were."""
    spool = Spool(target, rate)
    spool.append(piece)
    spool.close()
    if not spool.is_readable():
        raise NaklankError(ErrorCode.RECORDING_NOT_KEPT)
    return spool.frames


def _gaps_in(take: Take, frames: range) -> Iterator[Gap]:
    """Where sound is missing in those frames, in their own seconds."""
    start, end = frames.start / take.rate, frames.stop / take.rate
    for gap in take.gaps:
        if start <= gap.second < end:
            yield replace(gap, second=gap.second - start)
