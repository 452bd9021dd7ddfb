"""Whatever is edited: what lives on keeps its sound, nothing is lost, every risk is checked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from naklank.core.agreement import Agreement
from naklank.core.alignment import normalised
from naklank.core.all_checks import text_checks
from naklank.core.checks import Check, CheckKind
from naklank.core.corrections import corrections
from naklank.core.rechecking import rechecked
from naklank.core.review import Review
from naklank.core.summary import Summary, SummaryWord, first_summary
from naklank.core.topics import Topic
from naklank.core.transcript import Segment, Stretch, Transcript, Word
from naklank.language.lexicon import load_lexicon
from naklank.workflow.history import History, Version

settings.register_profile(
    "naklank", derandomize=True, database=None, max_examples=200, deadline=None
)
TODAY = date(2026, 11, 21)
DUTCH = load_lexicon("nl")
NOT_OF_WORDS = (Check(CheckKind.UNCOVERED, "", 1.0, 2.5), Check(CheckKind.GAP, "", 0.0, 3.0))

SAID = (
    "U neemt geen niet 10 tien mg milligram. tablet links, meer half elf morgen 112 "
    "lisinopril Paracetamol maandag weken een twee keer daags om de dag ? …"
)
WORDS = st.sampled_from(SAID.split()) | st.text(max_size=4)
TYPED = st.lists(WORDS, max_size=5).map(" ".join)
AT = st.floats(0, 1, exclude_max=True)
EDITS = st.one_of(
    st.tuples(st.just("correct"), AT, AT, TYPED),
    st.tuples(st.just("topic"), AT, st.sampled_from(Topic)),
    st.tuples(st.just("undo")),
    st.tuples(st.just("redo")),
)


@dataclass
class Desk:
    """The text and its checks as the editing flow holds them, without a screen."""

    summary: Summary
    review: Review
    history: History = field(default_factory=History)

    @property
    def version(self) -> Version:
        return Version(self.summary, self.review, Agreement())

    def correct(self, first: int, end: int, text: str) -> None:
        after = self.summary.corrected(first, end, text)
        checks = rechecked(self.summary, after, self.review.checks, _find)
        self.put(after, self.review.with_checks(checks))

    def put(self, summary: Summary, review: Review) -> None:
        if summary != self.summary:
            self.history.remember(self.version)
        self.summary, self.review = summary, review

    def go(self, version: Version | None) -> bool:
        if version is not None:
            self.summary, self.review = version.summary, self.review.back_at(version.review)
        return version is not None


def _find(words: Sequence[Word]) -> tuple[Check, ...]:
    return text_checks(words, DUTCH, TODAY)


def _start(texts: Sequence[str]) -> tuple[Desk, float]:
    """Words of a third of a second, of which some touch and some do not."""
    words = [
        Word(at / 3, at / 3 + (0.25 if at % 3 else 1 / 3), text, 0.9)
        for at, text in enumerate(one for one in texts if one.split() == [one])
    ]
    segments = (Segment(tuple(words)),) if words else ()
    seconds = len(words) / 3 + 0.5
    summary = first_summary(Transcript("nl", seconds, segments), (), DUTCH)
    found = (*_find(summary.as_heard()), *NOT_OF_WORDS)
    return Desk(summary, Review(tuple(sorted(found, key=lambda it: it.start)))), seconds


def _do(desk: Desk, edit: tuple[object, ...]) -> None:
    count = len(desk.summary.words)
    match edit:
        case ("correct", float(one), float(other), str(text)):
            first, end = sorted((int(one * (count + 1)), int(other * (count + 1))))
            before = desk.summary
            desk.correct(first, end, text)
            _nothing_is_lost(before, desk.summary, first, end, text)
        case ("topic", float(one), Topic() as topic) if count:
            at = int(one * count)
            desk.put(desk.summary.with_topic_at(at, topic), desk.review)
        case ("undo",):
            desk.go(desk.history.back(desk.version))
        case ("redo",):
            desk.go(desk.history.forth(desk.version))


def _nothing_is_lost(before: Summary, after: Summary, first: int, end: int, text: str) -> None:
    behind = len(before.words) - end
    cut = len(after.words) - behind
    assert after.words[:first] == before.words[:first]
    assert after.words[cut:] == before.words[end:]
    assert [word.text for word in after.words[first:cut]] == text.split()
    _survivors_keep_their_sound(before.words[first:end], after.words[first:cut])


def _survivors_keep_their_sound(
    before: Sequence[SummaryWord], after: Sequence[SummaryWord]
) -> None:
    """A word that stands once among the old ones and once among the new is the same word.

    Not where words changed places: then one of them was typed anew.
    """
    old, new = ([normalised(word.text) for word in words] for words in (before, after))
    if len({*old}) < len(old) or len({*new}) < len(new):
        return
    both = [word for word in new if word in old]
    if both == [word for word in old if word in new]:
        for word in both:
            assert after[new.index(word)].sound == before[old.index(word)].sound


def _holds_together(desk: Desk, seconds: float) -> None:
    sounds = desk.summary.sounds
    assert [sound.start for sound in sounds] == sorted(sound.start for sound in sounds)
    assert [sound.end for sound in sounds] == sorted(sound.end for sound in sounds)
    assert all(0 <= sound.start <= sound.end <= seconds for sound in sounds)
    places = [border.at for border in desk.summary.borders]
    assert places == sorted(set(places))
    assert all(0 <= at < len(sounds) for at in places)
    assert set(NOT_OF_WORDS) <= set(desk.review.checks)
    assert len(set(desk.review.checks)) == len(desk.review.checks)
    found = set(desk.review.checks) - set(NOT_OF_WORDS)
    assert all(0 <= check.start <= check.end <= seconds for check in found)
    _every_risk_lies_in_a_check(desk)


def _every_risk_lies_in_a_check(desk: Desk) -> None:
    in_checks = {
        at
        for check in desk.review.checks
        if check.kind not in (CheckKind.UNCOVERED, CheckKind.GAP)
        for at in desk.summary.words_of(check)
    }
    texts = " ".join(check.text for check in desk.review.checks)
    for risk in _find(desk.summary.as_heard()):
        words = desk.summary.words_of(risk)
        assert words
        assert set(words) <= in_checks
        assert risk.text in texts


@settings(settings.get_profile("naklank"))
@given(st.lists(WORDS, min_size=1, max_size=14), st.lists(EDITS, max_size=6))
def test_any_edits(texts: list[str], edits: list[tuple[object, ...]]) -> None:
    desk, seconds = _start(texts)
    first = desk.version
    heard = first.summary.words
    for edit in edits:
        _do(desk, edit)
        _holds_together(desk, seconds)
        _says_what_was_heard(heard, desk.summary.words)
    while desk.go(desk.history.back(desk.version)):
        _holds_together(desk, seconds)
    assert desk.version == first


def _says_what_was_heard(heard: Sequence[SummaryWord], text: Sequence[SummaryWord]) -> None:
    """The text with every correction taken back is what was heard."""
    told, at = [], 0
    for one in corrections(heard, text):
        told += [word.text for word in text[at : one.first]]
        told += one.heard
        at = one.end
    told += [word.text for word in text[at:]]
    assert [normalised(word) for word in told] == [normalised(word.text) for word in heard]


@settings(settings.get_profile("naklank"))
@given(st.lists(WORDS, min_size=1, max_size=14), AT, AT, TYPED)
def test_a_confirmed_check_stays_so_only_with_the_same_words_and_sound(
    texts: list[str], one: float, other: float, typed: str
) -> None:
    desk, _ = _start(texts)
    every = frozenset(range(len(desk.review.checks)))
    desk.review = Review(desk.review.checks, heard=every, confirmed=every)
    count = len(desk.summary.words)
    first, end = sorted((int(one * (count + 1)), int(other * (count + 1))))
    before = desk.version
    desk.correct(first, end, typed)

    for at in (*desk.review.confirmed, *desk.review.heard):
        check = desk.review.checks[at]
        assert check in before.review.checks
        if check not in NOT_OF_WORDS:
            assert _said(desk.summary, check) == _said(before.summary, check)
    gone = {check for check in before.review.checks if check not in desk.review.checks}
    for check in gone:
        assert _is_heard_again(check, desk.review)


def _said(summary: Summary, check: Check) -> list[tuple[str, Stretch]]:
    return [
        (normalised(summary.words[at].text), summary.sounds[at]) for at in summary.words_of(check)
    ]


def _is_heard_again(check: Check, review: Review) -> bool:
    """Something of its sound still waits to be heard."""
    return any(
        review.checks[at].start <= check.end and check.start <= review.checks[at].end
        for at in review.open
    )


@pytest.mark.parametrize("times", [1, 200])
def test_undo_has_no_end(times: int) -> None:
    desk, _ = _start(["U", "neemt", "10", "milligram."])
    first = desk.version
    for number in range(times):
        desk.correct(2, 3, str(number + 11))
    last = desk.version
    for _ in range(times):
        assert desk.go(desk.history.back(desk.version))
    assert not desk.go(desk.history.back(desk.version))
    assert desk.version == first
    for _ in range(times):
        assert desk.go(desk.history.forth(desk.version))
    assert not desk.go(desk.history.forth(desk.version))
    assert desk.version == last
