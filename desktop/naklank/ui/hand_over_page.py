"""Step 4: the sheet as it will look, and the ways out of the room."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from naklank.core.session import Event, State, Way
from naklank.translation import tr
from naklank.ui.folder_dialog import ask_for_folder
from naklank.ui.key_button import KeyButton, Kind
from naklank.ui.page import Card, Page
from naklank.ui.scrolling import scrolling
from naklank.ui.sheet_view import SheetView
from naklank.ui.steady_label import SteadyLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from naklank.core.session import HandOver
    from naklank.workflow.desk import Desk


class HandOverPage(Page):
    """Print, play for the phone, save; later, or finish and delete."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.sheet = SheetView()
        self.print = KeyButton(tr("Print"), "P", Kind.MAIN)
        self.large = KeyButton(tr("Large print"), "G")
        self.printed = _Status("", _sent("00.00"))
        self.play = KeyButton("", "T")
        self.played = _Status(tr("The patient's phone records the loudspeaker."), _heard("00.00"))
        self.save = KeyButton(tr("Save to a folder…"), "M")
        self.saved = _Status(
            tr("For a stick or the patient portal."),
            _in_folder(Path("samenvatting 0000-00-00 00.00 (2)")),
        )
        self.back = KeyButton("")
        self.later = KeyButton(tr("Hand over later"))
        self.nothing = KeyButton(tr("Nothing handed over"), kind=Kind.DANGER)
        self.hint = QLabel(tr("Naklank then deletes what it kept."))
        self.hint.setObjectName("hint")
        self.hint.setWordWrap(True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.finish = KeyButton(tr("Finish and delete"), "Ctrl+Del", Kind.DANGER)
        self._lay_out()
        self._connect()

    def enter(self) -> None:
        folders = [one for one in self.desk.session.hand_overs if one.way is Way.FOLDER]
        self.saved.tell(_stored(f"{folders[-1].moment:%H.%M}") if folders else "")
        self.sheet.show_pdf(b"")  # never another text's while this one's is made
        if self._has_text:
            self.desk.handing_over.make_sheet()

    def clear(self) -> None:
        self.sheet.show_pdf(b"")
        for status in (self.printed, self.played, self.saved):
            status.tell("")

    def draw(self) -> None:
        session, allowed = self.desk.session, self.desk.controller.allowed
        take_home = session.agreement.take_home
        has_sound = take_home.has_sound and bool(session.recording.takes)
        playing = self.desk.listening.is_playing
        self.sheet.setVisible(take_home.has_text)
        self._paper.setVisible(take_home.has_text)
        self._sound.setVisible(has_sound)
        self.play.setText(tr("Stop") if playing else tr("Play for the phone"))
        self.back.setText(
            tr("Back to checking")
            if session.transcript or not take_home.has_text
            else tr("Back to typing")
        )
        self._draw_done(session.hand_overs)
        self.later.setEnabled(session.state is State.WAITING or Event.HAND_OVER_LATER in allowed)
        self._draw_busy()

    def _draw_busy(self) -> None:
        """Nothing goes twice at a time, and nothing is deleted that is still on its way."""
        handing_over, allowed = self.desk.handing_over, self.desk.controller.allowed
        for button in (self.print, self.large):
            button.setEnabled(not handing_over.is_busy(Way.PRINT))
        self.save.setEnabled(not handing_over.is_busy(Way.FOLDER))
        still = not handing_over.is_busy(*Way)
        self.nothing.setEnabled(still and Event.GIVE_NOTHING in allowed)
        self.finish.setEnabled(still and Event.FINISH in allowed)

    def _draw_done(self, hand_overs: Sequence[HandOver]) -> None:
        """What has gone home by now; only what is known."""
        last = {one.way: f"{one.moment:%H.%M}" for one in hand_overs}
        self.printed.tell(_sent(last[Way.PRINT]) if Way.PRINT in last else "")
        self.played.tell(_heard(last[Way.PLAY]) if Way.PLAY in last else "")

    @property
    def _has_text(self) -> bool:
        return self.desk.session.agreement.take_home.has_text

    def _lay_out(self) -> None:
        self.play.reserve(tr("Stop"), tr("Play for the phone"))
        self._paper = Card(_heading(tr("Paper"), self.printed), _row(self.print, self.large))
        self._sound = Card(_heading(tr("Sound"), self.played), _row(self.play))
        self._folder = Card(_heading(tr("Files"), self.saved), _row(self.save))
        ways = QWidget()
        column = QVBoxLayout(ways)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self._paper, self._sound, self._folder):
            column.addWidget(part)
        column.addStretch(1)
        column.addWidget(self.hint)
        self.body.addWidget(self.sheet, 45)
        self.body.addWidget(scrolling(ways), 55)
        for button in (self.back, self.later, self.nothing):
            button.is_compact = True  # three of them, and the main one, beside each other
        self.place_buttons([self.back, self.later, self.nothing], [self.finish])

    def _connect(self) -> None:
        handing_over = self.desk.handing_over
        handing_over.sheet_made.connect(self.sheet.show_pdf)
        handing_over.saved.connect(self._on_saved)
        handing_over.busy_changed.connect(self._draw_busy)
        self.desk.listening.playing_changed.connect(self.redraw)
        self.print.clicked.connect(lambda: handing_over.print_sheet(large_print=False))
        self.large.clicked.connect(lambda: handing_over.print_sheet(large_print=True))
        self.play.clicked.connect(self._on_play)
        self.save.clicked.connect(self._on_save)
        self.back.clicked.connect(self.go_back)
        self.later.clicked.connect(self.desk.hand_over_later)
        self.nothing.clicked.connect(self._on_nothing)
        self.finish.clicked.connect(handing_over.finish)

    def go_back(self) -> None:
        """To the text or the sound again; what was handed over counts no more."""
        for event in (Event.REVIEW_AGAIN, Event.WRITE_AGAIN, Event.LISTEN_AGAIN):
            if event in self.desk.controller.allowed:
                is_out = bool(self.desk.session.hand_overs)
                self.desk.listening.stop()
                self.desk.controller.apply(event)
                if is_out:
                    self.noticed.emit(
                        tr("What was already handed over may no longer be right: take it back.")
                    )
                return

    def _on_play(self) -> None:
        if self.desk.listening.is_playing:
            self.desk.listening.stop()
        else:
            self.desk.handing_over.play_for_phone()

    def _on_save(self) -> None:
        documents = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        ask_for_folder(self, lambda name: self.desk.handing_over.save(Path(name)), documents)

    def _on_saved(self, folder: Path) -> None:
        self.saved.tell(_in_folder(folder))

    def _on_nothing(self) -> None:
        self.ask_to_delete(
            tr("Nothing was handed over. Delete the text and the sound all the same?"),
            self.desk.handing_over.give_nothing,
        )


