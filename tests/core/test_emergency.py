"""Whether the text names the number to call in danger, or 112 of something else."""

from __future__ import annotations

import pytest

from naklank.core.sheet import Block
from naklank.core.sheet_making import Contacts
from naklank.core.topics import Topic, TopicBlock
from naklank.core.transcript import Language
from naklank.handover.sheet_texts import read_sheet_texts
from support.documents import approved_of

VALUES: dict[Language, tuple[str, ...]] = {
    "nl": (
        "De bloeddruk was 112 over 70.",
        "Bel ons als de bloeddruk 112 over 70 is.",
        "Bel als het weer 112/70 is.",
        "Bel als het weer 112 / 70 is.",
        "Bel als het weer 170 / 112 is.",
        "Bel als u meer dan 112 kilo weegt.",
        "Bel bij 112 kg of meer.",
        "Bel bij 112kg of meer.",
        "Bel ons als de polsslag 112 is.",
        "Bel als uw pols boven de 112 komt.",
        "Bel ons als het hoger is dan 112.",
        "Bel bij 112 slagen per minuut.",
        "Bel bij 112 mmol.",
        "Bel bij 112 mm kwik.",
        "Bel bij een kalium van 112 mmol/l.",
        "Neem 112 microgram.",
        "Neem 112 mcg.",
        "Neem 112µg.",
        "Bel 030 112 45 67.",
        "Bel 0900-112.",
        "Bel 112-345.",
        "Bel daarvoor niet 112.",
        "U hoeft daarvoor geen 112 te bellen.",
    ),
    "en": (
        "Your blood pressure was 112 over 70.",
        "Call us if the blood pressure is 112 over 70.",
        "Call if it is 112/70 again.",
        "Call if you weigh more than 112 kilos.",
        "Call if your pulse is 112.",
        "Call us if it is above 112.",
        "Call at 112 beats a minute.",
        "Call at 112 mmol.",
        "Take 112 micrograms.",
        "Call 030 112 45 67.",
        "Do not call 112 for this.",
    ),
}
"""None of them is to be called, not even where they stand under "When do you call us?"."""

CALLS: dict[Language, tuple[str, ...]] = {
    "nl": (
        "Krijgt u een dikke tong? Bel direct 112.",
        "Bel dan meteen 112 als u niet meer goed kunt praten.",
        "Bij pijn op de borst belt u 112.",
        "U kunt altijd 112 bellen.",
        "Wordt u benauwd, bel dan 112, ook 's nachts.",
        "Uw man heeft 112 gebeld.",
        "Bel: 112",
    ),
    "en": (
        "Is your tongue swelling? Call 112 at once.",
        "If you get short of breath, ring 112.",
        "Your son was right in calling 112.",
        "Phone or dial 112.",
    ),
}


def sheet_blocks(language: Language, topic: Topic, said: str) -> tuple[Block, ...]:
    blocks = (TopicBlock(topic, (said,)),)
    return approved_of(language, blocks=blocks, contacts=Contacts()).blocks


def strong_lines(language: Language, topic: Topic, said: str) -> list[str]:
    """What the sheet tells to call, in the order of the page."""
    return [
        sentence
        for block in sheet_blocks(language, topic, said)
        for sentence, strong in zip(block.sentences, block.strong, strict=True)
        if strong
    ]


@pytest.mark.parametrize("topic", [Topic.WHAT_IS_GOING_ON, Topic.WHEN_TO_CALL])
@pytest.mark.parametrize(
    ("language", "said"), [(k, one) for k, all_ in VALUES.items() for one in all_]
)
def test_beside_112_of_something_else_the_number_to_call_is_printed(
    language: Language, said: str, topic: Topic
) -> None:
    assert strong_lines(language, topic, said) == [read_sheet_texts(language).emergency]


@pytest.mark.parametrize("topic", [Topic.WHAT_IS_GOING_ON, Topic.WHEN_TO_CALL])
@pytest.mark.parametrize(
    ("language", "said"), [(k, one) for k, all_ in CALLS.items() for one in all_]
)
def test_who_says_to_call_112_says_it_once(language: Language, said: str, topic: Topic) -> None:
    assert strong_lines(language, topic, said) == [said]


@pytest.mark.parametrize("said", ["Bij pijn op de borst: 112.", "Bent u in gevaar? 112!"])
def test_where_it_says_when_to_call_no_word_for_calling_is_needed(said: str) -> None:
    assert strong_lines("nl", Topic.WHEN_TO_CALL, said) == [said]


@pytest.mark.parametrize(
    "said", ["Uw score was 112.", "Uw pols ging naar 112, bel ons bij klachten.", "Kamer 112."]
)
def test_elsewhere_one_beside_it_is(said: str) -> None:
    emergency = read_sheet_texts("nl").emergency
    assert strong_lines("nl", Topic.WHAT_IS_GOING_ON, said) == [emergency]


def test_of_the_lines_of_the_practice_only_one_with_the_number_itself_is_strong() -> None:
    blocks = (TopicBlock(None, ("Dag mevrouw.",)),)
    contacts = Contacts("030 112 45 67", "112", "", "")
    (call,) = (
        one for one in approved_of("nl", blocks=blocks, contacts=contacts).blocks if one.calls
    )
    assert call.strong == (True, False, True)
