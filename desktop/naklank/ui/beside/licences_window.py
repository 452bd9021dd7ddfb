"""The licences of all that ships: a list that can be searched, and beside it the texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
)

from naklank.translation import about_licences, tr
from naklank.ui.parts.key_button import KeyButton, Kind
from naklank.ui.parts.page import GAP, MARGIN
from naklank.ui.parts.prose import Prose
from naklank.ui.theme import TARGET, font, scaled
from naklank.ui.window_place import within_screens

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from naklank.core.errors import NaklankError
    from naklank.core.licences import Component
    from naklank.workflow.desk import Desk

_NAMES_WIDTH = 300
"""Pixels."""


class LicencesWindow(QDialog):
    """Reads them off the main thread; until they are here the text about them is."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Licences"))
        self.resize(within_screens(980, 660))
        self._components: tuple[Component, ...] = ()
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search by name or licence"))
        self.search.setAccessibleName(tr("Search by name or licence"))
        self.search.setClearButtonEnabled(True)
        self.names = QListWidget()
        self.names.setAccessibleName(tr("Parts of Naklank"))
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.count = QLabel(tr("Reading the licences…"))
        self.count.setObjectName("hint")
        self.about = Prose(about_licences(), tr("Licences"))
        self.text = QTextBrowser()
        self.text.setAccessibleName(tr("Licence"))
        self.text.setOpenLinks(False)  # nothing here leads anywhere else
        self.text.document().setDefaultFont(font())
        self.text.document().setDocumentMargin(scaled(14))
        self.text.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.close_it = KeyButton(tr("Close"), "Ctrl+Return", Kind.MAIN)
        self._lay_out()
        self.search.textChanged.connect(self._filter)
        self.names.currentRowChanged.connect(self._show)
        self.close_it.clicked.connect(self.close)
        self._fill()
        desk.tasks.run(desk.equipment.licences, self._on_read, self._on_failed)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        for widget in (self.search, self.names, self.count):
            widget.setFixedWidth(scaled(_NAMES_WIDTH))
            left.addWidget(widget)
        middle = QHBoxLayout()
        middle.addLayout(left)
        middle.addWidget(self.about, 1)
        middle.addWidget(self.text, 1)
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(self.close_it)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(MARGIN, MARGIN, MARGIN, GAP)
        whole.setSpacing(GAP)
        whole.addLayout(middle, 1)
        whole.addLayout(below)

    def _fill(self) -> None:
        self.names.clear()
        rows = [(f"{one.name} {one.version}".rstrip(), one.licence) for one in self._components]
        for name, licence in [(tr("About the licences"), ""), *rows]:
            item = QListWidgetItem(name)
            item.setToolTip(licence)
            item.setSizeHint(QSize(0, TARGET))
            self.names.addItem(item)
        self._filter(self.search.text())
        self.names.setCurrentRow(0)

    def _filter(self, wanted: str) -> None:
        """The text about all of them stays whatever is searched."""
        words = wanted.casefold().split()
        hits = 0
        for row, one in enumerate(self._components, start=1):
            where = f"{one.name} {one.licence} {one.inside}".casefold()
            is_hit = all(word in where for word in words)
            hits += is_hit
            self.names.item(row).setHidden(not is_hit)
        if self._components:
            self.count.setText(tr("{count} parts", "", hits).format(count=hits))

    def _show(self, row: int) -> None:
        is_about = row < 1
        self.about.setVisible(is_about)
        self.text.setVisible(not is_about)
        if not is_about:
            self.text.setPlainText(component_text(self._components[row - 1]))

    def _on_read(self, components: tuple[Component, ...]) -> None:
        self._components = components
        self._fill()

    def _on_failed(self, _: NaklankError) -> None:
        self.count.setText(tr("The licences cannot be read."))


def component_text(one: Component) -> str:
    """Its facts, then its texts as they were written."""
    facts = [f"{one.name} {one.version}".rstrip()]
    if one.inside:
        facts.append(tr("Inside: {package}").format(package=one.inside))
    facts.append(tr("Licence: {licence}").format(licence=one.licence))
    facts += [line for line in (one.copyright, one.home, one.note) if line]
    return "\n\n".join(["\n".join(facts), *(text.text.strip() for text in one.texts)])
