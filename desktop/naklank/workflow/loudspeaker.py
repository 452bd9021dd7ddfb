"""The sound of the session at hand on the loudspeaker, and what of it was heard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal

from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.ports.sound import Played
from naklank.core.transcript import Stretch, without

if TYPE_CHECKING:
    from collections.abc import Sequence

    from naklank.core.ports.sound import Player
    from naklank.workflow.session_controller import SessionController

SILENT: Final = (Played.MUTED, Played.NO_OUTPUT)
WHY: Final = {
    Played.MUTED: ErrorCode.OUTPUT_MUTED,
    Played.NO_OUTPUT: ErrorCode.NO_OUTPUT,
    Played.UNREADABLE: ErrorCode.RECORDING_UNREADABLE,
}


class SignalPlayerListener(QObject):
    """Carries what the player says of one playing over to the main thread."""

    position = Signal(object, float)
    ended = Signal(object, object, float)

    def __init__(self, stretch: Stretch, recording: str, parent: QObject) -> None:
        super().__init__(parent)
        self.stretch = stretch
        self.recording = recording
        self.unheard: tuple[Stretch, ...] = ()
        """Where other words stand since it plays: nobody heard those."""

    def on_position(self, second: float) -> None:
        self.position.emit(self, second)

    def on_ended(self, played: Played, heard: float) -> None:
        self.ended.emit(self, played, heard)


class Loudspeaker(QObject):
    """One playing at a time; another one takes its place."""

    position_changed = Signal(float)
    """The second of the recording that sounds now."""
    playing_changed = Signal(bool)
    heard = Signal(object)
    """A Stretch of this recording that somebody could hear, be it of a playing cut short."""
    ended = Signal(object)
    """How the playing ended, as Played; not of one whose place another took."""
    failed = Signal(object)

    def __init__(self, controller: SessionController, player: Player) -> None:
        super().__init__(controller)
        self._controller = controller
        self._player = player
        self._listener: SignalPlayerListener | None = None
        self._loaded = ""
        self.second = 0.0
        """Where the recording sounds, or sounded last."""
        self.is_silent = False
        """Whether the last playing could not be heard by anybody."""

    @property
    def is_playing(self) -> bool:
        """Whether a stretch was begun whose end is not yet told."""
        return self._listener is not None

    @property
    def sounding(self) -> tuple[Stretch, ...]:
        """What sounded by now of the stretch that plays: heard, if it comes to its end."""
        return (Stretch(self._listener.stretch.start, self.second),) if self._listener else ()

    def play(self, stretch: Stretch, speed: float) -> None:
        """Play a stretch of the recording, in place of what plays now."""
        if not self._controller.session.recording.takes:
            return
        try:
            self._load()
        except NaklankError as error:
            self.failed.emit(error)
            return
        listener = SignalPlayerListener(stretch, self._loaded, self)
        listener.position.connect(self._on_position, Qt.ConnectionType.QueuedConnection)
        listener.ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)
        self._listener = listener
        self.second = stretch.start
        self._player.play(stretch, speed, listener)
        self.playing_changed.emit(True)

    def unhear(self, places: Sequence[Stretch]) -> None:
        """Whatever plays at this moment, nothing of it is told as heard of these places."""
        for listener in self.findChildren(SignalPlayerListener):  # also one not yet told as ended
            listener.unheard += tuple(places)

    def stop(self) -> None:
        """Fall silent; how it ended is still told."""
        self._player.stop()

    def lend(self) -> None:
        """Something else plays now: what is loaded here is loaded anew when it is asked for."""
        self.stop()
        self._loaded = ""

    def unload(self) -> None:
        """Nothing of the sound stays in memory, and what is still told of it is not heard."""
        self._listener = None
        self._loaded = ""
        self.second = 0.0
        self.is_silent = False
        self._player.unload()
        self.playing_changed.emit(False)

    def _load(self) -> None:
        session = self._controller.session
        key = f"{session.identity} {session.recording.takes}"
        if self._loaded != key:
            self._player.load(self._controller.sound_files)
            self._loaded = key

    def _on_position(self, listener: SignalPlayerListener, second: float) -> None:
        if listener is self._listener:
            self.second = second
            self.position_changed.emit(second)

    def _on_ended(self, listener: SignalPlayerListener, played: Played, heard: float) -> None:
        listener.deleteLater()  # a day of words and checks makes thousands
        is_last = listener is self._listener
        if is_last:
            self._listener = None
        if listener.recording == self._loaded and heard > listener.stretch.start:
            # The end that was asked for, be it a moment behind the last sample.
            end = listener.stretch.end if played is Played.HEARD else heard
            for part in without((Stretch(listener.stretch.start, end),), listener.unheard):
                self.heard.emit(part)
        if is_last:
            self._tell_end(played, heard)

    def _tell_end(self, played: Played, heard: float) -> None:
        self.is_silent = played in SILENT
        self.second = max(self.second, heard)
        self.playing_changed.emit(False)
        self.ended.emit(played)
        if played in WHY:
            self.failed.emit(NaklankError(WHY[played]))
