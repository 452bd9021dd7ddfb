"""The summary as it goes into the patient's record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from naklank.core.sheet import Origin
from naklank.sentences.agreement import participant_name
from naklank.sentences.journal import way_name
from naklank.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from naklank.core.session import Session
    from naklank.core.sheet import Sheet


def record_text(session: Session, sheet: Sheet, origin: Origin) -> str:
    """When, by whom, who agreed and how it was handed over; then the text, heading by heading.

    Without the patient's name: the record knows whose it is, and a clipboard is read by others.
    """
    text = [line for block in sheet.blocks for line in (*_heading(block.heading), *block.sentences)]
    return "\n".join((*_facts(session, sheet, origin), "", *text)) + "\n"


def _facts(session: Session, sheet: Sheet, origin: Origin) -> Iterator[str]:
    yield tr("Summary of {moment}").format(moment=sheet.made_on)
    if sheet.made_by:
        yield sheet.made_by
    yield _origin_text(origin)
    agreed = ", ".join(participant_name(one).lower() for one in session.agreement.participants)
    if session.agreement.allows_microphone:
        yield tr("Agreed to the recording: {people}").format(people=agreed)
    else:
        yield tr("Nothing was recorded. Present: {people}").format(people=agreed)
    ways = ", ".join(f"{way_name(one.way)} {one.moment:%H.%M}" for one in session.hand_overs)
    yield tr("Handed over: {ways}").format(ways=ways or tr("nothing yet"))
    yield from sheet.edition
    if session.statement is not None:
        yield tr("Its code: {code}").format(code=session.statement.code)


def _origin_text(origin: Origin) -> str:
    return {
        Origin.CHECKED: tr("Typed by the computer and checked by ear."),
        Origin.UNHEARD: tr("Typed by the computer, not checked by ear."),
        Origin.WRITTEN: tr("Typed by the doctor."),
    }[origin]


def _heading(heading: str | None) -> tuple[str, ...]:
    return ("", heading) if heading else ()
