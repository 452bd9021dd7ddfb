"""What a self-test finds, and how grave that is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from threading import Event

import pytest

from naklank.core.selftest import Finding, Grade, Item, Outcome, Probe, gravest, is_bad, look
from naklank.core.selftest_judging import (
    judge_clock,
    judge_encryption,
    judge_keyring,
    judge_memory,
    judge_room,
    judge_sound,
)

RELEASED = datetime(2026, 11, 20, tzinfo=UTC)


def test_a_probe_that_fails_is_a_finding_too() -> None:
    def fail(_stopped: Event) -> Finding:
        raise RuntimeError

    found = look(Probe(Item.STICK, fail), Event())
    assert found == Finding(Item.STICK, Outcome.NOT_KNOWN)
    assert found.grade is Grade.UNKNOWN


@pytest.mark.parametrize(
    ("outcomes", "grade", "bad"),
    [
        ((), Grade.GOOD, False),
        ((Outcome.DISK_ROOM,), Grade.GOOD, False),
        ((Outcome.DISK_ROOM, Outcome.NOT_KNOWN), Grade.UNKNOWN, False),
        ((Outcome.NOT_KNOWN, Outcome.PRINTER_MISSING), Grade.MIND, False),
        ((Outcome.DISK_FULL, Outcome.PRINTER_MISSING, Outcome.NOT_KNOWN), Grade.BAD, True),
    ],
)
def test_the_gravest_holds(outcomes: tuple[Outcome, ...], grade: Grade, bad: bool) -> None:  # noqa: FBT001
    findings = [Finding(Item.DISK, outcome) for outcome in outcomes]
    assert gravest(findings) is grade
    assert is_bad(findings) is bad


@pytest.mark.parametrize(
    ("peak", "is_still", "outcome"),
    [
        (None, True, Outcome.MICROPHONE_DEAD),
        (-90.0, True, Outcome.MICROPHONE_MUTED),
        (-60.0, False, Outcome.MICROPHONE_QUIET),
        (-36.1, False, Outcome.MICROPHONE_QUIET),
        (-36.0, False, Outcome.MICROPHONE_WORKS),
        (-1.1, False, Outcome.MICROPHONE_WORKS),
        (-1.0, False, Outcome.MICROPHONE_LOUD),
    ],
)
def test_sound(peak: float | None, is_still: bool, outcome: Outcome) -> None:  # noqa: FBT001
    assert judge_sound(peak, is_still=is_still) is outcome


@pytest.mark.parametrize(
    ("free", "outcome"),
    [
        (None, Outcome.NOT_KNOWN),
        (0, Outcome.DISK_FULL),
        (59_999_999, Outcome.DISK_FULL),
        (60_000_000, Outcome.DISK_LITTLE),
        (1_000_000_000, Outcome.DISK_ROOM),
    ],
)
def test_room(free: int | None, outcome: Outcome) -> None:
    assert judge_room(free) is outcome


@pytest.mark.parametrize(
    ("told", "outcome"),
    [
        (None, Outcome.NOT_KNOWN),
        (True, Outcome.ENCRYPTION_ON),
        (False, Outcome.ENCRYPTION_OFF),
    ],
)
def test_encryption(told: bool | None, outcome: Outcome) -> None:  # noqa: FBT001
    assert judge_encryption(told) is outcome


@pytest.mark.parametrize(
    ("works", "is_chosen", "chosen_works", "outcome"),
    [
        (True, True, True, Outcome.KEYRING_WORKS),
        (False, True, False, Outcome.KEYRING_SILENT),
        (True, False, True, Outcome.KEYRING_UNUSED),
        (False, False, True, Outcome.KEYRING_REPLACED),
        (True, False, False, Outcome.KEYRING_SILENT),
    ],
)
def test_keys(works: bool, is_chosen: bool, chosen_works: bool, outcome: Outcome) -> None:  # noqa: FBT001
    judged = judge_keyring(works=works, is_chosen=is_chosen, chosen_works=chosen_works)
    assert judged is outcome


@pytest.mark.parametrize(
    ("ahead", "outcome"),
    [
        (timedelta(seconds=-1), Outcome.CLOCK_BEHIND),
        (timedelta(), Outcome.CLOCK_PLAUSIBLE),
        (timedelta(days=4 * 365), Outcome.CLOCK_PLAUSIBLE),
        (timedelta(days=6 * 365), Outcome.CLOCK_AHEAD),
    ],
)
def test_clock(ahead: timedelta, outcome: Outcome) -> None:
    assert judge_clock(RELEASED + ahead, RELEASED) is outcome


def test_memory() -> None:
    assert judge_memory(899_999_999, 400_000_000) is Outcome.MEMORY_LITTLE
    assert judge_memory(900_000_000, 400_000_000) is Outcome.MEMORY_ENOUGH
