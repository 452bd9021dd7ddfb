"""The words on screen for what the core knows by name."""

from naklank.core.agreement import Role, TakeHome
from naklank.core.checks import Check, CheckKind
from naklank.core.topics import Topic
from naklank.translation import tr


def clock_text(seconds: float) -> str:
    """Minutes and seconds: 0:47."""
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes}:{rest:02d}"


def topic_name(topic: Topic) -> str:
    return {
        Topic.WHAT_IS_GOING_ON: tr("What is going on?"),
        Topic.WHAT_WE_DO: tr("What are we going to do?"),
        Topic.WHAT_YOU_DO: tr("What do you do yourself?"),
        Topic.WHEN_TO_CALL: tr("When do you call us?"),
        Topic.NEXT_APPOINTMENT: tr("Your next appointment"),
    }[topic]


def topic_hint(topic: Topic) -> str:
    """What the doctor says under this heading."""
    return {
        Topic.WHAT_IS_GOING_ON: tr("What you have, in plain words."),
        Topic.WHAT_WE_DO: tr("What, how much, when and how long."),
        Topic.WHAT_YOU_DO: tr("What helps, and what is better left."),
        Topic.WHEN_TO_CALL: tr("With which complaints, and which number."),
        Topic.NEXT_APPOINTMENT: tr("A date and a time, not “tomorrow”."),
    }[topic]


def role_name(role: Role) -> str:
    return {
        Role.PATIENT: tr("Patient"),
        Role.RELATIVE: tr("Relative"),
        Role.CHILD: tr("Child"),
        Role.REPRESENTATIVE: tr("Representative"),
        Role.INTERPRETER: tr("Interpreter"),
        Role.GROUP: tr("Group"),
        Role.COLLEAGUE: tr("Colleague"),
    }[role]


def take_home_name(take_home: TakeHome) -> str:
    return {
        TakeHome.SOUND_AND_PAPER: tr("Sound and paper"),
        TakeHome.SOUND_ONLY: tr("Sound only"),
        TakeHome.PAPER_ONLY: tr("Paper only"),
        TakeHome.TYPED: tr("Type it, without microphone"),
    }[take_home]


def take_home_hint(take_home: TakeHome) -> str:
    """What a choice means, where its name does not say it all."""
    if take_home is TakeHome.PAPER_ONLY:
        return tr("We record briefly to type it out. Then we delete the sound.")
    return ""


def invitation(take_home: TakeHome) -> str:
    """How the doctor can ask it, true to what was chosen."""
    if take_home is TakeHome.TYPED:
        return tr(
            "I will sum up our talk and type it for you. "
            "Nothing is recorded. You may say no; your care stays the same."
        )
    if take_home is TakeHome.PAPER_ONLY:
        return tr(
            "I will briefly sum up our talk and record that, so that the computer can type it. "
            "Then we delete the sound. You may say no; your care stays the same."
        )
    return tr(
        "I will briefly sum up our talk and record that. The recording is for you and for whom "
        "you want. Then we delete it from this computer. You may say no; your care stays the same."
    )


def check_kind(kind: CheckKind) -> str:
    """Why a place must be heard, in a word or two."""
    return {
        CheckKind.MEDICINE: tr("medicine"),
        CheckKind.NUMBER: tr("number"),
        CheckKind.DOSE: tr("dose"),
        CheckKind.FREQUENCY: tr("how often"),
        CheckKind.DATE: tr("date"),
        CheckKind.WEEKDAY: tr("day"),
        CheckKind.TIME: tr("when"),
        CheckKind.SIDE: tr("left or right"),
        CheckKind.AMOUNT: tr("more or less"),
        CheckKind.NEGATION: tr("negation"),
        CheckKind.PHONE: tr("telephone"),
        CheckKind.UNCOVERED: tr("somebody speaks here"),
        CheckKind.UNSUPPORTED: tr("typed, but nobody speaks here"),
        CheckKind.DIFFERS: tr("text and sound differ"),
        CheckKind.MISSING_TOPIC: tr("heading is missing"),
    }[kind]


def check_text(check: Check) -> str:
    """The words of a check, or that there are none."""
    return check.text or tr("no text")
