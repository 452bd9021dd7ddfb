"""The words on screen for what the core knows by name."""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Final

from naklank.core.checks import Check, CheckKind
from naklank.core.consult import Consult, practice_words
from naklank.core.recording import Condition, Gap
from naklank.core.session import Session
from naklank.core.topics import Topic
from naklank.core.transcript import LANGUAGES
from naklank.translation import speaking, tr

_GAPS_NAMED: Final = 3
"""A line holds so many; of a computer that is too busy there can be dozens."""


def clock_text(seconds: float) -> str:
    """Minutes and seconds: 0:47."""
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes}:{rest:02d}"


def topic_name(topic: Topic) -> str:
    """Its heading where the practice has given it no name of its own."""
    return {
        Topic.WHAT_IS_GOING_ON: tr("What is going on?"),
        Topic.WHAT_WE_DO: tr("What are we going to do?"),
        Topic.WHAT_YOU_DO: tr("What do you do yourself?"),
        Topic.WHEN_TO_CALL: tr("When do you call us?"),
        Topic.NEXT_APPOINTMENT: tr("Your next appointment"),
    }[topic]


def heading_name(topic: Topic, session: Session) -> str:
    """The topic by the words of the practice, or of this kind of consult.

    In the language of the summary: it is said aloud, found in the sound, and stands on the sheet.
    """
    with speaking(session.language):
        ours = topic_name_in(topic, session.consult)
    return practice_words(session.headings).get(topic) or ours


def every_heading() -> Iterator[str]:
    """All that Naklank may call a topic, whatever the language and the kind of consult."""
    for language, topic, consult in product(LANGUAGES, Topic, Consult):
        with speaking(language):
            name = topic_name_in(topic, consult)
        yield name


def topic_name_in(topic: Topic, consult: Consult) -> str:
    """The topic by Naklank's words for this kind of consult."""
    of_kind = {
        (Consult.FIRST_DIAGNOSIS, Topic.WHAT_IS_GOING_ON): tr("What have we found?"),
        (Consult.OPERATION, Topic.WHAT_WE_DO): tr("How does the operation go?"),
        (Consult.OPERATION, Topic.WHAT_YOU_DO): tr(
            "What do you do before and after the operation?"
        ),
        (Consult.CHILD, Topic.WHAT_IS_GOING_ON): tr("What does your child have?"),
        (Consult.CHILD, Topic.WHAT_YOU_DO): tr("What do you do at home?"),
        (Consult.BAD_NEWS, Topic.WHAT_IS_GOING_ON): tr("What do we know now?"),
        (Consult.BAD_NEWS, Topic.WHEN_TO_CALL): tr("Whom can you call?"),
    }
    return of_kind.get((consult, topic)) or topic_name(topic)


def consult_name(consult: Consult) -> str:
    """As it stands in the list of the kinds of talk."""
    return {
        Consult.USUAL: tr("usual consult"),
        Consult.SHORT: tr("short"),
        Consult.FIRST_DIAGNOSIS: tr("first diagnosis"),
        Consult.OPERATION: tr("operation"),
        Consult.CHRONIC: tr("chronic illness"),
        Consult.CHILD: tr("child"),
        Consult.BAD_NEWS: tr("bad news"),
    }[consult]


def topic_hint(topic: Topic) -> str:
    """What the doctor says under this heading."""
    return {
        Topic.WHAT_IS_GOING_ON: tr("What you have, in plain words."),
        Topic.WHAT_WE_DO: tr("What, how much, when and how long."),
        Topic.WHAT_YOU_DO: tr("What helps, and what is better left."),
        Topic.WHEN_TO_CALL: tr("With which complaints, and which number."),
        Topic.NEXT_APPOINTMENT: tr("A date and a time, not “tomorrow”."),
    }[topic]


