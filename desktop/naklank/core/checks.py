"""From text to checks: the places that must be confirmed by ear.

By risk, not by the engine's confidence: a lost "geen" leaves no doubtful word behind.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Final, NamedTuple

from naklank.core.ports import Lexicon, Tag
from naklank.core.transcript import Dropped, DropReason, Transcript, Word


class CheckKind(Enum):
    """Why a place must be heard."""

    MEDICINE = "medicine"
    NUMBER = "number"
    DOSE = "dose"
    FREQUENCY = "frequency"
    DATE = "date"
    WEEKDAY = "weekday"
    TIME = "time"
    SIDE = "side"
    AMOUNT = "amount"
    NEGATION = "negation"
    PHONE = "phone"
    GAP = "gap"
    UNCOVERED = "uncovered"
    UNSUPPORTED = "unsupported"
    DIFFERS = "differs"
    MISSING_TOPIC = "missing_topic"
    SUGGESTION = "suggestion"


@dataclass(frozen=True, slots=True)
class Check:
    """One place, in seconds, and the words that stand there (none where text is missing).

    The words are as typed, without the punctuation around them.
    """

    kind: CheckKind
    text: str
    start: float
    end: float
    suggestion: str = ""
    """What the words may have been meant to be."""
    reason: DropReason | None = None
    """Why the words were taken out of the text, where they were."""


class _Rule(NamedTuple):
    """A check is made of the words that match `words`, where they stand right behind `after`.

    The notation is that of `re`, with a tag's name for one word: A&B has both tags, A!B has A and
    not B, WORD is any word. Two words stand next to each other without punctuation; "," is a comma
    between them and "." the end of a sentence. A word of an earlier check matches nothing.
    """

    kind: CheckKind
    words: str
    after: str = ""


_BARE: Final = "NUMBER!UNIT!TIMES"  # not "500mg", not "twice"
_RUN: Final = f"{_BARE}{{1,9}}"  # bounded: an engine in a loop types thousands of numbers
_COUNT: Final = (
    f"(?: (?:ONE JOIN)? {_RUN} (?:JOIN (?: ONE? {_RUN} | ONE(?=UNIT|TIMES|PERIOD) )){{0,4}} )"
)
"""A number of one or more words: "nul komma vijf", "152 over 88", "een of twee"."""
_ALONE: Final = "(?! UNIT | TIMES!NUMBER | PERIOD!CLOCK | MONTH )"  # the number counts nothing
_HOURS: Final = "HOUR&NUMBER (?:JOIN HOUR&NUMBER)?"
_OF_DAY: Final = f"{_ALONE} CLOCK? DAY_PART*"
_DIGIT: Final = f"(?:DIGIT | ONE&HOUR) {_ALONE}"
_REST: Final = f"(?: [,.]? {_BARE} {_ALONE} )*"
_PART_OF_TIME: Final = "(?:PERIOD|DAY_PART|WEEKDAY)"
_A_DAY: Final = f"(?: (?:LINK|ONE|EVERY)+ {_PART_OF_TIME} )"
_WHEN: Final = "(?:SPAN|WEEKDAY|MONTH|DAY_WORD|DAY_PART)"
_YEAR: Final = "(?: ,? NUMBER!HOUR NUMBER* )?"
_DAY_AND_MONTH: Final = f"(?: {_COUNT} | ONE&HOUR ) LINK? MONTH {_YEAR}"

# From the most telling to the least, since a word belongs to one check.
_RULES: Final = (
    # One wrong digit reaches nobody. The engine types "06 12", "0-3. 0-1-1" and "nul zes, één".
    _Rule(CheckKind.PHONE, f"(?:DIGIT!HOUR [,.]?)? PHONE (?!JOIN NUMBER|CLOCK) {_ALONE} {_REST}"),
    # Digits said one by one: three in a row are a telephone number, also "een een twee".
    _Rule(CheckKind.PHONE, f"{_DIGIT} (?: [,.]? {_DIGIT} ){{2,}} {_REST}"),
    # "Elke 8 uur", "om de dag": an interval, before its hours are taken for a clock time.
    _Rule(CheckKind.FREQUENCY, f"(?:EVERY+ | AT LINK EVERY?) (?:{_COUNT}|ONE)? {_PART_OF_TIME}"),
    # "Twintig voor drie"; with "over" or "to" between, only a clock word tells it from a range.
    _Rule(CheckKind.TIME, f"NUMBER{{1,3}} (?:PAST!JOIN HOUR {_ALONE} | PAST HOUR CLOCK) DAY_PART*"),
    # "Over zes weken", "in a week": a date, said from today.
    _Rule(CheckKind.DATE, f"AHEAD (?: ONE? {_COUNT} ONE? | ONE ) PERIOD"),
    # "Kwart over tien", "tien voor half vier", "half elf": half an hour wrong is a missed visit.
    _Rule(CheckKind.TIME, f"(?:FRACTION PAST|(?:NUMBER{{1,3}} PAST)? FRACTION) HOUR {_OF_DAY}"),
    # Behind "om" a number is an hour, unless it counts something ("om 2 tabletten te nemen").
    _Rule(
        CheckKind.TIME,
        f"(?:NUMBER{{1,3}} PAST)? {_HOURS} {_ALONE} CLOCK? (?: NUMBER {_ALONE} CLOCK? )? DAY_PART*",
        after="AT",
    ),
    # "Om een uur", "at one.": of the article only with a clock word or nothing behind it.
    _Rule(CheckKind.TIME, "ONE&HOUR (?: CLOCK DAY_PART* | (?=[,.]) )", after="AT"),
    # Typed as only a clock time is: 10.30, 14u15, 3pm.
    _Rule(CheckKind.TIME, f"NUMBER&CLOCK {_OF_DAY}"),
    # "Dinsdag 9 uur", "van 8 tot 17 uur"; elsewhere "8 uur" is as likely a duration.
    _Rule(CheckKind.TIME, f"{_HOURS} CLOCK (?:NUMBER {_ALONE})? DAY_PART*", after=f"{_WHEN} ,?"),
    # "3 o'clock" and "10 30 am" are never durations.
    _Rule(CheckKind.TIME, f"{_HOURS} NUMBER? CLOCK!PERIOD DAY_PART*"),
    # How often: "vier keer per dag", "tweemaal daags", "3x"; "keer per dag" has lost its number.
    _Rule(
        CheckKind.FREQUENCY,
        f"(?: {_COUNT} TIMES+ | NUMBER&TIMES TIMES* | ONE TIMES+ ) {_A_DAY}? | TIMES+ {_A_DAY}",
    ),
    # How much: tenfold errors hide in numbers with units. "Een" is a number before a unit, and a
    # measure without its number is a number that was not heard.
    _Rule(
        CheckKind.DOSE,
        f"(?: {_COUNT} (?:LINK|ONE)* UNIT+ | {_RUN}? NUMBER&UNIT UNIT* | ONE UNIT+ | MEASURE+ )"
        f" (?: LINK+ (?: UNIT | TIMES | {_COUNT}? PERIOD ) | ONE PERIOD )?",
    ),
    # A date with its weekday is one check: the one proves the other.
    _Rule(CheckKind.DATE, f"WEEKDAY ,? (?: LINK* {_DAY_AND_MONTH} | NUMBER&MONTH )"),
    _Rule(CheckKind.DATE, f"WEEKDAY (?: ,? MONTH LINK? NUMBER+ {_YEAR} | LINK* NUMBER {_ALONE} )"),
    _Rule(CheckKind.DATE, f"{_DAY_AND_MONTH} | NUMBER&MONTH | MONTH (?: LINK? NUMBER+ {_YEAR} )?"),
    # Days counted from today mean another day when the patient reads them tomorrow.
    _Rule(CheckKind.DATE, f"NEXT (?: {_COUNT}? PERIOD WEEKDAY? | WEEKDAY | DAY_WORD ) DAY_PART*"),
    _Rule(CheckKind.DATE, "DAY_WORD DAY_PART*"),
    _Rule(CheckKind.WEEKDAY, "WEEKDAY DAY_PART*"),
    # Durations, and whatever number is left: values, limits, counts.
    _Rule(CheckKind.NUMBER, f"(?: {_COUNT} ONE? | ONE ) PERIOD (?: LINK+ PERIOD )?"),
    _Rule(CheckKind.NUMBER, f"{_COUNT} (?: LINK+ PERIOD )?"),
    # Morning or evening is half of many prescriptions.
    _Rule(CheckKind.TIME, "DAY_PART+"),
    # A negation with the word behind it, to hear what is denied: "hoeft geen antibiotica".
    _Rule(CheckKind.NEGATION, "(?: NEGATION+ WORD? )+"),
    # A name that sounds alike is another medicine.
    _Rule(CheckKind.MEDICINE, "MEDICINE+"),
    # The wrong knee; "right away" is no side.
    _Rule(CheckKind.SIDE, "SIDE (?!SOON)"),
    # More and less turn an instruction around.
    _Rule(CheckKind.AMOUNT, "AMOUNT"),
)

_TAG_NAME: Final = re.compile(r"[A-Z_]{2,}(?:[&!][A-Z_]{2,})*")
_LETTERS: Final = {tag: chr(0x4E00 + at) for at, tag in enumerate(Tag)}  # nothing to `re`
_TAKEN: Final = "#"
_PUNCTUATION: Final = dict.fromkeys(".!?…", ".") | dict.fromkeys(",;:", ",")
_AROUND: Final = '.,;:!?…"“”„()[]'  # not the apostrophe of "'s avonds", nor the % of 10%


def find_checks(transcript: Transcript, lexicon: Lexicon) -> tuple[Check, ...]:
    """The checks of a transcript, in the order of the sound."""
    checks = [
        *_word_checks(transcript.words, lexicon),
        *(Check(CheckKind.UNCOVERED, "", gap.start, gap.end) for gap in transcript.uncovered),
        *(_dropped(it) for it in transcript.dropped),
    ]
    return tuple(sorted(checks, key=lambda check: (check.start, check.end)))


def _dropped(it: Dropped) -> Check:
    return Check(CheckKind.UNSUPPORTED, it.text, it.start, it.end, reason=it.reason)


def _word_checks(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Check]:
    """Rule by rule, each over the words that no earlier rule has taken."""
    codes = [_code(word, lexicon) for word in words]
    for kind, pattern in _patterns():
        line = "".join(codes)
        for match in pattern.finditer(line):
            first = line.count("<", 0, match.start("check"))
            last = line.count("<", 0, match.end("check"))
            text = " ".join(word.text for word in words[first:last]).strip(_AROUND)
            yield Check(kind, text, words[first].start, words[last - 1].end)
            codes[first:last] = [f"<{_TAKEN}>"] * (last - first)


def _code(word: Word, lexicon: Lexicon) -> str:
    """A word as `<letters of its tags>` and the punctuation behind it, for the rules to match."""
    letters = "".join(_LETTERS[tag] for tag in lexicon.tags(word.text))
    behind = word.text.rstrip("\"'”)]")[-1:]
    return f"<{letters}>{_PUNCTUATION.get(behind, '')}"


@cache
def _patterns() -> tuple[tuple[CheckKind, re.Pattern[str]], ...]:
    return tuple(
        (rule.kind, re.compile(f"{_in_letters(rule.after)}(?P<check>{_in_letters(rule.words)})"))
        for rule in _RULES
    )


def _in_letters(notation: str) -> str:
    return _TAG_NAME.sub(lambda name: _one_word(name[0]), notation).replace(" ", "")


def _one_word(name: str) -> str:
    """The expression for one free word: `A&B!C` as a look-ahead for each tag."""
    if name == "WORD":
        return f"(?:<[^>{_TAKEN}]*>)"
    tags = re.findall(r"([&!]?)([A-Z_]+)", name)
    asked = ((sign == "!", _LETTERS[Tag[tag]]) for sign, tag in tags)
    looks = "".join(f"(?{'!' if no else '='}[^>]*{letter})" for no, letter in asked)
    return f"(?:<{looks}[^>]*>)"
