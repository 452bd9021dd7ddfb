"""A window that is read during the talk, and left to go on agreeing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from naklank.translation import tr
from naklank.ui.parts.key_button import KeyButton, Kind
from naklank.ui.parts.page import GAP, MARGIN
from naklank.ui.parts.scrolling import scrolling

if TYPE_CHECKING:
    from naklank.workflow.desk import Desk


class TalkWindow(QDialog):
    """What it holds goes into `column` and scrolls; the next patient finds it closed."""

    def __init__(self, desk: Desk, parent: QWidget | None, spacing: int) -> None:
        """`spacing` is in pixels, between what stands in the column."""
        super().__init__(parent)
        self.close_it = KeyButton(tr("Back to agreeing"), "Ctrl+Return", Kind.MAIN)
        self.close_it.clicked.connect(self.close)
        desk.controller.began.connect(self.close)
        inside = QWidget()
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self.column.setSpacing(spacing)
        below = QHBoxLayout()
        below.setContentsMargins(MARGIN, 0, MARGIN, GAP)
        below.addStretch(1)
        below.addWidget(self.close_it)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GAP)
        whole.addWidget(scrolling(inside), 1)
        whole.addLayout(below)
        self.close_it.setFocus()
