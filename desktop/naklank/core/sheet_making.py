"""From an approved text, or a draft, to the model of its page."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final

from naklank.core.consult import Consult, Heading, practice_words
from naklank.core.emergency import says_to_call
from naklank.core.sheet import Block, Origin, Sheet
from naklank.core.topics import Topic, TopicBlock
from naklank.core.transcript import Language, Stretch

EMPHASISED: Final = frozenset({Topic.WHAT_YOU_DO, Topic.WHEN_TO_CALL})
"""What to do and when to call: older adults recall least of the latter, 28 % knew a danger sign
(PMC3305916)."""


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
    consult_headings: Mapping[str, Mapping[str, str]]
    """By the value of a Consult, where it has other ones."""
    call: str
    """Whom to call when: a line of the practice's."""
    call_times: Mapping[str, str]
    """For each field of Contacts."""
    last_and: str
    emergency: str
    """Stands on every sheet whose text does not say itself to call that number."""
    emergency_words: Mapping[str, Sequence[str]]
    """By which `says_to_call` tells it: "calling", "before" and "behind"."""
    version: str
    """For a sheet that takes the place of an earlier one of the same session."""
    replaces: str
    """For one that takes the place of another session's, known by its code."""
    leaflets: str
    """The heading above what the practice has on paper or film."""
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
    controls: Mapping[str, str]
    """The buttons beside the sound: "previous", "next" and "speed"."""
    sharing: str
    sound_sharing: str
    """The same where the sound goes home too: as many lines, and that it was made together."""
    typed_by: Mapping[str, str]
    """The rule on the typing, for "draft" and for each Origin's value."""
    interpreted: str
    """The rule behind it where an interpreter speaks in the sound."""
    code: str
    """The last line of a page that has a short code."""
    files: Mapping[str, str]
    """The names of what goes home: "sound", "paper", "page", and "silent_page" without sound.

    "set" is all of it: every folder that goes home begins with it, and a draft's files have it.
    """
    weekdays: tuple[str, ...]
    months: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contacts:
    """Whom to call when, as the practice has typed it: numbers, with a name or without."""

    day: str = ""
    evening: str = ""
    night: str = ""
    weekend: str = ""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """From whom and for whom; each may be empty, and stands there as it was typed."""

    practice: str = ""
    doctor: str = ""
    """As they call themselves: not everybody who speaks is a "dokter"."""
    patient: str = ""
    """A name that was typed to be printed; else there is room for one by pen."""
    contacts: Contacts = field(default_factory=Contacts)
    logo: bytes = b""


@dataclass(frozen=True, slots=True)
class Edition:
    """Which sheet this is of all that went home."""

    version: int = 1
    before: datetime | None = None
    """When the one before it was handed over."""
    replaces: str = ""
    """The code of an older session's sheet whose place it takes."""
    code: str = ""
    """Its own short code."""


def with_headings(texts: SheetTexts, consult: Consult, headings: Sequence[Heading]) -> SheetTexts:
    """The words of the page with the headings that were spoken in this kind of consult."""
    own = {topic.value: words for topic, words in practice_words(headings).items()}
    of_kind = texts.consult_headings.get(consult.value, {})
    return replace(texts, headings={**texts.headings, **of_kind, **own})


def approved_sheet(  # noqa: PLR0913 - what stands on the page, each by its name
    blocks: Sequence[TopicBlock],
    moment: datetime,
    texts: SheetTexts,
    origin: Origin,
    letterhead: Letterhead,
    edition: Edition,
    *,
    has_sound: bool,
    is_interpreted: bool = False,
    leaflets: Sequence[str] = (),
) -> Sheet:
    """The page of a text that the doctor approved.

    Without sound going home nothing on the page speaks of it.
    """
    unheard = f"{texts.unheard} {texts.sound_counts if has_sound else texts.ask}"
    made_by = texts.written_by if origin is Origin.WRITTEN else texts.spoken_by
    doctor = letterhead.doctor.strip()
    interpreted = (texts.interpreted,) if is_interpreted else ()
    spoken = _with_calls([_block(block, texts) for block in blocks], letterhead.contacts, texts)
    return Sheet(
        language=texts.language,
        logo=letterhead.logo,
        practice=letterhead.practice.strip(),
        made_on=spoken_moment(moment, texts),
        title=texts.title,
        notices=(unheard,) if origin is Origin.UNHEARD else (),
        for_whom=texts.for_whom,
        patient=" ".join(letterhead.patient.split()),
        made_by=made_by.format(doctor=doctor) if doctor else "",
        edition=tuple(_edition(edition, texts)),
        blocks=(*spoken, *_leaflets(leaflets, texts)),
        questions=texts.questions,
        rules=(
            texts.sound_sharing if has_sound else texts.sharing,
            texts.typed_by[origin.value],
            *interpreted,
        ),
        code=texts.code.format(code=edition.code) if edition.code else "",
        listen=texts.listen,
        controls=texts.controls,
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
        logo=b"",
        practice="",
        made_on=spoken_moment(moment, texts),
        title=texts.title,
        notices=(texts.draft, *gaps),
        for_whom=texts.for_whom,
        patient="",
        made_by="",
        edition=(),
        blocks=tuple(_block(block, texts) for block in blocks),
        questions=texts.questions,
        rules=(texts.sharing, texts.typed_by["draft"]),
        code="",
        listen=texts.listen,
        controls=texts.controls,
    )


