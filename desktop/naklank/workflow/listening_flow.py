"""Checking by ear: what is played, what was heard, what the doctor says of it."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal

from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.ports import Played
from naklank.core.session import Event, State
from naklank.core.suggested_words import is_put_in, words_to_put_in
from naklank.core.transcript import Stretch

if TYPE_CHECKING:
    from naklank.core.ports import Player
    from naklank.core.review import Review
    from naklank.core.topics import Topic
    from naklank.workflow.session_controller import SessionController

AROUND: Final = 0.3
"""Seconds played before and after a word or check, to hear it in its place."""

_SILENT: Final = (Played.MUTED, Played.NO_OUTPUT)
_WHY: Final = {
    Played.MUTED: ErrorCode.OUTPUT_MUTED,
    Played.NO_OUTPUT: ErrorCode.NO_OUTPUT,
    Played.UNREADABLE: ErrorCode.RECORDING_UNREADABLE,
}
_LISTENING: Final = (State.RECORDED, State.REVIEWING)


class _Listener(QObject):
    """Carries what the player says of one playing over to the main thread."""

    position = Signal(object, float)
    ended = Signal(object, object)

    def __init__(self, stretch: Stretch, parent: QObject) -> None:
        super().__init__(parent)
        self.stretch = stretch

    def on_position(self, second: float) -> None:
        self.position.emit(self, second)

    def on_ended(self, played: Played) -> None:
        self.ended.emit(self, played)


class ListeningFlow(QObject):
    """Plays, and knows what was heard; the doctor confirms, corrects and approves."""

    position_changed = Signal(float)
    """The second of the recording that sounds now."""
    playing_changed = Signal(bool)
    current_changed = Signal()
    """Another check is the one to be heard and confirmed."""
    ended = Signal(object)
    """How the last playing ended, as Played."""
    failed = Signal(object)

    def __init__(self, controller: SessionController, player: Player) -> None:
        super().__init__(controller)
        self._controller = controller
        self._player = player
        self._listener: _Listener | None = None
        self._loaded: str = ""
        self.current: int | None = None
        """The check at hand."""
        self.is_output_silent = False
        """Whether the last playing could not be heard by anybody."""

    @property
    def is_playing(self) -> bool:
        return self._listener is not None

    def open(self) -> None:
        """Take the session's sound in hand, and play its first open check by itself."""
        self._next_check()

    def play(self, stretch: Stretch, speed: float = 1.0) -> None:
        """Play a stretch of the recording, in place of what plays now."""
        if not self._controller.session.recording.takes:
            return
        try:
            self._load()
        except NaklankError as error:
            self.failed.emit(error)
            return
        listener = _Listener(stretch, self)
        listener.position.connect(self._on_position, Qt.ConnectionType.QueuedConnection)
        listener.ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)
        self._listener = listener
        self._player.play(stretch, speed, listener)
        self.playing_changed.emit(True)

    def play_whole(self, speed: float = 1.0) -> None:
        """Play all of it: the approved sound, or to listen along."""
        self.play(Stretch(0.0, self._controller.session.recording.seconds), speed)

    def play_check(self, at: int) -> None:
        """Take this check in hand and play it, a little around it too."""
        self.current = at
        self.current_changed.emit()
        check = self._controller.session.review.checks[at]
        self.play(self._around(Stretch(check.start, check.end)))

    def play_word(self, at: int) -> None:
        """Play one word of the text, where it has sound."""
        summary = self._controller.session.summary
        sound = summary.words[at].sound if summary else None
        if sound is not None:
            self.play(self._around(sound))

    def stop(self) -> None:
        self._player.stop()

    def confirm(self) -> None:
        """The check at hand is right as it stands; it must have been heard."""
        review = self._controller.session.review
        if self._controller.state is State.REVIEWING and self.current in review.heard:
            self._controller.update(review=review.with_confirmed(self.current))
            self._next_check()

    def correct(self, first: int, end: int, text: str) -> None:
        """Other words stand in the text; the transcript stays as heard.

        A check whose words change must be confirmed anew: another dose is another dose.
        """
        session = self._controller.session
        if session.state is not State.REVIEWING or session.summary is None:
            return
        touched = session.summary.checks_in(first, end, session.review.checks)
        self._controller.update(
            summary=session.summary.corrected(first, end, text),
            review=session.review.without_confirmed(touched),
        )
        if self.current is None and touched:
            self.current = min(touched)
            self.current_changed.emit()

    @property
    def suggestion(self) -> str:
        """What can be put in for the words of the check at hand; empty once it stands there."""
        session = self._controller.session
        if self.current is None or session.summary is None:
            return ""
        check = session.review.checks[self.current]
        stands = is_put_in(check, session.summary)
        can_stand = words_to_put_in(check, session.summary)
        return check.suggestion if can_stand and not stands else ""

    def take_suggestion(self) -> None:
        """As if it had been typed: the check must still be heard and confirmed."""
        session = self._controller.session
        if not self.suggestion or self.current is None or session.summary is None:
            return
        check = session.review.checks[self.current]
        words = session.summary.words_of(check)
        self.correct(words.start, words.stop, words_to_put_in(check, session.summary))

    def set_topic(self, at: int, topic: Topic) -> None:
        """A topic begins at another word."""
        summary = self._controller.session.summary
        if self._controller.state is State.REVIEWING and summary is not None:
            self._controller.update(summary=summary.with_topic_at(at, topic))

    def approve(self) -> None:
        """All was heard and is right: text, or sound alone."""
        allowed = self._controller.allowed
        for event in (Event.APPROVE, Event.LISTEN):
            if event in allowed:
                self.stop()
                self._controller.apply(event)
                return

    def approve_unheard(self) -> None:
        """Nothing can be heard on this computer; what goes home says so."""
        session = self._controller.session
        if self.is_output_silent and session.state in _LISTENING:
            self._controller.update(review=replace(session.review, unheard=True))
            self.approve()

    def close(self) -> None:
        """The session leaves the desk: nothing of its sound stays in memory."""
        self._listener = None
        self._loaded = ""
        self.current = None
        self.is_output_silent = False
        self._player.unload()
        self.playing_changed.emit(False)

    def _load(self) -> None:
        session = self._controller.session
        key = f"{session.identity} {session.recording.takes}"
        if self._loaded != key:
            self._player.load(self._controller.sound_files)
            self._loaded = key

    def _next_check(self) -> None:
        open_checks = self._controller.session.review.open
        if open_checks:
            later = [at for at in open_checks if self.current is None or at > self.current]
            self.play_check((later or open_checks)[0])
        else:
            self.current = None
            self.stop()
            self.current_changed.emit()

    def _around(self, stretch: Stretch) -> Stretch:
        end = self._controller.session.recording.seconds
        return Stretch(max(0.0, stretch.start - AROUND), min(end, stretch.end + AROUND))

    def _on_position(self, listener: _Listener, second: float) -> None:
        if listener is self._listener:
            self.position_changed.emit(second)

    def _on_ended(self, listener: _Listener, played: Played) -> None:
        listener.deleteLater()  # a day of words and checks makes thousands
        if listener is not self._listener:
            return  # another playing took its place
        self._listener = None
        self.is_output_silent = played in _SILENT
        if played is Played.HEARD and self._controller.state in _LISTENING:
            self._controller.update(review=self._with_heard(listener.stretch))
        self.playing_changed.emit(False)
        self.ended.emit(played)
        if played in _WHY:
            self.failed.emit(NaklankError(_WHY[played]))

    def _with_heard(self, stretch: Stretch) -> Review:
        session = self._controller.session
        to_the_end = stretch.end >= session.recording.seconds
        if to_the_end:  # the times of words are rounded, and may end a moment later
            stretch = replace(stretch, end=math.inf)
        review = session.review.with_heard(stretch)
        whole = stretch.start <= 0.0 and to_the_end
        return replace(review, heard_whole=review.heard_whole or whole)
