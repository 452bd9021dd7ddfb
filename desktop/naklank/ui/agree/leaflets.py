"""The practice's own leaflets and films, of which is chosen what stands on the sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from naklank.translation import tr
from naklank.ui.agree.talk_window import TalkWindow
from naklank.ui.parts.check_box import CheckBox
from naklank.ui.parts.page import GAP
from naklank.ui.window_place import within_screens

if TYPE_CHECKING:
    from naklank.workflow.desk import Desk


class LeafletList(QWidget):
    """A box for each; where the practice has none it says where they are filled in."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.boxes: dict[str, CheckBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        chosen, offered = desk.session.leaflets, desk.settings.leaflets
        if not offered:
            column.addWidget(_hint(tr("Your own list can be filled in in the settings.")))
        for leaflet in dict.fromkeys((*offered, *chosen)):
            box = CheckBox(leaflet.replace("&", "&&"))
            box.setChecked(leaflet in chosen)
            box.toggled.connect(self._on_toggled)
            self.boxes[leaflet] = box
            column.addWidget(box)
        if self.boxes:
            column.addWidget(_hint(tr("What is ticked stands on the sheet.")))

    def _on_toggled(self) -> None:
        ticked = (leaflet for leaflet, box in self.boxes.items() if box.isChecked())
        self._desk.choices.choose_leaflets(tuple(ticked))


class LeafletsWindow(TalkWindow):
    """The list alone, for whoever gives information in place of a recording."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent, GAP)
        self.setWindowTitle(tr("Leaflets and films"))
        self.resize(within_screens(620, 460))
        self.leaflets = LeafletList(desk)
        title = QLabel(tr("Which leaflets and films go along?"))
        title.setObjectName("title")
        title.setWordWrap(True)
        self.column.addWidget(title)
        self.column.addWidget(self.leaflets)
        self.column.addStretch(1)


def _hint(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName("hint")
    label.setWordWrap(True)
    return label
