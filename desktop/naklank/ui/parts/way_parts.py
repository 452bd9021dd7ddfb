"""What the cards of the last step are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from naklank.sentences.figures import time_text
from naklank.ui.parts.flow_layout import FlowLayout
from naklank.ui.parts.key_button import KeyButton
from naklank.ui.parts.page import Card
from naklank.ui.parts.steady_label import SteadyLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from naklank.core.session import Way
    from naklank.workflow.desk import Desk


class Status(SteadyLabel):
    """What a way is for, and then what it did: in green, with its sign, in the same room."""

    def __init__(self, purpose: str, *longest: str) -> None:
        super().__init__()
        self.purpose = purpose
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.reserve((purpose, *longest))
        self.tell("")

    def tell(self, done: str) -> None:
        """What was done, or nothing yet."""
        self._show(done, "done")

    def warn(self, problem: str) -> None:
        """What is wrong, or nothing."""
        self._show(problem, "amber")

    def _show(self, text: str, kind: str) -> None:
        self.setObjectName(kind if text else "hint")
        self.setText(text or self.purpose)
        self.style().polish(self)


class WayCard(Card):
    """A card as low as it can be: several stand below each other, and one page tells them all."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.column.setContentsMargins(18, 10, 18, 14)
        self.column.setSpacing(8)

    def enter(self) -> None:
        """The page has just come into sight."""

    def draw(self) -> None:
        """As session, settings and what is on its way are now; not seen where it is no way out."""
        raise NotImplementedError

    def clear(self) -> None:
        """Another session: nothing of this one stays."""

    def take_over(self, old: Self) -> None:
        """As of a Page: what neither session nor desk knows."""

    def last(self, way: Way, said: Callable[[str], str]) -> str:
        """When it last went this way, as `said` tells it; empty where it did not yet."""
        moments = [one.moment for one in self.desk.session.hand_overs if one.way is way]
        return said(time_text(moments[-1])) if moments else ""


def heading(text: str, status: QWidget, *behind: QWidget) -> QWidget:
    """The name of a card, and beside it how it stands."""
    title = QLabel(text)
    title.setObjectName("heading")
    frame = QWidget()
    row = QHBoxLayout(frame)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(16)
    row.addWidget(title)
    row.addWidget(status, 1)
    for widget in behind:
        row.addWidget(widget)
    return frame


def flowing(widgets: Sequence[QWidget]) -> QWidget:
    """Beside each other, and below where there is no room."""
    frame = QWidget()
    flow = FlowLayout(frame)
    for widget in widgets:
        if isinstance(widget, KeyButton):
            widget.is_compact = True
        flow.addWidget(widget)
    return frame
