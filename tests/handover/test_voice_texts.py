"""What a doctor reads out."""

from __future__ import annotations

import pytest

from naklank.core.transcript import LANGUAGES, Language
from naklank.core.voice import AGREED_RULES, VoicePart
from naklank.handover.sheet_texts import read_sheet_texts
from naklank.handover.voice_texts import PAUSE, read_voice_texts


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_is_a_text_for_each_part_with_as_many_words_as_it_has_pieces(
    language: Language,
) -> None:
    texts = read_voice_texts(language)
    assert set(texts) == set(VoicePart) - set(AGREED_RULES)
    for part, text in texts.items():
        words = text.split(PAUSE)
        assert len(words) == part.pieces
        assert len(set(words)) == len(words)
        assert all(words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_months_are_those_of_the_sheet_in_their_order(language: Language) -> None:
    words = read_voice_texts(language)[VoicePart.MONTHS].split(PAUSE)
    for word, month in zip(words, read_sheet_texts(language).months, strict=True):
        assert word.endswith(month)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_opening_names_the_doctor_and_waits_for_a_date_only_where_one_comes(
    language: Language,
) -> None:
    texts = read_voice_texts(language)
    for part in (VoicePart.OPENING, VoicePart.OPENING_TO_DATE):
        assert "{doctor}" in texts[part]
    assert texts[VoicePart.OPENING].endswith(".")
    assert not texts[VoicePart.OPENING_TO_DATE].endswith(".")
