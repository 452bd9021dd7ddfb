"""The text alone: for the patient's record, and for a phone's camera."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from naklank.sentences.record_text import record_text
from naklank.translation import tr
from naklank.ui.hand_over.passing_clipboard import PassingClipboard
from naklank.ui.parts.key_button import KeyButton
from naklank.ui.parts.way_parts import Status, WayCard, flowing, heading

if TYPE_CHECKING:
    from naklank.workflow.desk import Desk


class TextCard(WayCard):
    """Copies for a minute, and then asks whether it stands in the record."""

    qr_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.clipboard = PassingClipboard(self)
        self.record = KeyButton(tr("Copy for the record"), "D")
        self.qr = KeyButton(tr("QR code"), "Q")
        self.in_record = KeyButton(tr("It is there"), "J")
        self.status = Status(
            tr("Only the text, without the patient's name."), _copied(), _asked(), _in_record()
        )
        self.column.addWidget(heading(tr("Text"), self.status))
        self.column.addWidget(flowing([self.record, self.in_record, self.qr]))
        self.record.clicked.connect(self._on_record)
        self.in_record.clicked.connect(self._on_in_record)
        self.qr.clicked.connect(self.qr_asked)
        self.clipboard.cleared.connect(lambda: self.status.warn(_asked()))
        self.clear()

    def draw(self) -> None:
        """As the settings are now."""
        ways = self._desk.settings.ways
        self.record.setVisible(ways.record)
        self.in_record.setVisible(ways.record)
        self.qr.setVisible(ways.qr)

    def clear(self) -> None:
        """Another session: nothing of this one stays on the clipboard."""
        self.clipboard.clear()
        self.status.tell("")
        self.in_record.setEnabled(False)

    def _on_record(self) -> None:
        handing_over = self._desk.handing_over
        self.clipboard.hold(
            record_text(self._desk.session, handing_over.sheet(), handing_over.origin)
        )
        self.status.warn(_copied())
        self.in_record.setEnabled(True)

    def _on_in_record(self) -> None:
        self.clipboard.clear()
        self.in_record.setEnabled(False)
        self.status.tell(_in_record())


def _copied() -> str:
    return tr("Copied for one minute: paste it into the record now.")


def _asked() -> str:
    return tr("No longer on the clipboard. Is the text in the record?")


def _in_record() -> str:
    return tr("✓ In the record")
