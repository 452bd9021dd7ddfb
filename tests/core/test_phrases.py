"""Checks of one phrase are one check, of at most 4 seconds."""

from __future__ import annotations

import pytest

from naklank.core.checks import Check, CheckKind
from naklank.core.phrases import LONGEST, group_checks, group_doubts
from naklank.core.risk_rules import RISK_RULES
from naklank.core.rule_checks import word_checks
from naklank.core.suggested_words import is_put_in, words_to_put_in
from naklank.core.suggestions import Suggestion, with_suggestions
from naklank.core.summary import first_summary
from naklank.core.transcript import Segment, Transcript, Word
from naklank.language.lexicon import load_lexicon

LEXICON = load_lexicon("nl")


def typed(text: str, each: float = 0.35) -> tuple[Word, ...]:
    """One word after the other, without a pause."""
    return tuple(
        Word(at * each, (at + 0.9) * each, word, 0.9) for at, word in enumerate(text.split())
    )


def grouped(text: str, each: float = 0.35, others: tuple[Check, ...] = ()) -> list[str]:
    words = typed(text, each)
    checks = (*word_checks(words, LEXICON), *others)
    return [check.text for check in group_checks(checks, words, LEXICON)]


def test_a_dose_and_when_it_is_taken_are_one() -> None:
    words = typed("Neem 1 tablet van 10 milligram in de ochtend.")
    (check,) = group_checks(word_checks(words, LEXICON), words, LEXICON)

    assert check.text == "1 tablet van 10 milligram in de ochtend"
    assert (check.start, check.end) == (words[1].start, words[-1].end)
    assert check.kind is CheckKind.DOSE
    assert [(item.kind, item.text) for item in check.places] == [
        (CheckKind.DOSE, "1 tablet"),
        (CheckKind.DOSE, "10 milligram"),
        (CheckKind.TIME, "ochtend"),
    ]


def test_a_place_by_itself_stays_as_it_is() -> None:
    words = typed("Neem 10 milligram.")
    (check,) = group_checks(word_checks(words, LEXICON), words, LEXICON)

    assert check == Check(CheckKind.DOSE, "10 milligram", words[1].start, words[2].end)
    assert check.places == (check,)


def test_a_sentence_ends_a_phrase() -> None:
    assert grouped("Neem 10 milligram. Geen ibuprofen.") == ["10 milligram", "Geen ibuprofen"]
    assert grouped('Neem "10 milligram." Geen ibuprofen.') == ["10 milligram", "Geen ibuprofen"]


def test_many_words_between_are_two_phrases() -> None:
    text = "Neem 10 milligram en ga dan vroeg naar bed zonder eten."
    assert grouped(text, 0.1) == ["10 milligram", "zonder eten"]


def test_a_pause_ends_a_phrase() -> None:
    words = [
        Word(0.0, 0.4, "paracetamol", 0.9),
        Word(0.5, 0.9, "tien", 0.9),
        Word(1.0, 1.4, "milligram", 0.9),
        Word(2.5, 2.9, "links", 0.9),
    ]
    found = group_checks(word_checks(words, LEXICON), words, LEXICON)
    assert [check.text for check in found] == ["paracetamol tien milligram", "links"]


def test_none_is_longer_than_four_seconds_unless_it_is_one_place() -> None:
    text = "paracetamol, maximaal vier keer per dag duizend milligram, geen ibuprofen " * 20
    words = typed(text, 0.4)
    found = group_checks(word_checks(words, LEXICON), words, LEXICON)

    assert all(check.end - check.start <= LONGEST or not check.items for check in found)
    assert sum(len(check.places) for check in found) == len(list(word_checks(words, LEXICON)))


def test_a_long_phrase_is_parted_where_the_most_lies_between() -> None:
    text = "Neem paracetamol zo nodig maximaal vier keer per dag duizend milligram."
    assert grouped(text, 0.45) == [
        "paracetamol",
        "maximaal vier keer per dag duizend milligram",
    ]


@pytest.mark.parametrize("kind", [CheckKind.GAP, CheckKind.UNCOVERED, CheckKind.UNSUPPORTED])
def test_nothing_is_one_over_a_place_without_words(kind: CheckKind) -> None:
    # "10 milligram | links": something about the sound lies between them.
    other = Check(kind, "", 0.9, 1.2)
    assert grouped("Neem 10 milligram links.", others=(other,)) == ["10 milligram", "", "links"]


