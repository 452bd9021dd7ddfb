"""The question by which the doctor hears whether it was said clearly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel

from naklank.translation import speaking, tr
from naklank.ui.parts.way_parts import WayCard

if TYPE_CHECKING:
    from naklank.workflow.desk import Desk


class TeachBackCard(WayCard):
    """No way out, and beside them: never after bad news."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.question = QLabel()
        self.question.setObjectName("heading")
        self.question.setWordWrap(True)
        self.question.setToolTip(tr("If you like: so you hear whether you said it clearly."))
        asked_of = QLabel(tr("Ask the patient:"))
        asked_of.setObjectName("hint")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(asked_of)
        row.addWidget(self.question, 1)
        self.column.addLayout(row)

    def draw(self) -> None:
        self.setVisible(self.desk.choices.asks_back)
        with speaking(self.desk.session.language):
            self.question.setText(tr("“Will you tell me what you are going to do at home?”"))