def _sent(time: str) -> str:
    return tr("✓ {time} sent to the printer. Is the sheet there?").format(time=time)


def _heard(time: str) -> str:
    return tr("✓ {time} played to its end").format(time=time)


def _stored(time: str) -> str:
    return tr("✓ {time} saved to a folder").format(time=time)


def _in_folder(folder: Path) -> str:
    return tr("✓ In the folder {folder}").format(folder=folder.name)


class _Status(SteadyLabel):
    """What a way is for, and then what it did: in green, with its sign, in the same room."""

    def __init__(self, purpose: str, longest: str) -> None:
        super().__init__()
        self._purpose = purpose
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.reserve((purpose, longest))
        self.tell("")

    def tell(self, done: str) -> None:
        """What was done, or nothing yet."""
        self.setObjectName("done" if done else "hint")
        self.setText(done or self._purpose)
        self.style().polish(self)


def _heading(text: str, status: _Status) -> QWidget:
    title = QLabel(text)
    title.setObjectName("heading")
    frame = QWidget()
    row = QHBoxLayout(frame)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(16)
    row.addWidget(title)
    row.addWidget(status, 1)
    return frame


def _row(*widgets: QWidget) -> QWidget:
    """Beside each other, from the left."""
    frame = QWidget()
    row = QHBoxLayout(frame)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return frame
