"""The text that the doctor approves: words bound to their sound, under topics that can be moved."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import Final

from naklank.core.alignment import bare, normalised, origins
from naklank.core.checks import Check, CheckKind
from naklank.core.ports.language import Lexicon
from naklank.core.recording import TopicMark
from naklank.core.sentence_ends import ends_sentence, sentences
from naklank.core.topics import Topic, TopicBlock, spoken_parts
from naklank.core.transcript import Stretch, Transcript, Word

REACTION: Final = 0.4
"""Seconds by which a topic's first word may start before its key was pressed."""

_LEFT_OUT: Final = (CheckKind.UNSUPPORTED, CheckKind.TAKEN_OUT)
"""Checks of words that do not stand in the text."""


@dataclass(frozen=True, slots=True)
class SummaryWord:
    """One word, and the sound it came from.

    A word that the doctor put in has none: it was not heard, and a second beside it would look as
    if it were.
    """

    text: str
    sound: Stretch | None = None
    ends_line: bool = False

    @property
    def key(self) -> tuple[str, Stretch | None]:
        """What tells it from other words: itself, whatever its punctuation, and its sound."""
        return normalised(self.text), self.sound

    @property
    def ends_sentence(self) -> bool:
        return self.ends_line or ends_sentence(self.text)


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


