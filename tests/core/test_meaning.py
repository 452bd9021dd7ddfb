"""What is asked about, and what is not."""

from __future__ import annotations

import pytest

from naklank.core.meaning import changes_meaning
from naklank.language.lexicon import load_lexicon

ASKED = [
    ("20", "40"),
    ("20 mg", "20 microgram"),
    ("linker", "rechter"),
    ("een", "geen"),
    ("u moet", "u moet niet"),
    ("niet", ""),
    ("maandag", "dinsdag"),
    ("3 mei", "3 juni"),
    ("morgen", "vandaag"),
    ("eenmaal", "tweemaal"),
    ("meer", "minder"),
    ("zestien", "60"),
    ("collie-is", "geen colitis"),
    ("2 tabletten 's ochtends en 1 's avonds", "1 tabletten 's ochtends en 2 's avonds"),
    ("niet links maar rechts", "links maar niet rechts"),
    ("per dag", "per week"),
    ("bouwt u op", "bouwt u af"),
    ("op", "af"),
    ("'s ochtends", "'s avonds"),
    ("8 uur", "8 dagen"),
    ("om de dag", "elke dag"),
    ("ten minste 2", "ten hoogste 2"),
    ("500 mg", "500 microgram"),
    ("500mg", "50 mg"),
    ("2x", "3 keer"),
    ("2,5 mg", "25 mg"),
    ("1.000 mg", "1,000 mg"),
    ("10.30 uur", "10.15 uur"),
    ("2 daags", "tweemaal daags"),
    ("links", "rechterkant"),
    ("38 °C", "38 procent"),
    ("1234567", "1234568"),
    ("2-3", "2,3"),
    ("-2", "2"),
    ("5 mg", ".5 mg"),
    (",5 mg", "5 mg"),
    ("5mg", ".5mg"),
    ("500 mg", ".500 mg"),
    ("500 mg", "0.500 mg"),
    ("(5 mg)", "(,5 mg)"),
    ("2 weken", "2 dagen"),
    ("halve", "driekwart"),
    ("driekwart", "hele"),
    ("een halfje", "een hele"),
]
QUIET = [
    ("tien", "10"),
    ("10", "tien"),
    ("Niet", "niet,"),
    ("lee-noppil", "lisinopril"),
    ("lisinopril", "losartan"),
    ("de huis arts", "de huisarts"),
    ("U heeft", "Jij hebt"),
    ("op maandag", "maandag"),
    ("500 milligram", "500 mg"),
    ("500mg", "vijfhonderd milligram"),
    ("twee keer per dag", "2x per dag"),
    ("2x", "tweemaal"),
    ("tweemaal daags", "2 keer per dag"),
    ("2 dd", "2x per dag"),
    ("1.000 mg", "1000 mg"),
    ("anderhalve tablet", "1,5 tabletten"),
    ("1½ tablet", "1,5 tablet"),
    (".5 mg", "0,5 mg"),
    ("0,5mg", ",5 mg"),
    ("10 procent", "10%"),
    ("08:30 uur", "8.30 uur"),
    ("10u30", "10.30"),
    ("géén", "geen"),
    ("linker knie", "links knie"),
    ("1 tabletten", "1 tablet"),
]


@pytest.mark.parametrize(("before", "after"), ASKED)
def test_a_number_a_dose_a_side_a_date_and_a_negation(before: str, after: str) -> None:
    assert changes_meaning(before.split(), after.split(), load_lexicon("nl"))


@pytest.mark.parametrize(("before", "after"), QUIET)
def test_the_same_in_other_words_or_a_name(before: str, after: str) -> None:
    assert not changes_meaning(before.split(), after.split(), load_lexicon("nl"))


@pytest.mark.parametrize(
    ("before", "after", "asked"),
    [
        ("left", "right", True),
        ("do", "do not", True),
        ("ten", "10", False),
        ("a", "the", False),
        ("500 milligrams", "500mg", False),
        ("twice a day", "2x a day", False),
        ("twice a day", "3x a day", True),
        ("1,000 mg", "1000 mg", False),
        ("1,000 mg", "1.000 mg", True),
        ("5 mg", ".5 mg", True),
        (",5 mg", "5 mg", True),
        ("-5", "5", True),
        (".5 mg", "0.5 mg", False),
        ("500 mg", ",500 mg", True),
    ],
)
def test_in_english(before: str, after: str, *, asked: bool) -> None:
    assert changes_meaning(before.split(), after.split(), load_lexicon("en")) is asked
