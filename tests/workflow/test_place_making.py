"""A keyring that takes its time holds up the recording, and not the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from naklank.core.errors import ErrorCode
from naklank.core.session import State
from support.desk import PATIENCE
from support.slow_keyring import SlowKeyring

if TYPE_CHECKING:
    from collections.abc import Iterator

    from support.desk import Table


@pytest.fixture
def keyring(table: Table, monkeypatch: pytest.MonkeyPatch) -> Iterator[SlowKeyring]:
    slow = SlowKeyring(table)
    monkeypatch.setattr(table.store._vault, "create", slow.create)
    yield slow
    slow.answer()


def _agree(table: Table) -> None:
    table.desk.agree(table.desk.session.agreement.with_answer(0, agrees=True))
    table.desk.confirm_agreement()


def test_a_recording_begins_when_its_key_is_made(table: Table, keyring: SlowKeyring) -> None:
    _agree(table)
    table.desk.start_recording()
    table.desk.start_recording()
    assert table.is_in(State.AGREED)  # and the window draws meanwhile
    keyring.answer()
    table.wait_for(State.RECORDING)
    table.bot.waitUntil(lambda: len(table.store.takes(table.desk.session.identity)) == 1)
    assert table.failures == []


def test_why_there_is_no_key_is_told_once_and_it_can_be_tried_again(
    table: Table, keyring: SlowKeyring
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
    table: Table, keyring: SlowKeyring
) -> None:
    _agree(table)
    table.desk.start_recording()
    first = table.desk.session.identity
    table.desk.next_session()
    assert table.desk.session.identity != first
    _agree(table)
    keyring.answer()
    table.bot.waitUntil(lambda: table.desk.place.is_made, timeout=PATIENCE)
    assert table.is_in(State.AGREED)
    assert table.failures == []
    table.desk.start_recording()
    assert table.is_in(State.RECORDING)


def test_after_a_deletion_the_next_place_is_made_ahead(table: Table) -> None:
    table.agree()
    table.record()
    table.wait_for(State.REVIEWING)
    table.desk.discard_recording()
    table.bot.waitUntil(lambda: table.desk.place.is_made, timeout=PATIENCE)
    table.desk.start_recording()
    assert table.is_in(State.RECORDING)
