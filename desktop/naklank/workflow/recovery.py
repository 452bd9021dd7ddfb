"""What an earlier run of the app left: to be handed over later, or cut short."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from naklank.core.errors import NaklankError
from naklank.core.recording import Take
from naklank.core.session import Event, Session, State, advanced, allowed_events

if TYPE_CHECKING:
    from collections.abc import Callable

    from naklank.core.ports.keeping import Kept, SessionStore
    from naklank.core.ports.sound import Recorder


def kept_sessions(
    store: SessionStore, recorder: Recorder, is_ours: Callable[[Session], bool]
) -> Kept:
    """What can be taken up again, the oldest first, and what cannot.

    What was recording or transcribing when the app ended has become *recorded*, with all the
    sound that reached the disk; or *reviewing*, where no word was spoken anew of what was to be. A
    session that is ours, on the desk in this run of the app, is as it says. Reads all the sound:
    not for the main thread. Writes and deletes nothing: meanwhile any may lie on the desk.
    """
    kept = store.load_all()
    found, recovered, empty = [], [], []
    for session in kept.sessions:
        if is_ours(session):
            found.append(session)
            continue
        try:
            whole = _with_its_sound(_with_its_checks(session), store, recorder)
        except NaklankError:
            # Its sound cannot be read now; that shows when it is asked for.
            whole = _with_its_checks(session)
            known = whole.recording
            whole = replace(whole, recording=known.with_interpreter_done(known.seconds))
        else:
            if whole.state is State.RECORDING and not whole.recording.takes:
                # The app ended while the microphone was still opening: there is nothing to keep.
                empty.append(session.identity)
                continue
            if whole.has_nothing_new and Event.RECOVER in allowed_events(whole):
                whole = advanced(advanced(whole, Event.RECOVER), Event.KEEP_AS_IT_WAS)
        if Event.RECOVER in allowed_events(whole):
            whole = advanced(whole, Event.RECOVER)
            recovered.append(whole)
        found.append(whole)
    return replace(kept, sessions=tuple(found), recovered=tuple(recovered), empty=tuple(empty))


def _with_its_checks(session: Session) -> Session:
    """More are found only while it lies on the desk."""
    if not session.review.awaits_more:
        return session
    return replace(session, review=session.review.without_more())


def _with_its_sound(session: Session, store: SessionStore, recorder: Recorder) -> Session:
    """Each take as its file gives it now. Raises RECORDING_UNREADABLE."""
    recording = session.recording
    known = {take.number: take for take in recording.takes}
    if session.state is State.RECORDING:
        # The sound is on the disk a moment before the session says so.
        known |= {
            number: Take(number, 1, 0, "")
            for number in store.takes(session.identity)
            # A lower one was taken out, and could not be removed then.
            if number >= recording.next_number
        }
    takes = tuple(
        recorder.account(store.sound_file(session.identity, number), take)
        for number, take in known.items()
    )
    return replace(session, recording=replace(recording, takes=takes).closed())
