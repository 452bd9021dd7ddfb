"""Where a journal lies, for tests that do something to its files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.journal import Contents, Facts, Fault, JournalEvent
from naklank.core.session import Way
from naklank.storage.journal import FileJournal
from naklank.storage.journal_head import FileHead

if TYPE_CHECKING:
    from collections.abc import Callable


KEY = bytes(range(32))
OTHER_KEY = bytes(32)
MOMENT = datetime(2026, 11, 21, 14, 32, 7, tzinfo=timezone(timedelta(hours=1)))
FACTS = Facts(83.25, Way.PLAY, "4F7K", "ab" * 32, "cd" * 32, "2")
E = JournalEvent


def unavailable() -> bytes:
    raise NaklankError(ErrorCode.KEYS_UNAVAILABLE)


@dataclass
class Place:
    """Where a journal lies, and its lines as bytes."""

    folder: Path

    @property
    def file(self) -> Path:
        return self.folder / "journal.jsonl"

    @property
    def head(self) -> Path:
        return self.folder / "journal.head"

    def open(
        self,
        key: Callable[[], bytes] = lambda: KEY,
        now: Callable[[], datetime] = lambda: MOMENT,
        user: str = "praktijk1",
    ) -> FileJournal:
        return FileJournal(self.file, FileHead(self.head), key, now, lambda: user)

    def read(self) -> Contents:
        return self.open().read()

    def numbers(self) -> list[int]:
        return [entry.number for entry in self.read().entries]

    def faults(self) -> list[tuple[Fault, int, int]]:
        return [(one.fault, one.first, one.last) for one in self.read().faults]

    @property
    def lines(self) -> list[bytes]:
        return self.file.read_bytes().splitlines(keepends=True)

    def put(self, *lines: bytes) -> None:
        self.file.write_bytes(b"".join(lines))

    def fill(self, count: int = 5, **how: object) -> None:
        journal = self.open(**how)  # type: ignore[arg-type]
        for at in range(count):
            moment = MOMENT + timedelta(days=at)
            journal.append(E.RECORDED, f"{at:016x}", Facts(seconds=at), moment)


def damage_first(five: Place) -> None:
    five.put(five.lines[0].replace(b"praktijk1", b"praktijk2"), *five.lines[1:])


def damage_last(five: Place) -> None:
    five.put(*five.lines[:4], five.lines[4].replace(b"praktijk1", b"praktijk2"))


def cut(five: Place) -> None:
    five.put(*five.lines[:3])


def tear(five: Place) -> None:
    five.file.write_bytes(five.file.read_bytes()[:-9])
