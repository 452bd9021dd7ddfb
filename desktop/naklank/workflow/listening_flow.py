"""Checking by ear: what is played, what was heard, what the doctor says of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from naklank.core.checks import Check
from naklank.core.listening import AROUND_CHECK, Leg, around, leg_from, next_leg, place_after_change
from naklank.core.ports.sound import Played
from naklank.core.review import own_sounds
from naklank.core.session import Event, State
from naklank.core.settings import SPEEDS, CheckingWay
from naklank.core.transcript import Stretch, without
from naklank.workflow.loudspeaker import Loudspeaker

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from naklank.core.ports.sound import Player
    from naklank.core.review import Review
    from naklank.core.settings import Checking
    from naklank.workflow.session_controller import SessionController

BACK: Final = 3.0
"""Seconds, as a foot pedal goes back."""

_LISTENING: Final = (State.RECORDED, State.REVIEWING)


class ListeningFlow(QObject):
    """Plays, and knows what was heard; the doctor confirms and approves."""

    position_changed = Signal(float)
    """The second of the recording that sounds now."""
    playing_changed = Signal(bool)
    current_changed = Signal()
    """Another check is the one to be heard and confirmed."""
    speed_changed = Signal()
    ended = Signal(object)
    """How the last playing ended, as Played."""
    failed = Signal(object)

    def __init__(
        self,
        controller: SessionController,
        player: Player,
        checking: Callable[[], Checking],
    ) -> None:
        super().__init__(controller)
        self._controller = controller
        self._checking = checking
        self._loudspeaker = Loudspeaker(controller, player)
        self._speed: float | None = None
        self._is_along = False
        """Whether what plays goes on through the text, and is no single place."""
        self._is_held = False
        self._is_held_back = False
        """Whether a check waits to be played until nothing else is at hand."""
        self._is_unopened = False
        """Whether nothing was begun of what is to be heard, as it was held."""
        self.current: int | None = None
        """The check at hand."""
        self._check: Check | None = None
        controller.changed.connect(self._on_changed)
        self._loudspeaker.position_changed.connect(self.position_changed)
        self._loudspeaker.heard.connect(self._on_heard)
        self._loudspeaker.playing_changed.connect(self.playing_changed)
        self._loudspeaker.ended.connect(self._on_ended)
        self._loudspeaker.failed.connect(self.failed)

    @property
    def is_playing(self) -> bool:
        """Whether the recording sounds, or is about to."""
        return self._loudspeaker.is_playing

    @property
    def is_output_silent(self) -> bool:
        """Whether the last playing could not be heard by anybody."""
        return self._loudspeaker.is_silent

    @property
    def speed(self) -> float:
        """How many times as fast as spoken one listens along: the practice's, until changed."""
        return self._checking().speed if self._speed is None else self._speed

    @property
    def second(self) -> float:
        """Where the recording sounds, or sounded last."""
        return self._loudspeaker.second

    @property
    def seconds_left(self) -> float:
        """How long it takes to hear what did not sound yet, at the speed of listening along."""
        sounded = (*self._review.sounded, *self._loudspeaker.sounding)
        left = without((Stretch(0.0, self._seconds),), sounded)
        return sum(one.seconds for one in left) / self.speed

    def open(self, *, by_itself: bool = True) -> None:
        """Take the session's sound in hand, and begin to play what must be heard `by_itself`."""
        needs_whole = self._checking().way is CheckingWay.ALONG or self._review.lacks_checks
        if self._review.needs_whole is not needs_whole:
            self._controller.update(review=replace(self._review, needs_whole=needs_whole))
        self._is_unopened = self._is_held and by_itself
        if by_itself and not self._is_held:
            self._go_on()

    def play(self, stretch: Stretch, speed: float = 1.0) -> None:
        """Play a stretch of the recording, in place of what plays now."""
        self._is_along = False
        self._loudspeaker.play(stretch, speed)

    def play_whole(self, speed: float = 1.0) -> None:
        """Play all of it: the approved sound, or sound alone."""
        self.play(Stretch(0.0, self._seconds), speed)

    def listen_along(self) -> None:
        """Go on from where it sounded last to the next open check; at the end, begin again."""
        is_over = self.second > self._seconds - AROUND_CHECK
        start = self._review.unheard_from(self._seconds) or 0.0 if is_over else self.second
        self._play_leg(leg_from(start, self._review, self._seconds))

    def play_from(self, at: int) -> None:
        """Listen along from this word of the text on, where it has sound."""
        sound = self._sound_of(at)
        if sound is not None:
            start = around(sound, self._seconds).start
            self._play_leg(leg_from(start, self._review, self._seconds))

    def back(self) -> None:
        """Listen along again from a few seconds before."""
        start = max(0.0, self.second - BACK)
        self._play_leg(leg_from(start, self._review, self._seconds))

    def play_check(self, at: int) -> None:
        """Take this check in hand and play it, a little around it too, where it has sound."""
        self.take_in_hand(at)
        self._play_place(self._review.checks[at])

    def take_in_hand(self, at: int) -> None:
        """Make this check the one to be heard and confirmed."""
        self._take(at)
        self.current_changed.emit()

    def play_word(self, at: int) -> None:
        """Play one word of the text; what was put in, where it stands between its neighbours."""
        sound = self._sound_of(at)
        if sound is not None:
            self._play_place(sound)

    def change_speed(self, steps: int) -> None:
        """Faster or slower, as far as that goes; what one listens along to goes on so."""
        at = SPEEDS.index(self.speed) + steps
        self._speed = SPEEDS[max(0, min(at, len(SPEEDS) - 1))]
        if self.is_playing and self._is_along:
            self.listen_along()
        self.speed_changed.emit()

    def stop(self) -> None:
        """Fall silent; what was heard until now counts."""
        self._loudspeaker.stop()

    def unhear(self, checks: Iterable[Check]) -> None:
        """Other words stand there from now on: what plays at this moment counts for none of them.

        It plays on; they are heard when they are played anew.
        """
        self._loudspeaker.unhear(own_sounds(checks))

    def lend(self) -> None:
        """Give the loudspeaker away, to something that is not this recording."""
        self._is_along = False
        self._loudspeaker.lend()

    @property
    def can_confirm(self) -> bool:
        """Whether the check at hand was heard; one without sound is asked when all is quiet."""
        at = self.current
        if self._controller.state is not State.REVIEWING or at is None:
            return False
        is_asked = self._review.checks[at].has_sound or not self.is_playing
        return is_asked and self._review.is_heard(at)

    def confirm(self) -> None:
        """The check at hand is right as it stands; it must have been heard."""
        done = self.current
        if done is None or not self.can_confirm:
            return
        review = self._review.with_confirmed(done)
        self._play_next(review, done)  # before anything is stored or drawn: it sounds at once
        self._controller.update(review=review)
        self.current_changed.emit()

    def take_up(self, checks: Collection[int]) -> None:
        """These were found just now; the first one plays where none is at hand and all is quiet."""
        if self.current is None and checks and not self.is_playing:
            self.play_by_itself(min(checks))

    def play_by_itself(self, at: int) -> None:
        """Nobody asked for this check now: while somebody is at something else, it waits."""
        self._is_held_back = self._is_held
        if self._is_held:
            self.take_in_hand(at)
        else:
            self.play_check(at)

    def hold(self, held: bool) -> None:  # noqa: FBT001 - as a signal tells it
        """Whether somebody types, or looks at another window: nothing begins to sound by itself."""
        self._is_held = held
        if self._is_unopened and not held:
            self._is_unopened = False
            if self._controller.state is State.REVIEWING:
                self._go_on()
            return
        is_due, self._is_held_back = self._is_held_back and not held, False
        if is_due and self.current is not None and not self._review.is_heard(self.current):
            self.play_check(self.current)

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
        if self.is_output_silent and self._controller.state in _LISTENING:
            self._controller.update(review=replace(self._review, unheard=True))
            self.approve()

    def close(self) -> None:
        """The session leaves the desk: nothing of its sound stays in memory."""
        self._take(None)
        self._is_held_back = self._is_unopened = False
        self._speed = None
        self._loudspeaker.unload()

    @property
    def _review(self) -> Review:
        return self._controller.session.review

    @property
    def _seconds(self) -> float:
        return self._controller.session.recording.seconds

    def _sound_of(self, at: int) -> Stretch | None:
        summary = self._controller.session.summary
        return summary.sounds[at] if summary else None

    def _take(self, at: int | None) -> None:
        self.current = at
        self._check = None if at is None else self._review.checks[at]

    def _go_on(self) -> None:
        self._play_next(self._review, None)
        self.current_changed.emit()

    def _play_next(self, review: Review, done: int | None) -> None:
        """What follows on the check that is done, by the way that the practice has chosen."""
        if review.needs_whole:
            leg = next_leg(review, self._seconds, done)
            if leg is None:
                self._take(None)
                self.stop()
            else:
                self._play_leg(leg, is_told=True)
            return
        later = [at for at in review.open if done is None or at > done] or review.open
        self._take(later[0] if later else None)
        if self._check is None:
            self.stop()
        else:
            self._play_place(self._check)

    def _play_leg(self, leg: Leg, *, is_told: bool = False) -> None:
        moved = leg.check != self.current
        self._take(leg.check)
        self._is_along = True
        if leg.is_silent:
            self.stop()
        else:
            self._loudspeaker.play(leg.stretch, self.speed)
        if moved and not is_told:
            self.current_changed.emit()

    def _play_place(self, place: Stretch | Check) -> None:
        """Never faster than spoken: who hears one place wants to hear it well."""
        if isinstance(place, Check) and not place.has_sound:
            self.stop()
        else:
            self.play(around(place, self._seconds), min(1.0, self.speed))

    def _on_changed(self) -> None:
        """Stay with the check at hand where the text was changed, and checks with it."""
        if self._check is None or self.current is None:
            return
        if self._review.checks[self.current : self.current + 1] == (self._check,):
            return
        self._take(place_after_change(self._check, self._review))
        self.current_changed.emit()

    def _on_heard(self, stretch: Stretch) -> None:
        if self._controller.state in _LISTENING:
            self._controller.update(review=self._review.with_heard(stretch, self._seconds))

    def _on_ended(self, played: Played) -> None:
        self.ended.emit(played)
        is_left = not self._review.is_done and self._controller.state is State.REVIEWING
        if played is Played.HEARD and self._is_along and self.current is None and is_left:
            self._go_on()  # back to what was skipped
