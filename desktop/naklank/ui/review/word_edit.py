"""A small box over words, to type others in their place."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from naklank.core.alignment import PUNCTUATION, bare, opening_signs
from naklank.translation import tr
from naklank.ui.theme import TARGET, font

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CLOSING: Final = tuple(".,;:!?…")


class WordEdit(QLineEdit):
    """Enter accepts, and so does leaving it; Escape gives up.

    What is typed at once stands for the words alone: the punctuation around them stays.
    """

    accepted = Signal(str)
    given_up = Signal()
    reached_out = Signal(int)
    """Backspace before the first letter (-1) or Delete behind the last (1): a word is torn."""

    def __init__(self, parent: QWidget, home: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self._home = home
        self._closing = ""
        """The signs behind the words that are typed over."""
        self.setFont(font(19))
        self.setAccessibleName(tr("Other words for this place"))
        self.hide()

    def start(self, text: str, box: QRectF) -> None:
        """Offer these words to be typed over, where they stand."""
        self.setText(text)
        self._remember_closing()
        self.stand_over(box)
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        words = bare(text)
        self.setSelection(text.index(words), len(words) or len(text))
        self.show()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def join_before(self, word: str) -> None:
        """Make one word of this one and the first of those in the box."""
        self._join(word.rstrip(PUNCTUATION), self.text())

    def join_behind(self, word: str) -> None:
        """Make one word of the last in the box and this one."""
        self._join(self.text().rstrip(PUNCTUATION), word)

    def _join(self, one: str, other: str) -> None:
        self.setText(one + other[len(opening_signs(other)) :])
        self._remember_closing()
        self.setCursorPosition(len(one))

    def _remember_closing(self) -> None:
        text = self.text()
        self._closing = text[len(text.rstrip(PUNCTUATION)) :]

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
        elif step := self._reaches_out(event):
            self.reached_out.emit(step)
        else:
            super().keyPressEvent(event)

    def _reaches_out(self, event: QKeyEvent) -> int:
        """To which side a key goes beyond the text; 0 where it does not, or is held down."""
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain or event.isAutoRepeat() or self.hasSelectedText():
            return 0
        if event.key() == Qt.Key.Key_Backspace and self.cursorPosition() == 0:
            return -1
        at_end = self.cursorPosition() == len(self.text())
        return 1 if event.key() == Qt.Key.Key_Delete and at_end else 0

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
        text, had_focus = self._meant(), self.hasFocus()
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        self.hide()
        if had_focus:
            self._home.setFocus()
        if accept:
            self.accepted.emit(text)
        else:
            self.given_up.emit()

    def _meant(self) -> str:
        """What stands in it; a mark that was typed takes the place of the one that stood there."""
        text = self.text().strip()
        words = text.removesuffix(self._closing).rstrip()
        if not bare(text):  # the words were taken out, and signs alone are left
            return ""
        return words if self._closing and words.endswith(_CLOSING) else text
