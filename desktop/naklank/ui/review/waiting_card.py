"""What stands where the text will be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QWidget

from naklank.sentences.words import clock_text
from naklank.translation import tr
from naklank.ui.model_words import left_text
from naklank.ui.parts.page import Card
from naklank.ui.parts.steady_label import SteadyLabel

if TYPE_CHECKING:
    from collections.abc import Sequence


class WaitingCard(QWidget):
    """The sound is safe, and the text is coming, or it failed; nothing moves as it comes."""

    def __init__(self, ways: Sequence[QWidget]) -> None:
        """`ways` lead on where no text comes."""
        super().__init__()
        self._is_typing = False
        self._line = QLabel()
        self._line.setObjectName("title")
        self._line.setWordWrap(True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(tr("How much of the sound has been typed"))
        self.how_far = SteadyLabel()
        self.how_far.setObjectName("hint")
        self.how_far.reserve((_how_far(599, 599, 99),))
        self.ask_back = QLabel()
        self.ask_back.setWordWrap(True)
        below = QHBoxLayout()
        for way in ways:
            below.addWidget(way)
        below.addStretch(1)
        frame = Card(self._line, self.progress, self.how_far, self.ask_back)
        frame.column.addStretch(1)
        frame.column.addLayout(below)
        frame.setObjectName("")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(frame)

    def set_typing(self, *, typing: bool, question: str = "") -> None:
        """Whether the text is coming, and what the patient may be asked meanwhile."""
        self._line.setText(
            tr("The text is coming…") if typing else tr("There is no text yet. The sound is safe.")
        )
        for widget in (self.progress, self.how_far):
            widget.setVisible(typing)
        self.ask_back.setText(tr("Meanwhile: {question}").format(question=question))
        self.ask_back.setVisible(typing and bool(question))
        if typing != self._is_typing:  # another recording, or the same once more
            self._is_typing = typing
            self.set_progress(0.0, 1.0, None)

    def set_progress(self, second: float, whole: float, seconds_left: float | None) -> None:
        """Text stands up to this second of the whole; the rest takes so long, if that is known."""
        second = min(second, whole)  # an engine rounds, and a bar takes no more than the whole
        self.progress.setMaximum(max(1, round(whole * 10)))
        self.progress.setValue(round(second * 10))
        self.how_far.setText(_how_far(second, whole, seconds_left))


def _how_far(second: float, whole: float, seconds_left: float | None) -> str:
    """Nothing of what is not known yet."""
    parts = []
    if second > 0:
        done = tr("Ready up to {time} of {whole}.")
        parts.append(done.format(time=clock_text(second), whole=clock_text(whole)))
    if seconds_left is not None:
        parts.append(left_text(seconds_left))
    return " ".join(parts)
