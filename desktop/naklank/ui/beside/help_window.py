"""The help: one text, that lies on this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTextBrowser, QVBoxLayout

from naklank.translation import help_text, tr
from naklank.ui.parts.key_button import KeyButton, Kind
from naklank.ui.parts.page import GAP, MARGIN
from naklank.ui.theme import BOLD, WEIGHT_AXIS, colour, font, scaled

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument
    from PySide6.QtWidgets import QWidget

_HEADINGS: Final = {1: 24, 2: 19, 3: 16}
"""Pixels, by the level of a heading."""


class HelpWindow(QDialog):
    """Stands beside the main window, which goes on hearing: a recording can be stopped."""

    selftest_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Help"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(820, 620)
        self.text = QTextBrowser()
        self.text.setAccessibleName(tr("Help"))
        self.text.setOpenLinks(False)  # nothing here leads anywhere else
        self.text.document().setDefaultFont(font())
        self.text.document().setDocumentMargin(scaled(14))
        self._fill()
        self.close_it = KeyButton(tr("Close"), "Ctrl+Return", Kind.MAIN)
        self.close_it.clicked.connect(self.close)
        self.selftest = KeyButton(tr("Self-test…"))
        self.selftest.clicked.connect(self.selftest_asked)
        below = QHBoxLayout()
        below.addWidget(self.selftest)
        below.addStretch(1)
        below.addWidget(self.close_it)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, GAP)
        column.setSpacing(GAP)
        column.addWidget(self.text, 1)
        column.addLayout(below)
        self.text.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and hasattr(self, "text"):
            self._fill()

    def _fill(self) -> None:
        """Write it in the colours that are worn now, and stay at its place."""
        place = self.text.verticalScrollBar().value()
        self.text.setMarkdown(help_text())
        _dress(self.text.document())
        self.text.verticalScrollBar().setValue(place)


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
                if place.format.fontWeight() > QTextCharFormat().fontWeight():
                    cursor.setPosition(block.position() + place.start)
                    end = block.position() + place.start + place.length
                    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                    cursor.setCharFormat(_bold())
        block = block.next()


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
