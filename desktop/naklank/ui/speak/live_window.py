"""The whole screen for somebody who reads along while the doctor speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from naklank.core.errors import ErrorCode
from naklank.translation import speaking, tr
from naklank.ui.parts.flow_layout import FlowLayout
from naklank.ui.parts.key_button import KeyButton
from naklank.ui.parts.page import GAP, MARGIN
from naklank.ui.speak.recording_sign import RecordingSign
from naklank.ui.theme import font
from naklank.workflow.recording_flow import Microphone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QHideEvent, QScreen

    from naklank.workflow.desk import Desk

LETTERS = 60
"""Pixels: read from across the desk."""


class LiveWindow(QDialog):
    """Very large letters, on the screen that the doctor does not use where there are two.

    Its buttons press those of the page below, which its keys cannot reach.
    """

    def __init__(self, desk: Desk, below: Sequence[KeyButton], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Read along"))
        self._desk = desk
        self._live = desk.typing.live
        self.sign = RecordingSign()
        self.unchecked = QLabel()
        self.text = QPlainTextEdit()
        self.close_it = KeyButton(tr("Close"), "Esc")
        self.close_it.answer_too("G")
        self.twins = [(one.twin(), one) for one in below]
        self._lay_out()
        self.close_it.clicked.connect(self.close)
        self._live.changed.connect(self._on_changed)
        desk.controller.began.connect(self.close)
        self.text.setFocus()

    def show_on(self, screen: QScreen) -> None:
        """Fill a screen; where the doctor works on another one, the keys stay there."""
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody reads along any more; a window that is only minimised still waits for them."""
        if not event.spontaneous():
            self._live.want(False)
        super().hideEvent(event)

    def draw(self, sign: RecordingSign) -> None:
        """As the page below is drawn now, whose sign this is."""
        self.sign.has_clock = sign.has_clock
        language = self._desk.session.language
        self.sign.set_sign(sign.sign, language)
        with speaking(language):
            self.unchecked.setText(tr("Not checked yet: the computer types what it hears."))
        self.sign.set_seconds(sign.seconds)
        for twin, one in self.twins:
            twin.setText(one.text())
            twin.setVisible(not one.isHidden())
            twin.setEnabled(one.isEnabled())
            twin.setCheckable(one.isCheckable())
            twin.setChecked(one.isChecked())
        self._draw_text()

    def _on_changed(self) -> None:
        self._draw_text()
        if not self._live.is_possible:
            self.close()

    def _draw_text(self) -> None:
        with speaking(self._desk.session.language):
            text = self._live.text or self._why_none()
        if text == self.text.toPlainText():
            return
        bar = self.text.verticalScrollBar()
        follows = bar.value() >= bar.maximum() - 1  # else somebody reads further up
        place = bar.value()
        self.text.setPlainText(text)
        bar.setValue(bar.maximum() if follows else place)

    def _why_none(self) -> str:
        """What a reader can expect, while no text stands there."""
        error = self._desk.typing.engine_error
        if error is not None and error.code is ErrorCode.ENGINE_UNUSABLE:
            return tr("This computer cannot type what is said.")
        if self._desk.recording.microphone is not Microphone.OPEN:
            return tr("What the doctor says will stand here.")
        if not self._live.is_coming:
            return tr("The text comes after a short pause: press Pause, and go on.")
        return tr("The text comes a few seconds later.")

    def _lay_out(self) -> None:
        self.unchecked.setObjectName("amber")
        self.unchecked.setFont(font(26, bold=True))
        self.unchecked.setWordWrap(True)
        self.text.setFont(font(LETTERS, bold=True))
        self.text.setAccessibleName(tr("What is said"))
        self.text.setReadOnly(True)
        self.text.setUndoRedoEnabled(False)  # nothing of it stays
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # It is read, and never copied: it is unchecked, and nobody's to keep.
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.text.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * MARGIN, MARGIN, 2 * MARGIN, MARGIN)
        column.setSpacing(GAP)
        column.addWidget(self.sign)
        column.addWidget(self.unchecked)
        column.addWidget(self.text, 1)
        keys = QWidget()
        row = FlowLayout(keys, GAP)
        for button in (self.close_it, *(twin for twin, _ in self.twins)):
            row.addWidget(button)
        column.addWidget(keys)
