"""What was spoken anew takes the place of what was wrong, in the sound on the disk."""

from __future__ import annotations

from dataclasses import dataclass, replace
from threading import Lock
from typing import TYPE_CHECKING, Final

from naklank.core.recording import Recording
from naklank.core.splicing import Splice, spliced_interpreted, spliced_marks
from naklank.core.transcript import Stretch

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from naklank.core.ports.keeping import SessionStore
    from naklank.core.ports.sound import Cutter
    from naklank.core.recording import Insertion, SoundFile, Take
    from naklank.core.session import Session
    from naklank.core.summary import Summary, SummaryWord
    from naklank.core.transcript import Transcript

ROOM: Final = 0.1
"""Seconds by which the engine's times of words may be wrong when a pause is looked for."""


@dataclass(frozen=True, slots=True)
class Joined:
    """The recording as it is now, and what of it is another."""

    recording: Recording
    splice: Splice


class Joining:
    """Cuts and joins takes in files of their own; one join at a time."""

    def __init__(self, store: SessionStore, cutter: Cutter) -> None:
        self._store = store
        self._cutter = cutter
        self._under_way = Lock()

    def plan(self, session: Session) -> Callable[[], Joined]:
        """What puts the insertion of the session in its place; call that off the main thread.

        The session and its sound stay as they are. Raises KEYS_UNAVAILABLE, DISK_FULL or
        DATA_NOT_WRITABLE, and what is called these two, RECORDING_UNREADABLE, RECORDING_NOT_KEPT,
        NO_SUCH_FILE or FILE_NOT_READABLE.
        """
        number, identity = session.recording.next_number, session.identity
        places = (number, number + 1)
        numbers = (*(take.number for take in session.recording.takes), *places)
        files = {one: self._store.sound_file(identity, one) for one in numbers}
        self.clean(session)  # what a join left that was broken off

        def join() -> Joined:
            with self._under_way:
                return _Join(self._cutter, session, files, list(places)).joined()

        return join

    def clean(self, session: Session) -> None:
        """Remove all sound of the session that is no part of its recording."""
        kept = {take.number for take in session.recording.takes}
        with self._under_way:
            for number in self._store.takes(session.identity):
                if number not in kept:
                    self._store.remove_sound(session.identity, number)


@dataclass(frozen=True, slots=True)
class _Join:
    cutter: Cutter
    session: Session
    files: Mapping[int, SoundFile]
    places: list[int]
    """The numbers for new takes that are still free."""

    def joined(self) -> Joined:
        insertion, recording = self.session.insertion, self.session.recording
        if insertion is None or not self.session.spoken.takes:
            raise ValueError("nothing was spoken anew")
        old, new = recording.before(insertion.first_take), self.session.spoken
        gone = self._gone(old, insertion)
        splice = Splice(gone, new.seconds)
        head = self._part(old, Stretch(0.0, gone.start))
        tail = self._part(old, Stretch(gone.end, old.seconds))
        marks = spliced_marks(old, new, splice, insertion)
        interpreted = spliced_interpreted(old, new, splice)
        return Joined(Recording((*head, *new.takes, *tail), marks, interpreted), splice)

    def _part(self, old: Recording, part: Stretch) -> tuple[Take, ...]:
        """What of the old recording stays; take by take, those that are cut in new files."""
        return tuple(self._cut(*one) for one in old.part(part.start, part.end))

    def _cut(self, take: Take, frames: range) -> Take:
        if len(frames) == take.frames:
            return take
        number = self.places.pop(0)
        copied = self.cutter.copy(self.files[take.number], take, frames, self.files[number])
        return replace(copied, number=number)

    def _gone(self, old: Recording, insertion: Insertion) -> Stretch:
        summary, transcript = self.session.summary, self.session.transcript
        if not insertion.replaces or summary is None or transcript is None:
            return Stretch(old.seconds, old.seconds)
        begin, end = _pauses(summary, transcript, insertion, old.interpreted)
        start = self._quietest(old, begin) if begin else 0.0
        return Stretch(start, max(start, self._quietest(old, end)) if end else old.seconds)

    def _quietest(self, old: Recording, pause: Stretch) -> float:
        """Between two takes nothing need be cut; else where least is heard."""
        before = 0.0
        for take in old.takes:
            end = before + take.seconds
            if pause.start <= end <= pause.end:
                return end
            if before <= pause.start and pause.end <= end:
                inside = Stretch(pause.start - before, pause.end - before)
                return before + self.cutter.quietest(self.files[take.number], inside)
            before = end
        return pause.start


def _pauses(
    summary: Summary,
    transcript: Transcript,
    insertion: Insertion,
    interpreted: Sequence[Stretch],
) -> tuple[Stretch | None, Stretch | None]:
    """Where the pause before the words lies, and that behind them; None at the very edge.

    A spoken heading stands in no summary, and goes with the words below it; what an interpreter
    said behind words goes with these.
    """
    before = _last_sound(summary.words[: insertion.first])
    last = _last_sound(summary.words[: insertion.end])
    is_followed = _last_sound(summary.words[insertion.end :]) is not None
    return (
        _pause_behind(before, transcript, interpreted),
        _pause_behind(last if is_followed else None, transcript, interpreted),
    )


def _last_sound(words: Sequence[SummaryWord]) -> float | None:
    """Where the last of them ends that was heard; one that was put in lies nowhere."""
    return next((word.sound.end for word in reversed(words) if word.sound), None)


def _pause_behind(
    second: float | None, transcript: Transcript, interpreted: Sequence[Stretch]
) -> Stretch | None:
    if second is None:
        return None
    starts = (word.start for word in transcript.words if word.middle > second)
    following = next(starts, second)
    start, end = min(second, following), max(second, following)
    between = (one for one in interpreted if one.start < end and one.end > start)
    start = max((start, *(min(one.end, end) for one in between)))
    return Stretch(max(0.0, start - ROOM), end + ROOM)
