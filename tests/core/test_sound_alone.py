"""Sound that goes home without a text: all of it is heard before."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from naklank.core.agreement import Agreement, Participant, Role, TakeHome
from naklank.core.recording import Recording, Take
from naklank.core.review import Review
from naklank.core.session import Event, Session, State, advanced, allowed_events
from naklank.core.transcript import Stretch

HEARD = Session(
    "ab12",
    datetime(2026, 11, 21, 9, 5, tzinfo=UTC),
    "nl",
    "dokter Van Dam",
    State.RECORDED,
    Agreement((Participant(Role.PATIENT, agrees=True),), TakeHome.SOUND_ONLY),
    Recording((Take(1, 48_000, 480_000, "Mic"),)),
    review=Review(heard_whole=True, sounded=(Stretch(0.0, 10.0),)),
)


@pytest.mark.parametrize("before", [(), (Event.LISTEN, Event.LISTEN_AGAIN)])
@pytest.mark.parametrize("after", [(Event.STOP,), (Event.RESUME, Event.STOP), (Event.RECOVER,)])
def test_what_is_spoken_more_must_be_heard_too(
    before: tuple[Event, ...], after: tuple[Event, ...]
) -> None:
    now = HEARD
    assert Event.LISTEN in allowed_events(now)
    for event in (*before, Event.SPEAK_ON, *after):
        now = advanced(now, event)
    assert now.state is State.RECORDED
    assert Event.LISTEN not in allowed_events(now)
    # What was heard needs no second time.
    assert now.review == replace(HEARD.review, heard_whole=False)
