"""What the computer tells of itself."""

from __future__ import annotations

import platform
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

import pytest

from naklank.computer.probing import (
    clock_probe,
    disk_probe,
    encryption_probe,
    free_memory,
    memory_probe,
    remote_probe,
    versions_probe,
)
from naklank.computer.user import login_name
from naklank.core.selftest import Finding, Outcome, Probe, look


def found(probe: Probe) -> Finding:
    finding = look(probe, Event())
    assert finding.item is probe.item
    return finding


def test_memory_of_this_computer() -> None:
    assert free_memory() > 10_000_000
    finding = found(memory_probe(lambda: 10**15))
    assert finding.outcome is Outcome.MEMORY_LITTLE
    assert finding.details["needed_bytes"] == 10**15
    assert found(memory_probe(lambda: 5, lambda: 10**12)).outcome is Outcome.MEMORY_ENOUGH


def test_room() -> None:
    assert found(disk_probe(lambda: 2 * 10**9)).details == {"free_bytes": 2 * 10**9}
    assert found(disk_probe(lambda: None)).outcome is Outcome.NOT_KNOWN


def test_encryption(tmp_path: Path) -> None:
    asked: list[Path] = []

    def reader(folder: Path) -> bool:
        asked.append(folder)
        return True

    probe = encryption_probe(lambda: tmp_path, reader)
    assert found(probe).outcome is Outcome.ENCRYPTION_ON
    assert asked == [tmp_path]


@pytest.mark.parametrize(
    ("year", "outcome"),
    [
        (1980, Outcome.CLOCK_BEHIND),
        (2027, Outcome.CLOCK_PLAUSIBLE),
        (2040, Outcome.CLOCK_AHEAD),
    ],
)
def test_clock(year: int, outcome: Outcome) -> None:
    moment = datetime(year, 1, 1, 8, 30, tzinfo=UTC)
    finding = found(clock_probe(lambda: moment))
    assert finding.outcome is outcome
    assert finding.details["clock"] == f"{year}-01-01 08:30"


@pytest.mark.parametrize(
    ("is_remote", "outcome"), [(True, Outcome.REMOTE_WORKED), (False, Outcome.REMOTE_NOT)]
)
def test_remote(is_remote: bool, outcome: Outcome) -> None:  # noqa: FBT001
    assert found(remote_probe(lambda: is_remote)).outcome is outcome


def test_versions_name_no_computer_and_no_user() -> None:
    finding = found(versions_probe())
    assert finding.outcome is Outcome.VERSIONS_TOLD
    assert finding.details["python"] == platform.python_version()
    assert "?" not in finding.details.values()
    told = " ".join(map(str, finding.details.values()))
    for name in (platform.node(), login_name()):
        assert name not in told.split()
