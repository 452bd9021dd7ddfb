"""A small box over words, to type others in their place."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from naklank.translation import tr
from naklank.ui.theme import TARGET, font

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class WordEdit(QLineEdit):
    """Enter accepts, and so does leaving it; Escape gives up."""

    accepted = Signal(str)
    given_up = Signal()

    def __init__(self, parent: QWidget, home: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self._home = home
        self.setFont(font(19))
        self.setAccessibleName(tr("Other words for this place"))
        self.hide()

    def start(self, text: str, box: QRectF) -> None:
        """Offer these words to be typed over, where they stand."""
        self.setText(text)
        self.stand_over(box)
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        self.selectAll()
        self.show()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def stand_over(self, box: QRectF) -> None:
        """Come to these words, as wide as they need, but inside the parent."""
        room = self._room.rect()
        words = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        width = min(room.width(), max(160, round(words) + 60))
        height = max(TARGET, self.sizeHint().height())
        left = max(0, min(round(box.left()) - 13, room.width() - width))
        top = max(0, min(round(box.center().y() - height / 2), room.height() - height))
        self.setGeometry(left, top, width, height)

    def event(self, event: QEvent) -> bool:
        """No shortcut of the page acts on a text that is still being typed."""
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()
        if event.key() in _ENTER:
            if not event.isAutoRepeat():
                self._end(accept=True)
        elif event.key() == Qt.Key.Key_Escape:
            self._end(accept=False)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A press elsewhere accepts first: no button acts on a text that is still being typed."""
        is_press = event.type() is QEvent.Type.MouseButtonPress and isinstance(watched, QWidget)
        if is_press and watched is not self and QApplication.activePopupWidget() is None:
            self.finish()
        return False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        elsewhere = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
        if self.isVisible() and event.reason() not in elsewhere:
            self._end(accept=True)

    def finish(self) -> None:
        """Accept what stands in it."""
        if not self.isHidden():
            self._end(accept=True)

    def give_up(self) -> None:
        """Forget what stands in it."""
        if not self.isHidden():
            self._end(accept=False)

    def _end(self, *, accept: bool) -> None:
        text, had_focus = self.text(), self.hasFocus()
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        self.hide()
        if had_focus:
            self._home.setFocus()
        if accept:
            self.accepted.emit(text)
        else:
            self.given_up.emit()
