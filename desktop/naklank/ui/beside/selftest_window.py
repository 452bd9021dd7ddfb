"""The self-test: whether everything works on this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout

from naklank.sentences.selftest import item_name, report, verdict
from naklank.translation import tr
from naklank.ui.beside.selftest_list import SelftestList
from naklank.ui.parts.key_button import KeyButton, Kind
from naklank.ui.parts.page import GAP, MARGIN
from naklank.ui.parts.scrolling import two_lines

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from naklank.workflow.desk import Desk


class SelftestWindow(QDialog):
    """Begins when somebody says so, for it opens the microphone; ends with the window."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Self-test"))
        self.resize(820, 640)
        self._desk = desk
        self._flow = desk.selftest
        self._has_begun = False
        self._ended_at: datetime | None = None
        self.status = QLabel()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("How far it is"))
        self.list = SelftestList()
        self.copy = KeyButton(tr("Copy the report"), "C")
        self.close_it = KeyButton(tr("Close"))
        self.start = KeyButton(tr("Start"), "Ctrl+Return", Kind.MAIN)
        self.start.reserve(tr("Start"), tr("Once more"))
        self._lay_out()
        self._connect()
        self._draw()
        self.start.setFocus()

    def _lay_out(self) -> None:
        explanation = QLabel(
            tr(
                "In about half a minute Naklank looks whether all works on this computer. The "
                "microphone opens for two seconds, at the start: speak then. Nothing is recorded "
                "or kept."
            )
        )
        explanation.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, GAP)
        column.setSpacing(GAP)
        column.addWidget(explanation)
        column.addWidget(two_lines(self.status))
        column.addWidget(self.bar)
        column.addWidget(self.list, 1)
        below = QHBoxLayout()
        below.setSpacing(GAP)
        below.addWidget(self.copy)
        below.addStretch(1)
        below.addWidget(self.close_it)
        below.addWidget(self.start)
        column.addLayout(below)

    def _connect(self) -> None:
        self._flow.changed.connect(self._draw)
        self._flow.ended.connect(self._on_ended)
        self.start.clicked.connect(self._on_start)
        self.copy.clicked.connect(self._on_copy)
        self.close_it.clicked.connect(self.reject)
        self.finished.connect(self._flow.stop)

    def _on_start(self) -> None:
        self._has_begun = True
        self._ended_at = None
        self._flow.start()

    def _on_ended(self) -> None:
        self._ended_at = self._desk.equipment.now()
        self._draw()
        self.list.go_to_gravest()
        self.list.setFocus()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.status.text()))

    def _on_copy(self) -> None:
        if self._ended_at is not None:
            text = report(self._flow.findings, self._ended_at)
            QGuiApplication.clipboard().setText(text)
            self.status.setText(tr("The report is copied. It names no person and no device."))

    def _draw(self) -> None:
        flow = self._flow
        self.status.setText(self._status())
        self.bar.setMaximum(max(1, flow.count))
        found = flow.findings if self._has_begun else ()
        self.bar.setValue(len(found))
        self.list.show_findings(found)
        self.start.setText(tr("Once more") if self._ended_at else tr("Start"))
        self.start.setEnabled(flow.is_possible)
        self.copy.setEnabled(self._ended_at is not None)

    def _status(self) -> str:
        flow = self._flow
        if flow.current is not None:
            return tr("{number} of {count}: {item}").format(
                number=len(flow.findings) + 1, count=flow.count, item=item_name(flow.current)
            )
        if flow.is_in_use:
            return tr(
                "A summary is being recorded or typed, and needs microphone and computer. The "
                "self-test can begin when that is done."
            )
        return verdict(flow.findings) if self._ended_at else ""
