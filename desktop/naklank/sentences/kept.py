"""What a person reads of what is kept on this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from naklank.core.session import State
from naklank.sentences.figures import day_text, time_text
from naklank.translation import tr

if TYPE_CHECKING:
    from datetime import datetime

    from naklank.core.session import Session

_WEEK: Final = 7

_CHECKED: Final = (State.APPROVED, State.LISTENED, State.WAITING, State.HANDED_OVER)


def moment_text(moment: datetime, now: datetime) -> str:
    """Day and time, in the zone of `now`; a date where a weekday could be another one."""
    there = moment.astimezone(now.tzinfo)
    days = abs((there.date() - now.date()).days)
    if not days:
        day = tr("today")
    elif days < _WEEK:
        day = _weekday(there)
    else:
        day = day_text(there)
    return f"{day} {_hour(there)}"


def hours_text(hours: int) -> str:
    """So many, with their word."""
    return tr("{count} hours", "", hours).format(count=hours)


def state_text(session: Session) -> str:
    """How far it came, in a few words."""
    if session.state in _CHECKED:
        if session.hand_overs:
            return tr("handed over, not yet finished")
        return tr("checked, to be handed over")
    return tr("not yet checked")


def waiting_text(count: int, first: datetime, now: datetime) -> str:
    """That so many wait, the first since then, and where one goes on with them; at least one."""
    if count > 1:
        words = tr(
            "{count} summaries are still on this computer. "
            "Go on with them or delete them under “Still here”.",
            "",
            count,
        )
        return words.format(count=count)
    started = first.astimezone(now.tzinfo)
    is_today = started.date() == now.date()
    moment = _hour(started) if is_today else moment_text(started, now)
    words = tr(
        "A summary of {moment} is still open. Go on with it or delete it under “Still here”."
    )
    return words.format(moment=moment)


def unreadable_text(count: int) -> str:
    """That so many are there and cannot be read now, and why that may be."""
    return tr(
        "Naklank cannot read {count} summaries now: "
        "the keyring does not answer or the file is damaged.",
        "",
        count,
    ).format(count=count)


def expired_text(count: int, hours: int) -> str:
    """That so many were deleted, and after how many hours that is done."""
    words = tr("{count} summaries were deleted: they stood here for more than {hours}.", "", count)
    return words.format(count=count, hours=hours_text(hours))


def uncopied_text(count: int) -> str:
    """That so many stay here though their time is over, why, and what ends that."""
    return tr(
        "{count} summaries were handed over and are still here: the practice keeps a copy. "
        "Go on with them under “Still here” and finish them.",
        "",
        count,
    ).format(count=count)


def lost_text(count: int) -> str:
    """Only keys in memory can be gone without a deletion."""
    return tr(
        "{count} recordings are lost: their keys were in memory only, and Naklank had stopped.",
        "",
        count,
    ).format(count=count)


def _hour(moment: datetime) -> str:
    return tr("{time}").format(time=time_text(moment))


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
