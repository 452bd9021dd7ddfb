"""The journal: what happened on this computer and when, never what was said nor who the patient is.

After NEN 7510 and NEN 7513, which ask for a log that shows who did what and when, and that can be
trusted.
"""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Final

from naklank.core.session import Way


class JournalEvent(Enum):
    """What a line tells."""

    AGREED = "agreed"
    RECORDED = "recorded"
    TYPED = "typed"
    """The computer has made the text."""
    APPROVED = "approved"
    """The text, or the sound where that goes home alone."""
    HANDED_OVER = "handed_over"
    SOUND_DELETED = "sound_deleted"
    """It served the typing alone, and something went home; the text is kept under a new identity,
    of which the first four digits are the old ones."""
    KEPT = "kept"
    """To be handed over later."""
    RECOVERED = "recovered"
    """Cut short by a crash, and found again."""
    DISCARDED = "discarded"
    """The recording was deleted; the agreement stands."""
    FINISHED = "finished"
    """Handed over, and deleted."""
    NOTHING_GIVEN = "nothing_given"
    """Deleted, and nothing went home."""
    WITHDRAWN = "withdrawn"
    """Somebody took their yes back: deleted."""
    EXPIRED = "expired"
    """Waited too long: deleted."""
    RESTARTED = "restarted"
    """The journal itself: whether the lines before this one are all there could not be checked."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of an event beyond that it happened."""

    seconds: float | None = None
    """How long what was recorded is; of what was recovered the whole recording."""
    way: Way | None = None
    """How it was handed over."""
    code: str = ""
    """The short code on the sheet; like what follows empty where nothing was stated or sealed."""
    text_hash: str = ""
    """SHA-256 of the text with its salt, hexadecimal, as in the statement."""
    sound_hash: str = ""
    """SHA-256 of the approved samples, hexadecimal; empty too where no sound goes home."""
    version: str = ""
    """Which edition of the sheet it is, counted from 1."""


NO_FACTS: Final = Facts()


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the journal."""

    number: int
    """Counts from 1; never given twice."""
    moment: datetime
    """With its zone; whole seconds."""
    user: str
    """The login name on this computer."""
    event: JournalEvent
    session: str
    """Its random identity; empty where the line tells of the journal itself."""
    facts: Facts = NO_FACTS


class Fault(Enum):
    """What can be wrong with a journal."""

    CHANGED = "changed"
    """These lines stand there otherwise than they were written."""
    MISSING = "missing"
    CUT_OFF = "cut_off"
    """These lines are missing, and none stands behind them."""
    ADDED = "added"
    """Behind the line `first` stands something that Naklank did not write there."""
    UNVERIFIABLE = "unverifiable"
    """Nobody can tell whether these lines are all there and unchanged: the key or the head is
    gone. Both numbers are 0 where no line is left."""


@dataclass(frozen=True, slots=True)
class FaultyLines:
    """A fault, and the numbers of the first and the last line that it touches."""

    fault: Fault
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Contents:
    """What a journal tells, the oldest first, and what is wrong with it.

    A line that is known to be changed or added is not among the entries; where nothing can be
    checked, they are what stands in the file.
    """

    entries: tuple[Entry, ...]
    faults: tuple[FaultyLines, ...]

    @property
    def is_whole(self) -> bool:
        """Whether nothing is known to be wrong with it."""
        return not self.faults


CSV_COLUMNS: Final = 12
"""How many headings `export_csv` needs."""

_EVENT: Final = 4
"""The column of the event."""

_READ_OTHERWISE: Final = re.compile(r"[=+\-@\t\r].*|[\d.,:/eE+-]+", re.DOTALL)
"""What a spreadsheet would calculate, or take for a number or a date."""

_UNZONED: Final = len("2026-11-21T14:32:00")
"""Signs of a moment in ISO 8601 that stand before its zone."""


def export_csv(
    entries: Iterable[Entry],
    headings: Sequence[str],
    words: Callable[[JournalEvent | Way], str],
    remarks: Iterable[str] = (),
) -> bytes:
    """The lines as a Dutch Excel opens them: UTF-8 with its mark, semicolons, quoted as RFC 4180.

    The columns: number, date and time, zone, user, event, session, seconds, way, code, hash of the
    text, hash of the sound, version. Remarks, such as what is wrong with the journal, stand below
    in the column of the event. No cell is read as a formula (OWASP, CSV injection).
    """
    if len(headings) != CSV_COLUMNS:
        raise ValueError("a heading for each column")
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows(tuple(_cells(entry, words)) for entry in entries)
    writer.writerows((*[""] * _EVENT, one, *[""] * (CSV_COLUMNS - _EVENT - 1)) for one in remarks)
    return b"\xef\xbb\xbf" + text.getvalue().encode("utf-8", "replace")


def _cells(entry: Entry, words: Callable[[JournalEvent | Way], str]) -> Iterator[str]:
    facts = entry.facts
    yield str(entry.number)
    yield f"{entry.moment:%Y-%m-%d %H:%M:%S}"
    yield f"UTC{entry.moment.replace(microsecond=0).isoformat()[_UNZONED:]}"
    yield _harmless(entry.user)
    yield words(entry.event)
    yield _harmless(entry.session)
    yield "" if facts.seconds is None else str(round(facts.seconds))
    yield "" if facts.way is None else words(facts.way)
    for text in (facts.code, facts.text_hash, facts.sound_hash, facts.version):
        yield _harmless(text)


def _harmless(text: str) -> str:
    return f"'{text}" if _READ_OTHERWISE.fullmatch(text) else text
