from __future__ import annotations

import pytest

from naklank.core.recording import Level, Loudness, Recording, Take
from naklank.core.topics import Topic


@pytest.mark.parametrize(
    ("peak", "loudness"),
    [
        (-100.0, Loudness.SILENT),
        (-50.0, Loudness.SOFT),
        (-20.0, Loudness.GOOD),
        (-0.2, Loudness.LOUD),
    ],
)
def test_what_a_level_means(peak: float, loudness: Loudness) -> None:
    assert Level(peak, 1.0).loudness is loudness


def test_takes_follow_each_other() -> None:
    recording = Recording().with_take(Take(1, 48_000, 96_000, "A"))
    recording = recording.with_take(Take(2, 16_000, 16_000, "B"))

    assert recording.seconds == 3.0


def test_a_take_is_counted_once_when_more_is_known_of_it() -> None:
    recording = Recording().with_take(Take(1, 48_000, 0, "A")).with_take(Take(2, 48_000, 0, "A"))
    recording = recording.with_take(Take(2, 48_000, 48_000, "A"))

    assert [take.number for take in recording.takes] == [1, 2]
    assert recording.seconds == 1.0


def test_the_topic_is_the_one_marked_last() -> None:
    recording = Recording()
    assert recording.topic is None

    marked = recording.with_mark(Topic.WHAT_WE_DO, 3.0).with_mark(Topic.WHEN_TO_CALL, 9.0)
    assert marked.topic is Topic.WHEN_TO_CALL
    assert [mark.second for mark in marked.marks] == [3.0, 9.0]
