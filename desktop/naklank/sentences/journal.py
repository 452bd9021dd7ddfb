"""What a person reads of the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from naklank.core.journal import Fault, JournalEvent
from naklank.core.session import Way
from naklank.sentences.figures import day_text, stamp_text
from naklank.sentences.words import clock_text
from naklank.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from naklank.core.journal import Contents, Entry, FaultyLines

_SHOWN_FAULTS: Final = 3
_SHOWN_IDENTITY: Final = 4


def event_name(event: JournalEvent) -> str:
    """As it stands in the journal's column; no two have the same."""
    return {
        JournalEvent.AGREED: tr("Agreed"),
        JournalEvent.RECORDED: tr("Recorded"),
        JournalEvent.TYPED: tr("Text typed by the computer"),
        JournalEvent.APPROVED: tr("Approved"),
        JournalEvent.HANDED_OVER: tr("Handed over"),
        JournalEvent.SOUND_DELETED: tr("Sound deleted after the typing"),
        JournalEvent.KEPT: tr("Kept to be handed over later"),
        JournalEvent.RECOVERED: tr("Found again after a crash"),
        JournalEvent.DISCARDED: tr("Recording deleted"),
        JournalEvent.FINISHED: tr("Finished and deleted"),
        JournalEvent.NOTHING_GIVEN: tr("Deleted, nothing handed over"),
        JournalEvent.WITHDRAWN: tr("Agreement withdrawn and all deleted"),
        JournalEvent.EXPIRED: tr("Deleted, waited too long"),
        JournalEvent.RESTARTED: tr("Journal went on without its end mark"),
    }[event]


def way_name(way: Way) -> str:
    """How it left the room, to stand within a sentence."""
    return {
        Way.PRINT: tr("printed"),
        Way.PLAY: tr("played for the phone"),
        Way.FOLDER: tr("saved to a folder"),
        Way.QR: tr("shown as a QR code"),
        Way.OWN_COPY: tr("copy kept by the practice"),
        Way.STICK: tr("copied to a stick"),
    }[way]


def journal_word(one: JournalEvent | Way) -> str:
    """The name of an event, or of a way to hand over."""
    return way_name(one) if isinstance(one, Way) else event_name(one)


def headings() -> tuple[str, ...]:
    """Of the columns on screen: what `cells` gives."""
    return (
        tr("Line"),
        tr("Date and time"),
        tr("User"),
        tr("What happened"),
        tr("Summary"),
        tr("Details"),
    )


def csv_headings() -> tuple[str, ...]:
    """Of the columns that `export_csv` gives."""
    return (
        tr("Line"),
        tr("Date and time"),
        tr("Time zone"),
        tr("User"),
        tr("What happened"),
        tr("Summary"),
        tr("Length in seconds"),
        tr("Way"),
        tr("Code"),
        tr("Hash of the text"),
        tr("Hash of the sound"),
        tr("Version"),
    )


def cells(entry: Entry) -> tuple[str, ...]:
    """One line as the screen shows it; of the identity as much as tells two apart."""
    return (
        str(entry.number),
        stamp_text(entry.moment),
        entry.user,
        event_name(entry.event),
        entry.session[:_SHOWN_IDENTITY],
        details(entry),
    )


def details(entry: Entry) -> str:
    """What is known beyond the event, in a few words; hashes stand in the export alone."""
    facts = entry.facts
    parts = []
    if facts.seconds is not None:
        parts.append(tr("length {time}").format(time=clock_text(facts.seconds)))
    if facts.way is not None:
        parts.append(way_name(facts.way))
    if facts.code:
        parts.append(tr("code {code}").format(code=facts.code))
    if facts.version:
        parts.append(tr("version {version}").format(version=facts.version))
    return ", ".join(parts)


def verdict(contents: Contents) -> str:
    """Whether the journal is whole, in one line, or what is wrong with it and what to do."""
    if contents.faults:
        return "\n".join((*_wrong(contents.faults), _what_next()))
    if not contents.entries:
        return tr("Nothing stands in the journal yet.")
    first, count = contents.entries[0], len(contents.entries)
    words = tr("The journal is complete and unchanged: {count} lines since {date}.", "", count)
    return words.format(count=count, date=day_text(first.moment))


def faults(contents: Contents) -> list[str]:
    """A sentence for everything that is wrong with it."""
    return [_fault(faulty) for faulty in contents.faults]


def _wrong(faults: Sequence[FaultyLines]) -> list[str]:
    shown = [_fault(faulty) for faulty in faults[:_SHOWN_FAULTS]]
    if len(faults) > _SHOWN_FAULTS:
        count = len(faults) - _SHOWN_FAULTS
        more = tr("There is more wrong, in {count} other places.", "", count)
        shown.append(more.format(count=count))
    return shown


def _what_next() -> str:
    return tr(
        "Summaries and sound are untouched. Export the journal as it is now, "
        "and tell whoever manages this computer."
    )


def _fault(faulty: FaultyLines) -> str:
    single = faulty.first == faulty.last
    match faulty.fault:
        case Fault.CHANGED:
            one, several = (
                tr("Line {first} was changed after it was written."),
                tr("Lines {first} to {last} were changed after they were written."),
            )
        case Fault.MISSING:
            one, several = (
                tr("Line {first} is missing."),
                tr("Lines {first} to {last} are missing."),
            )
        case Fault.CUT_OFF:
            one, several = (
                tr("The end is missing: line {first}."),
                tr("The end is missing: lines {first} to {last}."),
            )
        case Fault.ADDED:
            one = several = (
                tr("Behind line {first} stands something that Naklank did not write there.")
                if faulty.first
                else tr("At the beginning stands something that Naklank did not write there.")
            )
        case Fault.UNVERIFIABLE:
            one, several = _unverifiable(faulty)
    return (one if single else several).format(first=faulty.first, last=faulty.last)


def _unverifiable(faulty: FaultyLines) -> tuple[str, str]:
    if not faulty.last:
        words = tr(
            "Nobody can tell whether earlier lines are missing: "
            "the key or the end mark is not there."
        )
        return words, words
    return (
        tr("Nobody can tell whether line {first} is true: the key or the end mark is not there."),
        tr(
            "Nobody can tell whether lines {first} to {last} are complete and unchanged: "
            "the key or the end mark is not there."
        ),
    )
