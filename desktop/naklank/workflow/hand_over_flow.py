"""From an approved session to what goes home, and to nothing left here."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from naklank.core.errors import NaklankError
from naklank.core.session import Event, HandOver, State, Way
from naklank.core.sheet import Origin
from naklank.core.sheet_making import Letterhead, approved_sheet, set_name, with_headings
from naklank.core.statement import read_code
from naklank.workflow.on_its_way import Arrival, Carrier, OnItsWay, carried, what_may_go
from naklank.workflow.own_copy import copy_folder
from naklank.workflow.queue_watch import QueueWatch
from naklank.workflow.set_making import SetMaking
from naklank.workflow.sound_leaving import has_sound_to_lose

if TYPE_CHECKING:
    from collections.abc import Callable

    from naklank.core.recording import Recording
    from naklank.core.settings import Settings
    from naklank.core.sheet import Sheet
    from naklank.core.voice import HomeSound
    from naklank.workflow.equipment import Equipment
    from naklank.workflow.listening_flow import ListeningFlow
    from naklank.workflow.on_its_way import Errand
    from naklank.workflow.session_controller import SessionController
    from naklank.workflow.tasks import Tasks
    from naklank.workflow.voice_flow import VoiceFlow


T = TypeVar("T")


class HandOverFlow(QObject):
    """Prints, saves and plays; remembers what went home and when."""

    sheet_made = Signal(bytes)
    """The sheet as PDF, as it will be printed."""
    printers_listed = Signal(object)
    """The names of the printers, the system's default first."""
    queue_told = Signal(object)
    """How it stands with what was sent to the printer, as QueueState."""
    saved = Signal(object)
    """The folder that holds what goes home."""
    folder_known = Signal(object, object)
    """A folder that was chosen, and its FolderKind."""
    word_saved = Signal(object)
    """The file of the Word document that stays with the practice."""
    busy_changed = Signal()
    """Something has set out for the printer or a folder, or has come to an end."""
    overtaken = Signal(object, object)
    """A Way and its Arrival, where the session was gone or taken back by then."""
    failed = Signal(object)

    def __init__(
        self,
        controller: SessionController,
        listening: ListeningFlow,
        equipment: Equipment,
        tasks: Tasks,
        settings: Callable[[], Settings],
        voices: VoiceFlow,
    ) -> None:
        """`settings` give what the practice has fixed for every sheet."""
        super().__init__(controller)
        self._controller = controller
        self._listening = listening
        self._equipment = equipment
        self._tasks = tasks
        self._settings = settings
        self._on_its_way = OnItsWay(controller)
        self._on_its_way.changed.connect(self.busy_changed)
        self._asked: list[str] = []
        """The sessions of which an answer is awaited."""
        self.saved_folders: tuple[Path, ...] = ()
        """Where this session was saved since it lies on the desk; kept nowhere."""
        self.left_behind: tuple[Path, ...] = ()
        """The same of the session before."""
        self._set = SetMaking(
            controller, equipment, tasks, settings, voices, lambda: self.sheet().for_files()
        )
        self._stating = self._set.stating
        self._stating.failed.connect(self.failed)
        self._queue = QueueWatch(equipment.printer, tasks, self)
        self._queue.told.connect(self.queue_told)
        self._set.failed.connect(self.failed)
        controller.began.connect(self._on_began)
        self.saved.connect(self._on_saved)

    def _on_began(self) -> None:
        self._queue.forget()
        self.left_behind, self.saved_folders = self.saved_folders, ()

    def _on_saved(self, folder: Path) -> None:
        self.saved_folders = (*self.saved_folders, folder)

    def is_busy(self, *ways: Way) -> bool:
        """Whether the session at hand is on its way out by one of these ways."""
        return self._on_its_way.has(*ways)

    def make_sheet(self) -> None:
        """Make the sheet that the screen shows."""
        self._stating.before(self._make_sheet)

    def _make_sheet(self) -> None:
        sheet, moment = self.sheet(), self._controller.session.started
        publisher, what = self._equipment.publisher, self._what_goes_home()

        def done(pdf: bytes) -> None:
            if self._what_goes_home() == what:  # not the next patient's, nor another text
                self.sheet_made.emit(pdf)

        self._tasks.run(
            lambda: publisher.make_pdf(sheet, moment, large_print=False), done, self.failed.emit
        )

    def list_printers(self) -> None:
        """Ask the system, which may take its time."""
        self._tasks.run(self._equipment.printer.names, self.printers_listed.emit, self.failed.emit)

    def print_sheet(self, *, large_print: bool, printer: str = "", copies: int = 1) -> None:
        """Send the sheet to a printer's queue; whether paper came out only people can see."""
        publisher, system = self._equipment.publisher, self._equipment.printer

        def make(errand: Errand) -> Callable[[], Arrival]:
            sheet, moment = self.sheet(), self._controller.session.started

            def work() -> Arrival:
                pdf = publisher.make_pdf(sheet, moment, large_print=large_print)
                if not errand.is_wanted():
                    return Arrival(stays=False)
                system.print_pdf(pdf, printer, copies)
                return Arrival()

            return work

        self._send(Way.PRINT, make, lambda _: self._queue.watch(printer))

    def prepare(self) -> None:
        """Make what goes home before anybody asks for it; nothing of what is not yet approved."""
        if Event.HAND_OVER in self._controller.allowed:
            self._stating.before(self._set.prepare)

    def look_at_folder(self, folder: Path) -> None:
        """See who can read along there, before anything is saved; told as `folder_known`.

        Not where another text, or another patient's, is at hand by then.
        """
        look = self._equipment.folder_kind
        self._ask(lambda: look(folder), lambda kind: self.folder_known.emit(folder, kind))

    def save(self, parent: Path) -> None:
        """Write what goes home into a new folder below this one."""
        carrier = self._to_folder(parent)
        self.take_out(Way.FOLDER, carrier, lambda arrival: self.saved.emit(arrival.folder))

    def take_out(self, way: Way, carrier: Carrier, told: Callable[[Arrival], None]) -> None:
        """Have what goes home written, off the main thread; handed over once that has ended.

        Where the session is gone by then, or was taken back, what was written is removed again.
        """

        def make(errand: Errand) -> Callable[[], Arrival]:
            home = self._set.making()
            return lambda: carried(carrier, lambda: home().files, errand)

        self._send(way, make, told)

    def _to_folder(self, parent: Path) -> Carrier:
        publisher, name = self._equipment.publisher, self.set_name
        return Carrier(lambda files: publisher.save(parent, files, name), publisher.remove)

    def save_word(self, file: Path) -> None:
        """Write the sheet as a Word document, for the practice: nothing goes home by it.

        Nor is anything written that is not approved.
        """
        if Event.HAND_OVER not in self._controller.allowed:
            return
        sheet, moment = self.sheet().for_files(), self._controller.session.started
        publisher, practice = self._equipment.publisher, self._settings().practice
        template = Path(practice.template) if practice.template else None
        own = dict(practice.fields)
        self._ask(
            lambda: publisher.save_word(file, sheet, moment, template, own),
            lambda _: self.word_saved.emit(file),
        )

    def qr_was_read(self) -> None:
        """The text stands on the patient's phone: somebody said so."""
        self.remember(Way.QR)
        self._let_sound_go()

    def name_patient(self, name: str) -> None:
        """Whose name is printed on the sheet; kept with the session and nowhere else."""
        self._put(patient=" ".join(name.split()))

    def replace_sheet(self, code: str) -> None:
        """By its code, the sheet of an older session that this one takes the place of."""
        edition = self._controller.session.edition
        replaces = read_code(code) or "".join(code.split()).upper()
        self._put(edition=replace(edition, replaces=replaces))

    def sound_making(self) -> Callable[[], HomeSound | None]:
        """Gives the sound that goes home, off the main thread. Raises KEYS_UNAVAILABLE."""
        return self._set.sound_making()

    def later(self) -> None:
        """Keep it for when there is time."""
        if Event.HAND_OVER_LATER in self._controller.allowed:
            self._controller.apply(Event.HAND_OVER_LATER, later=self._equipment.now())
        elif self._controller.state is State.WAITING and not self._controller.is_stored:
            self._controller.update()  # there may be room on the disk by now

    def finish(self) -> None:
        """All is handed over: delete what Naklank kept; not while it is still being read.

        Where the practice keeps a copy it is written first: without it nothing is deleted.
        """
        folder = copy_folder(self._controller.session, self._settings().keeping)
        if folder is None or Event.FINISH not in self._controller.allowed:
            self._close(Event.FINISH)
            return
        carrier = self._to_folder(folder)
        self.take_out(Way.OWN_COPY, carrier, lambda _: self._close(Event.FINISH))

    def give_nothing(self) -> None:
        """Nothing goes home: delete what Naklank kept."""
        self._close(Event.GIVE_NOTHING)

    def close(self) -> None:
        """Nothing is looked at any more."""
        self._queue.forget()

    def sheet(self) -> Sheet:
        """The one model of what the patient reads."""
        session, settings = self._controller.session, self._settings()
        texts = self._equipment.sheet_texts(session.language)
        return approved_sheet(
            session.summary.blocks() if session.summary else (),
            session.started,
            with_headings(texts, session.consult, session.headings),
            self.origin,
            Letterhead(
                settings.practice.name,
                session.doctor,
                session.patient,
                settings.contacts,
                settings.practice.logo,
            ),
            replace(session.edition, code=session.statement.code if session.statement else ""),
            has_sound=session.sound_goes_home,
            is_interpreted=bool(session.recording.interpreted),
            leaflets=session.leaflets,
        )

    @property
    def set_name(self) -> str:
        """What goes home is called so together, in the language of the sheet."""
        session = self._controller.session
        return set_name(session.started, self._equipment.sheet_texts(session.language))

    @property
    def origin(self) -> Origin:
        """How the text came about."""
        session = self._controller.session
        if session.transcript is None:
            return Origin.WRITTEN
        return Origin.UNHEARD if session.review.unheard else Origin.CHECKED

    def _put(self, **changes: object) -> None:
        session = self._controller.session
        if any(getattr(session, name) != value for name, value in changes.items()):
            self._controller.update(**changes)
            # A field may lose the focus only when the page with the sheet has gone already.
            if Event.HAND_OVER in self._controller.allowed:
                self.make_sheet()

    def _close(self, event: Event) -> None:
        if event in self._controller.allowed and not self.is_busy(*Way):
            self._listening.close()
            self._controller.apply(event)

    def _send(
        self,
        way: Way,
        make: Callable[[Errand], Callable[[], Arrival]],
        told: Callable[[Arrival], None],
    ) -> None:
        """Once at a time: a second press finds it under way. And what may not go does not.

        `make` gives the work, once there is a statement; it may raise a NaklankError.
        """
        needed = Event.FINISH if way is Way.OWN_COPY else Event.HAND_OVER
        if self.is_busy(way) or needed not in self._controller.allowed:
            return
        errand = self._on_its_way.begin(way)
        self._stating.before(
            lambda: self._start(errand, make, told), lambda: self._on_its_way.end(errand)
        )

    def _start(
        self,
        errand: Errand,
        make: Callable[[Errand], Callable[[], Arrival]],
        told: Callable[[Arrival], None],
    ) -> None:
        def done(arrival: Arrival) -> None:
            self._on_its_way.end(errand)
            if not errand.is_wanted():
                self.overtaken.emit(errand.way, arrival)
            elif what_may_go(self._controller) == errand.content and self.remember(errand.way):
                told(arrival)
            self._let_sound_go()

        def failed(error: NaklankError) -> None:
            self._on_its_way.end(errand)
            self.failed.emit(error)
            if errand.way is Way.PRINT:
                self.list_printers()  # the one that was chosen may be gone
            self._let_sound_go()

        try:
            work = make(errand)
        except NaklankError as error:
            failed(error)
            return
        self._tasks.run(work, done, failed)

    def _ask(self, work: Callable[[], T], told: Callable[[T], None]) -> None:
        """Have something found out or written, and hear nothing where else is at hand by then."""
        what, identity = what_may_go(self._controller), self._controller.session.identity
        self._asked.append(identity)

        def done(outcome: T) -> None:
            self._asked.remove(identity)
            if what is not None and what_may_go(self._controller) == what:
                told(outcome)
            self._let_sound_go()

        def failed(error: NaklankError) -> None:
            self._asked.remove(identity)
            self.failed.emit(error)
            self._let_sound_go()

        self._tasks.run(work, done, failed)

    def _let_sound_go(self) -> None:
        """Not while something is on its way: it would come back to another identity."""
        session = self._controller.session
        is_awaited = self.is_busy(*Way) or session.identity in self._asked
        is_out = session.state is State.HANDED_OVER and not is_awaited
        if is_out and has_sound_to_lose(session):
            self._listening.close()
            self._controller.let_sound_go()
            self.make_sheet()  # one of the earlier identity that is being made comes too late

    def _what_goes_home(self) -> tuple[str, Recording, Sheet]:
        session = self._controller.session
        return session.identity, session.recording, self.sheet()

    def remember(self, way: Way) -> bool:
        """It went home by this way, now; False where it may not any more."""
        if Event.HAND_OVER not in self._controller.allowed:
            return False
        session = self._controller.session
        hand_over = HandOver(way, self._equipment.now(), self._set.seconds)
        self._controller.apply(Event.HAND_OVER, hand_overs=(*session.hand_overs, hand_over))
        return True
