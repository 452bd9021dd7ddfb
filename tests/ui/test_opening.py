"""Windows come up in one way, and nothing of them stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QDialog, QWidget

from naklank.ui.parts.opening import open_beside, open_over, open_whole

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize("open_it", [open_over, open_whole, open_beside])
def test_what_is_closed_is_gone(open_it: Callable[[QDialog], None], qtbot: QtBot) -> None:
    below = QWidget()
    qtbot.addWidget(below)
    window = QDialog(below)
    open_it(window)
    assert window.isVisible()
    assert window.isModal() is (open_it is not open_beside)
    assert window.isFullScreen() is (open_it is open_whole)
    with qtbot.waitSignal(window.destroyed):
        window.close()
    assert not below.findChildren(QDialog)
