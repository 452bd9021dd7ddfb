"""One place for what must be said: it is always there, so that nothing moves when it speaks."""

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from naklank.translation import tr
from naklank.ui.parts.pressable import Pressable
from naklank.ui.parts.scrolling import scrolling
from naklank.ui.parts.signs import Mark, paint_mark
from naklank.ui.theme import RADIUS, TARGET, colour, paint_ring, scaled, set_ink

Saying = Callable[[], str]
"""Says a sentence in the language that the screen speaks when it is asked."""


class MessageKind(Enum):
    """How much it matters; never red, which is the microphone's."""

    NOTICE = "notice"
    WARNING = "warning"
    ERROR = "error"


_LOOKS = {
    MessageKind.NOTICE: ("accent_tint", "accent", "ink", Mark.INFORMATION),
    MessageKind.WARNING: ("amber_tint", "amber", "ink", Mark.EXCLAMATION),
    MessageKind.ERROR: ("ink", "ink", "card", Mark.EXCLAMATION),
}
"""Ground, edge, letters and sign."""

_ORDER = tuple(MessageKind)
"""The gravest last."""


class MessageBar(QWidget):
    """A sign, a word for what is no good news, the sentence and a cross.

    It has room for two lines, also while it is silent.
    """

    closed = Signal()
    """By the cross, or by Escape on it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said: tuple[tuple[MessageKind, Saying], ...] = ()
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._close = _Cross(self)
        self._close.clicked.connect(self._on_closed)
        room = self._close.sizePolicy()
        room.setRetainSizeWhenHidden(True)
        self._close.setSizePolicy(room)
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(46), 2, 6, 2)
        row.setSpacing(12)
        # A longer one than there is room for scrolls: nothing below it moves.
        self._room = scrolling(self._text)
        row.addWidget(self._room, 1)
        row.addWidget(self._close)
        self.setFixedHeight(max(TARGET + 4, scaled(52)))
        self.retranslate()
        self.clear()

    @property
    def text(self) -> str:
        """What it says now, or nothing."""
        return " ".join(filter(None, (say() for _kind, say in self._said)))

    @property
    def _kind(self) -> MessageKind | None:
        """The gravest of what it says."""
        return max((kind for kind, _say in self._said), key=_ORDER.index, default=None)

    def show_message(self, kind: MessageKind, say: Saying) -> None:
        """Say it, also aloud where a screen reader runs; takes the place of what stood there."""
        self._show(((kind, say),))

    def _show(self, said: tuple[tuple[MessageKind, Saying], ...]) -> None:
        self._said = said
        self._dress()
        self._room.verticalScrollBar().setValue(0)
        self._close.show()
        aloud = QAccessibleAnnouncementEvent(self, self._text.text())
        aloud.setPoliteness(
            QAccessible.AnnouncementPoliteness.Polite
            if self._kind is MessageKind.NOTICE
            else QAccessible.AnnouncementPoliteness.Assertive
        )
        QAccessible.updateAccessibility(aloud)

    def _dress(self) -> None:
        """In the colours of the gravest."""
        ink = _LOOKS[self._kind or MessageKind.NOTICE][2]
        set_ink(self._text, ink)
        self._close.ink = ink
        self.retranslate()
        self.update()

    def add_message(self, kind: MessageKind, say: Saying) -> None:
        """Say it beside what stands there already, the gravest first."""
        if self._kind is None or say() not in self.text:
            is_graver = self._kind is not None and _ORDER.index(kind) > _ORDER.index(self._kind)
            one = ((kind, say),)
            self._show((*one, *self._said) if is_graver else (*self._said, *one))

    def take_back(self, say: Saying) -> None:
        """Say this no more; what else stands there stays, and is not told aloud again."""
        self._said = tuple((kind, one) for kind, one in self._said if one is not say)
        if self._said:
            self._dress()
        else:
            self.clear()

    def clear(self) -> None:
        """Say nothing; its room stays."""
        self._said = ()
        self._text.clear()
        self._close.hide()
        self.setAccessibleName("")
        self.update()

    def retranslate(self) -> None:
        """Say it anew, in the language that the screen has now; what is over by then goes."""
        self._close.setAccessibleName(tr("Close this message"))
        self._close.setToolTip(tr("Close this message"))
        if self._kind is None:
            return
        if not self.text:  # what it told of is over by now
            self.clear()
            return
        words = {MessageKind.WARNING: tr("Mind"), MessageKind.ERROR: tr("It failed")}
        word = words.get(self._kind)  # a notice is mostly good news, and needs none
        self._text.setText(f"{word}: {self.text}" if word else self.text)
        self.setAccessibleName(self._text.text())

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._kind is None:
            return
        ground, edge, ink, mark = _LOOKS[self._kind]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(colour(ground))
        painter.setPen(QPen(colour(edge), 1.5))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        ring = scaled(22)
        box = QRectF(box.x() + scaled(14), box.center().y() - ring / 2, ring, ring)
        sign = colour("amber_ink" if self._kind is MessageKind.WARNING else ink)
        paint_mark(painter, Mark.RING, box, sign)
        inset = ring * 0.26
        paint_mark(painter, mark, box.adjusted(inset, inset, -inset, -inset), sign)

    def _on_closed(self) -> None:
        self.clear()
        self.closed.emit()


class _Cross(Pressable):
    """The cross that closes."""

    ink = "ink"

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = scaled(14)
        middle = QRectF(self.rect()).center()
        box = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        paint_mark(painter, Mark.CROSS, box, colour(self.ink))
        if self.underMouse():
            painter.setPen(QPen(colour(self.ink), 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), RADIUS, RADIUS)
        if self.is_reached:
            paint_ring(painter, QRectF(self.rect()))
