"""A keyring that takes its time holds up the recording, and not the window."""

from __future__ import annotations

from threading import Event as Signal
from typing import TYPE_CHECKING

import pytest

from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.session import State
from support.desk import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from support.desk import Table


class _SlowKeyring:
    """Makes no key before it is let, and may fail then."""

    def __init__(self, table: Table) -> None:
        self._create = table.store._vault.create
        self._answers = Signal()
        self.is_locked = False

    def create(self, identity: str) -> bytes:
        assert self._answers.wait(PATIENCE / 1000)
        if self.is_locked:
            raise NaklankError(ErrorCode.KEYS_UNAVAILABLE)
        return self._create(identity)

    def answer(self, *, is_locked: bool = False) -> None:
        self.is_locked = is_locked
        self._answers.set()


@pytest.fixture
def keyring(table: Table, monkeypatch: pytest.MonkeyPatch) -> Iterator[_SlowKeyring]:
    slow = _SlowKeyring(table)
    monkeypatch.setattr(table.store._vault, "create", slow.create)
    yield slow
    slow.answer()


def _agree(table: Table) -> None:
    table.desk.agree(table.desk.session.agreement.with_answer(0, agrees=True))
    table.desk.confirm_agreement()


def test_a_recording_begins_when_its_key_is_made(table: Table, keyring: _SlowKeyring) -> None:
    _agree(table)
    table.desk.start_recording()
    table.desk.start_recording()
    assert table.is_in(State.AGREED)  # and the window draws meanwhile
    keyring.answer()
    table.wait_for(State.RECORDING)
    table.bot.waitUntil(lambda: len(table.store.takes(table.desk.session.identity)) == 1)
    assert table.failures == []


def test_why_there_is_no_key_is_told_once_and_it_can_be_tried_again(
    table: Table, keyring: _SlowKeyring
) -> None:
    _agree(table)
    table.desk.start_recording()
    keyring.answer(is_locked=True)
    table.bot.waitUntil(lambda: table.desk.recording.failure is not None, timeout=PATIENCE)
    assert table.failures == [ErrorCode.KEYS_UNAVAILABLE]
    assert table.is_in(State.AGREED)
    keyring.answer()
    table.desk.start_recording()
    table.wait_for(State.RECORDING)


def test_the_next_patient_is_not_recorded_for_the_one_before(
    table: Table, keyring: _SlowKeyring
) -> None:
    _agree(table)
    table.desk.start_recording()
    first = table.desk.session.identity
    table.desk.next_session()
    assert table.desk.session.identity != first
    _agree(table)
    keyring.answer()
    table.bot.waitUntil(lambda: table.desk._place.is_made, timeout=PATIENCE)
    assert table.is_in(State.AGREED)
    assert table.failures == []
    table.desk.start_recording()
    assert table.is_in(State.RECORDING)


def test_after_a_deletion_the_next_place_is_made_ahead(table: Table) -> None:
    table.agree()
    table.record()
    table.wait_for(State.REVIEWING)
    table.desk.discard_recording()
    table.bot.waitUntil(lambda: table.desk._place.is_made, timeout=PATIENCE)
    table.desk.start_recording()
    assert table.is_in(State.RECORDING)
