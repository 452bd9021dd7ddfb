"""Lines of the journal: how they are written, and what their chain tells.

A line is one JSON object: the MAC of the line before it, the entry, and its own HMAC-SHA256 over
both under the installation key. So each line proves itself, and its place.
"""

from __future__ import annotations

import hmac
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import msgspec

from naklank.core.journal import Contents, Entry, Fault, FaultyLines, JournalEvent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from naklank.storage.journal_head import Head

_LABEL: Final = b"naklank journal line"
_HIGHEST: Final = 2**53
"""No journal comes so far; what claims to is not ours."""
_LAYOUT: Final = re.compile(
    rb'\{"before":"([0-9a-f]{64})","entry":(\{.*\}),"mac":"([0-9a-f]{64})"\}', re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it stands in the file; whether it says the truth its MAC tells."""

    before: str
    entry: Entry
    mac: str
    is_authentic: bool
    end: int
    """Where in the file the next one begins."""


def write_line(entry: Entry, before: str, key: bytes) -> tuple[bytes, str]:
    """The line with its end, and its MAC in hexadecimal.

    `before` is the MAC of the line before it, which goes into this one.
    """
    data = msgspec.json.encode(entry)
    mac = _mac(before, data, key)
    return b'{"before":"%b","entry":%b,"mac":"%b"}\n' % (before.encode(), data, mac.encode()), mac


def read_lines(data: bytes, key: bytes | None) -> Iterator[Line | None]:
    """Each complete line; None for what cannot be one."""
    end = 0
    for text in data.split(b"\n")[:-1]:
        end += len(text) + 1
        yield _read(text, key, end)


def torn(data: bytes) -> int:
    """How many bytes stand behind the last complete line."""
    return len(data) - data.rfind(b"\n") - 1


def _read(text: bytes, key: bytes | None, end: int) -> Line | None:
    found = _LAYOUT.fullmatch(text)
    if not found:
        return None
    before, mac = found[1].decode(), found[3].decode()
    try:
        entry = msgspec.json.decode(found[2], type=Entry)
    except (ValueError, RecursionError):
        return None
    if entry.moment.tzinfo is None or not 1 <= entry.number <= _HIGHEST:
        return None
    authentic = key is not None and hmac.compare_digest(mac, _mac(before, found[2], key))
    return Line(before, entry, mac, authentic, end)


def _mac(before: str, data: bytes, key: bytes) -> str:
    own = hmac.digest(key, _LABEL, "sha256")
    return hmac.digest(own, bytes.fromhex(before) + data, "sha256").hex()


class Chain:
    """Follows the lines of a file from its first to its last, and finds what does not fit."""

    def __init__(self, head: Head | None) -> None:
        """Without a head nobody knows where the lines should begin and end."""
        self._head = head
        self._at = head.first - 1 if head else None
        """The number of the last line that fits."""
        self._mac = head.base if head else ""
        self._strangers = 0
        """What stands behind it and does not fit."""
        self._seen: list[Line] = []
        self._faults: list[FaultyLines] = []
        self.lines: list[Line] = []
        """Those that fit."""
        self.forgotten = 0
        """Where in the file the lines end that were forgotten; a crash may have left them."""

    def take(self, line: Line | None) -> None:
        """The next line of the file."""
        if line is None:
            self._strangers += 1
            return
        if line.is_authentic and self._head and line.entry.number < self._head.first:
            self.forgotten = line.end
            return
        self._seen.append(line)
        if not (line.is_authentic and self._fits(line)):
            self._strangers += 1
        elif line.entry.event is JournalEvent.RESTARTED:
            self._restart(line)
        else:
            self._tell_gap(line.entry.number)
            self._accept(line)

    def contents(self, torn: int) -> Contents:
        """What was found; so many bytes stand behind the last line."""
        faults = [*self._faults, *self._tell_end(torn)]
        if self._head is None and (self._seen or self._strangers):
            # Where not one line fits the key is another: all is shown, and nothing vouched for.
            self.lines = self.lines or self._seen
            faults = [unverifiable(self.lines), *(faults if self._at is not None else ())]
        return Contents(tuple(line.entry for line in self.lines), tuple(faults))

    def _fits(self, line: Line) -> bool:
        number = line.entry.number
        if self._at is None:
            return True
        if number == self._at + 1:
            return line.before == self._mac or line.entry.event is JournalEvent.RESTARTED
        # Behind a gap its own MAC must do.
        return number > self._at and (self._head is None or number <= self._head.last)

    def _accept(self, line: Line) -> None:
        self.lines.append(line)
        self._at, self._mac, self._strangers = line.entry.number, line.mac, 0
        if self._head and self._at == self._head.last and self._mac != self._head.mac:
            self._faults.append(FaultyLines(Fault.CHANGED, self._at, self._at))

    def _restart(self, line: Line) -> None:
        """What stands before it is shown as it stands, and never vouched for again."""
        first = self._head.first if self._head else 1
        self.lines = [one for one in self._seen if first <= one.entry.number < line.entry.number]
        self._faults = [unverifiable(self.lines)]
        self._accept(line)

    def _tell_gap(self, number: int) -> None:
        """What is wrong between the line before and this one."""
        if self._at is None:
            if self._strangers:
                self._faults.append(FaultyLines(Fault.ADDED, 0, 0))
        elif number > self._at + 1:
            fault = Fault.CHANGED if self._strangers else Fault.MISSING
            self._faults.append(FaultyLines(fault, self._at + 1, number - 1))
        elif self._strangers:
            self._faults.append(FaultyLines(Fault.ADDED, self._at, self._at))

    def _tell_end(self, torn: int) -> Iterator[FaultyLines]:
        at = self._at or 0
        last = self._head.last if self._head else at
        if at < last:
            fault = Fault.CHANGED if self._strangers or torn else Fault.CUT_OFF
            yield FaultyLines(fault, at + 1, last)
        elif self._strangers:
            yield FaultyLines(Fault.ADDED, at, at)
        if at > last + 1:
            # One line is ahead of the head where the power went between the two; not two.
            yield FaultyLines(Fault.UNVERIFIABLE, last + 1, at)


def unverifiable(lines: list[Line]) -> FaultyLines:
    """Nobody can vouch for these lines."""
    numbers = [line.entry.number for line in lines] or [0]
    return FaultyLines(Fault.UNVERIFIABLE, min(numbers), max(numbers))
