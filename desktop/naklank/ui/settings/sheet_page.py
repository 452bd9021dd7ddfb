"""How the sheet looks: the practice's own Word template."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit

from naklank.sentences.failures import sentence
from naklank.translation import tr
from naklank.ui.parts.folder_dialog import ask_where_to_save
from naklank.ui.parts.key_button import KeyButton
from naklank.ui.settings.page import SettingsPage, lock
from naklank.ui.settings.path_field import FileField
from naklank.ui.theme import TARGET

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from naklank.core.errors import NaklankError
    from naklank.core.settings import Fields, Settings
    from naklank.workflow.desk import Desk


class SheetPage(SettingsPage):
    """A template that does not fit is refused here, and not while a patient waits."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._templates = desk.templates
        self._wanted = self._fitting = ""
        self.template = FileField(
            tr("Word template"), tr("The template that ships"), tr("No template"), "Word (*.docx)"
        )
        self.give_out = KeyButton(tr("Save the template that ships…"))
        self.told = _wrapped("")
        self.fields = QPlainTextEdit()
        self.fields.setTabChangesFocus(True)
        self.fields.setPlaceholderText("agb = 01234567")
        self._lay_out()
        self.template.chosen.connect(self._on_chosen)
        self.give_out.clicked.connect(self._on_give_out)
        self._templates.fits.connect(self._on_fits)
        self._templates.given_out.connect(self._on_given_out)
        self._templates.failed.connect(self._on_failed)

    def title(self) -> str:
        return tr("Sheet")

    def show_settings(self, settings: Settings, locked: AbstractSet[str]) -> None:
        practice = settings.practice
        self.template.show_path(practice.template)
        self._fitting = practice.template
        self.fields.setPlainText("\n".join(f"{name} = {text}" for name, text in practice.fields))
        lock(self.template, locked="practice.template" in locked)
        lock(self.fields, locked="practice.fields" in locked)

    def changed(self, settings: Settings) -> Settings:
        practice = replace(
            settings.practice,
            template=self.template.path,
            fields=self._own(),
        )
        return replace(settings, practice=practice)

    def _lay_out(self) -> None:
        template = tr(
            "Word template, for the document that stays with the practice. It can have your own "
            "letterhead; the help lists the fields."
        )
        fields = tr(
            "Fields of your own in that template, one on each line, such as: agb = 01234567"
        )
        self.fields.setAccessibleName(fields)
        self.fields.setFixedHeight(3 * TARGET)
        self.form.addRow(_wrapped(template))
        self.form.addRow(self.template)
        give_out = QHBoxLayout()
        give_out.addWidget(self.give_out)
        give_out.addStretch(1)
        self.form.addRow(give_out)
        self.form.addRow(self.told)
        self.form.addRow(_wrapped(fields))
        self.form.addRow(self.fields)

    def _own(self) -> Fields:
        """What has a name that a template can use."""
        pairs = (line.partition("=") for line in self.fields.toPlainText().splitlines())
        named = {name.strip(): text.strip() for name, is_field, text in pairs if is_field}
        return tuple((name, text) for name, text in named.items() if name.isidentifier())

    def _on_chosen(self, file: str) -> None:
        self._wanted = file
        self.told.clear()
        if file:
            self._templates.look_at(file, self._own())
        else:
            self._fitting = ""

    def _on_fits(self, file: str) -> None:
        if file == self._wanted:
            self._fitting = file
            self.told.setText(tr("✓ This template shows all of the sheet."))

    def _on_failed(self, error: NaklankError) -> None:
        """The choice before it holds on."""
        self.told.setText(sentence(error))
        self.template.show_path(self._fitting)

    def _on_give_out(self) -> None:
        ask_where_to_save(
            self,
            lambda file: self._templates.give_out(Path(file)),
            tr("template.docx"),
            "Word (*.docx)",
        )

    def _on_given_out(self, file: Path) -> None:
        self.told.setText(
            tr("✓ Saved as {file}. Change it in Word, and choose it here.").format(file=file.name)
        )


def _wrapped(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    return label
