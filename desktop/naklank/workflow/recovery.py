"""What an earlier run of the app left: to be handed over later, or cut short."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from typing import TYPE_CHECKING

from naklank.core.errors import NaklankError
from naklank.core.recording import SoundFile, Take
from naklank.core.session import Event, State, advanced, allowed_events

if TYPE_CHECKING:
    from naklank.core.ports import Recorder, SessionStore
    from naklank.core.session import Session


def kept_sessions(store: SessionStore, recorder: Recorder) -> tuple[Session, ...]:
    """Every session that can be taken up again, the oldest first.

    What was recording or transcribing when the app ended has become *recorded*, with all the sound
    that reached the disk.
    """
    found = []
    for session in store.load_all():
        if _is_empty(session, store, recorder):
            with contextlib.suppress(NaklankError):  # holds nothing: no reason to hide the others
                store.delete(session.identity)
        elif session.state is not State.CLOSED:
            found.append(_recovered(session, store, recorder))
    return tuple(found)


def _is_empty(session: Session, store: SessionStore, recorder: Recorder) -> bool:
    """Whether the app ended while the microphone was still opening: there is nothing to keep."""
    if session.state is not State.RECORDING or session.recording.takes:
        return False
    first = SoundFile(store.sound_path(session.identity, 1), 1)
    return not recorder.count_frames(first)


def _recovered(session: Session, store: SessionStore, recorder: Recorder) -> Session:
    if Event.RECOVER not in allowed_events(session):
        return session
    takes = tuple(
        take if take.frames else _counted(take, session, store, recorder)
        for take in session.recording.takes
    )
    whole = replace(session.recording, takes=takes).without_empty_takes()
    return advanced(replace(session, recording=whole), Event.RECOVER)


def _counted(take: Take, session: Session, store: SessionStore, recorder: Recorder) -> Take:
    """A take that was cut short, as long as its file is."""
    file = SoundFile(store.sound_path(session.identity, take.number), take.rate)
    return replace(take, frames=recorder.count_frames(file))
