"""All who ask for checks go the same way to them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from naklank.core.all_checks import single_checks, text_checks, typed_checks
from naklank.core.checks import CheckKind
from naklank.core.recording import Cause, Gap, Recording, Take
from naklank.core.suggestions import Suggestion
from naklank.core.transcript import Doubt, Segment, Transcript, Word
from naklank.language.lexicon import load_lexicon

LEXICON = load_lexicon("nl")
TODAY = date(2026, 3, 2)
TEXT = "Neem 1 tablet Lee-Noppil in de ochtend. Kom over zes weken terug. U hoest."
WORDS = tuple(Word(at * 0.4, (at + 0.9) * 0.4, text, 0.99) for at, text in enumerate(TEXT.split()))
DOUBT = Doubt(WORDS[-1].start, WORDS[-1].end, "hoest", "hoest niet")
TRANSCRIPT = Transcript("nl", 7.0, (Segment(WORDS),), doubts=(DOUBT,))
GAP = Gap(6.9, 0.0, Cause.OVERFLOW)
RECORDING = Recording((Take(1, 16_000, 7 * 16_000, "microphone", 0, (GAP,)),))


@dataclass(frozen=True)
class _OneName:
    hotwords: tuple[str, ...] = ()

    def prepare(self) -> None: ...

    def suggestions(self, transcript: Transcript) -> tuple[Suggestion, ...]:
        word = transcript.words[3]
        return (Suggestion("Lee-Noppil", "lisinopril", word.start, word.end),)


@dataclass(frozen=True)
class _NoName(_OneName):
    def suggestions(self, transcript: Transcript) -> tuple[Suggestion, ...]:  # noqa: ARG002
        return ()


def test_what_was_typed_is_heard_by_phrase_with_what_was_meant() -> None:
    found = typed_checks(TRANSCRIPT, RECORDING, TODAY, LEXICON, _OneName())

    assert [(check.kind, check.text, check.suggestion) for check in found] == [
        (
            CheckKind.DOSE,
            "1 tablet Lee-Noppil in de ochtend",
            "1 tablet lisinopril in de ochtend",
        ),
        (CheckKind.DATE, "over zes weken", "maandag 13 april"),
        (CheckKind.DIFFERS, "hoest", "hoest niet"),
        (CheckKind.GAP, "", ""),
    ]


def test_place_by_place_they_are_the_same_without_the_day_and_the_recording() -> None:
    phrases = typed_checks(TRANSCRIPT, Recording(()), TODAY, LEXICON, _OneName())
    places = [place for phrase in phrases for place in phrase.places]
    single = single_checks(TRANSCRIPT, LEXICON, _OneName())

    assert [(one.kind, one.text, one.start) for one in single] == [
        (one.kind, one.text, one.start) for one in places
    ]
    assert [one.suggestion for one in single] == ["", "lisinopril", "", "", "hoest niet"]


def test_a_text_alone_knows_of_no_doubt_and_no_name() -> None:
    found = text_checks(WORDS, LEXICON, TODAY)

    assert [(check.text, check.suggestion) for check in found] == [
        ("1 tablet Lee-Noppil in de ochtend", ""),
        ("over zes weken", "maandag 13 april"),
    ]


def test_doubts_side_by_side_are_one_where_phrases_are() -> None:
    words = tuple(
        Word(at * 0.4, (at + 0.9) * 0.4, text, 0.99)
        for at, text in enumerate(["Meet", "de", "bluudruk", "avontie"])
    )
    transcript = Transcript("nl", 3.0, (Segment(words),))
    found = typed_checks(transcript, Recording(()), TODAY, LEXICON, _NoName())
    assert [(check.kind, check.text) for check in found] == [
        (CheckKind.DIFFERS, "bluudruk avontie")
    ]
