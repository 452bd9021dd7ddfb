"""The text that the doctor approves: words bound to their sound, under topics that can be moved."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from naklank.core.checks import Check, CheckKind
from naklank.core.ports import Lexicon
from naklank.core.recording import TopicMark
from naklank.core.topics import SENTENCE_ENDS, Topic, TopicBlock, spoken_parts
from naklank.core.transcript import Stretch, Transcript

REACTION: Final = 0.4
"""Seconds by which a topic's first word may start before its key was pressed."""


@dataclass(frozen=True, slots=True)
class SummaryWord:
    """One word, and the sound it came from; a typed word without sound has none."""

    text: str
    sound: Stretch | None = None
    ends_line: bool = False


@dataclass(frozen=True, slots=True)
class Border:
    """From the word at this place on, the text belongs to the topic."""

    at: int
    topic: Topic


@dataclass(frozen=True, slots=True)
class Passage:
    """The words from `first` to before `end` under one topic; None before the first border."""

    topic: Topic | None
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Summary:
    """All words in order, and where topics begin. Borders are in order, one at a place at most."""

    words: tuple[SummaryWord, ...] = ()
    borders: tuple[Border, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not self.words

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The text from topic to topic, without empty stretches."""
        starts = [(0, None), *((border.at, border.topic) for border in self.borders)]
        ends = [*(at for at, _ in starts[1:]), len(self.words)]
        return tuple(
            Passage(topic, at, end)
            for (at, topic), end in zip(starts, ends, strict=True)
            if at < end
        )

    def corrected(self, first: int, end: int, text: str) -> "Summary":
        """Other words for those from `first` to before `end`; they keep the sound of these.

        No text takes the words out. Borders inside stand before the new words.
        """
        old = self.words[first:end]
        sounds = [word.sound for word in old if word.sound is not None]
        sound = Stretch(sounds[0].start, sounds[-1].end) if sounds else None
        new = [SummaryWord(word, sound) for word in text.split()]
        if new and old and old[-1].ends_line:
            new[-1] = replace(new[-1], ends_line=True)
        longer = len(new) - (end - first)
        words = (*self.words[:first], *new, *self.words[end:])
        places: dict[int, Topic] = {}
        for border in self.borders:
            at = border.at + longer if border.at >= end else min(border.at, first)
            if at < len(words):
                places[at] = border.topic
        return Summary(words, _borders(places))

    def with_topic_at(self, at: int, topic: Topic) -> "Summary":
        """The topic begins at this word, and no longer where it began; where it begins, it ends."""
        places = {border.at: border.topic for border in self.borders}
        begins_here = places.get(at) is topic
        places = {place: other for place, other in places.items() if other is not topic}
        places.pop(at, None)
        if not begins_here:
            places[at] = topic
        return replace(self, borders=_borders(places))

    def blocks(self) -> tuple[TopicBlock, ...]:
        """The text as the sheet shows it: sentences under topics."""
        return tuple(
            TopicBlock(passage.topic, tuple(_sentences(self.words[passage.first : passage.end])))
            for passage in self.passages
        )

    def words_of(self, check: Check) -> range:
        """The places of the words that a check is about; empty where no text stands.

        What was left out of the text is about none of the words that stand in its place.
        """
        if check.kind is CheckKind.UNSUPPORTED:
            return range(0)
        found = [
            at
            for at, word in enumerate(self.words)
            if word.sound and check.start <= (word.sound.start + word.sound.end) / 2 <= check.end
        ]
        return range(found[0], found[-1] + 1) if found else range(0)

    def checks_in(self, first: int, end: int, checks: Sequence[Check]) -> frozenset[int]:
        """The places of the checks that are about a word from `first` to before `end`."""
        words = range(first, end)
        return frozenset(
            at for at, check in enumerate(checks) if set(self.words_of(check)) & set(words)
        )

    def word_at(self, second: float) -> int | None:
        """The place of the word that sounds, or sounded last, at this second."""
        heard = [
            at for at, word in enumerate(self.words) if word.sound and word.sound.start <= second
        ]
        return heard[-1] if heard else None


def draft_summary(transcript: Transcript, marks: Sequence[TopicMark], lexicon: Lexicon) -> Summary:
    """The typed words under the topics that were spoken, else under those that were marked.

    A topic's spoken heading counts more than its key: the key is often pressed late or never.
    """
    words: list[SummaryWord] = []
    places: dict[int, Topic] = {}
    for topic, sentence in spoken_parts(transcript, lexicon):
        if topic is not None:
            places[len(words)] = topic
        words += (SummaryWord(word.text, Stretch(word.start, word.end)) for word in sentence)
    spoken = set(places.values())
    for mark in marks:
        at = _first_word_after(words, mark.second - REACTION)
        if mark.topic not in spoken and at is not None:
            places.setdefault(at, mark.topic)
    places = {at: topic for at, topic in places.items() if at < len(words)}
    return Summary(tuple(words), _borders(places))


def written_summary(texts: Mapping[Topic, str]) -> Summary:
    """What the doctor typed under each topic; each line stays a line of its own."""
    words: list[SummaryWord] = []
    places: dict[int, Topic] = {}
    for topic in Topic:
        lines = [line.split() for line in texts.get(topic, "").splitlines()]
        if any(lines):
            places[len(words)] = topic
        for line in filter(None, lines):
            words += (SummaryWord(word) for word in line[:-1])
            words.append(SummaryWord(line[-1], ends_line=True))
    return Summary(tuple(words), _borders(places))


def _borders(places: Mapping[int, Topic]) -> tuple[Border, ...]:
    return tuple(Border(at, places[at]) for at in sorted(places))


def _first_word_after(words: Sequence[SummaryWord], second: float) -> int | None:
    return next(
        (at for at, word in enumerate(words) if word.sound and word.sound.start >= second), None
    )


def _sentences(words: Sequence[SummaryWord]) -> Iterator[str]:
    sentence: list[str] = []
    for word in words:
        sentence.append(word.text)
        if word.ends_line or word.text.endswith(SENTENCE_ENDS):
            yield " ".join(sentence)
            sentence = []
    if sentence:
        yield " ".join(sentence)
