"""What the engine may expect, and what it may have misheard."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest

from naklank.core.suggestions import Suggestion
from naklank.core.transcript import LANGUAGES, Language, Segment, Transcript, Word
from naklank.foundation.paths import resource
from naklank.language.dictionary import load_dictionary
from naklank.language.lexicon import load_lexicon, read_names
from naklank.language.vocabulary import load_vocabulary

HERE = Path(__file__).parent
TYPED_WELL = (HERE / "typed_well_nl.txt").read_text(encoding="utf-8")
MISHEARD = [
    tuple(line.split("\t")[1:])
    for line in (HERE / "misheard_nl.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def typed(text: str, language: Language = "nl") -> Transcript:
    """Words of half a second each."""
    words = tuple(Word(at / 2, at / 2 + 0.5, word, 0.9) for at, word in enumerate(text.split()))
    return Transcript(language, len(words) / 2, (Segment(words),) if words else ())


def suggested(text: str, own: tuple[str, ...] = (), language: Language = "nl") -> dict[str, str]:
    found = load_vocabulary(language, own).suggestions(typed(text, language))
    return {suggestion.typed: suggestion.meant for suggestion in found}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Lee-Noppil", {"Lee-Noppil": "lisinopril"}),
        ("U neemt de paarse mol, zo nodig.", {"paarse mol": "paracetamol"}),
        ("Elke dag listen up roll.", {"listen up roll": "lisinopril"}),
        ("Met oprol en metropolol.", {"Met oprol": "metoprolol", "metropolol": "metoprolol"}),
        ("Een hart invarpt is het niet.", {"hart invarpt": "hartinfarct"}),
        ("Para ceta mol", {"Para ceta mol": "paracetamol"}),
    ],
)
def test_misheard_names_are_suggested(text: str, found: dict[str, str]) -> None:
    assert suggested(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "lisinopril",
        "LISINOPRIL, Paracetamol.",
        "codeine, clonidine en beta-blokker",  # without its trema
        "co-trimoxazol",
        "Cardio-aspirine",
        "de metoprololtabletten en mometasonzalf",
        "antihistaminica's",
        "bloeddrukmeting, bloeddrukmetingen, knieprothesen",
        "te pakken, de pagina",
        "u heeft een van de drie",
        "10mg 3x 112 …",
        "Dit is een tablet van tien milligram.",
        "",
        "\ud800 \x00",
    ],
)
def test_words_and_listed_names_are_left_alone(text: str) -> None:
    assert suggested(text) == {}


@pytest.mark.parametrize("between", [". ", ", ", "? ", " 10 ", " geen ", " morgen "])
def test_no_name_reaches_over_punctuation_numbers_and_negations(between: str) -> None:
    assert suggested(f"paarse{between}mol") == {}


def test_a_suggestion_has_the_words_and_the_seconds_of_its_place() -> None:
    found = load_vocabulary("nl").suggestions(typed("U neemt „paarse mol”, en Lee-Noppil."))
    assert found == (
        Suggestion("paarse mol", "paracetamol", 1.0, 2.0),
        Suggestion("Lee-Noppil", "lisinopril", 2.5, 3.0),
    )


def test_two_names_that_fit_alike_are_no_suggestion() -> None:
    assert suggested("dulkafarm", own=("Dulcafirm", "Dulcaform")) == {}
    assert suggested("dulkafarm", own=("Dulcaform",)) == {"dulkafarm": "Dulcaform"}


def test_words_by_a_dose_need_to_be_less_like_a_name() -> None:
    assert suggested("We listen up roll.", language="en") == {}
    assert suggested("Listen up roll of ten milligrams.", language="en") != {}


def test_own_words_are_suggested_as_they_are_written() -> None:
    own = ("Waterland", "dokter Van Essen", "MS")
    assert suggested("Bel water land.", own) == {"water land": "Waterland"}
    assert suggested("bij dokter van esse", own) == {"dokter van esse": "dokter Van Essen"}
    assert suggested("waterland, dokter van Essen, ms", own) == {}


def test_hotwords_are_at_most_thirty_of_the_own_words_in_their_order() -> None:
    own = ("Waterland", " ", "spirometrie ", "Waterland", *(f"naam{at}" for at in range(40)))
    hotwords = load_vocabulary("nl", own).hotwords
    assert len(hotwords) == 30
    assert hotwords[:3] == ("Waterland", "spirometrie", "naam0")
    assert load_vocabulary("nl").hotwords == ()


def test_english_is_known_too() -> None:
    text = "A medicine called listen up roll. You take one tablet of ten milligrams."
    assert suggested(text, language="en") == {"listen up roll": "lisinopril"}
    assert suggested("Take your tablets with a glass of water.", language="en") == {}


def test_most_of_what_was_misheard_is_suggested() -> None:
    assert len(MISHEARD) >= 60
    found = [
        meant in suggested(f"U gebruikt nu {text} elke dag.").values() for text, meant in MISHEARD
    ]
    assert sum(found) / len(found) >= 0.85


def test_a_text_that_is_typed_well_has_no_suggestion() -> None:
    assert len(TYPED_WELL.split()) >= 400
    assert suggested(TYPED_WELL) == {}


def test_dictations_as_they_were_written_have_nearly_none(speech: Path) -> None:
    folder = speech / "dictations" / "text"
    texts = [file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.txt"))]
    found = [suggestion for text in texts for suggestion in suggested(text)]
    assert len(found) <= sum(len(text.split()) for text in texts) / 500


def test_an_engine_in_a_loop_has_each_of_its_places_suggested() -> None:
    found = load_vocabulary("nl").suggestions(typed("paarse mol. " * 2000))
    assert len(found) == 2000


def test_five_minutes_of_speech_take_a_moment() -> None:
    text = " ".join([TYPED_WELL, *(misheard for misheard, _ in MISHEARD)] * 2)
    five_minutes = " ".join(text.split()[:750])
    suggested(five_minutes)
    vocabulary = load_vocabulary("nl")
    transcript = typed(five_minutes)
    before = process_time()
    vocabulary.suggestions(transcript)
    assert process_time() - before < 0.3


@pytest.mark.parametrize(("language", "least"), [("nl", 250), ("en", 80)])
def test_terms_are_sorted_and_differ(language: Language, least: int) -> None:
    terms = read_names(resource(f"words/terms_{language}.txt"))
    assert len(terms) >= least
    assert list(terms) == sorted({term.lower(): term for term in terms}.values(), key=str.lower)
    assert not set(terms) & set(load_lexicon(language).medicines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_usual_names_are_medicines(language: Language) -> None:
    usual = read_names(resource(f"words/usual_{language}.txt"))
    assert list(usual) == sorted(set(usual))
    assert set(usual) <= set(load_lexicon(language).medicines)


@pytest.mark.parametrize(
    "word", ["bloeddrukmeting", "Utrecht", "utrecht", "EEN", "foto's", "zee", "drieënvijftig"]
)
def test_words_of_the_dictionary(word: str) -> None:
    assert load_dictionary("nl").is_word(word)


@pytest.mark.parametrize("word", ["Noppil", "klaasiede", "bloedruk", "\udc00"])
def test_no_words_of_the_dictionary(word: str) -> None:
    assert not load_dictionary("nl").is_word(word)
