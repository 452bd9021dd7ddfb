"""Stretches of a recording as flags, one for each hundredth of a second."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from naklank.core.transcript import Stretch

    Flags = np.ndarray[tuple[int], np.dtype[np.bool_]]

STEP = 0.01
"""Seconds."""


def flags_of(stretches: Iterable[Stretch], count: int) -> Flags:
    """A flag for each hundredth of a second."""
    flags = np.zeros(count, np.bool_)
    for stretch in stretches:
        flags[max(0, round(stretch.start / STEP)) : max(0, round(stretch.end / STEP))] = True
    return flags


def long_enough(flags: Flags, least: float) -> Flags:
    """Only the runs of so many seconds and more."""
    kept = np.zeros_like(flags)
    for start, end in runs(flags):
        kept[start:end] = (end - start) * STEP >= least - STEP / 2
    return kept


def runs(flags: Flags) -> list[tuple[int, int]]:
    """Where flags that are set begin and end."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], flags.astype(np.int8), [0]])))
    return [(int(start), int(end)) for start, end in edges.reshape(-1, 2)]
