"""The text as a QR code, over the whole window, for the patient's telephone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from naklank.translation import speaking, tr
from naklank.ui.hand_over.qr_code import qr_image, qr_text
from naklank.ui.parts.key_button import KeyButton, Kind
from naklank.ui.parts.page import GAP, MARGIN
from naklank.ui.window_place import within_screens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from naklank.core.sheet import Sheet
    from naklank.core.transcript import Language

_WHITE = 12
"""Pixels of white around the code's own quiet edge, also in a dark theme."""


class QrWindow(QDialog):
    """Shows the text of this sheet as long as it stands there; nothing of it is kept."""

    def __init__(self, sheet: Sheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("QR code"))
        self.resize(within_screens(1000, 660))
        image = qr_image(qr_text(sheet))
        self.is_too_long = image is None
        self.picture = QrPicture(image, tr("QR code with the text of the sheet"))
        self.close_it = KeyButton(tr("Close"), "Ctrl+Return", Kind.MAIN)
        self.close_it.clicked.connect(self.close)
        picture = None if self.is_too_long else self.picture
        words = _for_doctor() if self.is_too_long else _for_patient(sheet.language)
        lay_beside(self, picture, words, self.close_it)
        self.close_it.setFocus()


def _for_patient(language: Language) -> list[tuple[str, str]]:
    with speaking(language):
        return [
            (tr("Point the camera of your phone at the code."), "heading"),
            (tr("The text then stands on your phone. Choose “copy”, and keep it in a note."), ""),
            (tr("Do not choose “search”: the text would then go to the internet."), ""),
        ]


def _for_doctor() -> list[tuple[str, str]]:
    return [
        (tr("The text is too long for a QR code."), "heading"),
        (tr("Give it on paper or as a file: these hold all of it."), ""),
    ]


def lay_beside(
    window: QWidget,
    picture: QrPicture | None,
    texts: Sequence[tuple[str, str]],
    button: QWidget,
) -> None:
    """The code at the left; beside it texts, each with its kind of label, and a button below."""
    words = QVBoxLayout()
    words.setSpacing(GAP)
    for text, kind in texts:
        label = QLabel(text)
        label.setObjectName(kind)
        label.setWordWrap(True)
        words.addWidget(label)
    words.addStretch(1)
    words.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)
    row = QHBoxLayout(window)
    row.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
    row.setSpacing(MARGIN)
    if picture is not None:
        row.addWidget(picture, 3)
    row.addLayout(words, 2)


class QrPicture(QWidget):
    """The code as large as fits, each dot a whole number of pixels."""

    def __init__(self, image: QImage | None, name: str) -> None:
        super().__init__()
        self._image = image
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(560, 560)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._image is None:
            return
        ratio = self.devicePixelRatioF()
        room = (min(self.width(), self.height()) - 2 * _WHITE) * ratio
        dot = max(1, int(room // self._image.width())) / ratio
        side = dot * self._image.width()
        square = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        painter = QPainter(self)
        edge = square.adjusted(-_WHITE, -_WHITE, _WHITE, _WHITE)
        painter.fillRect(edge, Qt.GlobalColor.white)
        painter.drawImage(square, self._image)
