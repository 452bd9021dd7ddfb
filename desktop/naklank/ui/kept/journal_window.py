"""What happened on this computer, for who must account for it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout

from naklank.core.errors import NaklankError
from naklank.core.journal import export_csv
from naklank.sentences.failures import sentence
from naklank.sentences.journal import csv_headings, faults, journal_word, verdict
from naklank.translation import tr
from naklank.ui.kept.journal_table import JournalTable
from naklank.ui.parts.folder_dialog import ask_where_to_save
from naklank.ui.parts.key_button import KeyButton, Kind
from naklank.ui.parts.page import GAP, MARGIN
from naklank.ui.parts.save_file import save_file
from naklank.ui.window_place import within_screens

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from naklank.core.journal import Contents


class JournalWindow(QDialog):
    """On top whether the journal is whole, below it its lines, and a way to export them."""

    def __init__(self, contents: Contents, today: date, parent: QWidget | None = None) -> None:
        """`today` names the file of an export; nothing else does."""
        super().__init__(parent)
        self.setWindowTitle(tr("Journal"))
        self.resize(within_screens(1000, 640))
        self._contents = contents
        self._today = today
        self.verdict = QLabel(verdict(contents))
        self.verdict.setObjectName("done" if contents.is_whole else "amber")
        self.verdict.setWordWrap(True)
        self.explanation = QLabel(
            tr("What happened and when, never what was said nor who the patient is.")
        )
        self.explanation.setObjectName("hint")
        self.explanation.setWordWrap(True)
        self.table = JournalTable(contents.entries)
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.export = KeyButton(tr("Export…"), "Ctrl+E")
        self.close_it = KeyButton(tr("Close"), "Ctrl+Return", Kind.MAIN)
        self._lay_out()
        self.export.clicked.connect(self._on_export)
        self.close_it.clicked.connect(self.reject)
        self.table.setFocus()

    def _lay_out(self) -> None:
        below = QHBoxLayout()
        below.setSpacing(GAP)
        below.addWidget(self.told, 1)
        below.addWidget(self.export)
        below.addWidget(self.close_it)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, GAP)
        column.setSpacing(GAP)
        column.addWidget(self.verdict)
        column.addWidget(self.explanation)
        column.addWidget(self.table, 1)
        column.addLayout(below)

    def _on_export(self) -> None:
        name = tr("journal {date}.csv").format(date=f"{self._today:%Y-%m-%d}")
        ask_where_to_save(self, lambda file: self.save(Path(file)), name, "CSV (*.csv)")

    def save(self, file: Path) -> None:
        """Write the lines as CSV, and say whether that went well."""
        remarks = faults(self._contents)
        data = export_csv(self._contents.entries, csv_headings(), journal_word, remarks)
        try:
            save_file(file, data)
        except NaklankError as error:
            self._tell(sentence(error), "problem")
        else:
            self._tell(tr("Saved as {file}.").format(file=file.name), "done")

    def _tell(self, words: str, look: str) -> None:
        self.told.setObjectName(look)
        self.told.setText(words)
        self.told.style().polish(self.told)
