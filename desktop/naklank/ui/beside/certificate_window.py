"""The practice's certificate as a QR code, for another practice."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from naklank.sentences.seals import number_text
from naklank.translation import tr
from naklank.ui.hand_over.qr_code import qr_image
from naklank.ui.hand_over.qr_window import QrPicture, lay_beside
from naklank.ui.parts.key_button import KeyButton, Kind
from naklank.ui.window_place import within_screens

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from naklank.core.seals import KnownPractice


class CertificateWindow(QDialog):
    """Nothing of it is secret; the number beside it is what the other side compares."""

    def __init__(
        self, certificate: bytes, practice: KnownPractice, parent: QWidget | None = None
    ) -> None:
        """`certificate` is DER."""
        super().__init__(parent)
        self.setWindowTitle(tr("QR code"))
        self.resize(within_screens(900, 620))
        text = base64.b64encode(certificate).decode("ascii")
        self.picture = QrPicture(qr_image(text), tr("QR code with the practice's certificate"))
        self.close_it = KeyButton(tr("Close"), "Ctrl+Return", Kind.MAIN)
        self.close_it.clicked.connect(self.accept)
        number = tr("{name}, number {number}")
        words = (
            (tr("Certificate of your practice"), "heading"),
            (number.format(name=practice.name, number=number_text(practice.number)), ""),
            (tr("Read the number aloud to the other practice: it must see the same one."), ""),
        )
        lay_beside(self, self.picture, words, self.close_it)
