"""A question before something is deleted, over the window and in the way of everything else."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from shiboken6 import isValid

from naklank.ui.parts.key_button import KeyButton, Kind
from naklank.ui.theme import scaled


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, both answers, and what happens on the second."""

    text: str
    keep: str
    delete: str
    action: Callable[[], object]


class Overlay(QWidget):
    """Lies over its whole parent, a window: no click and no key reaches what is below."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._below = parent
        self._before: QWidget | None = None
        self.text = QLabel()
        self.text.setObjectName("heading")
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        frame = QFrame()
        frame.setObjectName("card")
        frame.setMinimumWidth(scaled(480))
        frame.setMaximumWidth(scaled(620))
        self.column = QVBoxLayout(frame)
        self.column.setContentsMargins(28, 24, 28, 24)
        self.column.setSpacing(24)
        self.column.addWidget(self.text)
        whole = QGridLayout(self)
        whole.addWidget(frame, 0, 0, Qt.AlignmentFlag.AlignCenter)
        parent.installEventFilter(self)
        self.hide()

    @property
    def answers(self) -> Sequence[QWidget]:
        """What Tab goes through."""
        raise NotImplementedError

    def appear(self, text: str) -> None:
        """Stand over everything and ask this; the focus is for the caller to give."""
        self.setGeometry(self._below.rect())
        if self.isHidden():
            self._before = self.window().focusWidget()
        self.text.setText(text)
        self.setAccessibleName(text)
        self.show()
        self.raise_()

    def vanish(self) -> None:
        """Give the focus back to where it was."""
        self.hide()
        if self._before is not None and isValid(self._before):
            self._before.setFocus()
        self._before = None

    def event(self, event: QEvent) -> bool:
        """While it asks, no shortcut of the page below is heard."""
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's signature
        """Tab goes from answer to answer, not out of the question."""
        reached = [at for at, answer in enumerate(self.answers) if answer.hasFocus()]
        at = (reached[0] + (1 if forward else -1)) % len(self.answers) if reached else 0
        self.answers[at].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if event.type() is QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(0, 0, 0, 120))


class ConfirmBar(Overlay):
    """Enter and Escape keep; deleting takes a click, or Space on its button."""

    confirmed = Signal()
    declined = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._question: Question | None = None
        self.keep = KeyButton(kind=Kind.PLAIN)
        self.delete = KeyButton(kind=Kind.DANGER)
        self.keep.clicked.connect(self._on_declined)
        self.delete.clicked.connect(self._on_confirmed)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self.delete)
        row.addStretch(1)
        row.addWidget(self.keep)
        self.column.addLayout(row)

    @property
    def answers(self) -> Sequence[QWidget]:
        return (self.keep, self.delete)

    def ask(self, question: Question) -> None:
        """Show it and wait; another question takes the place of the one that stands."""
        self._question = question
        self.keep.setText(question.keep)
        self.delete.setText(question.delete)
        self.keep.setAccessibleDescription(question.text)
        self.appear(question.text)
        self.keep.setFocus(Qt.FocusReason.TabFocusReason)

    def dismiss(self) -> None:
        """Take the question away, unanswered."""
        if self._question is not None:
            self._question = None
            self.vanish()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()
        if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            self._on_declined()

    def _on_declined(self) -> None:
        self.dismiss()
        self.declined.emit()

    def _on_confirmed(self) -> None:
        question = self._question
        self.dismiss()
        if question is not None:
            question.action()
        self.confirmed.emit()
