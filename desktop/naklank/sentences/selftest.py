"""What a person reads of the self-test: what was found, and what to do about it."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from naklank.core.keys import KeyPlace
from naklank.core.selftest import Grade, Item, Outcome, gravest
from naklank.sentences.figures import day_text, decimal_text, stamp_text
from naklank.sentences.selftest_advice import ADVICE
from naklank.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from naklank.core.selftest import Details, Finding

_GIGABYTE: Final = 1_000_000_000


def item_name(item: Item) -> str:
    """As it stands before what was found of it."""
    return {
        Item.MICROPHONE: tr("Microphone"),
        Item.OUTPUT: tr("Loudspeaker"),
        Item.MODEL: tr("Speech model"),
        Item.MEMORY: tr("Memory"),
        Item.ENGINE: tr("Typing"),
        Item.DISK: tr("Room on the disk"),
        Item.ENCRYPTION: tr("Encryption of the disk"),
        Item.KEYRING: tr("Keyring"),
        Item.PRINTER: tr("Printing"),
        Item.STICK: tr("Memory stick"),
        Item.CLOCK: tr("Clock"),
        Item.REMOTE: tr("Where you work"),
        Item.SETTINGS: tr("Settings"),
        Item.NETWORK: tr("Silence on the network"),
        Item.VERSIONS: tr("Versions"),
    }[item]


def grade_word(grade: Grade) -> str:
    """How grave it is, in a word, for who does not see its colour."""
    return {
        Grade.GOOD: tr("good"),
        Grade.MIND: tr("mind this"),
        Grade.BAD: tr("not good"),
        Grade.UNKNOWN: tr("not known"),
    }[grade]


def what_was_found(finding: Finding) -> str:
    """One sentence, without the names of devices."""
    return _said(_WHAT[finding.outcome](), finding.details)


def what_to_do(finding: Finding) -> str:
    """One or two sentences; nothing where all is good."""
    if finding.grade is Grade.GOOD:
        return ""
    return _said(ADVICE[finding.outcome](), finding.details)


def verdict(findings: Sequence[Finding]) -> str:
    """What holds of the whole computer."""
    return {
        Grade.GOOD: tr("All is well: Naklank can do its work on this computer."),
        Grade.UNKNOWN: tr("All that could be looked at is well."),
        Grade.MIND: tr("Naklank works on this computer. Read what is marked with “mind this”."),
        Grade.BAD: tr("Something is not good. Read what is marked with “not good”, and mend it."),
    }[gravest(findings)]


def report(findings: Sequence[Finding], moment: datetime) -> str:
    """All of it as text to send to somebody: no patient, no person, no device by its name."""
    lines = [
        tr("Naklank self-test, {moment}").format(moment=stamp_text(moment)),
        verdict(findings),
    ]
    for finding in findings:
        name, grade = item_name(finding.item), grade_word(finding.grade)
        lines += ["", f"{name}: {grade}", f"  {what_was_found(finding)}"]
        if advice := what_to_do(finding):
            lines.append("  " + tr("What to do: {advice}").format(advice=advice))
    return "\n".join(lines)


def as_json(findings: Sequence[Finding]) -> dict[str, Any]:
    """The object of `naklank selftest --json`; sizes in bytes, times in seconds."""
    return {
        "grade": gravest(findings).value,
        "items": [
            {
                "item": finding.item.value,
                "grade": finding.grade.value,
                "found": finding.outcome.value,
                "facts": dict(finding.details),
                "text": what_was_found(finding),
                "advice": what_to_do(finding),
            }
            for finding in findings
        ],
    }


def _said(template: str, details: Details) -> str:
    return template.format_map({name: _written(name, fact) for name, fact in details.items()})


def _written(name: str, fact: str | float) -> str:
    if name == "place":
        return _place_word(KeyPlace(fact))
    if name == "clock":
        return stamp_text(datetime.fromisoformat(str(fact)))
    if name == "released":
        return day_text(date.fromisoformat(str(fact)))
    if name.endswith("_bytes"):
        fact = float(fact) / _GIGABYTE
    return decimal_text(fact, places=1) if isinstance(fact, float) else str(fact)


def _place_word(place: KeyPlace) -> str:
    return {
        KeyPlace.KEYRING: tr("the keyring"),
        KeyPlace.FILE: tr("files"),
        KeyPlace.MEMORY: tr("memory"),
    }[place]


_WHAT: Final[dict[Outcome, Callable[[], str]]] = {
    Outcome.NOT_KNOWN: lambda: tr("This could not be found out on this computer."),
    Outcome.MICROPHONE_WORKS: lambda: tr(
        "The microphone gives sound: {peak_dbfs} dB at its loudest, where 0 is full."
    ),
    Outcome.MICROPHONE_QUIET: lambda: tr(
        "The microphone gives little sound: {peak_dbfs} dB at its loudest, where 0 is full."
    ),
    Outcome.MICROPHONE_LOUD: lambda: tr(
        "The microphone is too loud: {peak_dbfs} dB at its loudest, where 0 is full."
    ),
    Outcome.MICROPHONE_MUTED: lambda: tr("The microphone opens and gives nothing but silence."),
    Outcome.MICROPHONE_DEAD: lambda: tr("The microphone opens, but no sound arrives from it."),
    Outcome.MICROPHONE_MISSING: lambda: tr("The microphone is not there."),
    Outcome.MICROPHONE_BUSY: lambda: tr("The microphone does not open."),
    Outcome.MICROPHONE_DENIED: lambda: tr("This computer does not let Naklank use the microphone."),
    Outcome.OUTPUT_WORKS: lambda: tr("There is a loudspeaker, and it is not muted."),
    Outcome.OUTPUT_THERE: lambda: tr(
        "There is a loudspeaker; this computer does not tell whether it is muted."
    ),
    Outcome.OUTPUT_MUTED: lambda: tr("The sound of this computer is off."),
    Outcome.OUTPUT_MISSING: lambda: tr("There is no loudspeaker and no headphones."),
    Outcome.MODEL_WHOLE: lambda: tr("The model {model} is whole: each part of it is right."),
    Outcome.MODEL_REPLACED: lambda: tr(
        "{model} is missing or damaged. {other} types in its place, with more mistakes."
    ),
    Outcome.MODEL_DAMAGED: lambda: tr("{model} is damaged or not the real one. It is not used."),
    Outcome.MODEL_MISSING: lambda: tr("{model} is not on this computer."),
    Outcome.MEMORY_ENOUGH: lambda: tr(
        "{free_bytes} GB is free; the speech model takes {needed_bytes} GB."
    ),
    Outcome.MEMORY_LITTLE: lambda: tr(
        "Only {free_bytes} GB is free; the speech model takes {needed_bytes} GB."
    ),
    Outcome.ENGINE_WORKS: lambda: tr(
        "Ten seconds of speech were typed well in {seconds} s ({model}, cores: {cores})."
    ),
    Outcome.ENGINE_SLOW: lambda: tr(
        "Ten seconds of speech were typed well, but it took {seconds} s ({model}, cores: {cores})."
    ),
    Outcome.ENGINE_TOO_SLOW: lambda: tr(
        "This computer is too slow for {model} (cores: {cores}), or very busy now."
    ),
    Outcome.ENGINE_NO_ROOM: lambda: tr("Not tried: too little memory is free for it now."),
    Outcome.ENGINE_WRONG: lambda: tr(
        "The sample was typed wrongly, in {seconds} s ({model}, cores: {cores})."
    ),
    Outcome.ENGINE_UNUSABLE: lambda: tr("The speech engine does not run on this computer."),
    Outcome.ENGINE_FAILED: lambda: tr("The speech engine stopped or hung while it typed."),
    Outcome.ENGINE_WITHOUT_MODEL: lambda: tr("Nothing can be typed without a speech model."),
    Outcome.DISK_ROOM: lambda: tr("{free_bytes} GB is free where recordings go."),
    Outcome.DISK_LITTLE: lambda: tr("Only {free_bytes} GB is free where recordings go."),
    Outcome.DISK_FULL: lambda: tr("The disk where recordings go is full."),
    Outcome.ENCRYPTION_ON: lambda: tr("The disk where Naklank keeps its data is encrypted."),
    Outcome.ENCRYPTION_OFF: lambda: tr("Naklank sees no encryption of the disk."),
    Outcome.KEYRING_WORKS: lambda: tr("A trial key was written, read back and deleted."),
    Outcome.KEYRING_UNUSED: lambda: tr(
        "The keyring works, but the keys are kept in another place ({place})."
    ),
    Outcome.KEYRING_REPLACED: lambda: tr(
        "The keyring does not answer. The keys are kept in another place ({place})."
    ),
    Outcome.KEYRING_SILENT: lambda: tr("The place where keys are kept ({place}) does not answer."),
    Outcome.PRINTER_THERE: lambda: tr("Printers that this computer knows: {count}."),
    Outcome.PRINTER_MISSING: lambda: tr("This computer knows no printer."),
    Outcome.STICK_NONE: lambda: tr("No memory stick is plugged in. None is needed now."),
    Outcome.STICK_THERE: lambda: tr("Memory sticks that are plugged in: {count}."),
    Outcome.CLOCK_PLAUSIBLE: lambda: tr("The clock says {clock}. That can be right."),
    Outcome.CLOCK_BEHIND: lambda: tr(
        "The clock says {clock}. This version of Naklank is newer than that ({released})."
    ),
    Outcome.CLOCK_AHEAD: lambda: tr(
        "The clock says {clock}. This version of Naklank is from {released}, years before."
    ),
    Outcome.REMOTE_NOT: lambda: tr("You work at this computer itself, as far as it tells."),
    Outcome.REMOTE_WORKED: lambda: tr("This computer is worked on from afar."),
    Outcome.SETTINGS_SOUND: lambda: tr("Settings and policy could be read."),
    Outcome.SETTINGS_BROKEN: lambda: tr("The settings could not be read, so the defaults hold."),
    Outcome.SETTINGS_NEWER: lambda: tr(
        "A newer Naklank has written settings that this one does not know."
    ),
    Outcome.POLICY_BROKEN: lambda: tr("The policy file is faulty, so not all of it holds."),
    Outcome.NETWORK_SILENT: lambda: tr(
        "None of the parts of Naklank that were looked at ({processes}) has a connection to "
        "another computer."
    ),
    Outcome.NETWORK_LOADED: lambda: tr(
        "There is no connection to another computer. Naklank can download models now, for "
        "somebody has asked it to since it was opened."
    ),
    Outcome.NETWORK_OPEN: lambda: tr(
        "Naklank has a connection to another computer ({connections})."
    ),
    Outcome.VERSIONS_TOLD: lambda: tr(
        "Naklank {naklank}, Python {python}, Qt {qt}, faster-whisper {engine}, CTranslate2 "
        "{decoder}, typst {printing}; {system}, {processor}, cores: {cores}."
    ),
}
