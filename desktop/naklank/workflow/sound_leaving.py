"""The sound that served the typing alone goes once something went home; the text stays.

A session's key opens its sound and its text. So the text is saved once more, under another identity
and another key, and then the whole older session is deleted as any other: first its key. The moment
of that save decides: until then the older one stands with all its sound, from then on it is what
`former` names, to be deleted, at the next start too, and is never written again.
"""

from __future__ import annotations

import contextlib
import secrets
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from naklank.core.errors import NaklankError
from naklank.core.session import Event, advanced, allowed_events

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from naklank.core.ports.keeping import SessionStore
    from naklank.core.session import Session

_SHOWN: Final = 4
"""Digits that stay: in the journal the lines of both are seen to belong together."""


def has_sound_to_lose(session: Session) -> bool:
    """Whether sound of it lies there, or may lie there, that nobody needs any more."""
    return bool(session.former) or Event.SOUND_GOES in allowed_events(session)


def let_go(store: SessionStore, session: Session) -> tuple[Session, NaklankError | None]:
    """Delete the sound; the session as it stands by then, and why its sound may still be there.

    That it is gone, an empty `former`, has still to be saved.
    """
    try:
        if not session.former:
            session = _saved_apart(store, session)
        store.delete(session.former)
    except NaklankError as error:
        return session, error
    return replace(session, former=""), None


def _saved_apart(store: SessionStore, session: Session) -> Session:
    """What goes on without the sound; raises as `SessionStore.save`, and leaves nothing."""
    identity = session.identity[:_SHOWN] + secrets.token_hex(6)
    after = advanced(session, Event.SOUND_GOES)
    after = replace(after, identity=identity, former=session.identity)
    try:
        store.save(after)
    except NaklankError:
        with contextlib.suppress(NaklankError):  # what is left holds nothing
            store.delete(identity)
        raise
    return after


def without_formers(sessions: Iterable[Session]) -> Iterator[Session]:
    """Those that go on: what one of them was before is only still to be deleted."""
    found = tuple(sessions)
    formers = {one.former for one in found if one.former}
    return (one for one in found if one.identity not in formers)


def delete_all(store: SessionStore, session: Session) -> None:
    """Delete a session with what it was before, that first: it must not come back alone.

    Raises KEYS_UNAVAILABLE, and the session then stands.
    """
    for identity in filter(None, (session.former, session.identity)):
        store.delete(identity)
