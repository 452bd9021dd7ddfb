"""Numbers, days and times in the language of the screen."""

from datetime import UTC, datetime

import pytest

from naklank.sentences.figures import day_text, decimal_text, size_text, stamp_text, time_text
from naklank.translation import use_language

MOMENT = datetime(2026, 3, 2, 9, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "0 MB"),
        (1, "1 MB"),
        (147_882_739, "148 MB"),
        (999_600_000, "1,0 GB"),
        (3_090_836_942, "3,1 GB"),
    ],
)
def test_sizes_as_people_count_them(size: int, words: str) -> None:
    assert size_text(size) == words
    use_language("en")
    assert size_text(size) == words.replace(",", ".")


def test_decimals_have_a_comma_in_dutch_and_a_point_in_english() -> None:
    assert [decimal_text(1.25), decimal_text(1.0), decimal_text(-3.04, 1)] == ["1,25", "1", "-3,0"]
    use_language("en")
    assert [decimal_text(1.25), decimal_text(1.0), decimal_text(-3.04, 1)] == ["1.25", "1", "-3.0"]


def test_days_and_times() -> None:
    assert [day_text(MOMENT), time_text(MOMENT)] == ["02-03-2026", "09.05"]
    use_language("en")
    assert [day_text(MOMENT), time_text(MOMENT)] == ["02/03/2026", "09:05"]
    assert stamp_text(MOMENT) == "02/03/2026 09:05"
