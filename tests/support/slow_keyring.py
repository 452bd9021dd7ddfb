"""A keyring that asks somebody something before it answers."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

from naklank.core.errors import ErrorCode, NaklankError
from support.desk import PATIENCE

if TYPE_CHECKING:
    from support.desk import Table


class SlowKeyring:
    """Makes no key before it is let, and may fail then."""

    def __init__(self, table: Table) -> None:
        self._create = table.store._vault.create
        self._answers = Event()
        self.is_locked = False

    def create(self, identity: str) -> bytes:
        assert self._answers.wait(PATIENCE / 1000)
        if self.is_locked:
            raise NaklankError(ErrorCode.KEYS_UNAVAILABLE)
        return self._create(identity)

    def hold(self) -> None:
        """Ask again."""
        self._answers.clear()

    def answer(self, *, is_locked: bool = False) -> None:
        self.is_locked = is_locked
        self._answers.set()
