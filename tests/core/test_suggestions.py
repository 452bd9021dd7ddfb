"""What may have been meant, set into the checks."""

from __future__ import annotations

import pytest

from naklank.core.checks import Check, CheckKind
from naklank.core.suggestions import Suggestion, with_suggestions

MEANT = Suggestion("met oprol", "metoprolol", 2.0, 3.0)


def test_without_suggestions_the_checks_stay() -> None:
    checks = (Check(CheckKind.DOSE, "tien milligram", 1.0, 2.0),)
    assert with_suggestions(checks, ()) == checks


def test_a_suggestion_alone_is_a_check_in_its_place() -> None:
    before = Check(CheckKind.SIDE, "links", 0.0, 0.5)
    behind = Check(CheckKind.DOSE, "tien milligram", 3.0, 4.0)
    assert with_suggestions((before, behind), (MEANT,)) == (
        before,
        Check(CheckKind.SUGGESTION, "met oprol", 2.0, 3.0, "metoprolol"),
        behind,
    )


@pytest.mark.parametrize("kind", [CheckKind.MEDICINE, CheckKind.DOSE])
def test_a_check_of_its_words_takes_it_over_and_spans_them_all(kind: CheckKind) -> None:
    checks = (Check(kind, "oprol", 2.5, 3.0),)
    assert with_suggestions(checks, (MEANT,)) == (Check(kind, "met oprol", 2.0, 3.0, "metoprolol"),)


def test_two_checks_of_its_words_become_one_and_a_medicine_counts_most() -> None:
    checks = (
        Check(CheckKind.NUMBER, "met", 2.0, 2.5),
        Check(CheckKind.MEDICINE, "oprol", 2.5, 3.0),
    )
    assert with_suggestions(checks, (MEANT,)) == (
        Check(CheckKind.MEDICINE, "met oprol", 2.0, 3.0, "metoprolol"),
    )


def test_a_check_with_more_words_keeps_them_all() -> None:
    """Else "geen met oprol" would become "metoprolol"."""
    negation = Check(CheckKind.NEGATION, "geen met oprol", 1.5, 3.0)
    assert with_suggestions((negation,), (MEANT,)) == (
        negation,
        Check(CheckKind.SUGGESTION, "met oprol", 2.0, 3.0, "metoprolol"),
    )


@pytest.mark.parametrize("kind", [CheckKind.GAP, CheckKind.UNCOVERED, CheckKind.UNSUPPORTED])
def test_what_is_no_check_of_words_stays_beside_it(kind: CheckKind) -> None:
    other = Check(kind, "", 2.2, 2.6)
    assert set(with_suggestions((other,), (MEANT,))) == {
        other,
        Check(CheckKind.SUGGESTION, "met oprol", 2.0, 3.0, "metoprolol"),
    }


def test_two_suggestions_are_two_checks_in_order() -> None:
    later = Suggestion("Lee-Noppil", "lisinopril", 5.0, 5.5)
    assert [check.suggestion for check in with_suggestions((), (later, MEANT))] == [
        "metoprolol",
        "lisinopril",
    ]
