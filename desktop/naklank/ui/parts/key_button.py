"""A button that shows its key."""

from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QWidget

from naklank.translation import tr
from naklank.ui.parts.key_names import key_name
from naklank.ui.parts.pressable import Pressable
from naklank.ui.parts.signs import Mark, paint_mark
from naklank.ui.theme import RADIUS, TARGET, colour, font, paint_ring, scaled


class Kind(Enum):
    """What pressing the button means."""

    MAIN = "main"
    """The one step on."""
    PLAIN = "plain"
    QUIET = "quiet"
    """Beside the way: no border until the pointer is on it."""
    DANGER = "danger"
    """Deletes: never filled, never by Enter."""


class KeyButton(Pressable):
    """A label with its key on it, such as "Pauze [P]".

    With `setCheckable(True)` it shows a choice, filled and with a sign; only `setChecked` changes
    that, never the click itself.
    """

    def __init__(
        self,
        text: str = "",
        key: str = "",
        kind: Kind = Kind.PLAIN,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setMinimumSize(0, 0)  # its words decide, and they are never cut off
        self.kind = kind
        self.checked_mark = Mark.CHECK
        self.is_compact = False
        self._key = ""
        self._key_room = ""
        self._others: tuple[str, ...] = ()
        self._texts: tuple[str, ...] = ()
        self._shortcut = QShortcut(self)
        self._shortcut.setAutoRepeat(False)
        self._shortcut.activated.connect(self.click)
        self.setText(text)
        self.set_key(key)

    @property
    def obeys_enter(self) -> bool:
        return self.kind is not Kind.DANGER

    @property
    def key(self) -> str:
        """The key that stands on it, as `set_key` was given it; empty without one."""
        return self._key

    def set_key(self, key: str) -> None:
        """The key that presses the button anywhere in its window, such as "Ctrl+Return" or "P"."""
        self._key = key
        self._set_shortcut()
        self.setAccessibleDescription(tr("Key: {key}").format(key=key_name(key)) if key else "")
        self.updateGeometry()
        self.update()

    def answer_too(self, *keys: str) -> None:
        """Obey these keys as well, which do not stand on it: those of a foot pedal."""
        self._others = tuple(filter(None, keys))
        self._set_shortcut()

    def reserve_key(self, key: str) -> None:
        """Keep room for a key that is there only at times, so that nothing moves."""
        self._key_room = key
        self.updateGeometry()

    def reserve(self, *texts: str) -> None:
        """Keep room for the longest of the texts that it may have, so that nothing moves."""
        self._texts = texts
        self.updateGeometry()

    def twin(self) -> "KeyButton":
        """One for another window: the same words, room and key, and it presses this one."""
        twin = KeyButton(self.text(), self.key, self.kind)
        twin.reserve(*self._texts)
        twin.clicked.connect(self.click)
        return twin

    def nextCheckState(self) -> None:
        """A click asks; what is chosen is told by `setChecked`."""

    def sizeHint(self) -> QSize:
        width = self._text_width() + self._cap_width(self._key or self._key_room)
        width += self._mark_width() + 2 * scaled(self._padding)
        return QSize(max(round(width + 0.5), TARGET), max(TARGET, scaled(TARGET)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_body(painter)
        self._paint_content(painter)
        if self.is_reached:
            paint_ring(painter, QRectF(self.rect()))

    @property
    def _padding(self) -> int:
        return 12 if self.is_compact or self.kind is Kind.QUIET or self.isCheckable() else 20

    def _is_filled(self) -> bool:
        return self.kind is Kind.MAIN or self.isChecked()

    def _text_width(self) -> float:
        # The bold letters' width always: being chosen must not make the button wider.
        bold = self.kind is Kind.MAIN or self.isCheckable()
        letters = QFontMetricsF(font(bold=bold))
        return max(letters.horizontalAdvance(text) for text in (self.text(), *self._texts))

    def _mark_width(self) -> float:
        return scaled(22) if self.isCheckable() else 0

    def _cap_width(self, key: str) -> float:
        if not key:
            return 0
        letters = QFontMetricsF(font(13, bold=self.kind is Kind.MAIN))
        return letters.horizontalAdvance(key_name(key)) + scaled(14) + scaled(8)

    def _set_shortcut(self) -> None:
        self._shortcut.setEnabled(bool(self._key or self._others))
        others = (QKeySequence(one) for one in self._others)
        self._shortcut.setKeys([*_sequences(self._key), *others])

    def _paint_body(self, painter: QPainter) -> None:
        if not self.isEnabled():
            ground, edge = ("disabled", "disabled") if self._is_filled() else ("card", "disabled")
        elif self._is_filled():
            ground = edge = "ink" if self.isChecked() and self.kind is Kind.DANGER else "accent"
        else:
            ground = "accent_tint" if self.underMouse() or self.isDown() else "card"
            edge = "edge"
        if self.kind is Kind.QUIET and not self._is_filled():
            edge = ground = "accent_tint" if self.underMouse() and self.isEnabled() else ""
        if not ground:
            return
        fill = colour(ground)
        if self._is_filled() and self.isEnabled() and (self.underMouse() or self.isDown()):
            fill = fill.darker(125)
        painter.setBrush(fill)
        painter.setPen(QPen(colour(edge), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)

    def _ink(self) -> str:
        if not self.isEnabled():
            return "on_disabled"
        return "on_accent" if self._is_filled() else "ink"

    def _paint_content(self, painter: QPainter) -> None:
        bold = self._is_filled()
        painter.setFont(font(bold=bold))
        painter.setPen(colour(self._ink()))
        text = QFontMetricsF(painter.font()).horizontalAdvance(self.text())
        cap = self._cap_width(self._key)
        room = self._cap_width(self._key or self._key_room)
        whole = self._mark_width() + text + room
        left = (self.width() - whole) / 2
        if self.isCheckable():
            side = scaled(14)
            box = QRectF(left, (self.height() - side) / 2, side, side)
            mark = self.checked_mark if self.isChecked() else Mark.RING
            paint_mark(painter, mark, box, colour(self._ink() if self.isChecked() else "edge"))
            left += self._mark_width()
        where = QRectF(left, 0, text + 1, self.height())
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, self.text())
        if cap:
            gap = scaled(8)
            self._paint_cap(painter, QRectF(left + text + gap, 0, cap - gap, self.height()))

    def _paint_cap(self, painter: QPainter, room: QRectF) -> None:
        high = scaled(22)
        cap = QRectF(room.x(), room.center().y() - high / 2, room.width(), high)
        painter.setPen(QPen(colour("edge"), 1))
        painter.setBrush(colour("ground" if self.isEnabled() else "disabled"))
        painter.drawRoundedRect(cap, 3, 3)
        painter.setFont(font(13, bold=self.kind is Kind.MAIN))
        painter.setPen(colour("muted" if self.isEnabled() else "on_disabled"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key_name(self._key))


def _sequences(key: str) -> list[QKeySequence]:
    """The key itself, and the one on the number pad where Enter is asked for."""
    if not key:
        return []
    return [QKeySequence(one) for one in dict.fromkeys((key, key.replace("Return", "Enter")))]
