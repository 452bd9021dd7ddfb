"""The five topics, and where a spoken heading opens one.

Spoken headings help lay listeners remember (8.1 against 5.7 of 28 items, Medical University of
Graz), so the doctor says them aloud and the sheet prints them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum
from typing import Final

from naklank.core.ports import Lexicon
from naklank.core.transcript import Segment, Transcript, Word

HEADING_LIKENESS: Final = 0.8
"""How much of a heading must be typed right; a mishearing seldom leaves less."""

_SENTENCE_ENDS: Final = (".", "?", "!", ":")


class Topic(Enum):
    """The five spoken headings, in the order in which they are offered."""

    WHAT_IS_GOING_ON = "what_is_going_on"
    WHAT_WE_DO = "what_we_do"
    WHAT_YOU_DO = "what_you_do"
    WHEN_TO_CALL = "when_to_call"
    NEXT_APPOINTMENT = "next_appointment"


@dataclass(frozen=True, slots=True)
class TopicBlock:
    """What was said under one heading; `topic` is None for what came before the first."""

    topic: Topic | None
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Heading:
    topic: Topic
    words: int
    """How many words of the text the printed heading takes the place of."""


def topic_blocks(transcript: Transcript, lexicon: Lexicon) -> tuple[TopicBlock, ...]:
    """The text under the headings that were spoken, or one block without a heading.

    Every typed word stands in exactly one block, except a heading said as a sentence of its own,
    whose place the printed heading takes.
    """
    blocks: list[tuple[Topic | None, list[str]]] = [(None, [])]
    parts = (
        part
        for sentence in sentences(transcript.segments)
        for part in _cut_before_heading(sentence, lexicon)
    )
    for sentence in parts:
        heading = _spoken_heading(sentence, lexicon)
        if heading is not None:
            blocks.append((heading.topic, []))
            sentence = sentence[heading.words :]  # noqa: PLW2901 - the rest of the sentence
        if sentence:
            blocks[-1][1].append(" ".join(word.text for word in sentence))
    return tuple(TopicBlock(topic, tuple(text)) for topic, text in blocks if topic or text)


def sentences(segments: Sequence[Segment]) -> Iterator[Sequence[Word]]:
    """The words of all segments, cut behind each closing mark."""
    sentence: list[Word] = []
    for segment in segments:
        for word in segment.words:
            sentence.append(word)
            if word.text.endswith(_SENTENCE_ENDS):
                yield sentence
                sentence = []
    if sentence:
        yield sentence


def _cut_before_heading(sentence: Sequence[Word], lexicon: Lexicon) -> tuple[Sequence[Word], ...]:
    """The sentence in two where its end is a heading, as in "Uw uitslag, wat gaan we doen".

    An engine often hears only a comma before a heading.
    """
    for at, word in enumerate(sentence[:-1], start=1):
        if word.text.endswith(","):
            heading = _spoken_heading(sentence[at:], lexicon)
            if heading is not None and heading.words:
                return sentence[:at], sentence[at:]
    return (sentence,)


def _spoken_heading(sentence: Sequence[Word], lexicon: Lexicon) -> _Heading | None:
    """The heading with which a sentence opens, best match first."""
    texts = [lexicon.normalise(word.text) for word in sentence]
    best, best_likeness = None, HEADING_LIKENESS
    for topic in Topic:
        for phrase in lexicon.headings[topic.value]:
            opening = texts[: len(phrase)]
            likeness = _likeness(opening, phrase)
            if likeness >= best_likeness and (best is None or likeness > best_likeness):
                whole = len(texts) <= len(phrase) and not _means_more(sentence, phrase, lexicon)
                best, best_likeness = _Heading(topic, len(texts) if whole else 0), likeness
    return best


def _likeness(spoken: Sequence[str], phrase: Sequence[str]) -> float:
    """0 to 1, letter by letter, so that one misheard word does not hide a heading."""
    return SequenceMatcher(None, " ".join(spoken), " ".join(phrase), autojunk=False).ratio()


def _means_more(sentence: Sequence[Word], phrase: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a word that is not the heading's own is one that must not be lost ("niet", "3")."""
    return any(
        lexicon.tags(word.text) for word in sentence if lexicon.normalise(word.text) not in phrase
    )
