"""Dates and times that are offered, and weekdays that do not fit their date."""

from __future__ import annotations

from datetime import date

import pytest

from naklank.core.checks import Check, CheckKind
from naklank.core.offers import with_offers
from naklank.core.rule_checks import word_checks
from naklank.core.transcript import Language, Word
from naklank.language.lexicon import load_lexicon

SATURDAY = date(2026, 11, 28)


def checks(text: str, today: date = SATURDAY, language: Language = "nl") -> tuple[Check, ...]:
    words = [Word(at * 0.4, at * 0.4 + 0.3, word, 0.9) for at, word in enumerate(text.split())]
    lexicon = load_lexicon(language)
    return with_offers(word_checks(words, lexicon), words, today, lexicon)


def offered(text: str, today: date = SATURDAY, language: Language = "nl") -> list[str]:
    return [check.suggestion for check in checks(text, today, language) if check.suggestion]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Kom vandaag.", "zaterdag 28 november"),
        ("Kom morgen langs.", "zondag 29 november"),
        ("Kom overmorgen.", "maandag 30 november"),
        ("Kom morgenochtend.", "zondagochtend 29 november"),
        ("Kom morgen middag.", "zondagmiddag 29 november"),
        ("U bent gisteren geopereerd.", "vrijdag 27 november"),
        ("U komt over een week.", "zaterdag 5 december"),
        ("U komt over veertien dagen.", "zaterdag 12 december"),
        ("U komt over zes weken terug.", "zaterdag 9 januari 2027"),
        ("U komt over 6 weken terug.", "zaterdag 9 januari 2027"),
        ("U komt over drie maanden terug.", "zondag 28 februari 2027"),
        ("U komt over een half jaar terug.", "vrijdag 28 mei 2027"),
        ("U komt over anderhalf jaar terug.", "zondag 28 mei 2028"),
        ("U komt over een jaar terug.", "zondag 28 november 2027"),
        ("U komt over driekwart jaar terug.", "zaterdag 28 augustus 2027"),
        ("U komt volgende week dinsdag.", "dinsdag 1 december"),
        ("U komt volgende week zondag.", "zondag 6 december"),
        ("U komt komende dinsdag.", "dinsdag 1 december"),
        ("U komt aanstaande zaterdag.", "zaterdag 5 december"),
        ("U komt deze week zondag.", "zondag 29 november"),
    ],
)
def test_a_day_from_today_is_offered_as_a_date(text: str, meant: str) -> None:
    assert offered(text) == [meant]


@pytest.mark.parametrize(
    "text",
    [
        "Kom dinsdag.",
        "Kom dit weekend.",
        "Kom volgende week.",
        "Kom volgende dinsdag.",
        "U komt deze week dinsdag.",  # it is Saturday
        "Bel binnen 24 uur.",
        "Bel binnen een week.",
        "Kom over een uur terug.",
        "Kom over een week of drie.",
        "Kom over twee tot drie weken.",
        "Kom over een halve maand.",
        "Kom vandaag over een week.",
        "Kom dinsdag over een week.",
        "Verdeeld over twee weken.",
        "Verdeel de tabletten over twee weken.",
        "Bouw de prednison over zes weken af.",
        "Kom over zes weken, op zaterdag 9 januari.",
        "Kom op zaterdag 9 januari.",
        "Smeer elke morgen.",
        "Smeer 's morgens.",
    ],
)
def test_what_is_not_sure_is_not_offered(text: str) -> None:
    assert offered(text) == []


@pytest.mark.parametrize(
    ("today", "text", "meant"),
    [
        (date(2026, 12, 31), "Kom morgen.", "vrijdag 1 januari 2027"),
        (date(2028, 2, 28), "Kom morgen.", "dinsdag 29 februari"),
        (date(2027, 2, 28), "Kom morgen.", "maandag 1 maart"),
        (date(2027, 8, 31), "Kom over een half jaar.", "dinsdag 29 februari 2028"),
        (date(2026, 8, 31), "Kom over een half jaar.", "zondag 28 februari 2027"),
        (date(2028, 2, 29), "Kom over een jaar.", "woensdag 28 februari 2029"),
        (date(2026, 10, 31), "Kom over een maand.", "maandag 30 november"),
        (date(2026, 12, 1), "Kom komende dinsdag.", "dinsdag 8 december"),
        (date(2026, 11, 29), "Kom volgende week maandag.", "maandag 30 november"),
        (date(2026, 11, 30), "Kom volgende week maandag.", "maandag 7 december"),
    ],
)
def test_months_years_and_weeks_end_where_they_do(today: date, text: str, meant: str) -> None:
    assert offered(text, today) == [meant]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Kom om half elf.", "10.30 uur"),
        ("Kom om halfelf.", "10.30 uur"),
        ("Kom om half één.", "12.30 uur"),
        ("Kom om kwart over tien.", "10.15 uur"),
        ("Kom om kwart na twee.", "2.15 uur"),
        ("Kom om kwart voor één.", "12.45 uur"),
        ("Kom om tien voor half vier.", "3.20 uur"),
        ("Kom om vijf over half negen.", "8.35 uur"),
        ("Kom om twintig voor drie.", "2.40 uur"),
        ("Kom om half vier 's middags.", "15.30 uur"),
        ("Kom om half acht 's avonds.", "19.30 uur"),
        ("Kom om half negen 's ochtends.", "8.30 uur"),
    ],
)
def test_a_time_in_words_is_offered_in_digits(text: str, meant: str) -> None:
    assert offered(text) == [meant]


