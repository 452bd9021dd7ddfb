"""What is wrong while somebody speaks or is about to, and the folder that helps a full disk."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.keys import KeyPlace
from naklank.core.recording import Condition
from naklank.core.session import State
from naklank.sentences.words import (
    condition_text,
    full_disk_text,
    memory_text,
    remote_text,
    room_text,
)
from naklank.translation import tr
from naklank.ui.parts.folder_dialog import ask_for_folder
from naklank.ui.parts.key_button import KeyButton
from naklank.ui.parts.scrolling import scrolling
from naklank.ui.speak.warning_box import WarningBox
from naklank.workflow.recording_flow import Microphone

if TYPE_CHECKING:
    from naklank.workflow.desk import Desk

LITTLE_ROOM: Final = 10
"""Minutes of sound that still fit on the disk, below which that is said before the start."""


class SpeakWarnings(QWidget):
    """The gravest of what lasts, as long as it lasts; the message bar is for what happened.

    Keeps its room also while all is well, so that nothing moves.
    """

    noticed = Signal(object)
    """A Saying that the doctor should read."""

    def __init__(self, desk: Desk, above: QWidget) -> None:
        """Where letters are large and the window is small, `above` scrolls away for a warning."""
        super().__init__()
        self._desk = desk
        self.folder = KeyButton(tr("Another folder…"))
        self.box = WarningBox(self.folder)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._column.addWidget(above)
        self._column.addWidget(self.box)
        self._column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        area = scrolling(inside)
        whole.addWidget(area)
        self._bar = area.verticalScrollBar()
        self._bar.rangeChanged.connect(self._on_range_changed)
        desk.recording.conditions_changed.connect(self.draw)
        desk.computer.known.connect(self.draw)
        self.folder.clicked.connect(self._on_folder)

    @property
    def text(self) -> str:
        """What it says now, or nothing."""
        return self.box.text

    def clear(self) -> None:
        """Say nothing, until it is drawn anew."""
        self.box.set_texts(())

    def draw(self) -> None:
        """Say the gravest of what holds now, or nothing."""
        may_move = "keeping.folder" not in self._desk.loaded.locked
        gravest = self._gravest
        needs_room, texts = False, []
        if self._is_disk_full:
            needs_room = True
            texts = [full_disk_text(self._desk.session.recording.seconds, may_move=may_move)]
        elif gravest is not None:
            texts = [condition_text(gravest)]
        elif self._desk.controller.state is State.AGREED:
            needs_room = self._has_little_room
            texts = self._before_the_start()
        self.box.set_texts(texts, has_remedy=needs_room and may_move)
        self._column.activate()  # or its first picture would be as high as the text before

    @property
    def _gravest(self) -> Condition | None:
        """Of a microphone that is lost, none counts any more."""
        recording = self._desk.recording
        if recording.microphone is not Microphone.OPEN:
            return None
        return next((one for one in Condition if one in recording.conditions), None)

    @property
    def _is_disk_full(self) -> bool:
        failure = self._desk.recording.failure
        can_go_on = self._desk.controller.state in (State.AGREED, State.PAUSED)
        return can_go_on and failure is not None and failure.code is ErrorCode.DISK_FULL

    @property
    def _has_little_room(self) -> bool:
        room = self._desk.computer.minutes_of_room
        return room is not None and room < LITTLE_ROOM

    def _before_the_start(self) -> list[str]:
        """What the doctor should know, and may take."""
        desk = self._desk
        texts = []
        if desk.computer.is_remote:
            texts.append(remote_text())
        if desk.computer.minutes_of_room is not None and self._has_little_room:
            texts.append(room_text(desk.computer.minutes_of_room))
        if desk.settings.keeping.keys is KeyPlace.MEMORY:
            texts.append(memory_text())
        return texts

    def _on_range_changed(self) -> None:
        self._bar.setValue(self.box.y() if self.box.isVisible() else 0)

    def _on_folder(self) -> None:
        ask_for_folder(self, self._on_folder_chosen)

    def _on_folder_chosen(self, folder: str) -> None:
        try:
            self._desk.use_folder(folder)
        except NaklankError as error:
            self._desk.failed.emit(error)
            return
        self.noticed.emit(partial(_moved_text, folder))


def _moved_text(folder: str) -> str:
    text = tr("Naklank now records in the folder {folder}. What was recorded stays.")
    return text.format(folder=folder)
