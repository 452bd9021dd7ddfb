"""What goes home as files, and the document that stays."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from PySide6.QtCore import Signal

from naklank.core.folders import FolderKind
from naklank.core.session import Way
from naklank.core.sheet_making import set_name
from naklank.core.transcript import LANGUAGES
from naklank.translation import tr
from naklank.ui.parts.confirm import Question
from naklank.ui.parts.folder_dialog import ask_for_folder, ask_where_to_save, documents
from naklank.ui.parts.key_button import KeyButton
from naklank.ui.parts.way_parts import Status, WayCard, flowing, heading

if TYPE_CHECKING:
    from naklank.ui.parts.message_bar import Saying
    from naklank.workflow.desk import Desk


_LONGEST_PLACE: Final = 24
"""Letters of the folder in which it was saved: what is below must not move."""


class FilesCard(WayCard):
    """Saves to the folder for the patient portal, or to one that is asked for."""

    asked = Signal(object)
    """A Question, before files go where others can read along."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.save = KeyButton("", "M")
        self.save.reserve(tr("Save to a folder…"), tr("For the patient portal"))
        self.word = KeyButton(tr("Word document…"), "W")
        texts = map(desk.equipment.sheet_texts, LANGUAGES)
        place = Path("n" * _LONGEST_PLACE)
        longest = [place / f"{set_name(desk.session.started, one)} (2)" for one in texts]
        purpose = tr("For the patient portal or secure mail.")
        self.status = Status(purpose, *map(_in_folder, longest))
        self.column.addWidget(heading(tr("Files"), self.status))
        self.column.addWidget(flowing([self.save, self.word]))
        self._said: Saying | None = None
        self.save.clicked.connect(self._on_save)
        self.word.clicked.connect(self._on_word)
        desk.handing_over.saved.connect(self._on_saved)
        desk.handing_over.word_saved.connect(self._on_word_saved)
        desk.handing_over.folder_known.connect(self._on_folder_known)

    def enter(self) -> None:
        """What was saved before the page came into sight; the folder's name is not kept."""
        self._said = None
        self.status.tell(self.last(Way.FOLDER, _stored))

    def take_over(self, old: Self) -> None:
        self.enter()
        if old._said is not None:
            self._say(old._said)

    def draw(self) -> None:
        ways, has_text = self.desk.settings.ways, self.desk.session.agreement.take_home.has_text
        self.setVisible(ways.folder or (ways.word and has_text))
        self.save.setText(tr("For the patient portal") if ways.portal else tr("Save to a folder…"))
        self.save.setVisible(ways.folder)
        self.save.setEnabled(not self.desk.handing_over.is_busy(Way.FOLDER))
        self.word.setVisible(ways.word and has_text)

    def clear(self) -> None:
        self.status.tell("")

    def _on_save(self) -> None:
        portal = self.desk.settings.ways.portal
        if portal:
            self.desk.handing_over.look_at_folder(Path(portal))
        else:
            ask_for_folder(self, self._on_chosen, documents())

    def _on_chosen(self, name: str) -> None:
        self.desk.handing_over.look_at_folder(Path(name))

    def _on_folder_known(self, folder: Path, kind: FolderKind) -> None:
        save = self.desk.handing_over.save
        # What IT has fixed was weighed by IT.
        if kind is FolderKind.LOCAL or self.desk.settings.ways.portal:
            save(folder)
        else:
            question = Question(
                _warning(kind).format(folder=folder.name),
                tr("Do not save"),
                tr("Save there"),
                lambda: save(folder),
            )
            self.asked.emit(question)

    def _on_saved(self, folder: Path) -> None:
        self._say(partial(_in_folder, folder))

    def _on_word(self) -> None:
        handing_over = self.desk.handing_over
        ask_where_to_save(
            self,
            lambda file: handing_over.save_word(Path(file)),
            f"{handing_over.set_name}.docx",
            "Word (*.docx)",
        )

    def _on_word_saved(self, file: Path) -> None:
        self._say(partial(_word_in, file.parent))

    def _say(self, done: Saying) -> None:
        self._said = done
        self.status.tell(done())


def _warning(kind: FolderKind) -> str:
    if kind is FolderKind.SYNCED:
        return tr(
            "A program copies the folder {folder} to the internet. The sound and the text would "
            "go there too. Save them there all the same?"
        )
    return tr(
        "The folder {folder} is on another computer: who may open it can hear and read this. "
        "Save it there all the same?"
    )


def _stored(time: str) -> str:
    return tr("✓ {time} saved to a folder").format(time=time)


def _in_folder(folder: Path) -> str:
    place = folder.parent.name or str(folder.parent)
    if len(place) > _LONGEST_PLACE:
        place = f"{place[: _LONGEST_PLACE - 1]}…"
    return tr("✓ In the folder {folder}, in {place}").format(folder=folder.name, place=place)


def _word_in(folder: Path) -> str:
    return tr("✓ Word document in {folder}").format(folder=folder.name)
