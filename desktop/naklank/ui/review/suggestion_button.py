"""The button that puts in what is offered for the words of a check."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from naklank.translation import tr
from naklank.ui.parts.key_button import KeyButton
from naklank.ui.theme import font, scaled

_KEY = "N"
_WIDTH = 140


class SuggestionButton(KeyButton):
    """As wide as its place, whatever is suggested; the whole of it stands in the tip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._meant = ""
        super().__init__("", _KEY, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        room = self.sizePolicy()
        room.setRetainSizeWhenHidden(True)
        self.setSizePolicy(room)

    def set_suggestion(self, meant: str) -> None:
        """Offer these words; hidden where there are none, and its room stays."""
        self._meant = meant
        self.setVisible(bool(meant))
        self.setEnabled(bool(meant))
        text = tr("Put in: {word}").format(word=meant) if meant else ""
        self.setAccessibleName(text)
        self.setToolTip(text)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(scaled(_WIDTH), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - 2 * scaled(self._padding) - self._cap_width(self.key)
        letters = QFontMetricsF(font())
        elide = Qt.TextElideMode.ElideRight
        self.setText(letters.elidedText(self.accessibleName(), elide, max(0.0, room)))
