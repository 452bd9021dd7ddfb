"""How it stands with the speech models: in words, as a bar, and with a button to stop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from naklank.translation import tr
from naklank.ui.model_words import status_text
from naklank.ui.parts.key_button import KeyButton
from naklank.ui.parts.scrolling import two_lines
from naklank.ui.theme import scaled
from naklank.workflow.model_work import Work

if TYPE_CHECKING:
    from naklank.core.errors import NaklankError
    from naklank.workflow.model_flow import ModelFlow

_WHOLE: Final = 1000
"""Parts of the bar; a bar counts no bytes beyond two gigabytes."""
_THREE_LINES: Final = 68
"""Pixels: what failed takes some words."""


class ModelStatus(QWidget):
    """Always there, with room for three lines, so that nothing moves when a download begins."""

    def __init__(self, flow: ModelFlow) -> None:
        super().__init__()
        self._flow = flow
        self.text = QLabel()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("How far it is"))
        self.stop = KeyButton(tr("Stop"))
        self.stop.clicked.connect(flow.stop)
        for widget in (self.bar, self.stop):
            room = widget.sizePolicy()
            room.setRetainSizeWhenHidden(True)
            widget.setSizePolicy(room)
        left = QVBoxLayout()
        room_for_text = two_lines(self.text)
        room_for_text.setFixedHeight(scaled(_THREE_LINES))
        left.addWidget(room_for_text)
        left.addWidget(self.bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(left, 1)
        row.addWidget(self.stop)

    def draw(self, chosen: str, engine: NaklankError | None) -> None:
        """`chosen` is the model that is set, `engine` why nothing can be typed with it."""
        flow = self._flow
        self.text.setText(status_text(flow, chosen, engine))
        self.stop.setVisible(flow.can_be_stopped)
        is_long = flow.work is not None and flow.work.work is not Work.LISTING
        self.bar.setVisible(is_long)
        progress = flow.progress
        self.bar.setMaximum(_WHOLE if progress or not is_long else 0)
        self.bar.setValue(progress.done * _WHOLE // max(1, progress.whole) if progress else 0)
