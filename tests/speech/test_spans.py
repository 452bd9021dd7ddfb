"""Where the recording is cut."""

from __future__ import annotations

import pytest

from naklank.core.transcript import Stretch
from naklank.speech.spans import LONGEST, MARGIN, cut_spans


def _speech(*edges: tuple[float, float]) -> list[Stretch]:
    return [Stretch(start, end) for start, end in edges]


def test_no_speech_no_span() -> None:
    assert cut_spans([], 30.0) == ()


def test_short_speech_is_one_span_with_its_margins() -> None:
    assert cut_spans(_speech((1.0, 4.0), (5.0, 9.0)), 30.0) == (Stretch(0.8, 9.2),)


def test_margins_stay_inside_the_recording() -> None:
    assert cut_spans(_speech((0.05, 4.0)), 4.1) == (Stretch(0.0, 4.1),)


def test_the_cut_falls_in_the_longest_pause_that_comes_not_too_early() -> None:
    speech = _speech((0, 3), (7, 12), (13.5, 18), (18.4, 24), (24.4, 30))
    # The pause of 4 s after 3 s comes too early; that of 1.5 s after 12 s is the longest left.
    assert [(s.start, s.end) for s in cut_spans(speech, 30)] == [(0, 12.2), (13.3, 30)]


def test_all_speech_is_in_a_span_and_no_span_is_too_long() -> None:
    speech = [Stretch(at, at + 1.7) for at in range(0, 120, 2)]
    spans = cut_spans(speech, 120)
    for stretch in speech:
        assert any(s.start <= stretch.start and stretch.end <= s.end for s in spans)
    assert max(span.seconds for span in spans) <= LONGEST + 2 * MARGIN
    assert min(span.seconds for span in spans[:-1]) >= 10


def test_somebody_who_never_pauses_stays_whole() -> None:
    spans = cut_spans(_speech((0, 27), (27.5, 30)), 40)
    assert [span.end for span in spans] == pytest.approx([27.2, 30.2])
