"""The words on screen for who agrees to what, and what the doctor reads aloud."""

from collections.abc import Iterator

from naklank.core.agreement import Agreement, Deciding, Participant, Role, TakeHome
from naklank.translation import tr


def role_name(role: Role) -> str:
    """As it stands on a button and before somebody's answer."""
    return {
        Role.PATIENT: tr("Patient"),
        Role.CHILD: tr("Child"),
        Role.PARENT: tr("Parent"),
        Role.REPRESENTATIVE: tr("Representative"),
        Role.GROUP: tr("Group"),
        Role.RELATIVE: tr("Relative"),
        Role.INTERPRETER: tr("Interpreter"),
        Role.PHONE_INTERPRETER: tr("Telephone interpreter"),
        Role.COLLEAGUE: tr("Colleague"),
    }[role]


def participant_name(one: Participant) -> str:
    """With the number of a group."""
    name = role_name(one.role)
    return f"{name} ({one.count})" if one.role is Role.GROUP else name


def deciding_name(deciding: Deciding) -> str:
    """For whom somebody decides, in a list."""
    return {
        Deciding.PATIENT: tr("Patient of 16 or older"),
        Deciding.CHILD_AND_PARENT: tr("Child of 12 to 15"),
        Deciding.PARENT: tr("Child under 12"),
        Deciding.REPRESENTATIVE: tr("With a representative"),
        Deciding.GROUP: tr("A group"),
    }[deciding]


def deciding_hint(deciding: Deciding) -> str:
    """Who must say yes before the microphone opens."""
    return {
        Deciding.PATIENT: tr("Everybody must say yes before the microphone opens."),
        Deciding.CHILD_AND_PARENT: tr("From 12 to 15 years child and parent both say yes."),
        Deciding.PARENT: tr("The parent decides. The child does not want it? Do not record."),
        Deciding.REPRESENTATIVE: tr("The patient does not want it? Then do not record either."),
        Deciding.GROUP: tr("Ask each of them: one no is enough. Name nobody."),
    }[deciding]


def refused_hint() -> str:
    """What is said below the answers while one of them is no."""
    return tr("Somebody says no: the microphone stays closed. Choose typing.")


def typed_hint() -> str:
    """What is said below the answers where nothing is recorded."""
    return tr("The microphone stays closed: no yes is needed for it.")


def take_home_name(take_home: TakeHome) -> str:
    """As it stands on its card, in a few words."""
    return {
        TakeHome.SOUND_AND_PAPER: tr("Sound and paper"),
        TakeHome.SOUND_ONLY: tr("Sound only"),
        TakeHome.PAPER_ONLY: tr("Paper only"),
        TakeHome.TYPED: tr("Type it, without microphone"),
        TakeHome.OWN_PHONE: tr("The patient records with their own phone"),
    }[take_home]


def take_home_hint(take_home: TakeHome) -> str:
    """What a choice means, where its name does not say it all."""
    return {
        TakeHome.PAPER_ONLY: tr("We record briefly to type it out. Then we delete the sound."),
        TakeHome.OWN_PHONE: tr("Sound only, no film. Naklank listens to type the paper."),
    }.get(take_home, "")


def invitation(agreement: Agreement, *, keeps_copy: bool = False) -> str:
    """How the doctor can ask it, true to what was chosen and to what the practice does."""
    parts = [_what_happens(agreement.take_home), *_what_becomes(agreement.take_home, keeps_copy)]
    if agreement.deciding is Deciding.GROUP and agreement.take_home.is_recorded:
        parts.append(tr("I name nobody."))
    parts.append(tr("You may say no; your care stays the same."))
    return " ".join(parts)


def _what_happens(take_home: TakeHome) -> str:
    if take_home is TakeHome.TYPED:
        return tr("I will sum up our talk and type it for you. Nothing is recorded.")
    if take_home is TakeHome.PAPER_ONLY:
        return tr(
            "I will briefly sum up our talk and record that, so that the computer can type it."
        )
    if take_home is TakeHome.OWN_PHONE:
        return tr(
            "I will briefly sum up our talk and you record that with your phone: the sound, no "
            "film. My computer listens too, to type it for you."
        )
    return tr("I will briefly sum up our talk and record that.")


def _what_becomes(take_home: TakeHome, keeps_copy: bool) -> Iterator[str]:  # noqa: FBT001 - private
    if take_home.has_sound:
        yield tr("The recording is for you and for whom you want.")
    elif take_home is TakeHome.OWN_PHONE:
        yield tr("Your recording is for you and for whom you want.")
    # KNMG; with sound and paper the sheet says it, and goes along with every file.
    if take_home.is_heard_at_home and take_home is not TakeHome.SOUND_AND_PAPER:
        yield tr("Do not put the recording on the internet without a yes from your doctor.")
    if take_home.has_sound and keeps_copy:
        yield tr("We keep a copy of it ourselves.")
    elif take_home.has_sound:
        yield tr("Then we delete it from this computer.")
    elif take_home is TakeHome.OWN_PHONE:
        yield tr("Then we delete ours.")
    elif take_home is TakeHome.PAPER_ONLY:
        yield tr("Then we delete the sound.")