def test_what_another_decoding_differs_in_stays_alone_and_parts_nothing() -> None:
    other = Check(CheckKind.DIFFERS, "tien", 0.4, 0.6)
    found = grouped("Neem 10 milligram links.", others=(other,))
    assert found == ["10 milligram links", "tien"]


def test_the_most_telling_place_gives_the_kind() -> None:
    words = typed("Neem geen 10 milligram metoprolol.")
    (check,) = group_checks(word_checks(words, LEXICON), words, LEXICON)
    assert check.kind is CheckKind.NEGATION


def test_a_suggestion_is_the_whole_phrase_with_its_words_replaced() -> None:
    words = typed("U neemt geen Lee-Noppil, tien milligram.")
    meant = Suggestion("Lee-Noppil", "lisinopril", words[3].start, words[3].end)
    items = with_suggestions(word_checks(words, LEXICON), (meant,))
    (check,) = group_checks(items, words, LEXICON)
    summary = first_summary(Transcript("nl", 9.0, (Segment(words),)), (), LEXICON)

    assert check.text == "geen Lee-Noppil, tien milligram"
    assert check.suggestion == "geen lisinopril, 10 milligram"
    assert not is_put_in(check, summary)
    places = summary.words_of(check)
    changed = summary.corrected(places.start, places.stop, words_to_put_in(check, summary))
    assert " ".join(word.text for word in changed.words) == "U neemt geen lisinopril, 10 milligram."
    assert is_put_in(check, changed)


def test_a_loop_of_equal_phrases_is_parted_into_equal_pieces() -> None:
    found = grouped("om half elf " * 9, 0.4)
    assert len(found) < 9
    assert " ".join(found).count("half elf") == 9


def test_two_suggestions_in_one_phrase_are_put_in_together() -> None:
    words = typed("Geen Lee-Noppil en met oprol.")
    meant = (
        Suggestion("Lee-Noppil", "lisinopril", words[1].start, words[1].end),
        Suggestion("met oprol", "metoprolol", words[3].start, words[4].end),
    )
    items = with_suggestions(word_checks(words, LEXICON), meant)
    (check,) = group_checks(items, words, LEXICON)
    assert check.suggestion == "Geen lisinopril en metoprolol"


@pytest.mark.parametrize("kind", dict.fromkeys(rule.kind for rule in RISK_RULES))
def test_what_any_rule_finds_can_be_part_of_a_phrase(kind: CheckKind) -> None:
    words = typed("Neem niets anders.")
    checks = (Check(kind, "Neem", 0.0, 0.3), Check(CheckKind.NUMBER, "niets", 0.35, 0.6))
    (phrase,) = group_checks(checks, words, LEXICON)
    assert phrase.items == checks


def doubts(text: str, *places: tuple[int, int, str]) -> list[tuple[str, str]]:
    """Of words from a first to a last one; what they were heard as too."""
    words = typed(text)
    found = [
        Check(
            CheckKind.DIFFERS,
            " ".join(word.text for word in words[first : last + 1]).strip("."),
            words[first].start,
            words[last].end,
            other,
        )
        for first, last, other in places
    ]
    grouped = group_doubts(found, words, LEXICON)
    assert [place for one in grouped for place in one.places] == sorted(found, key=_place)
    assert {check.kind for check in grouped} == {CheckKind.DIFFERS}
    return [(check.text, check.suggestion) for check in grouped]


def _place(check: Check) -> tuple[float, float]:
    return check.start, check.end


def test_doubts_of_the_same_words_and_of_words_side_by_side_are_one() -> None:
    text = "en elke avontie bluudruk meten"
    assert doubts(text, (2, 2, ""), (3, 3, "bloeddruk")) == [
        ("avontie bluudruk", "avontie bloeddruk")
    ]
    assert doubts(text, (2, 3, "avond ik bluidruk"), (3, 3, "bloeddruk"), (1, 1, "")) == [
        ("elke avontie bluudruk", "elke avond ik bluidruk")
    ]


def test_doubts_with_a_word_or_the_end_of_a_sentence_between_stay_apart() -> None:
    assert doubts("en elke avontie meet bluudruk", (2, 2, ""), (4, 4, "bloeddruk")) == [
        ("avontie", ""),
        ("bluudruk", "bloeddruk"),
    ]
    assert doubts("elke avontie. bluudruk meten", (1, 1, ""), (2, 2, "")) == [
        ("avontie", ""),
        ("bluudruk", ""),
    ]
