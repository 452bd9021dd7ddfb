"""The text alone: for the patient's record, and for a phone's camera."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from PySide6.QtCore import Signal

from naklank.sentences.record_text import record_text
from naklank.translation import tr
from naklank.ui.hand_over.passing_clipboard import PassingClipboard
from naklank.ui.parts.key_button import KeyButton
from naklank.ui.parts.way_parts import Status, WayCard, flowing, heading

if TYPE_CHECKING:
    from naklank.ui.parts.message_bar import Saying
    from naklank.workflow.desk import Desk


class TextCard(WayCard):
    """Copies for a minute, and then asks whether it stands in the record."""

    qr_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.clipboard = PassingClipboard(self)
        self.record = KeyButton(tr("Copy for the record"), "D")
        self.qr = KeyButton(tr("QR code"), "Q")
        self.in_record = KeyButton(tr("Pasted in the record"), "J")
        self.status = Status(
            tr("Only the text, without the patient's name."), _copied(), _asked(), _in_record()
        )
        self.column.addWidget(heading(tr("Text"), self.status))
        self.column.addWidget(flowing([self.record, self.in_record, self.qr]))
        self.record.clicked.connect(self._on_record)
        self.in_record.clicked.connect(self._on_in_record)
        self.qr.clicked.connect(self.qr_asked)
        self.clipboard.cleared.connect(self._on_cleared)
        self.clear()

    def take_over(self, old: Self) -> None:
        """The clipboard too: the minute of what lies there goes on."""
        self.clipboard = old.clipboard
        self.clipboard.setParent(self)
        self.clipboard.cleared.connect(self._on_cleared)
        self.in_record.setEnabled(old.in_record.isEnabled())
        self._say(old._said)

    def draw(self) -> None:
        ways, has_text = self.desk.settings.ways, self.desk.session.agreement.take_home.has_text
        self.setVisible(has_text and (ways.record or ways.qr))
        self.record.setVisible(ways.record)
        self.in_record.setVisible(ways.record)
        self.qr.setVisible(ways.qr)

    def clear(self) -> None:
        """Another session: nothing of this one stays, on the clipboard neither."""
        self.clipboard.clear()
        self._say(_nothing)
        self.in_record.setEnabled(False)

    def _on_record(self) -> None:
        handing_over = self.desk.handing_over
        self.clipboard.hold(
            record_text(self.desk.session, handing_over.sheet(), handing_over.origin)
        )
        self._say(_copied)
        self.in_record.setEnabled(True)

    def _on_in_record(self) -> None:
        self.clipboard.clear()
        self.in_record.setEnabled(False)
        self._say(_in_record)

    def _on_cleared(self) -> None:
        self._say(_asked)

    def _say(self, say: Saying) -> None:
        self._said = say
        show = self.status.warn if say in (_copied, _asked) else self.status.tell
        show(say())


def _nothing() -> str:
    return ""


def _copied() -> str:
    return tr("Copied for one minute: paste it into the record now.")


def _asked() -> str:
    return tr("No longer on the clipboard. Is the text in the record?")


def _in_record() -> str:
    return tr("✓ In the record")