@dataclass(frozen=True)
class Summary:
    """All words in order, and where topics begin. Borders are in order, one at a place at most.

    It keeps what it worked out, for every check asks it again each time one is confirmed.
    """

    words: tuple[SummaryWord, ...] = ()
    borders: tuple[Border, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is no word in it; there may be borders all the same."""
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

    def passage_of(self, at: int) -> Passage:
        """The words under the topic of one that stands in the text."""
        return next(one for one in self.passages if one.first <= at < one.end)

    def is_all(self, first: int, end: int) -> bool:
        """Whether the words from one place to before another are all that there are."""
        return end - first == len(self.words)

    @cached_property
    def sounds(self) -> tuple[Stretch, ...]:
        """Where to hear each word, in order; a word without sound lies between its neighbours."""
        return tuple(_placed([word.sound for word in self.words]))

    def corrected(self, first: int, end: int, text: str) -> "Summary":
        """Other words for those from `first` to before `end`.

        What lives on among them keeps its own sound, what stands in the place of others has theirs,
        what is put in between has none. No text takes the words out. Borders inside stand before
        the new words.
        """
        new = _rebound(self.words[first:end], text.split())
        longer = len(new) - (end - first)
        words = (*self.words[:first], *new, *self.words[end:])
        places: dict[int, Topic] = {}
        for border in self.borders:
            at = border.at + longer if border.at >= max(end, 1) else min(border.at, first)
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
        return tuple(map(self._block, self.passages))

    def _block(self, passage: Passage) -> TopicBlock:
        block = list(sentences(self.words[passage.first : passage.end]))
        return TopicBlock(
            passage.topic,
            tuple(" ".join(word.text for word in sentence) for sentence in block),
            tuple(map(_whole, block)),
        )

    def words_of(self, check: Check) -> range:
        """The places of the words that a check is about; empty where no text stands.

        What was left out of the text is about none of the words that stand in its place.
        """
        if check not in self._places:
            self._places[check] = self._find(check)
        return self._places[check]

    @cached_property
    def _places(self) -> dict[Check, range]:
        return {}

    def _find(self, check: Check) -> range:
        if check.kind in _LEFT_OUT or not check.has_sound:
            return range(0)
        sounds = self.sounds
        inside = [at for at, sound in enumerate(sounds) if check.start <= sound.middle <= check.end]
        first = [at for at in inside if sounds[at].start == check.start] or inside[:1]
        last = [at for at in inside if sounds[at].end == check.end] or inside[-1:]
        runs = [range(one, other + 1) for one in first for other in last if one <= other]
        exact = (run for run in runs if self._text(run) == check.text)
        sure = [
            at
            for at in inside
            if self.words[at].sound or check.start < sounds[at].start <= sounds[at].end < check.end
        ] or inside  # a word put in at the border belongs to nobody
        return next(exact, range(sure[0], sure[-1] + 1) if sure else range(0))

    def has_words_of(self, check: Check) -> bool:
        """Whether the words of a check stand in the text as they were typed."""
        return self._text(self.words_of(check)).casefold() == bare(check.text).casefold()

    def as_heard(self) -> tuple[Word, ...]:
        """The words as if each had been heard where it lies, to look for risks in them."""
        return tuple(
            Word(sound.start, sound.end, word.text, 1.0)
            for word, sound in zip(self.words, self.sounds, strict=True)
        )

    def _text(self, words: range) -> str:
        """As a check has it: without the punctuation around it."""
        return bare(" ".join(self.words[at].text for at in words))

    def word_at(self, second: float) -> int | None:
        """The place of the word that sounds, or sounded last, at this second."""
        heard = [
            at for at, word in enumerate(self.words) if word.sound and word.sound.start <= second
        ]
        return heard[-1] if heard else None


def first_summary(transcript: Transcript, marks: Sequence[TopicMark], lexicon: Lexicon) -> Summary:
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
    marked = _marked(words, marks)
    places = {at: topic for at, topic in marked.items() if topic not in spoken} | places
    borders = _borders({at: topic for at, topic in places.items() if at < len(words)})
    # A topic that was left and taken up again without a word between goes on.
    goes_on = {one for before, one in pairwise(borders) if before.topic is one.topic not in spoken}
    return Summary(tuple(words), tuple(one for one in borders if one not in goes_on))


def _marked(words: Sequence[SummaryWord], marks: Sequence[TopicMark]) -> dict[int, Topic]:
    """Where topics begin by their keys; of several before a word the last: the others got none."""
    places: dict[int, Topic] = {}
    for mark in marks:
        at = _first_word_after(words, mark.second - REACTION)
        if at is not None:
            places[at] = mark.topic
    return places


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


def _rebound(old: Sequence[SummaryWord], texts: Sequence[str]) -> tuple[SummaryWord, ...]:
    """What was typed over words, bound to the sound of these."""
    stands_for = origins([word.text for word in old], texts)
    new = [
        SummaryWord(text, _whole(old[places.start : places.stop]), _ends_line(at, stands_for, old))
        for at, (text, places) in enumerate(zip(texts, stands_for, strict=True))
    ]
    if new and old and old[-1].ends_line:
        new[-1] = replace(new[-1], ends_line=True)
    return tuple(new)


def _whole(words: Sequence[SummaryWord]) -> Stretch | None:
    sounds = [word.sound for word in words if word.sound is not None]
    return Stretch(sounds[0].start, sounds[-1].end) if sounds else None


def _ends_line(at: int, stands_for: Sequence[range], old: Sequence[SummaryWord]) -> bool:
    """Whether a line ended here: behind the last of the words that stand for the same ones."""
    places = stands_for[at]
    is_last = places not in stands_for[at + 1 : at + 2]
    return bool(places) and is_last and old[places[-1]].ends_line


def _placed(sounds: Sequence[Stretch | None]) -> Iterator[Stretch]:
    """Each sound; for none what lies between the sounds before and behind it.

    At the begin and the end a point beside the only neighbour: how much silence or heading lies
    beyond it says nothing of the word.
    """
    behind: list[float | None] = []
    following = None
    for sound in reversed(sounds):
        behind.append(following)
        following = sound.start if sound is not None else following
    before = None
    for sound, after in zip(sounds, reversed(behind), strict=True):
        if sound is not None:
            before = sound.end
            yield sound
        else:
            known = [second for second in (before, after) if second is not None] or [0.0]
            yield Stretch(min(known), max(known))


def _borders(places: Mapping[int, Topic]) -> tuple[Border, ...]:
    return tuple(Border(at, places[at]) for at in sorted(places))


def _first_word_after(words: Sequence[SummaryWord], second: float) -> int | None:
    return next(
        (at for at, word in enumerate(words) if word.sound and word.sound.start >= second), None
    )
