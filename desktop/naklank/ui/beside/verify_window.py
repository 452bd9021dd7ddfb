"""The window that tells of a file whether it is ours and unchanged."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from naklank.core.seals import are_of_one_hand_over, belong_together
from naklank.sentences.failures import sentence
from naklank.sentences.seals import code_known, mixed_up
from naklank.translation import tr
from naklank.ui.beside.verdict_card import VerdictCard
from naklank.ui.kept.journal_window import JournalWindow
from naklank.ui.parts.folder_dialog import ask_for_files
from naklank.ui.parts.key_button import KeyButton, Kind
from naklank.ui.parts.opening import open_over
from naklank.ui.parts.page import GAP, MARGIN
from naklank.ui.parts.scrolling import scrolling, two_lines
from naklank.ui.window_place import within_screens

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from naklank.core.errors import NaklankError
    from naklank.core.journal import Contents
    from naklank.core.seals import Verdict
    from naklank.workflow.desk import Desk


class VerifyWindow(QDialog):
    """Takes any files, chosen or dropped anywhere on it; a code that is read aloud; the journal."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Verify"))
        self.resize(within_screens(900, 640))
        self.setAcceptDrops(True)
        self._desk = desk
        self._awaits_journal = False
        self.choose = KeyButton(tr("Choose files…"), "Ctrl+O")
        self.code = QLineEdit()
        self.code.setPlaceholderText("1234 5678 9012")
        self.code.setAccessibleName(tr("Code on the sheet"))
        self.look_up = KeyButton(tr("Look up"))
        self.journal = KeyButton(tr("Check the journal"))
        self.told = QLabel()
        self.close_it = KeyButton(tr("Close"), "Ctrl+Return", Kind.MAIN)
        self._cards = QVBoxLayout()
        self._lay_out()
        self._connect()
        self.choose.setFocus()

    def _lay_out(self) -> None:
        question = QLabel(tr("Is this file unchanged, and from us?"))
        question.setObjectName("heading")
        hint = QLabel(tr("Drop files here: sound, paper as PDF, or the page. Nothing is kept."))
        hint.setObjectName("hint")
        hint.setWordWrap(True)
        files = QVBoxLayout()
        files.addWidget(question)
        files.addWidget(hint)
        drop = QFrame()
        drop.setObjectName("card")
        row = QHBoxLayout(drop)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(GAP)
        row.addLayout(files, 1)
        row.addWidget(self.choose)
        inside = QWidget()
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(GAP)
        self._cards.addStretch(1)
        inside.setLayout(self._cards)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, GAP)
        column.setSpacing(GAP)
        column.addWidget(drop)
        column.addLayout(self._code_row())
        column.addWidget(two_lines(self.told))
        column.addWidget(scrolling(inside), 1)
        column.addLayout(self._buttons())

    def _code_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        name = QLabel(tr("Code on the sheet"))
        name.setBuddy(self.code)
        row.addWidget(name)
        row.addWidget(self.code, 1)
        row.addWidget(self.look_up)
        return row

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.journal)
        row.addStretch(1)
        row.addWidget(self.close_it)
        return row

    def _connect(self) -> None:
        seal, journal = self._desk.seal, self._desk.journal
        seal.verified.connect(self._on_verified)
        seal.looked_up.connect(self._on_looked_up)
        seal.failed.connect(self._on_failed)
        journal.was_read.connect(self._on_journal)
        journal.failed.connect(self._on_failed)
        self.choose.clicked.connect(self._on_choose)
        self.look_up.clicked.connect(lambda: seal.look_up(self.code.text()))
        self.code.returnPressed.connect(self.look_up.click)
        self.journal.clicked.connect(self._on_journal_asked)
        self.close_it.clicked.connect(self.reject)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.verify([url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()])

    def verify(self, names: list[str]) -> None:
        """Look at these files; a folder stands for what lies in it."""
        files: list[Path] = []
        for path in map(Path, names):
            inside = sorted(path.iterdir()) if path.is_dir() else (path,)
            files += [one for one in inside if not one.is_dir()]
        self._clear()
        self._tell(tr("Looking…"), "hint")
        self._desk.seal.verify(files)

    def _on_choose(self) -> None:
        ask_for_files(self, self.verify, tr("Which files?"))

    def _on_verified(self, found: tuple[tuple[Path, Verdict], ...]) -> None:
        self._clear()
        for file, verdict in found:
            self._cards.insertWidget(self._cards.count() - 1, VerdictCard(file.name, verdict))
        verdicts = [verdict for _, verdict in found]
        if are_of_one_hand_over(verdicts) is False:
            self._tell(mixed_up(), "amber")
        elif belong_together(verdicts):
            self._tell(tr("These files belong together."), "done")

    def _on_looked_up(self, code: str, verdict: Verdict | None) -> None:
        self._clear()
        if verdict is None:
            self._tell(tr("This is no code: a digit is wrong or missing. Look once more."), "amber")
        else:
            self._tell(code_known(code, verdict), "done" if verdict.traces else "amber")

    def _on_journal_asked(self) -> None:
        self._awaits_journal = True
        self.journal.setEnabled(False)
        self._desk.journal.read()

    def _on_journal(self, contents: Contents) -> None:
        if not self._awaits_journal:
            return  # another window has asked
        self._end_of_journal()
        open_over(JournalWindow(contents, self._desk.equipment.now().date(), self))

    def _on_failed(self, error: NaklankError) -> None:
        self._end_of_journal()
        self._tell(sentence(error), "amber")

    def _end_of_journal(self) -> None:
        self._awaits_journal = False
        self.journal.setEnabled(True)

    def _clear(self) -> None:
        self._tell("", "")
        while self._cards.count() > 1:
            item = self._cards.takeAt(0)
            if item is not None and (card := item.widget()) is not None:
                card.deleteLater()

    def _tell(self, words: str, look: str) -> None:
        self.told.setObjectName(look)
        self.told.setText(words)
        self.told.style().polish(self.told)
