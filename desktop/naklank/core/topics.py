"""The five topics, and where a spoken heading opens one.

Spoken headings help lay listeners remember (8.1 against 5.7 of 28 items, Medical University of
Graz), so the doctor says them aloud and the sheet prints them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from enum import Enum
from typing import Final

from naklank.core.ports.language import Lexicon
from naklank.core.sentence_ends import pauses, sentences
from naklank.core.transcript import Stretch, Transcript, Word

WORD_LIKENESS: Final = 0.75
"""How much of each word of a heading must be typed right: one of four letters may be wrong, so a
misheard "hant" is a "hand", and a "u" is not a "we"."""
SENTENCE_LIKENESS: Final = 0.9
"""How much of a whole sentence must be typed right for the printed heading to take its place."""
SHORT_HEADING: Final = 14
"""Letters up to which a heading must stand alone: "Wat heeft u nodig?" is no "Wat heeft u?"."""


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
    sounds: tuple[Stretch | None, ...] = field(default=(), compare=False)
    """Where each sentence is heard, None for one that was only typed; or nothing at all."""


@dataclass(frozen=True, slots=True)
class _Heading:
    topic: Topic
    words: int
    """How many words of the text the printed heading takes the place of."""
    apart: bool
    """Whether it is clearly said, and a pause or nothing stands behind it."""


def topic_blocks(transcript: Transcript, lexicon: Lexicon) -> tuple[TopicBlock, ...]:
    """The text under the headings that were spoken, or one block without a heading.

    Every typed word stands in exactly one block, except a heading said as a sentence of its own,
    whose place the printed heading takes.
    """
    blocks: list[tuple[Topic | None, list[str]]] = [(None, [])]
    for topic, sentence in spoken_parts(transcript, lexicon):
        if topic is not None:
            blocks.append((topic, []))
        if sentence:
            blocks[-1][1].append(" ".join(word.text for word in sentence))
    return tuple(TopicBlock(topic, tuple(text)) for topic, text in blocks if topic or text)


def spoken_parts(
    transcript: Transcript, lexicon: Lexicon
) -> Iterator[tuple[Topic | None, Sequence[Word]]]:
    """Sentence by sentence, with the topic whose spoken heading opens it.

    Without the words of a heading said as a sentence of its own, and with numbers in digits.
    """
    for sentence in sentences(transcript.words):
        for part in _cut_before_headings(sentence, lexicon):
            heading = _spoken_heading(part, lexicon)
            if heading is None:
                yield None, lexicon.written(part)
            else:
                yield heading.topic, lexicon.written(part[heading.words :])


def _cut_before_headings(sentence: Sequence[Word], lexicon: Lexicon) -> Iterator[Sequence[Word]]:
    """The sentence in parts where it goes on as a heading: "Uw uitslag, wat gaan we doen".

    An engine often hears only a comma before a heading, and a comma behind it.
    """
    begun = 0
    for at, word in enumerate(sentence[:-1], start=1):
        if word.text.endswith(","):
            heading = _spoken_heading(sentence[at:], lexicon)
            if heading is not None and heading.apart:
                yield sentence[begun:at]
                begun = at
    yield sentence[begun:]


def _spoken_heading(sentence: Sequence[Word], lexicon: Lexicon) -> _Heading | None:
    """The heading with which a sentence opens, best match first."""
    texts = [lexicon.normalise(word.text) for word in sentence]
    best, best_match = None, (0.0, 0)
    for topic in Topic:
        for phrase in lexicon.headings[topic.value]:
            said = _said(texts, phrase)
            alone = said == len(sentence)
            pause = alone or pauses(sentence[said - 1].text)
            if not said or (not pause and len(" ".join(phrase)) <= SHORT_HEADING):
                continue
            match = _likeness(" ".join(texts[:said]), " ".join(phrase)), said
            if match > best_match:
                clear = match[0] >= SENTENCE_LIKENESS and said == len(phrase)
                whole = clear and alone and not _means_more(sentence, phrase, lexicon)
                best = _Heading(topic, said if whole else 0, apart=clear and pause)
                best_match = match
    return best


def _said(texts: Sequence[str], phrase: Sequence[str]) -> int:
    """How many words of the text the phrase takes: word for word, with one between them at most.

    0 when the phrase is not said.
    """
    at, spare = 0, 1
    for place, word in enumerate(phrase):
        if place and spare and at < len(texts) and not _alike(texts[at], word):
            at, spare = at + 1, 0  # "wat hebben we er afgesproken"
        if at >= len(texts) or not _alike(texts[at], word):
            return 0
        at += 1
    return at


def _alike(heard: str, word: str) -> bool:
    return heard == word or (
        _shared(heard, word) >= WORD_LIKENESS and _likeness(heard, word) >= WORD_LIKENESS
    )


def _shared(heard: str, word: str) -> float:
    """What `_likeness` cannot be above, in a tenth of its time: the letters both have."""
    shared = sum(min(heard.count(letter), word.count(letter)) for letter in set(word))
    return 2 * shared / (len(heard) + len(word))


def _likeness(heard: str, phrase: str) -> float:
    """0 to 1, letter by letter."""
    return SequenceMatcher(None, heard, phrase, autojunk=False).ratio()


def _means_more(sentence: Sequence[Word], phrase: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a word that is not the heading's own is one that must not be lost ("niet", "3")."""
    return any(
        lexicon.tags(word.text) for word in sentence if lexicon.normalise(word.text) not in phrase
    )
