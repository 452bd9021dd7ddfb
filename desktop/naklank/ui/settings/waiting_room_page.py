"""A poster for the waiting room and a card for the desk, in the practice's own words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from naklank.core.notice import Notice, NoticeForm, Wording, notice_of
from naklank.sentences.failures import sentence
from naklank.translation import tr
from naklank.ui.hand_over.sheet_view import SheetView
from naklank.ui.parts.drop_down import DropDown
from naklank.ui.parts.folder_dialog import ask_where_to_save
from naklank.ui.parts.key_button import KeyButton
from naklank.ui.parts.way_parts import flowing
from naklank.ui.settings.page import SettingsPage, lock

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from naklank.core.errors import NaklankError
    from naklank.core.settings import Settings
    from naklank.workflow.desk import Desk

_REST: Final = 300
"""Milliseconds without a key after which the poster is drawn again."""


class WaitingRoomPage(SettingsPage):
    """The words as they will hang there; printed or saved as they stand, also before saving."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._practice = ""
        self._texts = dict.fromkeys(Wording, "")
        self._wording = Wording.DUTCH
        self.wording = DropDown()
        self.wording.setAccessibleName(tr("In which words?"))
        self.wording.addItems([tr("In Dutch"), tr("In simple Dutch"), tr("In English")])
        self.words = QPlainTextEdit()
        self.words.setTabChangesFocus(True)
        self.words.setAccessibleName(tr("The words: first the title"))
        self.sheet = SheetView()
        self.sheet.setMinimumHeight(330)
        self.buttons = {
            "poster": KeyButton(tr("Print the poster")),
            "cards": KeyButton(tr("Print 4 desk cards")),
            "save_poster": KeyButton(tr("Poster as PDF…")),
            "save_card": KeyButton(tr("Card as PDF…")),
            "ours": KeyButton(tr("Our words again")),
        }
        self.told = QLabel()
        self.told.setObjectName("hint")
        self.told.setWordWrap(True)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._lay_out()
        self._connect()

    def title(self) -> str:
        return tr("Waiting room")

    def show_settings(self, settings: Settings, locked: AbstractSet[str]) -> None:
        self._practice = settings.practice.name
        for wording in Wording:
            own = getattr(settings.waiting, wording.value)
            self._texts[wording] = own or self._desk.equipment.notices.words(wording)
        self.words.setPlainText(self._texts[self._wording])
        lock(self.words, locked=any(f"waiting.{one.value}" in locked for one in Wording))

    def changed(self, settings: Settings) -> Settings:
        self._keep()
        own = {
            wording.value: "" if text == self._desk.equipment.notices.words(wording) else text
            for wording, text in self._texts.items()
        }
        return replace(settings, waiting=replace(settings.waiting, **own))

    @property
    def notice(self) -> Notice:
        """As it stands there now."""
        return notice_of(self.words.toPlainText(), self._wording, self._practice)

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.wording, self.words, flowing([*self.buttons.values()]), self.told):
            column.addWidget(part)
        column.setStretchFactor(self.words, 1)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(left, 55)
        row.addWidget(self.sheet, 45)
        self.add_explained(tr("Poster (A4) and desk card (A6): that patients may record"), both)

    def _connect(self) -> None:
        room = self._desk.waiting_room
        self.wording.activated.connect(self._on_wording)
        self.words.textChanged.connect(self._rest.start)
        self._rest.timeout.connect(lambda: room.show(self.notice, NoticeForm.POSTER))
        self.buttons["poster"].clicked.connect(lambda: room.print(self.notice, NoticeForm.POSTER))
        self.buttons["cards"].clicked.connect(lambda: room.print(self.notice, NoticeForm.CARDS))
        self.buttons["save_poster"].clicked.connect(lambda: self._on_save(NoticeForm.POSTER))
        self.buttons["save_card"].clicked.connect(lambda: self._on_save(NoticeForm.CARD))
        self.buttons["ours"].clicked.connect(self._on_ours)
        room.made.connect(self.sheet.show_pdf)
        room.printed.connect(self._on_printed)
        room.saved.connect(self._on_saved)
        room.failed.connect(self._on_failed)

    def _keep(self) -> None:
        lines = (" ".join(line.split()) for line in self.words.toPlainText().splitlines())
        self._texts[self._wording] = "\n".join(line for line in lines if line)

    def _on_wording(self, at: int) -> None:
        self._keep()
        self._wording = tuple(Wording)[at]
        self.words.setPlainText(self._texts[self._wording])

    def _on_ours(self) -> None:
        self.words.setPlainText(self._desk.equipment.notices.words(self._wording))

    def _on_save(self, form: NoticeForm) -> None:
        notice, room = self.notice, self._desk.waiting_room
        name = tr("poster.pdf") if form is NoticeForm.POSTER else tr("desk card.pdf")
        ask_where_to_save(
            self, lambda file: room.save(Path(file), notice, form), name, "PDF (*.pdf)"
        )

    def _on_printed(self) -> None:
        self.told.setText(tr("✓ Sent to the printer."))

    def _on_saved(self, file: Path) -> None:
        self.told.setText(tr("✓ In the folder {folder}").format(folder=file.parent.name))

    def _on_failed(self, error: NaklankError) -> None:
        self.told.setText(sentence(error))
