"""Another language than is spoken."""

from __future__ import annotations

import pytest

from naklank.core.transcript import Language
from naklank.speech.guards.flips import drop_flipped
from support.guarded import said, texts


@pytest.mark.parametrize(
    "text",
    [
        "You will take one tablet in the morning.",
        "Do you want to take it now, please?",
        "I will call you tomorrow morning at nine.",
        "Take the tablets with a glass of water.",
        "And if it does not get better, call us.",
        "Nehmen Sie morgens eine Tablette ein.",
        "Wir machen nächste Woche eine Blutuntersuchung.",
        "Vous prenez un comprimé par jour avec de l'eau.",
    ],
)
def test_a_foreign_sentence_in_dutch(text: str) -> None:
    segment = said(text, 2.0)
    assert drop_flipped([segment], "nl").segments == ()


# Among them what Whisper base made of Dutch at its worst.
@pytest.mark.parametrize(
    "text",
    [
        "Lisinopril, metoprolol, amlodipine, simvastatine, paracetamol.",
        "Check-up, CT-scan, MRI, follow-up en echo.",
        "De follow-up is over drie weken in het ziekenhuis.",
        "Jürgen urug terus rukker was gemiddeld 9,4 uur B-A-1-C is 58 milimolpermol",
        "Unicterozuiker was gemiddeld 9,4 uaba1z58 milimolpermol",
        "Volgende afspraak is over zes weelpakken.",
        "Take it easy!",  # too short to tell
        "U was in Den Haag bij dokter Van den Berg.",
        "Dat pas bij CEOPD, stadie UM2.",
    ],
)
def test_dutch_is_no_flip(text: str) -> None:
    assert drop_flipped([said(text, 2.0)], "nl").dropped == ()


@pytest.mark.parametrize(
    ("text", "language", "flips"),
    [
        ("Neem elke ochtend een tablet met water.", "en", True),
        ("Wij bellen u morgen over de uitslag.", "en", True),
        ("Take one tablet every morning with water.", "en", False),
        ("Take metformin, lisinopril and a statin at night.", "en", False),
    ],
)
def test_the_reverse(text: str, language: Language, flips: bool) -> None:  # noqa: FBT001
    assert bool(drop_flipped([said(text, 0.0)], language).dropped) is flips


def test_only_what_is_flipped_is_taken_out() -> None:
    dutch = said("Neem elke ochtend een tablet.", 0.0)
    english = said("You will take one tablet in the morning.", 5.0)
    kept, dropped = drop_flipped([dutch, english, dutch], "nl")
    assert texts(kept) == [dutch.text, dutch.text]
    assert [(one.text, one.reason) for one in dropped] == [(english.text, "language")]
