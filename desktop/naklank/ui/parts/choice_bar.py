"""A question with several answers, over the window and in the way of everything else."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from naklank.ui.parts.confirm import Overlay
from naklank.ui.parts.key_button import KeyButton

_BETWEEN = 10
"""Pixels below what an answer brings about."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said, what that brings about, and what happens."""

    text: str
    consequence: str
    action: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Choice:
    """What is asked, and every answer; the last one changes nothing, and is Escape."""

    text: str
    answers: tuple[Answer, ...]


class ChoiceBar(Overlay):
    """The answers have numbers, which are their keys. None is taken by a stray Enter."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.text.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # where no Enter answers
        self._choice: Choice | None = None
        self._buttons: list[KeyButton] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self.column.addLayout(self._list)

    @property
    def answers(self) -> Sequence[KeyButton]:
        return self._buttons

    def ask(self, choice: Choice) -> None:
        """Show it and wait; another question takes the place of the one that stands."""
        self._choice = choice
        self._put_answers(choice)
        self.appear(choice.text)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def dismiss(self) -> None:
        """Take the question away, unanswered."""
        if self._choice is not None:
            self._choice = None
            self.vanish()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()
        if self._choice is None or event.isAutoRepeat():
            return
        if event.key() == Qt.Key.Key_Escape:
            self._take(len(self._choice.answers) - 1)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        elif 0 <= (at := event.key() - Qt.Key.Key_1) < len(self._choice.answers):
            self._take(at)

    def _put_answers(self, choice: Choice) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        self._buttons = []
        for at, answer in enumerate(choice.answers):
            is_last = at == len(choice.answers) - 1
            button = KeyButton(answer.text, "Esc" if is_last else str(at + 1))
            key = button.accessibleDescription()
            button.setAccessibleDescription(f"{answer.consequence} {key}")
            button.clicked.connect(lambda _checked=False, at=at: self._take(at))
            self._buttons.append(button)
            self._list.addWidget(button)
            consequence = QLabel(answer.consequence)
            consequence.setObjectName("hint")
            consequence.setWordWrap(True)
            consequence.setContentsMargins(0, 0, 0, _BETWEEN)  # nearer to its own answer
            self._list.addWidget(consequence)

    def _take(self, at: int) -> None:
        choice = self._choice
        self.dismiss()
        if choice is not None:
            choice.answers[at].action()
