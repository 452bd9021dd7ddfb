"""Where the recording is cut."""

from __future__ import annotations

from itertools import pairwise

import pytest

from naklank.core.transcript import Stretch
from naklank.speech.spans import LONGEST, SHORTEST, cut_spans, finished_span, with_margins


def _speech(*edges: tuple[float, float]) -> list[Stretch]:
    return [Stretch(start, end) for start, end in edges]


def test_no_speech_no_span() -> None:
    assert finished_span([], 30.0) == 0
    assert cut_spans([], 30.0) == ()


def test_the_last_span_may_be_short() -> None:
    assert cut_spans(_speech((1.0, 4.0), (5.0, 9.0)), 30.0) == (2,)


def test_margins_stay_inside_the_recording() -> None:
    assert with_margins(_speech((1.0, 4.0), (5.0, 9.0)), 30.0) == Stretch(0.8, 9.2)
    assert with_margins(_speech((0.05, 4.0)), 4.1) == Stretch(0.0, 4.1)


@pytest.mark.parametrize(
    ("heard", "finished"),
    [
        (12.4, 0),  # it may be a breath
        (12.5, 1),
    ],
)
def test_a_span_of_ten_seconds_ends_at_a_real_pause(heard: float, finished: int) -> None:
    assert finished_span(_speech((2.0, 12.05)), heard) == finished


def test_the_longer_it_is_the_less_it_waits_for_a_pause() -> None:
    short, long = _speech((0, 11), (11.35, 13)), _speech((0, 20), (20.35, 22))
    assert finished_span(short, 13) == 0
    assert finished_span(long, 22) == 1


def test_who_hardly_rests_is_cut_at_the_longest_rest_that_comes_not_too_early() -> None:
    speech = _speech((0, 6), (6.5, 12), (12.25, 18), (18.2, 24), (24.1, 27))
    # The rest of 0.5 s after 6 s comes too early; that of 0.25 s after 12 s is the longest left.
    assert finished_span(speech[:4], 24.0) == 0
    assert finished_span(speech, 27.0) == 2


def test_a_span_that_is_finished_stays_the_same_whatever_is_said_later() -> None:
    speech = [Stretch(at, at + 1.7) for at in range(0, 60, 2)]
    whole = cut_spans(speech, 62)
    for heard in range(62):
        so_far = [Stretch(one.start, min(one.end, heard)) for one in speech if one.start < heard]
        assert finished_span(so_far, heard) in (0, whole[0])


def test_all_speech_is_in_a_span_and_no_span_is_too_long() -> None:
    speech = [Stretch(at, at + 1.7) for at in range(0, 120, 2)]
    counts = cut_spans(speech, 120)
    assert sum(counts) == len(speech)
    edges = [0, *(sum(counts[: at + 1]) for at in range(len(counts)))]
    lengths = [speech[end - 1].end - speech[first].start for first, end in pairwise(edges)]
    assert max(lengths) <= LONGEST
    assert min(lengths[:-1]) >= SHORTEST


def test_somebody_who_never_pauses_stays_whole() -> None:
    assert cut_spans(_speech((0, 27), (27.5, 30)), 40) == (1, 1)
