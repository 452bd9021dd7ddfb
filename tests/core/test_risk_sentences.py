"""Sentences as doctors say them, with the places that must be heard; some have none.

Each line of a file: the sentence, a tab, and `kind:text` of each place, parted by " | ".
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from naklank.core.rule_checks import word_checks
from naklank.core.transcript import Word
from naklank.language.lexicon import load_lexicon

if TYPE_CHECKING:
    from naklank.core.transcript import Language

SENTENCES = Path(__file__).parent


def lines(language: Language) -> list[tuple[str, str]]:
    text = (SENTENCES / f"risk_sentences_{language}.tsv").read_text(encoding="utf-8")
    found = [line.split("\t") for line in text.splitlines()]
    return [(sentence, places) for sentence, places in found]


def found_in(sentence: str, language: Language) -> str:
    words = [Word(at, at + 0.9, word, 1.0) for at, word in enumerate(sentence.split())]
    checks = sorted(word_checks(words, load_lexicon(language)), key=lambda check: check.start)
    return " | ".join(f"{check.kind.value}:{check.text}" for check in checks)


@pytest.mark.parametrize(("sentence", "places"), lines("nl"))
def test_dutch_sentences(sentence: str, places: str) -> None:
    assert found_in(sentence, "nl") == places


@pytest.mark.parametrize(("sentence", "places"), lines("en"))
def test_english_sentences(sentence: str, places: str) -> None:
    assert found_in(sentence, "en") == places
