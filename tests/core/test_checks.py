"""The places that must be heard, in sentences as a doctor says and Whisper types them."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest

from naklank.core.checks import Check, CheckKind, find_checks
from naklank.core.transcript import Dropped, Language, Segment, Stretch, Transcript, Word
from naklank.language.lexicon import load_lexicon

DUTCH: list[tuple[str, list[tuple[str, str]]]] = [
    # dose
    ("Neem duizend milligram.", [("dose", "duizend milligram")]),
    ("Dat is 1000 mg.", [("dose", "1000 mg")]),
    ("Dat is 10mg.", [("dose", "10mg")]),
    ("Dat is 1.000 mg per dag.", [("dose", "1.000 mg per dag")]),
    ("Het is tachtig milie gram.", [("dose", "tachtig milie gram")]),
    ("Dat is 58% van de verwachte waarde.", [("dose", "58%")]),
    ("Nul komma één procent zalf.", [("dose", "Nul komma één procent")]),
    ("Nul komma een procent zalf.", [("dose", "Nul komma een procent")]),
    ("Zij weegt zestien komma vijf kilo.", [("dose", "zestien komma vijf kilo")]),
    ("Neem een halve tablet.", [("dose", "halve tablet")]),
    ("Neem anderhalve tablet.", [("dose", "anderhalve tablet")]),
    ("Neem twee en een halve tablet.", [("dose", "twee en een halve tablet")]),
    ("Neem twee tot drie tabletten.", [("dose", "twee tot drie tabletten")]),
    ("Neem een of twee zakjes.", [("dose", "een of twee zakjes")]),
    ("Neem een tablet per dag.", [("dose", "een tablet per dag")]),
    ("Koorts boven de 38,5 graden.", [("dose", "38,5 graden")]),
    ("Uw HbA1c is 58 mmol/mol.", [("dose", "58 mmol/mol")]),
    ("Het is achtenvijftig millimol per mol.", [("dose", "achtenvijftig millimol per mol")]),
    ("Ongeveer 4000 mg per 24 uur.", [("dose", "4000 mg per 24 uur")]),
    ("Neem macmillen milligram.", [("dose", "milligram")]),  # the number was not heard
    ("Ze heeft tabletten in huis.", []),
    ("Neem 40 miligramm.", [("dose", "40 miligramm")]),
    ("Het was 17 milimeter groot.", [("dose", "17 milimeter")]),
    ("Neem 18 microgramm.", [("dose", "18 microgramm")]),
    ("Neem 1000 miligramm per dag.", [("dose", "1000 miligramm per dag")]),
    ("Neem 10 milie gram.", [("dose", "10 milie gram")]),
    ("Neem 500 milli gram.", [("dose", "500 milli gram")]),
    ("Neem 80 milieger stopt u.", [("dose", "80 milieger"), ("negation", "stopt u")]),
    ("Dat is 58 milimolpermol.", [("dose", "58 milimolpermol")]),
    ("Er zwemmen 12 eenden.", [("number", "12")]),
    ("Neem ½ tablet.", [("dose", "½ tablet")]),
    ("Neem 1½ tablet.", [("dose", "1½ tablet")]),
    ("Neem 1 ½ tablet.", [("dose", "1 ½ tablet")]),
    ("Neem ½-1 tablet.", [("dose", "½-1 tablet")]),
    ("Wandel ½ uur.", [("number", "½ uur")]),
    # frequency
    ("Doe dat vier keer per dag.", [("frequency", "vier keer per dag")]),
    ("Smeer tweemaal daags.", [("frequency", "tweemaal daags")]),
    ("Smeer het 3x per week.", [("frequency", "3x per week")]),
    ("Smeer 2 maal daags.", [("frequency", "2 maal daags")]),
    ("Neem 3 à 4 keer per dag water.", [("frequency", "3 à 4 keer per dag")]),
    ("U plast een keer per nacht.", [("frequency", "een keer per nacht")]),
    ("U wandelt dagelijks.", [("frequency", "dagelijks")]),
    ("Doe dat eens per week.", [("frequency", "eens per week")]),
    ("Wij bellen u nog wel eens.", []),
    ("Meet elke ochtend.", [("frequency", "elke ochtend")]),
    ("Dat moet om de acht uur.", [("frequency", "om de acht uur")]),
    ("Dat moet iedere 6 uur.", [("frequency", "iedere 6 uur")]),
    ("Kom elke maandag.", [("frequency", "elke maandag")]),
    ("Neem in keer per dag water.", [("frequency", "keer per dag")]),  # "één" was not heard
    ("De volgende keer praten we verder.", []),
    # dose beside frequency
    ("Gebruik 2x daags 500mg.", [("frequency", "2x daags"), ("dose", "500mg")]),
    (
        "Neem vier keer per dag duizend milligram.",
        [("frequency", "vier keer per dag"), ("dose", "duizend milligram")],
    ),
    (
        "Neem 500mg tweemaal daags.",
        [("dose", "500mg"), ("frequency", "tweemaal daags")],
    ),
    ("Dat is 10 mg. Twee keer per dag.", [("dose", "10 mg"), ("frequency", "Twee keer per dag")]),
    # date and weekday
    ("U komt op 18 maart.", [("date", "18 maart")]),
    ("U komt op dinsdag achttien maart.", [("date", "dinsdag achttien maart")]),
    ("U komt vrijdag, 21 november 2026.", [("date", "vrijdag, 21 november 2026")]),
    ("U komt op dinsdag de achttiende.", [("date", "dinsdag de achttiende")]),
    ("U komt op 12-05-2026.", [("date", "12-05-2026")]),
    ("Haal in oktober de griepprik.", [("date", "oktober")]),
    ("Over zes weken ziet u ons.", [("date", "Over zes weken")]),
    ("U hoort het over een week.", [("date", "over een week")]),
    ("Bel binnen 24 uur.", [("date", "binnen 24 uur")]),
    ("Kom morgen langs.", [("date", "morgen")]),
    ("Kom overmorgen.", [("date", "overmorgen")]),
    ("Kom volgende week dinsdag.", [("date", "volgende week dinsdag")]),
    ("Kom op maandag.", [("weekday", "maandag")]),
    ("Kom vrijdagochtend.", [("weekday", "vrijdagochtend")]),
    ("U mag weer sporten.", []),
    # clock times
    ("U komt om half elf.", [("time", "half elf")]),
    ("U komt om halfelf.", [("time", "halfelf")]),
    ("U komt om half één.", [("time", "half één")]),
    ("U komt om kwart over tien.", [("time", "kwart over tien")]),
    ("U komt om kwart na twee.", [("time", "kwart na twee")]),
    ("U komt om tien voor half vier.", [("time", "tien voor half vier")]),
    ("U komt om twintig voor drie.", [("time", "twintig voor drie")]),
    ("U komt om vijf over negen.", [("time", "vijf over negen")]),
    ("U komt om 10.30 uur.", [("time", "10.30 uur")]),
    ("U komt om 14u15.", [("time", "14u15")]),
    ("U komt om elf uur.", [("time", "elf uur")]),
    ("Uw afspraak is dan 10.30.", [("time", "10.30")]),
    ("Het wordt twintig voor drie.", [("time", "twintig voor drie")]),
    ("Het wordt vijf over drie uur.", [("time", "vijf over drie uur")]),
    ("U komt om een uur.", [("time", "een uur")]),
    ("U komt om tien.", [("time", "tien")]),
    ("Kom om 9 uur 's ochtends.", [("time", "9 uur 's ochtends")]),
    ("We zijn open van 8 tot 17 uur.", [("time", "8 tot 17 uur")]),
    ("Kom dinsdag 9 uur.", [("weekday", "dinsdag"), ("time", "9 uur")]),
    ("Smeer 's avonds.", [("time", "'s avonds")]),
    ("Kom om 2 tabletten te halen.", [("dose", "2 tabletten")]),
    ("Bel om een afspraak te maken.", []),
    (
        "Kom op dinsdag 18 maart om half elf.",
        [("date", "dinsdag 18 maart"), ("time", "half elf")],
    ),
    ("Neem om half elf 2 tabletten.", [("time", "half elf"), ("dose", "2 tabletten")]),
    ("Neem om 8 uur 20 mg.", [("time", "8 uur"), ("dose", "20 mg")]),
    # telephone
    ("Bel 112.", [("phone", "112")]),
    ("Bel één één twee als het erger wordt.", [("phone", "één één twee")]),
    ("Bel een een twee.", [("phone", "een een twee")]),
    ("Bel ons op 030-1234567.", [("phone", "030-1234567")]),
    ("Bel ons op 03 011 34 56.", [("phone", "03 011 34 56")]),
    ("Bel ons op 088001. Twee drie vier vijf.", [("phone", "088001. Twee drie vier vijf")]),
    (
        "Bel nul drie nul, één twee drie, vier vijf, zes zeven.",
        [("phone", "nul drie nul, één twee drie, vier vijf, zes zeven")],
    ),
    ("Bel 112. Drie dagen later.", [("phone", "112"), ("number", "Drie dagen")]),
    ("Het was 112 mg.", [("dose", "112 mg")]),
    ("Bel 0-1-1-3-4-5-6.", [("phone", "0-1-1-3-4-5-6")]),
    ("Bel op 0-3. 0-1-1-3-4-5-6 als u hoest.", [("phone", "0-3. 0-1-1-3-4-5-6")]),
    ("Bel 7-3-3.", [("phone", "7-3-3")]),
    ("Bel 0,3,0,1,2,3.", [("phone", "0,3,0,1,2,3")]),
    ("Bel 12-34-56-78.", [("phone", "12-34-56-78")]),
    ("Neem er 1-0-1 tabletten van.", [("dose", "1-0-1 tabletten")]),
    ("Uw suiker is 2,5.", [("number", "2,5")]),
    ("Doe er 10-20.", [("number", "10-20")]),
    ("Uw score is 0-3.", [("number", "0-3")]),
    ("U komt 18-03-2026.", [("date", "18-03-2026")]),
    ("U komt 1-2-26.", [("date", "1-2-26")]),
    # other numbers
    ("Uw bloeddruk was 152 over 88.", [("number", "152 over 88")]),
    ("Uw bloeddruk was 152/88, dat is goed.", [("number", "152/88")]),
    ("De hartslag is honderdtien per minuut.", [("number", "honderdtien per minuut")]),
    ("De suiker was negen komma vier.", [("number", "negen komma vier")]),
    ("Gedurende veertien dagen.", [("number", "veertien dagen")]),
    ("Meet een week lang.", [("number", "een week")]),
    ("Wandel een half uur.", [("number", "half uur")]),
    ("De eerste twee weken.", [("number", "eerste twee weken")]),
    ("We zijn er van acht tot vijf.", [("number", "acht tot vijf")]),
    ("U heeft een ontsteking aan een teen.", []),
    ("Een van de artsen belt u.", []),
    # negation
    ("U mag niet roken.", [("negation", "niet roken")]),
    ("U mag géén aspirine.", [("negation", "géén aspirine")]),
    ("Dat is zeker nièt.", [("negation", "nièt")]),
    ("Neem méér water.", [("amount", "méér")]),
    ("Twintig vóór drie.", [("time", "Twintig vóór drie")]),
    ("Rook niet, en drink water.", [("negation", "niet")]),
    ("Er zijn geen uitzaaiingen gevonden.", [("negation", "geen uitzaaiingen")]),
    ("U hoeft geen antibiotica.", [("negation", "hoeft geen antibiotica")]),
    ("U hoeft nog geen insuline te spuiten.", [("negation", "hoeft nog geen insuline")]),
    ("Stop niet zelf.", [("negation", "Stop niet zelf")]),
    ("Neem nooit dubbel.", [("negation", "nooit dubbel")]),
    ("Dat helpt niet. Neem rust.", [("negation", "niet")]),
    ("Niet morgen.", [("negation", "Niet"), ("date", "morgen")]),
    # medicines, sides, amounts
    ("U neemt paracetamol.", [("medicine", "paracetamol")]),
    ("Gebruik Apixaban, en wel trouw.", [("medicine", "Apixaban")]),
    ("Gebruik metropolol.", [("medicine", "metropolol")]),
    ("De linkerknie is dik.", [("side", "linkerknie")]),
    ("Links of rechts.", [("side", "Links"), ("side", "rechts")]),
    ("Drink meer en eet minder.", [("amount", "meer"), ("amount", "minder")]),
    ("We verhogen het.", [("amount", "verhogen")]),
    # nothing at all
    ("Wat gaan we doen?", []),
    ("Ik heb uw keel en uw oren onderzocht.", []),
]

ENGLISH: list[tuple[str, list[tuple[str, str]]]] = [
    ("Take 500 mg.", [("dose", "500 mg")]),
    ("Take 1,000 milligrams.", [("dose", "1,000 milligrams")]),
    ("Take half a tablet.", [("dose", "half a tablet")]),
    ("Take two and a half tablets.", [("dose", "two and a half tablets")]),
    ("Take a tablet.", [("dose", "a tablet")]),
    ("Take one or two puffs.", [("dose", "one or two puffs")]),
    ("It is at 95%.", [("dose", "95%")]),
    ("Above 38.5 degrees.", [("dose", "38.5 degrees")]),
    ("Take 500mg twice daily.", [("dose", "500mg"), ("frequency", "twice daily")]),
    ("Do it four times a day.", [("frequency", "four times a day")]),
    ("Do it once a week.", [("frequency", "once a week")]),
    ("Do it every 6 hours.", [("frequency", "every 6 hours")]),
    ("Do it every other day.", [("frequency", "every other day")]),
    ("Walk for half an hour every day.", [("number", "half an hour"), ("frequency", "every day")]),
    (
        "Come on Tuesday, March 18, at half past ten.",
        [("date", "Tuesday, March 18"), ("time", "half past ten")],
    ),
    (
        "Come on Tuesday the 18th of March at 10.30.",
        [("date", "Tuesday the 18th of March"), ("time", "10.30")],
    ),
    ("See you in six weeks.", [("date", "in six weeks")]),
    ("See you in a week.", [("date", "in a week")]),
    ("See you next Monday.", [("date", "next Monday")]),
    ("See you tomorrow morning at nine.", [("date", "tomorrow morning"), ("time", "nine")]),
    ("In May we check.", [("date", "May")]),
    ("You may march on.", []),
    ("Come on Friday.", [("weekday", "Friday")]),
    ("Come at 3 o'clock.", [("time", "3 o'clock")]),
    ("Come at 3pm.", [("time", "3pm")]),
    ("Say 3 o'clock.", [("time", "3 o'clock")]),
    ("Twenty past three on Friday.", [("time", "Twenty past three"), ("weekday", "Friday")]),
    ("Come at quarter to nine.", [("time", "quarter to nine")]),
    ("Come at ten to four.", [("time", "ten to four")]),
    ("We meet at one.", [("time", "one")]),
    ("Call us at one of the desks.", []),
    ("One of you can bring a friend.", []),
    ("A nurse will see you.", []),
    ("Call nine nine nine.", [("phone", "nine nine nine")]),
    (
        "Call oh two oh, one two three four, five six seven.",
        [("phone", "oh two oh, one two three four, five six seven")],
    ),
    ("Call us on 020 7946 0018.", [("phone", "020 7946 0018")]),
    ("Call 112 right away.", [("phone", "112")]),
    ("It was 152 over 88.", [("number", "152 over 88")]),
    ("Your sugar is nine point four.", [("number", "nine point four")]),
    ("You do not need antibiotics.", [("negation", "not need"), ("medicine", "antibiotics")]),
    ("Don't take ibuprofen.", [("negation", "Don't take"), ("medicine", "ibuprofen")]),
    ("Never stop metoprolol.", [("negation", "Never stop metoprolol")]),
    ("There is no tumour.", [("negation", "no tumour")]),
    ("It is your right knee.", [("side", "right")]),
    ("Drink more and eat less.", [("amount", "more"), ("amount", "less")]),
    ("What are we going to do?", []),
]


def typed(language: Language, text: str) -> Transcript:
    """The text as a transcript: one word each half second, for 0.4 s."""
    words = tuple(
        Word(place / 2, place / 2 + 0.4, word, 0.9) for place, word in enumerate(text.split())
    )
    return Transcript(language, 60.0, (Segment(words),))


def kinds_and_texts(language: Language, text: str) -> list[tuple[str, str]]:
    found = find_checks(typed(language, text), load_lexicon(language))
    return [(check.kind.value, check.text) for check in found]


@pytest.mark.parametrize(("text", "expected"), DUTCH, ids=[text for text, _ in DUTCH])
def test_dutch_sentences(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds_and_texts("nl", text) == expected


@pytest.mark.parametrize(("text", "expected"), ENGLISH, ids=[text for text, _ in ENGLISH])
def test_english_sentences(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds_and_texts("en", text) == expected


def test_a_check_lasts_from_its_first_word_to_its_last() -> None:
    transcript = typed("nl", "Bel op dinsdag 18 maart, om half elf.")
    assert find_checks(transcript, load_lexicon("nl")) == (
        Check(CheckKind.DATE, "dinsdag 18 maart", 1.0, 2.4),
        Check(CheckKind.TIME, "half elf", 3.0, 3.9),
    )


def test_a_phrase_may_run_over_two_segments() -> None:
    words = typed("nl", "Neem twee keer per dag duizend milligram.").words
    transcript = Transcript("nl", 60.0, (Segment(words[:2]), Segment(words[2:])))
    found = find_checks(transcript, load_lexicon("nl"))
    assert [(check.kind.value, check.text) for check in found] == [
        ("frequency", "twee keer per dag"),
        ("dose", "duizend milligram"),
    ]


def test_speech_without_text_and_dropped_text_are_checks_in_their_place() -> None:
    heard = typed("nl", "Neem geen ibuprofen. Bel 112.")
    transcript = Transcript(
        "nl",
        60.0,
        heard.segments,
        uncovered=(Stretch(1.5, 1.9), Stretch(30.0, 33.5)),
        dropped=(Dropped("TV GELDERLAND 2020.", 10.0, 12.0, "no_speech"),),
    )
    assert find_checks(transcript, load_lexicon("nl")) == (
        Check(CheckKind.NEGATION, "geen ibuprofen", 0.5, 1.4),
        Check(CheckKind.UNCOVERED, "", 1.5, 1.9),
        Check(CheckKind.PHONE, "112", 2.0, 2.4),
        Check(CheckKind.UNSUPPORTED, "TV GELDERLAND 2020.", 10.0, 12.0, reason="no_speech"),
        Check(CheckKind.UNCOVERED, "", 30.0, 33.5),
    )


def test_a_transcript_without_words_has_no_checks() -> None:
    assert find_checks(Transcript("nl", 60.0), load_lexicon("nl")) == ()


@pytest.mark.parametrize(
    "text",
    [
        " ".join(text for text, _ in DUTCH),
        "om half elf " * 40,
        "3 " * 200,
        "12 " * 200,
        "twintig over drie " * 70,
    ],
)
def test_no_word_belongs_to_two_checks(text: str) -> None:
    found = find_checks(typed("nl", text), load_lexicon("nl"))
    assert found
    for check, following in pairwise(found):
        assert check.end < following.start


def test_no_number_is_lost_in_a_loop_of_numbers() -> None:
    found = find_checks(typed("nl", "honderd " * 200), load_lexicon("nl"))
    assert sum(len(check.text.split()) for check in found) == 200


def test_the_time_for_an_engine_in_a_loop_grows_with_its_words_alone() -> None:
    transcript = typed("nl", "twintig over honderd " * 1500)
    started = time.process_time()
    find_checks(transcript, load_lexicon("nl"))
    assert time.process_time() - started < 2  # 0.1 s; quadratic it is 10 s
