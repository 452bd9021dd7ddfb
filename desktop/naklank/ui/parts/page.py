"""What the pages have in common: a body, and below it the buttons, always in the same places."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Self

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from naklank.translation import tr
from naklank.ui.parts.confirm import Question
from naklank.ui.parts.scrolling import Squeezed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from naklank.workflow.desk import Desk

MARGIN: Final = 24
GAP: Final = 14


class Page(QWidget):
    """One step. Draws the session at hand, sends the doctor's intents to the desk."""

    asked = Signal(object)
    """A Question that must be answered before something is deleted."""
    offered = Signal(object)
    """A Choice with several answers."""
    noticed = Signal(object)
    """A Saying that the doctor should read."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        inside = QWidget()
        self.body = QHBoxLayout(inside)
        self.body.setContentsMargins(MARGIN, 12, MARGIN, 18)
        self.body.setSpacing(20)
        whole.addWidget(Squeezed(inside), 1)
        footer = QFrame()
        footer.setObjectName("footer")
        self._buttons = QHBoxLayout(footer)
        self._buttons.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
        self._buttons.setSpacing(GAP)
        whole.addWidget(footer)

    def place_buttons(self, left: Sequence[QWidget], right: Sequence[QWidget]) -> None:
        """The last one on the right is the main button."""
        for widget in left:
            self._buttons.addWidget(widget)
        self._buttons.addStretch(1)
        for widget in right:
            self._buttons.addWidget(widget)

    def draw(self) -> None:
        """Show the session as it is now."""
        raise NotImplementedError

    def ask_to_delete(self, question: str, delete: Callable[[], object]) -> None:
        """Delete only after somebody said so, and not by Enter."""
        self.asked.emit(Question(question, tr("Keep it"), tr("Delete"), delete))

    def ask_to_keep_as_it_was(self) -> None:
        """Give up what is spoken anew, or more; asked where something of it is there."""
        keep = self.desk.speaking_again.keep_as_it_was
        if self.desk.session.has_nothing_new:
            keep()
        else:
            question = tr("Delete what you have just spoken? The rest stays as it was.")
            self.ask_to_delete(question, keep)

    def redraw(self, *_news: object) -> None:
        """As `draw`, for any signal; Qt forgets it together with the page."""
        self.draw()

    def enter(self) -> None:
        """The page has just come into sight."""

    def take_focus(self) -> None:
        """To where the first key belongs; on the page itself Tab begins at its first control."""
        self.setFocus()

    def take_over(self, old: Self) -> None:
        """Made anew in another language: what stood on the old one alone, not on the desk."""

    def clear(self) -> None:
        """Another session lies on the desk: forget what was shown of the one before."""


class Card(QFrame):
    """A white card with these widgets below each other."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self.setObjectName("card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 20, 20, 20)
        self.column.setSpacing(12)
        for widget in widgets:
            self.column.addWidget(widget)
