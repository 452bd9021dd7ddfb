"""The journal of this installation: a file of lines chained by HMAC, and its head kept apart.

A line that was changed, moved, added or left out shows, wherever it stands and by whomever: only
the key makes lines, and the head tells how many there are. What does not show is an older file put
back together with an older head, and a file and a head that both are gone: against these the head
must lie where the same person cannot reach it. Who holds the key can write anything.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from naklank.core.errors import NaklankError
from naklank.core.journal import NO_FACTS, Contents, Entry, Facts, JournalEvent
from naklank.storage.journal_file import TAIL, JournalFile
from naklank.storage.journal_head import Head, HeadStore, new_head, open_head, seal
from naklank.storage.journal_lines import (
    Chain,
    Line,
    read_lines,
    torn,
    unverifiable,
    write_line,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

_LONGEST_USER: Final = 100
_NO_MAC: Final = "00" * 32


class FileJournal:
    """The port Journal: `file` holds the lines, `heads` what they should be.

    `key` gives the installation key of 32 bytes or raises KEYS_UNAVAILABLE; `user` the login name.
    """

    def __init__(
        self,
        file: Path,
        heads: HeadStore,
        key: Callable[[], bytes],
        now: Callable[[], datetime],
        user: Callable[[], str],
    ) -> None:
        self._file = JournalFile(file)
        self._heads = heads
        self._key = key
        self._now = now
        self._user = user

    def append(
        self,
        event: JournalEvent,
        session: str,
        facts: Facts = NO_FACTS,
        moment: datetime | None = None,
    ) -> Entry:
        """Write one line, and return when it would survive a power cut.

        `moment` is when it happened, if that is not now. Damage is never written over: a line that
        was cut off stays missing. Raises DISK_FULL, DATA_NOT_WRITABLE or KEYS_UNAVAILABLE, and then
        the journal is as it was.
        """
        with self._file.alone():
            key = self._key()
            head = self._ready_head(key)
            entry = self._entry(head.last + 1, event, session, facts, moment)
            self._add(entry, head, head.mac, key)
            return entry

    def read(self) -> Contents:
        """All that stands in it, checked; where the key does not come, it is not.

        Raises DATA_NOT_WRITABLE where the system does not give the file.
        """
        with self._file.alone():
            data = self._file.read()
            try:
                key = self._key()
                sealed = self._heads.read()
            except NaklankError:
                lines = [line for line in read_lines(data, None) if line]
                return Contents(tuple(line.entry for line in lines), (unverifiable(lines),))
        head = open_head(sealed, key)
        contents = _chain(data, head, key).contents(torn(data))
        if sealed is not None and head is None and contents.is_whole:
            return replace(contents, faults=(unverifiable([]),))
        return contents

    def forget_before(self, moment: datetime) -> None:
        """Delete the lines from before this moment, up to the first one that is not.

        Killed at any moment, the journal is whole. What was found wrong with younger lines stays.
        Raises DISK_FULL, DATA_NOT_WRITABLE or KEYS_UNAVAILABLE.
        """
        with self._file.alone():
            key = self._key()
            head = self._ready_head(key)
            data = self._file.read()
            chain = _chain(data, head, key)
            old = list(takewhile(lambda line: line.entry.moment < moment, chain.lines))
            end = max([chain.forgotten, *(line.end for line in old)])
            if not end:
                return
            if old:
                # The head first: what stands before it counts no more, so the file may come later.
                number = old[-1].entry.number
                head = replace(head, first=number + 1, base=old[-1].mac)
                self._heads.write(seal(head, key))
            self._file.replace(data[end:])

    def _entry(
        self,
        number: int,
        event: JournalEvent,
        session: str,
        facts: Facts = NO_FACTS,
        moment: datetime | None = None,
    ) -> Entry:
        moment = moment or self._now()
        if moment.tzinfo is None:
            raise ValueError("a moment without its zone")
        # A login name may hold bytes that are no text.
        user = self._user().encode("utf-8", "replace").decode()[:_LONGEST_USER]
        return Entry(number, moment.replace(microsecond=0), user, event, session, facts)

    def _ready_head(self, key: bytes) -> Head:
        """The head behind which the next line belongs, with the file ready to take it."""
        sealed = self._heads.read()
        head = open_head(sealed, key)
        tail = self._file.tail()
        lines = list(read_lines(tail, key))
        last = lines[-1] if lines else None
        is_short = len(tail) < TAIL
        if sealed is None and not lines and is_short:
            head = new_head()
            self._heads.write(seal(head, key))  # before its first line, or that would look orphaned
        if head is None or _is_behind(head, last):
            return self._restarted(key)
        if last and last.is_authentic and last.before == head.mac:
            # The power went between this line and the head.
            head = replace(head, last=last.entry.number, mac=last.mac)
        is_end = last.mac == head.mac if last else is_short and head.last < head.first
        self._file.mend(torn(tail), is_lost=not is_end)
        return head

    def _restarted(self, key: bytes) -> Head:
        """Go on without a head, with a line that says so for ever."""
        data = self._file.read()
        lines = list(read_lines(data, key))
        number = 1 + max((line.entry.number for line in lines if line), default=len(lines))
        self._file.mend(torn(data), is_lost=True)
        entry = self._entry(number, JournalEvent.RESTARTED, "")
        head = Head(1, _NO_MAC, number, _NO_MAC)
        if lines and lines[0] and lines[0].is_authentic:
            head = replace(head, first=lines[0].entry.number, base=lines[0].before)
        return self._add(entry, head, _NO_MAC, key)

    def _add(self, entry: Entry, head: Head, before: str, key: bytes) -> Head:
        line, mac = write_line(entry, before, key)
        head = replace(head, last=entry.number, mac=mac)
        self._file.append(line, lambda: self._heads.write(seal(head, key)))
        return head


def _chain(data: bytes, head: Head | None, key: bytes) -> Chain:
    chain = Chain(head)
    for line in read_lines(data, key):
        chain.take(line)
    return chain


def _is_behind(head: Head, last: Line | None) -> bool:
    """Whether the head is older than the lines by more than an accident makes it."""
    return last is not None and last.is_authentic and last.entry.number > head.last + 1
