"""What a person reads of what is kept on this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from naklank.core.session import State
from naklank.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from naklank.core.session import Session

_WEEK: Final = 7

_CHECKED: Final = (State.APPROVED, State.LISTENED, State.WAITING, State.HANDED_OVER)


def time_text(moment: datetime) -> str:
    return tr("{hour}:{minute}").format(hour=f"{moment:%H}", minute=f"{moment:%M}")


def moment_text(moment: datetime, now: datetime) -> str:
    """Day and time, in the zone of `now`; a date where a weekday could be another one."""
    there = moment.astimezone(now.tzinfo)
    days = abs((there.date() - now.date()).days)
    if not days:
        day = tr("today")
    elif days < _WEEK:
        day = _weekday(there)
    else:
        day = f"{there:%d-%m-%Y}"
    words = tr("{day} {hour}:{minute}")
    return words.format(day=day, hour=f"{there:%H}", minute=f"{there:%M}")


def hours_text(hours: int) -> str:
    return tr("1 hour") if hours == 1 else tr("{count} hours").format(count=hours)


def state_text(session: Session) -> str:
    """How far it came, in a few words."""
    if session.state in _CHECKED:
        if session.hand_overs:
            return tr("handed over, not yet finished")
        return tr("checked, to be handed over")
    return tr("not yet checked")


def waiting_text(sessions: Sequence[Session], now: datetime) -> str:
    """That one or more wait, and where one goes on with them; they are at least one."""
    if len(sessions) > 1:
        words = tr(
            "{count} summaries are still on this computer. "
            "Go on with them or delete them under “Still here”."
        )
        return words.format(count=len(sessions))
    started = sessions[0].started.astimezone(now.tzinfo)
    is_today = started.date() == now.date()
    moment = time_text(started) if is_today else moment_text(started, now)
    words = tr(
        "A summary of {moment} is still open. Go on with it or delete it under “Still here”."
    )
    return words.format(moment=moment)


def unreadable_text(count: int) -> str:
    if count == 1:
        return tr(
            "Naklank cannot read 1 summary now: the keyring does not answer or the file is damaged."
        )
    words = tr(
        "Naklank cannot read {count} summaries now: "
        "the keyring does not answer or the file is damaged."
    )
    return words.format(count=count)


def expired_text(count: int, hours: int) -> str:
    if count == 1:
        words = tr("1 summary was deleted: it stood here for more than {hours}.")
    else:
        words = tr("{count} summaries were deleted: they stood here for more than {hours}.")
    return words.format(count=count, hours=hours_text(hours))


def lost_text(count: int) -> str:
    """Only keys in memory can be gone without a deletion."""
    if count == 1:
        return tr("1 recording is lost: its key was in memory only, and Naklank had stopped.")
    words = tr(
        "{count} recordings are lost: their keys were in memory only, and Naklank had stopped."
    )
    return words.format(count=count)


def _weekday(moment: datetime) -> str:
    return (
        tr("Monday"),
        tr("Tuesday"),
        tr("Wednesday"),
        tr("Thursday"),
        tr("Friday"),
        tr("Saturday"),
        tr("Sunday"),
    )[moment.weekday()]