@pytest.mark.parametrize(
    "text",
    ["Kom om elf uur.", "Kom om 10.30 uur.", "Neem een half tablet.", "Wandel een half uur."],
)
def test_no_other_time_is_offered(text: str) -> None:
    assert offered(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Spread the tablets in two weeks.",
        "Taper it in six weeks.",
        "We are tapering the prednisone off in six weeks.",
        "The dose is divided over the day in one week.",
        "Build it up in two weeks.",
        "You will be weaned off it in a month.",
    ],
)
def test_what_lasts_so_long_in_english_is_no_date_either(text: str) -> None:
    assert offered(text, language="en") == []


@pytest.mark.parametrize(
    ("language", "text", "meant"),
    [
        ("nl", "Bouw de prednison af, en kom over zes weken terug.", "zaterdag 9 januari 2027"),
        ("en", "Taper the tablets, and come back in six weeks.", "Saturday 9 January 2027"),
        ("en", "If you build up a fever, come back in six weeks.", "Saturday 9 January 2027"),
    ],
)
def test_what_lasts_is_said_in_one_clause(language: Language, text: str, meant: str) -> None:
    assert offered(text, language=language) == [meant]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Increase the dose in two weeks.", "Saturday 12 December"),
        ("Come tomorrow morning.", "Sunday morning 29 November"),
        ("Come back in six weeks.", "Saturday 9 January 2027"),
        ("Come back in half a year.", "Friday 28 May 2027"),
        ("Come next week Tuesday.", "Tuesday 1 December"),
        ("Come at half past ten.", "10.30"),
        ("Come at quarter to nine.", "8.45"),
        ("Come at ten to four.", "3.50"),
    ],
)
def test_the_same_in_english(text: str, meant: str) -> None:
    assert offered(text, language="en") == [meant]


@pytest.mark.parametrize("text", ["Come next Tuesday.", "Come within two days.", "Come at ten."])
def test_what_is_not_sure_in_english_is_not_offered(text: str) -> None:
    assert offered(text, language="en") == []


@pytest.mark.parametrize(
    ("text", "weekday"),
    [
        ("Kom op dinsdag 3 december.", "donderdag"),
        ("Kom op dinsdag drie december.", "donderdag"),
        ("Kom vrijdag, 21 november 2025.", ""),
        ("Kom vrijdag, 21 november 2026.", "zaterdag"),
        ("Kom op donderdag 3 december.", ""),
        ("Kom op donderdagochtend 3 december.", ""),
        ("Kom op maandag 1 maart.", ""),  # of 2027, the next one
        ("Kom op dinsdag 29 februari.", ""),  # of 2028
        ("Kom op woensdag 29 februari.", "dinsdag"),
        ("Op dinsdag 3 november bent u geopereerd.", ""),  # just past, and a Tuesday
        ("Op maandag 3 november bent u geopereerd.", "woensdag"),  # of 2027
        ("Kom op zaterdag 28 november.", ""),  # today
        ("Kom op dinsdag.", ""),
        ("Kom op 3 december.", ""),
    ],
)
def test_a_weekday_that_does_not_fit_is_told(text: str, weekday: str) -> None:
    found = checks(text)
    assert [check.weekday for check in found if check.weekday] == ([weekday] if weekday else [])
    assert (CheckKind.WRONG_WEEKDAY in {check.kind for check in found}) is bool(weekday)


def test_a_wrong_weekday_is_changed_by_nobody() -> None:
    (check,) = checks("Kom op dinsdag 3 december.")
    assert check.text == "dinsdag 3 december"
    assert check.suggestion == ""


def test_what_is_offered_already_stays() -> None:
    lexicon = load_lexicon("nl")
    words = [Word(0.0, 0.5, "morgen", 0.9)]
    mine = Check(CheckKind.DATE, "morgen", 0.0, 0.5, suggestion="Morgan")
    assert with_offers((mine,), words, SATURDAY, lexicon) == (mine,)
