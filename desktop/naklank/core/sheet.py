"""One model of the page: paper, Word document and web page all show this and nothing else.

Only what is filled in by pen, the name and the questions, is left out of the web page.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Final

from naklank.core.topics import Topic, TopicBlock
from naklank.core.transcript import Language, Stretch

FONT_SIZE: Final = 14
LARGE_FONT_SIZE: Final = 18
"""Points. 12 is the least and 14 advised for print; large print starts at 16 (RNIB clear print)."""

SMALLER: Final = 2
"""Points by which the head, the notices and the rules are smaller: 12, and 16 in large print."""

EMPHASISED: Final = frozenset({Topic.WHEN_TO_CALL})
"""Older adults recall least when to call: 28 % knew a danger sign (PMC3305916)."""


class Origin(Enum):
    """How the text of an approved sheet came about."""

    CHECKED = "checked"
    """Typed by the computer, checked by ear by the doctor."""
    UNHEARD = "unheard"
    """Typed by the computer, read by the doctor; the sound could not be listened to."""
    WRITTEN = "written"
    """Typed by the doctor."""


@dataclass(frozen=True, slots=True)
class SheetTexts:
    """The fixed words of the page in one language; `{places}` are filled in here."""

    language: Language
    title: str
    made_on: str
    for_whom: str
    spoken_by: str
    written_by: str
    headings: Mapping[str, str]
    questions: str
    unheard: str
    unheard_mark: str
    """The same where there is room for a few words only: in the tags of the sound."""
    sound_counts: str
    """Closes the notice where the sound goes home too."""
    ask: str
    """Closes it where no sound does."""
    draft: str
    draft_mark: str
    """The draft's sign where there is room for a few words only: in the tags of the sound."""
    gap: str
    gap_place: str
    listen: str
    sharing: str
    typed_by: Mapping[str, str]
    """The last rule for "draft" and for each Origin's value."""
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

    `notices` stand out at the top: that it is a draft, or that nobody checked it by ear.
    """

    language: Language
    practice: str
    """Empty where the practice has set no name."""
    made_on: str
    title: str
    notices: tuple[str, ...]
    for_whom: str
    made_by: str
    """Who spoke or typed; empty where nobody is named."""
    blocks: tuple[Block, ...]
    questions: str
    rules: tuple[str, ...]
    listen: str
    """The name of the sound; shown only where the page can play it."""

    def lines(self) -> tuple[str, ...]:
        """All text that paper shows, from top to bottom."""
        body = [
            line
            for block in self.blocks
            for line in ((block.heading,) if block.heading else ()) + block.sentences
        ]
        lines = (
            self.practice,
            self.made_on,
            self.title,
            *self.notices,
            self.for_whom,
            self.made_by,
            *body,
            self.questions,
            *self.rules,
        )
        return tuple(line for line in lines if line)


def approved_sheet(  # noqa: PLR0913 - what stands on the page, each by its name
    blocks: Sequence[TopicBlock],
    moment: datetime,
    texts: SheetTexts,
    origin: Origin,
    *,
    practice: str,
    doctor: str,
    has_sound: bool,
) -> Sheet:
    """The page of a text that the doctor approved.

    `practice` and `doctor` may be empty and stand there as they were typed: not everybody who
    speaks is a "dokter". Without sound going home nothing on the page speaks of it.
    """
    unheard = f"{texts.unheard} {texts.sound_counts if has_sound else texts.ask}"
    made_by = texts.written_by if origin is Origin.WRITTEN else texts.spoken_by
    return Sheet(
        language=texts.language,
        practice=practice.strip(),
        made_on=_made_on(moment, texts),
        title=texts.title,
        notices=(unheard,) if origin is Origin.UNHEARD else (),
        for_whom=texts.for_whom,
        made_by=made_by.format(doctor=doctor.strip()) if doctor.strip() else "",
        blocks=tuple(_block(block, texts) for block in blocks),
        questions=texts.questions,
        rules=(texts.sharing, texts.typed_by[origin.value]),
        listen=texts.listen,
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
        practice="",
        made_on=_made_on(moment, texts),
        title=texts.title,
        notices=(texts.draft, *gaps),
        for_whom=texts.for_whom,
        made_by="",
        blocks=tuple(_block(block, texts) for block in blocks),
        questions=texts.questions,
        rules=(texts.sharing, texts.typed_by["draft"]),
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