def set_name(moment: datetime, texts: SheetTexts) -> str:
    """What goes home together is called so, and its Word document: it never tells whose it is."""
    # A full stop between hours and minutes: Windows and its sticks allow no colon in a name.
    return f"{texts.files['set']} {moment:%Y-%m-%d %H.%M}"


def clock_time(seconds: float) -> str:
    """Seconds as a player shows them: 83.4 is "1:23"."""
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes}:{rest:02d}"


def spoken_moment(moment: datetime, texts: SheetTexts) -> str:
    """A day with its weekday, and a time."""
    return texts.made_on.format(
        weekday=texts.weekdays[moment.weekday()],
        day=moment.day,
        month=texts.months[moment.month - 1],
        year=moment.year,
        hour=moment.hour,
        minute=f"{moment.minute:02d}",
    )


def _block(block: TopicBlock, texts: SheetTexts) -> Block:
    return Block(
        heading=texts.headings[block.topic.value] if block.topic else None,
        sentences=block.sentences,
        is_emphasised=block.topic in EMPHASISED,
        strong=_strong(block.sentences, texts, is_of_calling=block.topic is Topic.WHEN_TO_CALL),
        sounds=block.sounds or (None,) * len(block.sentences),
    )


def _strong(
    sentences: Sequence[str], texts: SheetTexts, *, is_of_calling: bool
) -> tuple[bool, ...]:
    """For each sentence whether it says to call the emergency number."""
    words = texts.emergency_words
    return tuple(says_to_call(one, words, is_of_calling=is_of_calling) for one in sentences)


def _leaflets(leaflets: Sequence[str], texts: SheetTexts) -> Iterator[Block]:
    """Last of all: the least urgent."""
    if leaflets:
        none = (None,) * len(leaflets)
        yield Block(texts.leaflets, tuple(leaflets), False, (False,) * len(leaflets), none)


def _with_calls(
    blocks: Sequence[Block], contacts: Contacts, texts: SheetTexts
) -> tuple[Block, ...]:
    """The practice's fixed lines behind what was said of calling; else before the appointment."""
    heading = texts.headings[Topic.WHEN_TO_CALL.value]
    last = texts.headings[Topic.NEXT_APPOINTMENT.value]
    headings = [block.heading for block in blocks]
    if heading not in headings:
        at = headings.index(last) if last in headings else len(blocks)
        blocks = [*blocks[:at], Block(heading, (), True, (), ()), *blocks[at:]]
    is_said = any(any(block.strong) for block in blocks)
    lines = (*(() if is_said else (texts.emergency,)), *_call_lines(contacts, texts))
    return tuple(_extended(one, lines, texts) if one.heading == heading else one for one in blocks)


def _extended(block: Block, lines: Sequence[str], texts: SheetTexts) -> Block:
    return Block(
        block.heading,
        (*block.sentences, *lines),
        block.is_emphasised,
        (*block.strong, *_strong(lines, texts, is_of_calling=True)),
        (*block.sounds, *(None for _ in lines)),
        calls=len(lines),
    )


def _call_lines(contacts: Contacts, texts: SheetTexts) -> Iterator[str]:
    """A line for each number, with all times at which it is the one to call."""
    times: dict[str, list[str]] = {}
    for name, when in texts.call_times.items():
        whom = " ".join(getattr(contacts, name).split()).rstrip(".")
        if whom:
            times.setdefault(whom, []).append(when)
    for whom, at in times.items():
        *first, last = at
        when = f"{', '.join(first)} {texts.last_and} {last}" if first else last
        yield texts.call.format(when=when[0].upper() + when[1:], whom=whom)


def _edition(edition: Edition, texts: SheetTexts) -> Iterator[str]:
    if edition.version > 1 and edition.before is not None:
        moment = spoken_moment(edition.before, texts)
        yield texts.version.format(version=edition.version, moment=moment)
    if edition.replaces:
        yield texts.replaces.format(code=edition.replaces)
