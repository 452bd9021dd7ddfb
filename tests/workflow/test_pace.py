"""How long the rest of the text will take: an honest estimate."""

from __future__ import annotations

import pytest

from naklank.workflow import pace as pacing
from naklank.workflow.pace import Pace


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(pacing, "time", clock)
    return clock


def test_the_first_time_nobody_knows_until_two_pieces_stand(clock: Clock) -> None:
    pace = Pace()
    pace.begin(100.0)
    assert pace.seconds_left is None
    clock.now += 4
    pace.reach(20.0)
    assert pace.seconds_left is None
    clock.now += 4
    pace.reach(40.0)  # 0.2 s for a second of sound
    assert pace.seconds_left == pytest.approx(12.0)
    clock.now += 3
    assert pace.seconds_left == pytest.approx(9.0)


def test_the_next_time_it_is_known_from_the_start(clock: Clock) -> None:
    pace = Pace()
    pace.begin(40.0)
    for second in (20.0, 40.0):
        clock.now += 4
        pace.reach(second)
    pace.end()
    pace.begin(60.0)
    assert pace.seconds_left == pytest.approx(12.0)


def test_what_was_typed_while_it_was_spoken_says_nothing_of_the_pace(clock: Clock) -> None:
    pace = Pace()
    pace.begin(300.0)
    clock.now += 0.5
    pace.reach(280.0)
    assert pace.seconds_left is None


def test_it_never_falls_below_nothing(clock: Clock) -> None:
    pace = Pace()
    pace.begin(40.0)
    for second in (10.0, 20.0):
        clock.now += 1
        pace.reach(second)
    clock.now += 60
    assert pace.seconds_left == 0.0
