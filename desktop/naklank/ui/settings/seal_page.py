"""The practice's seal: its computers, and the practices whose seals are known here."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.seals import KnownPractice, SealState, read_number
from naklank.sentences.failures import sentence
from naklank.sentences.seals import number_text
from naklank.translation import tr
from naklank.ui.beside.certificate_window import CertificateWindow
from naklank.ui.beside.passphrase_window import PassphraseWindow
from naklank.ui.beside.verify_window import VerifyWindow
from naklank.ui.parts.confirm import Question
from naklank.ui.parts.flow_layout import FlowLayout
from naklank.ui.parts.folder_dialog import ask_for_file, ask_where_to_save
from naklank.ui.parts.key_button import KeyButton
from naklank.ui.parts.opening import open_over
from naklank.ui.parts.save_file import save_file
from naklank.ui.parts.scrolling import two_lines
from naklank.ui.settings.page import SettingsPage
from naklank.workflow.seal_flow import Deed

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from naklank.core.settings import Settings
    from naklank.workflow.desk import Desk

_LARGEST: Final = 1_000_000
"""Bytes of a certificate or a backup that is read."""

_BACKUPS: Final = "Naklank (*.naklank-seal)"
_CERTIFICATES: Final = "DER, PEM (*.cer *.crt *.der *.pem)"


class SealPage(SettingsPage):
    """What is done here is done at once; nothing of it waits for the button that saves."""

    asked = Signal(object)
    """A Question that must be answered before something is done that cannot be undone."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._flow = desk.seal
        self._state = SealState()
        self._file: Path | None = None
        """Where what is being made belongs."""
        self._certificate = b""
        """What is to be shown once it is known whose it is."""
        self.verify = KeyButton(tr("Verify files…"))
        self.status = _text("")
        self.told = QLabel()
        self.backup = KeyButton(tr("Make a backup…"))
        self.take_over = KeyButton(tr("Put a backup in…"))
        self.renew = KeyButton(tr("New keys"))
        self.save_certificate = KeyButton(tr("Save the certificate…"))
        self.show_certificate = KeyButton(tr("Show it as QR"))
        self.from_file = KeyButton(tr("From a file…"))
        self.pasted = QLineEdit()
        self.known = QWidget()
        self._known = QVBoxLayout(self.known)
        self.stolen = QLineEdit()
        self.withdraw = KeyButton(tr("It was stolen"))
        self._lay_out()
        self._connect()

    def title(self) -> str:
        return tr("Seal")

    def show_settings(self, settings: Settings, locked: AbstractSet[str]) -> None:  # noqa: ARG002 - the seal is no setting
        self._flow.show()

    def changed(self, settings: Settings) -> Settings:
        return settings

    def _lay_out(self) -> None:
        self._known.setContentsMargins(0, 0, 0, 0)
        self.pasted.setPlaceholderText(tr("or the text of the QR code"))
        self.pasted.setAccessibleName(tr("Text of the QR code of a practice's certificate"))
        self.stolen.setPlaceholderText("1A2B 3C4D 5E6F 7A8B")
        self.stolen.setAccessibleName(tr("Number of the computer that was stolen"))
        self.form.addRow(self.status)
        self.form.addRow(_row(self.verify))
        self.form.addRow(two_lines(self.told))
        self.add_explained(
            tr("Your practice on more computers, and for after a crash: one file."),
            _row(self.backup, self.take_over, self.renew),
        )
        self.form.addRow(
            tr("Let another practice know your seal"),
            _row(self.save_certificate, self.show_certificate),
        )
        self.form.addRow(
            tr("Know the seal of another practice"), _beside(self.pasted, self.from_file)
        )
        self.form.addRow(self.known)
        self.add_explained(
            tr("Number of a computer that was stolen: nothing it sealed counts any more."),
            _beside(self.stolen, self.withdraw),
        )

    def _connect(self) -> None:
        self._flow.done.connect(self._on_done)
        self._flow.failed.connect(self._on_failed)
        self.verify.clicked.connect(self._on_verify)
        self.backup.clicked.connect(self._on_backup)
        self.take_over.clicked.connect(
            lambda: ask_for_file(self, self._on_backup_chosen, tr("Which backup?"), _BACKUPS)
        )
        self.renew.clicked.connect(self._on_renew)
        self.save_certificate.clicked.connect(self._on_save_certificate)
        self.show_certificate.clicked.connect(self._on_show_certificate)
        self.from_file.clicked.connect(
            lambda: ask_for_file(
                self, self._on_certificate_chosen, tr("Which certificate?"), _CERTIFICATES
            )
        )
        self.pasted.returnPressed.connect(
            lambda: self._flow.look_at(self.pasted.text().encode("utf-8", "replace"))
        )
        self.withdraw.clicked.connect(self._on_withdraw)

    def _on_verify(self) -> None:
        open_over(VerifyWindow(self._desk, self))

    def _draw(self) -> None:
        state = self._state
        if state.practice is None:
            self.status.setText(tr("The seal of this practice is made at the first hand-over."))
        else:
            words = tr(
                "Seal of {name}, number {number}. This computer has number {computer}: write it "
                "down, for when it is stolen."
            )
            self.status.setText(
                words.format(
                    name=state.practice.name,
                    number=number_text(state.practice.number),
                    computer=number_text(state.computer),
                )
            )
        self.backup.setEnabled(state.has_root)
        while self._known.count():
            item = self._known.takeAt(0)
            if item is not None and (row := item.widget()) is not None:
                row.deleteLater()
        for one in state.known:
            self._known.addWidget(self._known_row(one))
        for number in state.withdrawn:
            self._known.addWidget(
                _text(tr("Stolen: computer {number}").format(number=number_text(number)))
            )

    def _known_row(self, one: KnownPractice) -> QWidget:
        forget = KeyButton(tr("Forget"))
        forget.is_compact = True
        forget.clicked.connect(partial(self._flow.forget, one.number))
        words = tr("{name}, number {number}")
        text = _text(words.format(name=one.name, number=number_text(one.number)))
        return _beside(text, forget)

    def _on_done(self, deed: Deed, outcome: Any) -> None:  # noqa: ANN401 - as the deed says
        if isinstance(outcome, SealState):
            self._state = outcome
            self._draw()
            if self._certificate and self._state.practice:
                open_over(CertificateWindow(self._certificate, self._state.practice, self))
            self._certificate = b""
        match deed:
            case Deed.BACKED_UP | Deed.CERTIFIED:
                self._write(outcome)
            case Deed.LOOKED_AT:
                self._ask_to_trust(*outcome)
            case Deed.TRUSTED:
                self.pasted.clear()
                self._tell(tr("Its seals are known here from now on."))
            case Deed.FORGOTTEN:
                self._tell(tr("Its seals are unknown here from now on."))
            case Deed.WITHDRAWN:
                self.stolen.clear()
                self._tell(
                    tr(
                        "Nothing that computer sealed counts here any more. Do the same on your "
                        "other computers."
                    )
                )
            case Deed.RENEWED:
                self._tell(tr("This computer has new keys. What was sealed before stays valid."))
            case Deed.TAKEN_OVER:
                self._tell(tr("This computer now seals for the practice of that backup."))

    def _on_failed(self, error: NaklankError) -> None:
        self._file = None
        self._tell(sentence(error), "amber")

    def _on_backup(self) -> None:
        ask_where_to_save(self, self._on_backup_place, "zegel.naklank-seal", _BACKUPS)

    def _on_backup_place(self, name: str) -> None:
        self._file = Path(name)
        window = PassphraseWindow(is_new=True, parent=self)
        window.typed.connect(lambda phrase, _: self._flow.back_up(phrase))
        open_over(window)

    def _on_backup_chosen(self, name: str) -> None:
        data = self._read(Path(name), ErrorCode.BACKUP_FOREIGN)
        if data is None:
            return
        window = PassphraseWindow(is_new=False, parent=self)
        window.typed.connect(
            lambda phrase, keeps: self._flow.take_over(data, phrase, keeps_root=keeps)
        )
        open_over(window)

    def _on_renew(self) -> None:
        text = (
            tr("Give this computer new keys? What was sealed before stays valid.")
            if self._state.has_root or self._state.practice is None
            else tr(
                "This computer then begins a seal of its own, beside that of your practice. "
                "Other computers do not know it. Put the backup in instead, if you have it."
            )
        )
        self.asked.emit(Question(text, tr("Leave it"), tr("New keys"), self._flow.renew))

    def _on_save_certificate(self) -> None:
        ask_where_to_save(self, self._on_certificate_place, "praktijk.cer", _CERTIFICATES)

    def _on_certificate_place(self, name: str) -> None:
        self._file = Path(name)
        self._flow.certify()

    def _on_show_certificate(self) -> None:
        self._file = None
        self._flow.certify()

    def _on_certificate_chosen(self, name: str) -> None:
        data = self._read(Path(name), ErrorCode.CERTIFICATE_FOREIGN)
        if data is not None:
            self._flow.look_at(data)

    def _ask_to_trust(self, one: KnownPractice, certificate: bytes) -> None:
        words = tr(
            "This certificate calls itself {name}; anybody can. Call that practice: is its number "
            "{number}? Only then trust it."
        )
        text = words.format(name=one.name, number=number_text(one.number))
        trust = partial(self._flow.trust, certificate)
        self.asked.emit(Question(text, tr("Do not trust it"), tr("The number is right"), trust))

    def _on_withdraw(self) -> None:
        number = read_number(self.stolen.text())
        if number is None:
            self._tell(tr("This is no number of a computer. Look once more."), "amber")
            return
        words = tr(
            "Nothing that computer {number} ever sealed counts any more, also what patients have "
            "at home. This cannot be undone."
        )
        text = words.format(number=number_text(number))
        withdraw = partial(self._flow.withdraw, number)
        self.asked.emit(Question(text, tr("Leave it"), tr("It was stolen"), withdraw))

    def _write(self, data: bytes) -> None:
        """Where somebody chose, or on the screen for a telephone."""
        if self._file is None:
            self._certificate = data
            self._flow.show()  # the practice may have got its name and number just now
            return
        file, self._file = self._file, None
        try:
            save_file(file, data)
        except NaklankError as error:
            self._tell(sentence(error), "amber")
        else:
            self._tell(tr("Saved as {file}.").format(file=file.name))

    def _read(self, file: Path, foreign: ErrorCode) -> bytes | None:
        try:
            if file.stat().st_size <= _LARGEST:
                return file.read_bytes()
            error = NaklankError(foreign)
        except OSError:
            error = NaklankError(ErrorCode.FILE_NOT_READABLE, file=file.name)
        self._tell(sentence(error), "amber")
        return None

    def _tell(self, words: str, look: str = "done") -> None:
        self.told.setObjectName(look)
        self.told.setText(words)
        self.told.style().polish(self.told)


def _text(words: str) -> QLabel:
    label = QLabel(words)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)  # a practice calls itself what it likes
    return label


def _row(*buttons: KeyButton) -> QWidget:
    row = QWidget()
    flow = FlowLayout(row)
    for button in buttons:
        button.is_compact = True
        flow.addWidget(button)
    return row


def _beside(wide: QWidget, button: KeyButton) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(wide, 1)
    layout.addWidget(button)
    return row
