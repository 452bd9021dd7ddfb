"""What is known of one file, on a card."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from naklank.core.seals import Judgement
from naklank.sentences.seals import answer
from naklank.ui.parts.signs import Mark, paint_mark
from naklank.ui.theme import colour, scaled

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from naklank.core.seals import Verdict

_LOOKS: Final = {
    Judgement.OURS: (Mark.CHECK, "green"),
    Judgement.KNOWN: (Mark.CHECK, "green"),
    Judgement.UNKNOWN: (Mark.INFORMATION, "amber_ink"),
    Judgement.CHANGED: (Mark.EXCLAMATION, "amber_ink"),
    Judgement.NO_SEAL: (Mark.INFORMATION, "amber_ink"),
    Judgement.UNREADABLE: (Mark.EXCLAMATION, "amber_ink"),
}
"""Sign and colour; the headline says the same in words."""


class VerdictCard(QFrame):
    """The file's name, the answer, what it proves and what not, and what else is known."""

    def __init__(self, name: str, verdict: Verdict) -> None:
        super().__init__()
        self.setObjectName("card")
        said = answer(verdict)
        self.text = "\n".join((name, said.headline, said.meaning, *said.facts))
        self.setAccessibleName(self.text)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(_label(name, "small"))
        words.addWidget(_label(said.headline, "heading"))
        words.addWidget(_label(said.meaning, ""))
        for fact in said.facts:
            words.addWidget(_label(fact, "hint"))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(14)
        row.addWidget(_Sign(*_LOOKS[verdict.judgement]), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)


class _Sign(QWidget):
    def __init__(self, mark: Mark, ink: str) -> None:
        super().__init__()
        self._mark, self._ink = mark, ink
        self.setFixedSize(scaled(30), scaled(30))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = self.width() * 0.15
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        paint_mark(painter, self._mark, box, colour(self._ink))


def _label(text: str, kind: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName(kind)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)  # a name in a file may be anything
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
