"""Sticks in memory, with each thing that can be wrong with one."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from naklank.core.errors import ErrorCode, NaklankError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from naklank.core.sticks import Stick


class FakeSticks:
    """The port `Sticks`; `fails` is what writing meets, `holds_on` a system that lets none go."""

    def __init__(self, *sticks: Stick) -> None:
        self.sticks = list(sticks)
        self.fails: ErrorCode | None = None
        self.holds_on = False
        self.free = threading.Event()
        """Cleared, writing takes endlessly long, half-way."""
        self.free.set()
        self.written: dict[str, dict[str, bytes]] = {}
        """By identity."""

    def plugged_in(self) -> tuple[Stick, ...]:
        return tuple(self.sticks)

    def write(
        self,
        stick: Stick,
        files: Mapping[str, bytes],
        name: str,
        on_progress: Callable[[int, int], None] = lambda _done, _whole: None,
    ) -> Path:
        here = [one for one in self.sticks if one.folder == stick.folder]
        fails = self.fails or (ErrorCode.STICK_GONE if not here else None)
        if fails is None and here[0].identity != stick.identity:
            fails = ErrorCode.STICK_SWAPPED
        if fails is None and sum(map(len, files.values())) > stick.free:
            fails = ErrorCode.STICK_FULL
        if fails is not None:
            raise NaklankError(fails, stick=stick.name)
        whole = sum(map(len, files.values()))
        for done in (whole // 10, whole // 2):
            on_progress(done, whole)
        self.free.wait(20)
        self.written[stick.identity] = dict(files)
        return stick.folder / name

    def remove(self, stick: Stick, _folder: Path, files: Mapping[str, bytes]) -> bool:
        if stick not in self.sticks or self.written.get(stick.identity) != files:
            return False
        del self.written[stick.identity]
        return True

    def eject(self, stick: Stick) -> None:
        here = [one for one in self.sticks if one.identity == stick.identity]
        if self.holds_on or not here:
            raise NaklankError(ErrorCode.STICK_NOT_EJECTED, stick=stick.name)
        self.sticks.remove(here[0])
