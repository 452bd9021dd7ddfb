"""A changed text gets its own checks again; what did not change is not asked twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest

from naklank.core.checks import Check, CheckKind
from naklank.core.rechecking import rechecked
from naklank.core.rule_checks import word_checks
from naklank.core.summary import Summary, SummaryWord
from naklank.core.transcript import Language, Stretch, Word
from naklank.language.lexicon import load_lexicon

DUTCH = load_lexicon("nl")
GAP = Check(CheckKind.GAP, "", 0.5, 3.5)
LEFT_OUT = Check(CheckKind.UNSUPPORTED, "Ondertiteld door", 2.0, 3.0)


def _find(words: Sequence[Word]) -> tuple[Check, ...]:
    """Place by place: what a phrase is stands in tests of its own."""
    return tuple(sorted(word_checks(words, DUTCH), key=lambda check: check.start))


def _summary(text: str) -> Summary:
    """Word number n sounds from second n to n + 0.8."""
    return Summary(
        tuple(SummaryWord(word, Stretch(at, at + 0.8)) for at, word in enumerate(text.split()))
    )


@dataclass
class Text:
    """A text with its checks, typed over word by word."""

    summary: Summary
    checks: tuple[Check, ...]

    def type(self, old: str, new: str) -> Text:
        """Put other words in the place of these, which stand in it once."""
        words = [word.text for word in self.summary.words]
        wanted = old.split()
        (first,) = (at for at in range(len(words)) if words[at : at + len(wanted)] == wanted)
        after = self.summary.corrected(first, first + len(wanted), new)
        return Text(after, rechecked(self.summary, after, self.checks, _find))

    @property
    def told(self) -> list[tuple[CheckKind, str, float, float]]:
        return [(one.kind, one.text, one.start, one.end) for one in self.checks]


def _text(text: str, *others: Check) -> Text:
    summary = _summary(text)
    return Text(summary, tuple(sorted((*_find(summary.as_heard()), *others), key=_start)))


def _start(check: Check) -> float:
    return check.start


NEGATION, DOSE, TAKEN_OUT = CheckKind.NEGATION, CheckKind.DOSE, CheckKind.TAKEN_OUT


def test_another_word_beside_a_check_leaves_it_the_very_same() -> None:
    text = _text("U heeft geen koorts. Neem 10 milligram.", GAP)
    assert text.type("Neem", "Slik").checks == text.checks


def test_a_torn_name_in_a_changed_phrase_keeps_its_check() -> None:
    summary = _summary("Neem metro pro lol 50 milligram.")
    name = Check(CheckKind.SUGGESTION, "metro pro lol", 1.0, 3.8, "metoprolol")
    dose = Check(DOSE, "50 milligram", 4.0, 5.8)
    phrase = Check(DOSE, "metro pro lol 50 milligram", 1.0, 5.8, items=(name, dose))
    after = Text(summary, (phrase,)).type("50", "20")
    assert after.told == [
        (CheckKind.SUGGESTION, "metro pro lol", 1.0, 3.8),
        (DOSE, "20 milligram", 4.0, 5.8),
    ]
    assert after.checks[0].suggestion == "metoprolol"


def test_a_corrected_doubt_stays_a_check_beside_another_one() -> None:
    words = ("Neem", "flopsie", "10", "milligram.")
    summary = Summary(
        tuple(SummaryWord(word, Stretch(at, at + 1.0)) for at, word in enumerate(words))
    )
    doubt = Check(CheckKind.DIFFERS, "flopsie", 1.0, 2.0)
    dose = Check(DOSE, "10 milligram", 2.0, 4.0)
    after = Text(summary, (doubt, dose)).type("flopsie", "rust")
    assert [(one.kind, one.text) for one in after.checks] == [
        (CheckKind.DIFFERS, "rust"),
        (DOSE, "10 milligram"),
    ]


def _days_and_a_doubt() -> Text:
    """As typed: the rule found "vijf dagen", the text has digits, and a doubt reaches into it."""
    doubt = Check(CheckKind.DIFFERS, "dagen een", 2.0, 3.8, "dagen")
    days = Check(CheckKind.NUMBER, "vijf dagen", 1.0, 2.8)
    return Text(_summary("sinds 5 dagen een keelpijn"), (days, doubt))


def test_a_check_whose_own_words_did_not_change_does_not_come_again_in_digits() -> None:
    text = _days_and_a_doubt()
    assert text.type("dagen een", "dagen").told == [
        (CheckKind.NUMBER, "vijf dagen", 1.0, 2.8),
        (CheckKind.DIFFERS, "dagen", 2.0, 3.8),
    ]


def test_a_check_whose_words_changed_with_the_doubt_beside_it_comes_again() -> None:
    text = _days_and_a_doubt()
    assert (CheckKind.NUMBER, "6 dagen", 1.0, 2.8) in text.type("5 dagen", "6 dagen").told
    assert (CheckKind.NUMBER, "5 weken", 1.0, 2.8) in text.type("dagen een", "weken een").told
    assert text.checks[0] not in text.type("5", "zes").checks


def test_of_doubts_side_by_side_one_that_is_corrected_leaves_no_offer_that_takes_it_back() -> None:
    one = Check(CheckKind.DIFFERS, "avontie", 1.0, 1.8)
    other = Check(CheckKind.DIFFERS, "bluudruk", 2.0, 2.8, "bloeddruk")
    both = Check(CheckKind.DIFFERS, "avontie bluudruk", 1.0, 2.8, "avontie bloeddruk")
    both = replace(both, items=(one, other))
    text = Text(_summary("elke avontie bluudruk meten"), (both,))
    (left,) = text.type("avontie", "koffie").checks
    assert (left.text, left.suggestion, left.places) == ("koffie bluudruk", "", (left,))
    risky = text.type("avontie", "50").checks
    assert [(it.kind, it.text) for it in risky] == [
        (CheckKind.NUMBER, "50"),
        (CheckKind.DIFFERS, "bluudruk"),
    ]


def test_another_dose_is_another_check() -> None:
    text = _text("Neem 10 milligram. Bel niet.").type("10", "20")
    assert text.told == [(DOSE, "20 milligram", 1, 2.8), (NEGATION, "niet", 4, 4.8)]


def test_a_risk_that_is_typed_where_none_was_gets_a_check() -> None:
    text = _text("U heeft koorts.").type("heeft", "heeft geen")
    assert text.told == [(NEGATION, "geen koorts", 1.8, 2.8)]


def test_what_makes_a_risk_of_the_word_beside_it_is_checked_together() -> None:
    text = _text("Neem er 10 daarvan.").type("daarvan.", "milligram.")
    assert text.told == [(DOSE, "10 milligram", 2, 3.8)]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("geen", "", "geen"),
        ("geen koorts.", "koorts.", "geen"),
        ("geen koorts.", "een koorts.", "geen"),
        ("heeft geen koorts.", "bent gezond.", "geen"),
        ("geen", "een", "geen"),
        ("geen", "10", "geen"),  # another kind of risk is no "geen"
    ],
)
def test_a_risk_that_is_taken_out_is_checked_where_it_was_said(
    old: str, new: str, told: str
) -> None:
    text = _text("U heeft geen koorts. Neem rust.").type(old, new)
    (taken_out,) = (one for one in text.checks if one.kind is TAKEN_OUT)
    assert taken_out.text.split()[0] == told
    assert taken_out.start == 2
    assert not text.summary.words_of(taken_out)


@pytest.mark.parametrize(
    ("old", "new"),
    [("geen", "niet"), ("geen", "Geen"), ("tien milligram", "10 mg"), ("links", "rechts")],
)
def test_a_risk_in_the_place_of_one_of_its_kind_is_a_check_of_the_text(old: str, new: str) -> None:
    text = _text("U heeft geen koorts. Neem tien milligram daarvan. Dat is links daarvan.")
    after = text.type(old, new)
    assert [one.kind for one in after.checks] == [one.kind for one in text.checks]
    assert [one.start for one in after.checks] == [one.start for one in text.checks]


def test_what_was_taken_out_and_is_back_is_no_longer_told() -> None:
    text = _text("U heeft geen koorts.").type("geen", "")
    back = text.type("heeft", "heeft geen")
    assert [one.kind for one in text.checks] == [TAKEN_OUT]
    assert [(one.kind, one.text) for one in back.checks] == [(NEGATION, "geen koorts")]


def test_what_the_doctor_put_in_and_took_out_again_leaves_nothing() -> None:
    text = _text("U heeft koorts.")
    assert text.type("heeft", "heeft geen").type("geen", "").checks == ()


def test_what_was_taken_out_stays_told_through_other_changes() -> None:
    text = _text("U heeft geen koorts.").type("geen", "").type("U", "Hij").type("heeft", "had")
    assert [(one.kind, one.text) for one in text.checks] == [(TAKEN_OUT, "geen")]


@pytest.mark.parametrize("kind", [CheckKind.MISSING_TOPIC, CheckKind.UNCOVERED])
def test_checks_that_are_not_about_the_text_survive_everything(kind: CheckKind) -> None:
    others = (GAP, LEFT_OUT, Check(kind, "", 1.0, 2.0))
    text = _text("U heeft hoge koorts.", *others).type("U heeft hoge koorts.", "Rust.")
    assert set(text.checks) == set(others)


def test_a_risk_that_no_rule_finds_any_more_is_still_checked() -> None:
    text = _text("U komt volgende week. Neem rust.").type("volgende", "volgende drukke")
    assert text.told == [(CheckKind.DATE, "volgende drukke week", 2, 3.8)]


MISHEARD = Check(CheckKind.MEDICINE, "Lee-Noppil", 3, 3.8, suggestion="lisinopril")


def test_a_suggestion_beside_a_change_stays() -> None:
    text = _text("U begint met Lee-Noppil. Neem rust.", MISHEARD)
    assert text.type("begint", "start").checks == (MISHEARD,)


def test_a_suggestion_whose_words_change_is_another_check() -> None:
    text = _text("U begint met Lee-Noppil. Neem rust.", MISHEARD)
    known = text.type("Lee-Noppil.", "lisinopril.")
    other = text.type("Lee-Noppil.", "Leen.")
    assert known.told == [(CheckKind.MEDICINE, "lisinopril", 3, 3.8)]
    assert other.told == [(CheckKind.MEDICINE, "Leen", 3, 3.8)]
    assert other.checks[0].suggestion == "lisinopril"
    assert text.type("met Lee-Noppil.", "hiermee.").told == [(TAKEN_OUT, "Lee-Noppil", 3, 3.8)]


def test_checks_that_were_put_together_stay_so_until_they_change() -> None:
    """As of a phrase: wider than what the rules find in it."""
    phrase = Check(DOSE, "geen koorts Neem 10 milligram", 2, 6.8)
    summary = _summary("U heeft geen koorts. Neem 10 milligram. Bel.")
    text = Text(summary, (phrase,))

    assert text.type("Bel.", "Bel ons.").checks == (phrase,)
    assert text.type("10", "20").told == [
        (NEGATION, "geen koorts", 2, 3.8),
        (DOSE, "20 milligram", 5, 6.8),
    ]


@pytest.mark.parametrize("typed", [".5", ",5", "-5"])
@pytest.mark.parametrize(
    ("language", "text"), [("nl", "Neem 5 mg per dag."), ("en", "Take 5 mg daily.")]
)
def test_the_sign_in_front_of_a_number_is_another_dose(
    language: Language, text: str, typed: str
) -> None:
    def find(words: Sequence[Word]) -> tuple[Check, ...]:
        return tuple(word_checks(words, load_lexicon(language)))

    plain = _summary(text)
    signed = plain.corrected(1, 2, typed)
    for before, after, dose in ((plain, signed, f"{typed} mg"), (signed, plain, "5 mg")):
        (check,) = (one for one in find(before.as_heard()) if one.kind is DOSE)
        again = rechecked(before, after, (check,), find)
        assert check not in again
        assert any(one.text.startswith(dose) and one.kind is DOSE for one in again)
