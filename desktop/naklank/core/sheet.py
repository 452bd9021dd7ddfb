"""One model of the page: paper, Word document and web page all show this and nothing else.

Only what is filled in by pen, the name and the questions, is left out of the web page.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from naklank.core.topics import Topic, TopicBlock
from naklank.core.transcript import Language, Stretch

FONT_SIZE: Final = 14
LARGE_FONT_SIZE: Final = 18
"""Points. 12 is the least and 14 advised for print; large print starts at 16 (RNIB clear print)."""

EMPHASISED: Final = frozenset({Topic.WHEN_TO_CALL})
"""Older adults recall least when to call: 28 % knew a danger sign (PMC3305916)."""


@dataclass(frozen=True, slots=True)
class SheetTexts:
    """The fixed words of the page in one language; `{places}` are filled in here."""

    language: Language
    title: str
    made_on: str
    for_whom: str
    headings: Mapping[str, str]
    questions: str
    draft: str
    draft_mark: str
    """The draft's sign where there is room for a few words only: in the tags of the sound."""
    gap: str
    gap_place: str
    listen: str
    rules: tuple[str, ...]
    weekdays: tuple[str, ...]
    months: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, or none, and the sentences under it."""

    heading: str | None
    sentences: tuple[str, ...]
    emphasised: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything that stands on the page, in its order.

    `notices` stand out at the top and make a draft recognisable; an approved sheet has none.
    """

    language: Language
    title: str
    notices: tuple[str, ...]
    made_on: str
    for_whom: str
    blocks: tuple[Block, ...]
    questions: str
    rules: tuple[str, ...]
    listen: str
    """The name of the sound, where the page can play it."""

    def lines(self) -> tuple[str, ...]:
        """All text that paper shows, from top to bottom."""
        body = [
            line
            for block in self.blocks
            for line in ((block.heading,) if block.heading else ()) + block.sentences
        ]
        return (
            self.title,
            *self.notices,
            self.made_on,
            self.for_whom,
            *body,
            self.questions,
            *self.rules,
        )


def draft_sheet(
    blocks: Sequence[TopicBlock],
    uncovered: Sequence[Stretch],
    moment: datetime,
    texts: SheetTexts,
) -> Sheet:
    """The page of a text that nobody has checked by ear, and that says so."""
    places = ", ".join(
        texts.gap_place.format(start=clock_time(gap.start), end=clock_time(gap.end))
        for gap in uncovered
    )
    gaps = (texts.gap.format(places=places),) if places else ()
    return Sheet(
        language=texts.language,
        title=texts.title,
        notices=(texts.draft, *gaps),
        made_on=_made_on(moment, texts),
        for_whom=texts.for_whom,
        blocks=tuple(_block(block, texts) for block in blocks),
        questions=texts.questions,
        rules=texts.rules,
        listen=texts.listen,
    )


def clock_time(seconds: float) -> str:
    """Seconds as a player shows them: 83.4 is "1:23"."""
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes}:{rest:02d}"


def _block(block: TopicBlock, texts: SheetTexts) -> Block:
    heading = texts.headings[block.topic.value] if block.topic else None
    return Block(heading, block.sentences, block.topic in EMPHASISED)


def _made_on(moment: datetime, texts: SheetTexts) -> str:
    return texts.made_on.format(
        weekday=texts.weekdays[moment.weekday()],
        day=moment.day,
        month=texts.months[moment.month - 1],
        year=moment.year,
        hour=moment.hour,
        minute=f"{moment.minute:02d}",
    )
