"""A text that lies on this computer, written in Markdown, in our own letters."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QImage, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser

from naklank.translation import help_picture
from naklank.ui.theme import BOLD, WEIGHT_AXIS, colour, font, scaled

_HEADINGS: Final = {1: 24, 2: 19, 3: 16}
"""Pixels, by the level of a heading."""
_WIDTH: Final = 660
"""Pixels, of a picture."""
_IMAGE: Final = QTextDocument.ResourceType.ImageResource.value


class Prose(QTextBrowser):
    """Reads like a page; what looks like a link leads nowhere."""

    def __init__(self, markdown: str, name: str) -> None:
        super().__init__()
        self._markdown = markdown
        self.setAccessibleName(name)
        self.setOpenLinks(False)
        self.document().setDefaultFont(font())
        self.document().setDocumentMargin(scaled(14))
        self._fill()

    def show_text(self, markdown: str) -> None:
        """Another text, from its beginning."""
        self._markdown = markdown
        self.verticalScrollBar().setValue(0)
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and hasattr(self, "_markdown"):
            self._fill()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """A picture of ours, no wider than a small screen."""
        if kind == _IMAGE:
            return _picture(QUrl(name).toString(), self.devicePixelRatioF())
        return super().loadResource(kind, name)

    def _fill(self) -> None:
        """Write it in the colours that are worn now, and stay at its place."""
        place = self.verticalScrollBar().value()
        self.setMarkdown(self._markdown)
        _dress(self.document())
        self.verticalScrollBar().setValue(place)


def _dress(document: QTextDocument) -> None:
    """Letters of our own for headings and for what is bold: a weight would be smeared on."""
    block = document.begin()
    while block.isValid():
        level = block.blockFormat().headingLevel()
        cursor = QTextCursor(block)
        if cursor.currentTable() is None:
            cursor.mergeBlockFormat(_spaced(level))
        if level:
            cursor.movePosition(
                QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
            )
            cursor.setCharFormat(_bold(_HEADINGS[level], "accent"))
        else:
            for place in block.textFormats():
                cursor.setPosition(block.position() + place.start)
                end = block.position() + place.start + place.length
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                if place.format.fontWeight() > QTextCharFormat().fontWeight():
                    cursor.setCharFormat(_bold())
        block = block.next()


def _picture(name: str, ratio: float) -> QImage:
    smooth = Qt.TransformationMode.SmoothTransformation
    picture = QImage(help_picture(name)).scaledToWidth(round(_WIDTH * ratio), smooth)
    picture.setDevicePixelRatio(ratio)  # how many dots make a pixel there
    return picture


def _spaced(level: int) -> QTextBlockFormat:
    form = QTextBlockFormat()
    form.setTopMargin(scaled(16 if level > 1 else 0))
    form.setBottomMargin(scaled(6))
    return form


def _bold(px: int = 16, ink: str = "ink") -> QTextCharFormat:
    form = QTextCharFormat()
    form.setForeground(colour(ink))
    form.setFontVariableAxes({WEIGHT_AXIS: BOLD})
    form.setProperty(QTextCharFormat.Property.FontPixelSize, scaled(px))
    return form
