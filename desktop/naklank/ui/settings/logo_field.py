"""The practice's logo: chosen from any picture, kept as a small PNG."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.logo import read_logo
from naklank.translation import tr
from naklank.ui.parts.folder_dialog import ask_for_file
from naklank.ui.parts.key_button import KeyButton

SIZES: Final = (QSize(650, 155), QSize(325, 78))
"""Dots: 300 and 150 to the inch of what a sheet has room for; the second for a busy picture."""

KIND: Final = "PNG, JPEG, SVG (*.png *.jpg *.jpeg *.svg *.bmp *.gif *.webp)"


class LogoField(QWidget):
    """Shows the logo as it is, or that there is none."""

    chosen = Signal()
    """A picture that can be used."""
    failed = Signal(object)
    """LOGO_UNUSABLE, with the name of the file."""

    def __init__(self) -> None:
        super().__init__()
        self.logo = b""
        self.picture = QLabel()
        self.picture.setMinimumHeight(SIZES[1].height())
        self.choose = KeyButton(tr("Choose a picture…"))
        self.remove = KeyButton(tr("Remove the logo"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.picture, 1)
        row.addWidget(self.choose)
        row.addWidget(self.remove)
        self.choose.clicked.connect(
            lambda: ask_for_file(self, self.take, tr("Which picture?"), KIND)
        )
        self.remove.clicked.connect(lambda: self.show_logo(b""))
        self.show_logo(b"")

    def show_logo(self, logo: bytes) -> None:
        """A PNG, or nothing."""
        self.logo = logo
        self.remove.setEnabled(bool(logo))
        self.picture.setText("" if logo else tr("No logo"))
        self.picture.setAccessibleName(tr("The logo") if logo else tr("No logo"))
        if logo:
            image = QPixmap.fromImage(QImage.fromData(logo))
            keep = Qt.AspectRatioMode.KeepAspectRatio
            smooth = Qt.TransformationMode.SmoothTransformation
            self.picture.setPixmap(image.scaled(SIZES[1], keep, smooth))

    def take(self, file: str) -> None:
        """Make a small PNG of the picture in this file, as it lies on the sheet."""
        try:
            self.show_logo(small_png(file))
        except ValueError:
            self.failed.emit(NaklankError(ErrorCode.LOGO_UNUSABLE, file=Path(file).name))
        else:
            self.chosen.emit()


def small_png(file: str) -> bytes:
    """A PNG that a sheet has room for. Raises ValueError where the file holds no picture."""
    reader = QImageReader(file)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    _draw_large(reader)
    image = reader.read()
    if image.isNull():
        raise ValueError("no picture")
    for size in SIZES:
        png = _png(image, size)
        try:
            return read_logo(png)
        except ValueError:
            continue  # too many bytes for the page
    raise ValueError("too large")


def _draw_large(reader: QImageReader) -> None:
    """What is drawn and not made of dots is sharp at any size."""
    if reader.format().data() == b"svg" and not reader.size().isEmpty():
        reader.setScaledSize(reader.size().scaled(SIZES[0], Qt.AspectRatioMode.KeepAspectRatio))


def _png(image: QImage, size: QSize) -> bytes:
    if image.width() > size.width() or image.height() > size.height():
        keep, smooth = (
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        image = image.scaled(size, keep, smooth)
    # Where and with what it was made stays here.
    for name in image.textKeys():
        image.setText(name, "")
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload] # a format's name is text
    return bytes(buffer.data().data())
