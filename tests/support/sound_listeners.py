"""Listeners that remember what they heard, and can be waited for."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from naklank.core.errors import NaklankError
    from naklank.core.ports.sound import Played
    from naklank.core.recording import Condition, Level, Take

PATIENCE = 15.0
"""Seconds after which what should have been heard counts as missing."""


class _Memory:
    def __init__(self) -> None:
        self._changed = threading.Condition()

    def _note(self, change: Callable[[], object]) -> None:
        with self._changed:
            change()
            self._changed.notify_all()

    def _wait(self, condition: Callable[[], bool]) -> None:
        with self._changed:
            assert self._changed.wait_for(condition, PATIENCE), vars(self)


class RecordingListener(_Memory):
    """A `RecorderListener`."""

    def __init__(self) -> None:
        super().__init__()
        self.arrived: list[Take] = []
        self.levels: list[Level] = []
        self.conditions: list[frozenset[Condition]] = []
        self.losses: list[tuple[NaklankError, float]] = []
        """Each with the moment at which it was told."""
        self.kept: list[Take] = []
        self.ends: list[tuple[Take | None, NaklankError | None]] = []

    def on_sound_arrived(self, take: Take) -> None:
        self._note(lambda: self.arrived.append(take))

    def on_level(self, level: Level) -> None:
        self._note(lambda: self.levels.append(level))

    def on_conditions(self, conditions: frozenset[Condition]) -> None:
        self._note(lambda: self.conditions.append(conditions))

    def on_lost(self, error: NaklankError) -> None:
        self._note(lambda: self.losses.append((error, time.monotonic())))

    def on_take_kept(self, take: Take) -> None:
        self._note(lambda: self.kept.append(take))

    def on_ended(self, take: Take | None, error: NaklankError | None) -> None:
        self._note(lambda: self.ends.append((take, error)))

    def wait_for_loss(self) -> tuple[NaklankError, float]:
        self._wait(lambda: bool(self.losses))
        return self.losses[-1]

    def wait_for_kept(self) -> Take:
        """Return what a microphone gave that was lost."""
        self._wait(lambda: bool(self.kept))
        return self.kept[-1]

    def wait_for_takes(self, count: int) -> list[Take]:
        """Return when so many takes have begun."""
        self._wait(lambda: len(self.arrived) >= count)
        return self.arrived

    def wait_for_conditions(self, *conditions: Condition) -> None:
        """Return when just these hold."""
        wanted = frozenset(conditions)
        self._wait(lambda: bool(self.conditions) and self.conditions[-1] == wanted)

    @property
    def seconds(self) -> float:
        return self.levels[-1].seconds if self.levels else 0.0

    def wait_for_sound(self, seconds: float = 0.0) -> None:
        """Return when the first block arrived, and so many seconds."""
        self._wait(lambda: bool(self.arrived) and self.seconds >= seconds)

    def wait_for_more(self, seconds: float) -> None:
        """Return when so many seconds came on top of those that are there."""
        self.wait_for_sound(self.seconds + seconds)

    def wait_for_end(self) -> tuple[Take | None, NaklankError | None]:
        self._wait(lambda: bool(self.ends))
        return self.ends[0]


class PlayingListener(_Memory):
    """A `PlayerListener`."""

    def __init__(self) -> None:
        super().__init__()
        self.positions: list[float] = []
        self.ends: list[Played] = []
        self.heard = -1.0
        """Up to which second it was heard."""

    def on_position(self, second: float) -> None:
        self._note(lambda: self.positions.append(second))

    def on_ended(self, played: Played, heard: float) -> None:
        self.heard = heard
        self._note(lambda: self.ends.append(played))

    def wait_for_position(self, second: float) -> None:
        self._wait(lambda: bool(self.positions) and self.positions[-1] >= second)

    def wait_for_end(self) -> Played:
        self._wait(lambda: bool(self.ends))
        return self.ends[0]
