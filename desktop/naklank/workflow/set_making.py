"""What goes home, made once: the sound that is played for the phone is the one in the files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.session import Event
from naklank.core.voice import Ends
from naklank.workflow.stating import Stating

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from naklank.core.settings import Settings
    from naklank.core.sheet import Sheet
    from naklank.core.voice import HomeSound
    from naklank.workflow.equipment import Equipment
    from naklank.workflow.session_controller import SessionController
    from naklank.workflow.tasks import Tasks
    from naklank.workflow.voice_flow import VoiceFlow


@dataclass(frozen=True, slots=True)
class HomeSet:
    """The files by their names, and the sound in them; none where only text goes home."""

    files: Mapping[str, bytes]
    sound: HomeSound | None
    lacks_ends: bool
    """Whether opening and closing were asked for, and were not there."""


class SetMaking(QObject):
    """Makes it in the background while the sheet is read, or else when it is asked for."""

    failed = Signal(object)
    """VOICE_MISSING, once for each session: all else is as it should be."""

    def __init__(
        self,
        controller: SessionController,
        equipment: Equipment,
        tasks: Tasks,
        settings: Callable[[], Settings],
        voices: VoiceFlow,
        sheet: Callable[[], Sheet],
    ) -> None:
        super().__init__(controller)
        self._controller = controller
        self._equipment = equipment
        self._tasks = tasks
        self._settings = settings
        self._voices = voices
        self.stating = Stating(controller, equipment, tasks)
        """Before anything is made, what goes home is stated."""
        self._sheet = sheet
        self._prepared: tuple[object, HomeSet] | None = None
        self._told = ""
        """The session of which it was said that its ends are missing."""
        controller.changed.connect(self._on_changed)

    def prepare(self) -> None:
        """Before anybody asks for it: the sound takes a second or two."""
        if Event.HAND_OVER not in self._controller.allowed or self._ready() is not None:
            return
        what = self._what()
        try:
            work = self.making()
        except NaklankError:
            return  # told when it is asked for

        def done(made: HomeSet) -> None:
            if self._what() == what:
                self._prepared = what, made
                self._tell(made)

        self._tasks.run(work, done, lambda _: None)

    def making(self) -> Callable[[], HomeSet]:
        """Gives it off the main thread: as prepared, or made now. Raises KEYS_UNAVAILABLE."""
        ready = self._ready()
        if ready is not None:
            return lambda: ready
        session, publisher = self._controller.session, self._equipment.publisher
        sheet = self._sheet() if session.agreement.take_home.has_text else None
        make_sound, title = self._sound_making(), self._title()

        def make() -> HomeSet:
            sound, lacks_ends = make_sound()
            files = publisher.make_set(sheet, sound, session.started, title, session.language)
            return HomeSet(self.stating.sealed(files, session.statement), sound, lacks_ends)

        return make

    @property
    def seconds(self) -> float | None:
        """How long the sound is that lies ready."""
        ready = self._ready()
        return ready.sound.clip.seconds if ready and ready.sound else None

    def sound_making(self) -> Callable[[], HomeSound | None]:
        """Gives its sound alone, in the same way."""
        ready = self._ready()
        if ready is not None:
            return lambda: ready.sound
        make_sound = self._sound_making()
        return lambda: make_sound()[0]

    def _sound_making(self) -> Callable[[], tuple[HomeSound | None, bool]]:
        """And whether its ends are missing."""
        files, publisher = self.stating.files_to_take_home(), self._equipment.publisher
        if not files:
            return lambda: (None, False)
        spoken = self._settings().voice.ends
        read_ends = self._voices.ends_of(self._controller.session, spoken)

        def make() -> tuple[HomeSound, bool]:
            ends = read_ends()
            return publisher.make_sound(files, ends or Ends()), ends is None

        return make

    def _title(self) -> str:
        """What a player shows of the sound; it says where nobody could hear it.

        The short code outlives a messenger that encodes the sound anew and keeps its tags.
        """
        session = self._controller.session
        texts = self._equipment.sheet_texts(session.language)
        mark = texts.unheard_mark if session.review.unheard else ""
        code = session.statement.code if session.statement else ""
        return " - ".join(word for word in (texts.title, mark, code) if word)

    def _ready(self) -> HomeSet | None:
        if self._prepared is None or self._prepared[0] != self._what():
            return None
        return self._prepared[1]

    def _what(self) -> object:
        """Everything that it is made of."""
        session, spoken = self._controller.session, self._settings().voice.ends
        return session.identity, session.recording, self._sheet(), spoken, self._voices.revision

    def _tell(self, made: HomeSet) -> None:
        identity = self._controller.session.identity
        if made.lacks_ends and self._told != identity:
            self._told = identity
            self.failed.emit(NaklankError(ErrorCode.VOICE_MISSING))

    def _on_changed(self) -> None:
        """What was prepared stays in memory only as long as it may go home."""
        if Event.HAND_OVER not in self._controller.allowed:
            self._prepared = None
