"""The binding itself, where a version of it was found broken."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QObject, Signal

TIMES = 200


class _Source(QObject):
    happened = Signal()


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="True is never freed there")
def test_a_signal_takes_nothing_away_from_true() -> None:
    """PySide6 6.12.0 drops a reference at each emit, until Python aborts."""
    source = _Source()
    before = sys.getrefcount(True)
    for _ in range(TIMES):
        source.happened.emit()

    assert sys.getrefcount(True) > before - TIMES // 2