def check_kind(kind: CheckKind) -> str:
    """Why a place must be heard, in a word or two."""
    return {
        CheckKind.MEDICINE: tr("medicine"),
        CheckKind.NUMBER: tr("number"),
        CheckKind.DOSE: tr("dose"),
        CheckKind.FREQUENCY: tr("how often"),
        CheckKind.DATE: tr("date"),
        CheckKind.WRONG_WEEKDAY: tr("day and date do not fit"),
        CheckKind.WEEKDAY: tr("day"),
        CheckKind.TIME: tr("when"),
        CheckKind.SIDE: tr("left or right"),
        CheckKind.AMOUNT: tr("more or less"),
        CheckKind.NEGATION: tr("negation"),
        CheckKind.PHONE: tr("telephone"),
        CheckKind.GAP: tr("interrupted"),
        CheckKind.UNCOVERED: tr("somebody speaks here"),
        CheckKind.UNSUPPORTED: tr("typed, but nobody speaks here"),
        CheckKind.DIFFERS: tr("perhaps misheard"),
        CheckKind.MISSING_TOPIC: tr("heading is missing"),
        CheckKind.SUGGESTION: tr("perhaps misheard"),
        CheckKind.JOINT: tr("spoken anew"),
        CheckKind.TAKEN_OUT: tr("taken out"),
    }[kind]


def check_text(check: Check) -> str:
    """The words of a check, or that there are none."""
    if check.kind is CheckKind.GAP:
        return tr("Sound is missing here")
    if check.kind is CheckKind.JOINT:
        return tr("Sound was cut here")
    return check.text or tr("no text")


def gaps_text(gaps: Sequence[Gap]) -> str:
    """Where sound is missing, and how much where that is known; nothing when all is there."""
    if not gaps:
        return ""
    places = ", ".join(_place(gap) for gap in gaps[:_GAPS_NAMED])
    count = len(gaps) - _GAPS_NAMED
    if count > 0:
        words = tr("Interrupted at {places} and {rest} more")
        return words.format(places=places, rest=count)
    return tr("Interrupted at {places}").format(places=places)


def _place(gap: Gap) -> str:
    length = f" ({max(1, round(gap.seconds))} s)" if gap.seconds else ""
    return f"{clock_text(gap.second)}{length}"


def condition_text(condition: Condition) -> str:
    """What is wrong with the sound, and what helps."""
    return {
        Condition.SILENT: tr(
            "No sound comes out of the microphone: is it muted, or may Naklank not use it?"
        ),
        Condition.OVERFLOW: tr(
            "The computer was too busy for a moment: a bit of sound is lost. "
            "Say your last sentence again."
        ),
        Condition.DISK_LOW: tr(
            "The disk is almost full: there is room for five minutes at most. Round off soon."
        ),
        Condition.NOISE: tr(
            "Naklank hears noise and no voice. Come closer to the microphone. "
            "If that does not help: pause, and choose another one in the settings."
        ),
        Condition.CLIPPING: tr("Too loud: speak a little softer, or keep more distance."),
        Condition.HANDS_FREE: tr(
            "This Bluetooth headset gives telephone quality; a USB microphone is better."
        ),
    }[condition]


def remote_text() -> str:
    """What working from afar means for the sound."""
    return tr("You work on this computer from afar: the sound then crosses a network.")


def room_text(minutes: float) -> str:
    """How much sound still fits on the disk."""
    if minutes < 1:
        return tr("There is room for less than a minute of sound.")
    count = int(minutes)
    words = tr("There is room for about {count} minutes of sound.", "", count)
    return words.format(count=count)


def memory_text() -> str:
    """What a key that lies nowhere means."""
    return tr("If Naklank breaks down, this recording is lost.")


def full_disk_text(kept: float, *, may_move: bool) -> str:
    """What is kept in seconds, and the way on; not to another folder where that is locked."""
    if not kept:
        return tr("The disk is full: nothing was recorded. Make room and start again.")
    if may_move:
        text = tr(
            "The disk is full. All until {time} is kept. "
            "Choose another folder and go on, or stop here."
        )
    else:
        text = tr("The disk is full. All until {time} is kept. Make room and go on, or stop here.")
    return text.format(time=clock_text(kept))


def full_disk_at_the_end_text(kept: float) -> str:
    """As above, where the recording was being stopped."""
    return tr(
        "The disk is full. All until {time} is kept; the last word may be missing. "
        "Make room before the next recording."
    ).format(time=clock_text(kept))


def resumed_text(device: str, missing: float) -> str:
    """The microphone was lost, and sound arrives again; so many seconds did not."""
    count = max(1, round(missing))
    text = tr(
        "Recording again, with {device}. {count} seconds are missing: you hear that place later.",
        "",
        count,
    )
    return text.format(device=device, count=count)
