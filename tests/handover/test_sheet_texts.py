"""The fixed words of the page, in each language."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

import pytest

from naklank.core.sheet_making import draft_sheet
from naklank.core.topics import Topic, TopicBlock
from naklank.core.transcript import LANGUAGES, Language, Stretch
from naklank.foundation.paths import resource
from naklank.handover.sheet_texts import read_sheet_texts


def raw(language: Language) -> dict[str, Any]:
    texts: dict[str, Any] = json.loads(resource(f"sheet/{language}.json").read_text("utf-8"))
    return texts


def test_every_language_has_the_same_texts_and_as_many_of_them() -> None:
    shapes = [
        {
            name: type(text) if isinstance(text, str) else len(text)
            for name, text in raw(language).items()
        }
        for language in LANGUAGES
    ]
    assert all(shape == shapes[0] for shape in shapes)


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_is_a_heading_for_every_topic_and_no_other(language: Language) -> None:
    headings = read_sheet_texts(language).headings
    assert set(headings) == {topic.value for topic in Topic}
    assert all(headings.values())
    assert len(set(headings.values())) == len(Topic)


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_seven_days_and_twelve_months(language: Language) -> None:
    texts = read_sheet_texts(language)
    assert len(set(texts.weekdays)) == 7
    assert len(set(texts.months)) == 12


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("nl", ("maandag 2 maart 2026, 9.05 uur", "0:12 tot 0:18, 1:01 tot 1:05.")),
        ("en", ("Monday 2 March 2026, 9:05", "0:12 to 0:18, 1:01 to 1:05.")),
    ],
)
def test_every_place_in_the_texts_is_filled_in(language: Language, shown: tuple[str, str]) -> None:
    sheet = draft_sheet(
        tuple(TopicBlock(topic, ("Zin.",)) for topic in Topic),
        (Stretch(12.4, 18.9), Stretch(61.0, 65.2)),
        datetime.fromisoformat("2026-03-02T09:05:00+01:00"),
        read_sheet_texts(language),
    )
    assert sheet.made_on == shown[0]
    assert sheet.notices[1].endswith(shown[1])
    for line in (*sheet.lines(), sheet.listen):
        assert line.strip() == line != ""
        assert "{" not in line
        assert "}" not in line
