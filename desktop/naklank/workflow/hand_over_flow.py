"""From an approved session to what goes home, and to nothing left here."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from naklank.core.errors import NaklankError
from naklank.core.ports import Played
from naklank.core.session import Event, HandOver, State, Way
from naklank.core.sheet import Origin, approved_sheet

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from naklank.core.recording import Recording, SoundFile
    from naklank.core.sheet import Sheet
    from naklank.workflow.equipment import Equipment
    from naklank.workflow.listening_flow import ListeningFlow
    from naklank.workflow.session_controller import SessionController
    from naklank.workflow.tasks import Tasks

T = TypeVar("T")


class HandOverFlow(QObject):
    """Prints, saves and plays; remembers what went home and when."""

    sheet_made = Signal(bytes)
    """The sheet as PDF, as it will be printed."""
    saved = Signal(object)
    """The folder that holds what goes home."""
    busy_changed = Signal()
    """Something has set out for the printer or a folder, or has come to an end."""
    failed = Signal(object)

    def __init__(
        self,
        controller: SessionController,
        listening: ListeningFlow,
        equipment: Equipment,
        tasks: Tasks,
        practice: Callable[[], str],
    ) -> None:
        """`practice` gives the name that stands on the sheet."""
        super().__init__(controller)
        self._controller = controller
        self._listening = listening
        self._equipment = equipment
        self._tasks = tasks
        self._practice = practice
        self._under_way: set[tuple[str, Way]] = set()
        self._is_playing_for_phone = False
        controller.began.connect(self._on_began)
        listening.ended.connect(self._on_played)

    def is_busy(self, *ways: Way) -> bool:
        """Whether the session at hand is on its way out by one of these ways."""
        identity = self._controller.session.identity
        return any((identity, way) in self._under_way for way in ways)

    def make_sheet(self) -> None:
        """Make the sheet that the screen shows."""
        sheet, moment = self.sheet(), self._controller.session.started
        publisher, what = self._equipment.publisher, self._what_goes_home()

        def done(pdf: bytes) -> None:
            if self._what_goes_home() == what:  # not the next patient's, nor another text
                self.sheet_made.emit(pdf)

        self._tasks.run(
            lambda: publisher.make_pdf(sheet, moment, large_print=False), done, self.failed.emit
        )

    def print_sheet(self, *, large_print: bool) -> None:
        """Send the sheet to the printer's queue; whether paper came out only people can see."""
        sheet, moment = self.sheet(), self._controller.session.started
        publisher, printer = self._equipment.publisher, self._equipment.printer
        self._send(
            Way.PRINT,
            lambda: printer.print_pdf(publisher.make_pdf(sheet, moment, large_print=large_print)),
            lambda _: None,
        )

    def save(self, parent: Path) -> None:
        """Write what goes home into a new folder below this one."""
        session = self._controller.session
        publisher = self._equipment.publisher
        sheet = self.sheet() if session.agreement.take_home.has_text else None
        try:
            files, title = self._files_to_take_home(), self._title()
        except NaklankError as error:
            self.failed.emit(error)
            return
        self._send(
            Way.FOLDER,
            lambda: publisher.save(parent, sheet, files, session.started, title),
            self.saved.emit,
        )

    def play_for_phone(self) -> None:
        """Play the approved sound from the loudspeaker, for the patient's phone to record."""
        self._is_playing_for_phone = True
        self._listening.play_whole()

    def later(self) -> None:
        """Keep it for when there is time."""
        if Event.HAND_OVER_LATER in self._controller.allowed:
            self._controller.apply(Event.HAND_OVER_LATER, later=self._equipment.now())
        elif self._controller.state is State.WAITING and not self._controller.is_stored:
            self._controller.update()  # there may be room on the disk by now

    def finish(self) -> None:
        """All is handed over: delete what Naklank kept; not while it is still being read."""
        self._close(Event.FINISH)

    def give_nothing(self) -> None:
        """Nothing goes home: delete what Naklank kept."""
        self._close(Event.GIVE_NOTHING)

    def sheet(self) -> Sheet:
        """The one model of what the patient reads."""
        session = self._controller.session
        return approved_sheet(
            session.summary.blocks() if session.summary else (),
            session.started,
            self._equipment.sheet_texts(session.language),
            self._origin(),
            practice=self._practice(),
            doctor=session.doctor,
            has_sound=self._sound_goes_home,
        )

    def _title(self) -> str:
        """What a player shows of the sound; it says where nobody could hear it."""
        session = self._controller.session
        texts = self._equipment.sheet_texts(session.language)
        return f"{texts.title} - {texts.unheard_mark}" if session.review.unheard else texts.title

    def _origin(self) -> Origin:
        session = self._controller.session
        if session.transcript is None:
            return Origin.WRITTEN
        return Origin.UNHEARD if session.review.unheard else Origin.CHECKED

    @property
    def _sound_goes_home(self) -> bool:
        session = self._controller.session
        return session.agreement.take_home.has_sound and bool(session.recording.takes)

    def _files_to_take_home(self) -> tuple[SoundFile, ...]:
        """Raises KEYS_UNAVAILABLE."""
        return self._controller.sound_files if self._sound_goes_home else ()

    def _close(self, event: Event) -> None:
        if event in self._controller.allowed and not self.is_busy(*Way):
            self._listening.close()
            self._controller.apply(event)

    def _on_played(self, played: Played) -> None:
        for_phone, self._is_playing_for_phone = self._is_playing_for_phone, False
        if for_phone and played is Played.HEARD:
            self._remember(Way.PLAY)

    def _on_began(self) -> None:
        self._is_playing_for_phone = False

    def _send(self, way: Way, work: Callable[[], T], told: Callable[[T], None]) -> None:
        """Once at a time: a second press finds it under way."""
        if self.is_busy(way):
            return
        what = self._what_goes_home()
        under_way = (self._controller.session.identity, way)

        def done(outcome: T) -> None:
            self._cease(under_way)
            # Else the next patient is on the desk already, or another text.
            if self._what_goes_home() == what and self._remember(way):
                told(outcome)

        def failed(error: NaklankError) -> None:
            self._cease(under_way)
            self.failed.emit(error)

        self._under_way.add(under_way)
        self.busy_changed.emit()
        self._tasks.run(work, done, failed)

    def _cease(self, under_way: tuple[str, Way]) -> None:
        self._under_way.discard(under_way)
        self.busy_changed.emit()

    def _what_goes_home(self) -> tuple[str, Recording, Sheet]:
        session = self._controller.session
        return session.identity, session.recording, self.sheet()

    def _remember(self, way: Way) -> bool:
        if Event.HAND_OVER not in self._controller.allowed:
            return False
        session = self._controller.session
        hand_over = HandOver(way, self._equipment.now())
        self._controller.apply(Event.HAND_OVER, hand_overs=(*session.hand_overs, hand_over))
        return True
