"""The approved sound from the loudspeaker, for the patient's phone to record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from naklank.core.errors import NaklankError
from naklank.core.ports.sound import Played
from naklank.core.session import Event, Way

if TYPE_CHECKING:
    from naklank.core.voice import HomeSound
    from naklank.workflow.clip_playing import ClipPlaying
    from naklank.workflow.hand_over_flow import HandOverFlow
    from naklank.workflow.session_controller import SessionController
    from naklank.workflow.tasks import Tasks


class PhoneFlow(QObject):
    """Plays to the sample what stands in the MP3; handed over when it was heard to its end."""

    position_changed = Signal(float)
    """How much of it has sounded, from 0 to 1."""
    ended = Signal(object)
    """How the playing ended, as Played."""
    failed = Signal(object)

    def __init__(
        self,
        controller: SessionController,
        handing_over: HandOverFlow,
        playing: ClipPlaying,
        tasks: Tasks,
    ) -> None:
        super().__init__(controller)
        self._controller = controller
        self._handing_over = handing_over
        self._playing = playing
        self._tasks = tasks
        self._asked = 0
        """Counts what was asked for: a sound that is made too late is not played."""
        self._is_making = False
        controller.began.connect(self._forget)
        controller.changed.connect(self._on_changed)
        playing.position_changed.connect(self.position_changed)
        playing.ended.connect(self._on_ended)
        playing.failed.connect(self.failed)

    @property
    def is_playing(self) -> bool:
        """Whether it sounds, or will in a moment."""
        return self._is_making or self._playing.is_playing

    @property
    def is_output_silent(self) -> bool:
        """Whether the last playing could not be heard by anybody."""
        return self._playing.is_silent

    def play(self) -> None:
        """As soon as the sound is made; it mostly is by now."""
        self._asked += 1
        asked, self._is_making = self._asked, True

        def done(sound: HomeSound | None) -> None:
            if asked == self._asked:
                self._is_making = False
                if sound is None:
                    self.ended.emit(Played.STOPPED)
                else:
                    self._playing.play(sound.clip)

        def failed(error: NaklankError) -> None:
            if asked == self._asked:
                self._is_making = False
                self.ended.emit(Played.UNREADABLE)
                self.failed.emit(error)

        try:
            work = self._handing_over.sound_making()
        except NaklankError as error:
            failed(error)
            return
        self._tasks.run(work, done, failed)

    def stop(self) -> None:
        """Silence; not all of it was played."""
        self._asked += 1
        if self._is_making:
            self._is_making = False
            self.ended.emit(Played.STOPPED)
        self._playing.stop()

    def _forget(self) -> None:
        """Another session lies on the desk: what still sounds is none of its own."""
        self._asked += 1
        self._is_making = False
        self._playing.forget()

    def _on_changed(self) -> None:
        """What is no longer approved is not played on, nor what was asked for before."""
        if self.is_playing and Event.HAND_OVER not in self._controller.allowed:
            self.stop()

    def _on_ended(self, played: Played) -> None:
        if played is Played.HEARD:
            self._handing_over.remember(Way.PLAY)
        self.ended.emit(played)
