"""Which doubts are worth hearing."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest

from naklank.core.checks import Check, CheckKind
from naklank.core.doubts import doubt_checks, with_doubts
from naklank.core.rule_checks import find_checks
from naklank.core.transcript import Doubt, Language, Segment, Transcript, Word
from naklank.language.lexicon import load_lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping

SURE = 0.95


def typed(
    text: str,
    *doubts: Doubt,
    language: Language = "nl",
    unsure: Mapping[str, float] = MappingProxyType({}),
) -> Transcript:
    """One word a second; `unsure` gives the probability of a word."""
    words = tuple(
        Word(at, at + 0.9, word, unsure.get(word.strip("."), SURE))
        for at, word in enumerate(text.split())
    )
    return Transcript(language, float(len(words)), (Segment(words),), doubts=doubts)


def found(transcript: Transcript) -> list[tuple[str, str]]:
    lexicon = load_lexicon(transcript.language)
    checks = with_doubts(find_checks(transcript, lexicon), transcript, lexicon)
    return [(one.text, one.suggestion) for one in checks if one.kind is CheckKind.DIFFERS]


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("een", "geen"),
        ("Sla", "Sla niet"),
        ("zeg", "zestig"),
        ("rest", "rechts"),
        ("mits", "metoprolol"),
        ("stien", "zestien"),
    ],
)
def test_a_risk_word_heard_in_another_decoding_is_a_check(text: str, other: str) -> None:
    transcript = typed("Dit is de zin.", Doubt(1.0, 1.9, text, other))
    assert found(transcript) == [(text, other)]


def test_many_words_more_in_another_decoding_are_a_check_whatever_they_are() -> None:
    doubt = Doubt(1.0, 1.9, "is", "is het huis van de buren")
    assert found(typed("Dit is de zin.", doubt)) == [("is", doubt.other)]


def test_where_a_check_is_heard_anyway_a_doubt_makes_no_second_one() -> None:
    assert found(typed("Neem 16 tabletten.", Doubt(1.0, 1.9, "16", "60"))) == []


def test_nor_where_checks_side_by_side_hold_all_of_its_words() -> None:
    text = "Meet de bluudruk avontie morgen."
    alone = with_doubts((), typed(text), load_lexicon("nl"))
    assert [one.text for one in alone] == ["bluudruk", "avontie"]
    wide = Doubt(2.0, 3.9, "bluudruk avontie", "bloeddruk nooit niet")
    assert doubt_checks(alone, typed(text, wide), load_lexicon("nl")) == ()
    wider = Doubt(2.0, 4.9, "bluudruk avontie morgen", "bloeddruk nooit niet")
    (more,) = doubt_checks(alone, typed(text, wider), load_lexicon("nl"))
    assert more.text == "bluudruk avontie morgen"


def test_but_where_they_lie_far_apart_what_is_between_is_heard() -> None:
    words = (Word(1.0, 1.5, "bluudruk", SURE), Word(2.0, 2.5, "avontie", SURE))
    wide = Doubt(1.0, 2.5, "bluudruk avontie", "bloeddruk geen avond")
    transcript = Transcript("nl", 3.0, (Segment(words),))
    alone = with_doubts((), transcript, load_lexicon("nl"))
    assert len(alone) == 2
    doubted = replace(transcript, doubts=(wide,))
    assert [one.text for one in doubt_checks(alone, doubted, load_lexicon("nl"))] == [wide.text]


def test_two_doubts_about_the_same_word_are_one_check_and_tell_what_was_heard() -> None:
    transcript = typed("U heeft colietus.", Doubt(2.0, 2.9, "colietus", "geen colitis"))
    assert found(transcript) == [("colietus", "geen colitis")]


@pytest.mark.parametrize(
    ("text", "unsure", "expected"),
    [
        ("U heeft een griep.", {"een": 0.5}, [("een", "geen")]),
        ("U heeft een griep.", {"een": 0.7}, []),
        ("Dat is heen kwestie.", {}, [("heen", "geen")]),
        ("U heeft de griep.", {"griep": 0.2}, [("griep", "")]),
        ("U heeft de griep.", {"griep": 0.6}, []),
        ("U heeft de hustus.", {}, [("hustus", "")]),
        ("U heeft colitis. Tot ziens.", {}, []),
    ],
)
def test_what_the_engine_and_the_dictionary_say_of_a_word(
    text: str, unsure: dict[str, float], expected: list[tuple[str, str]]
) -> None:
    assert found(typed(text, unsure=unsure)) == expected


def test_in_english_too() -> None:
    transcript = typed("You can take it.", language="en", unsure={"can": 0.4})
    assert found(transcript) == [("can", "can't")]


def test_checks_and_doubts_stand_in_the_order_of_the_sound() -> None:
    transcript = typed("Dat hustus is niet waar.", Doubt(4.0, 4.9, "waar", "waar morgen"))
    lexicon = load_lexicon("nl")
    checks = with_doubts(find_checks(transcript, lexicon), transcript, lexicon)
    assert [one.start for one in checks] == sorted(one.start for one in checks)
    assert {one.kind for one in checks} == {CheckKind.NEGATION, CheckKind.DIFFERS}


def test_of_late_doubts_only_what_is_new_is_a_check() -> None:
    early = typed("Dit is de zin.", Doubt(1.0, 1.9, "is", "is niet"))
    lexicon = load_lexicon("nl")
    there = with_doubts((), early, lexicon)
    late = replace(early, doubts=(*early.doubts, Doubt(3.0, 3.9, "zin", "zestien")))
    assert doubt_checks(there, late, lexicon) == (
        Check(CheckKind.DIFFERS, "zin", 3.0, 3.9, "zestien"),
    )
