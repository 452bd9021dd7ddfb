"""A computer that stays awake, or does not, as a test wants."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class FakeWakefulness:
    """The port `Wakefulness`; every change of what it was asked is written down."""

    agrees: bool = True
    calls: list[str] = field(default_factory=list)
    _is_wanted: bool = False

    @property
    def is_held(self) -> bool | None:
        return self._is_wanted and self.agrees

    def hold(self) -> None:
        if not self._is_wanted:
            self.calls.append("hold")
        self._is_wanted = True

    def release(self) -> None:
        if self._is_wanted:
            self.calls.append("release")
        self._is_wanted = False

    def close(self) -> None:
        self.release()
