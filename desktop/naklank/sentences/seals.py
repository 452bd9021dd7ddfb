"""What a person reads of seals: why there is none, and what one says of a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from naklank.core.errors import ErrorCode
from naklank.core.seals import Judgement, Standing, Verdict
from naklank.core.sheet_making import clock_time
from naklank.sentences.figures import stamp_text
from naklank.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from naklank.core.statement import Statement


@dataclass(frozen=True, slots=True)
class Answer:
    """A verdict in words: the answer, what it proves and what not, and what is known beside."""

    headline: str
    meaning: str
    facts: tuple[str, ...]


def answer(verdict: Verdict) -> Answer:
    """In the language of the screen."""
    headline, meaning = _said(verdict)
    name = (verdict.signer.name if verdict.signer else "") or tr("somebody without a name")
    return Answer(headline, meaning.format(name=name), tuple(_facts(verdict)))


def mixed_up() -> str:
    """What is said where sound and paper are of two hand-overs."""
    return tr("Take care: these files do not belong together. They are of different hand-overs.")


def code_known(code: str, verdict: Verdict) -> str:
    """What the journal knows of a code that was read from a sheet."""
    if not verdict.traces:
        return tr("The journal does not know code {code}.").format(code=code)
    moments = ", ".join(dict.fromkeys(shown_moment(one.moment) for one in verdict.traces))
    return tr(
        "The journal knows code {code}: handed over on {moments}. What stands on the sheet now, "
        "the journal does not know."
    ).format(code=code, moments=moments)


def number_text(number: str) -> str:
    """In groups of four, to compare or read aloud."""
    return " ".join(number[at : at + 4] for at in range(0, len(number), 4))


def shown_moment(moment: datetime) -> str:
    """By this computer's zone, digits alone."""
    return stamp_text(moment.astimezone())


def _said(verdict: Verdict) -> tuple[str, str]:
    match verdict.judgement:
        case Judgement.OURS:
            return tr("From us, and unchanged."), tr(
                "This file is just as it was handed over here. The seal does not prove that the "
                "clock was right, and it stops nobody from imitating a voice elsewhere."
            )
        case Judgement.KNOWN:
            return tr("Unchanged, from a practice you know."), tr(
                "This file is just as {name} handed it over: their certificate was imported here "
                "before. The seal does not prove that their clock was right, and it stops nobody "
                "from imitating a voice elsewhere."
            )
        case Judgement.UNKNOWN:
            return _stranger(verdict)
        case Judgement.CHANGED:
            return tr("Changed since it was handed over."), _changed(verdict)
        case Judgement.NO_SEAL:
            return tr("No seal."), tr(
                "This file was cut or converted, as messengers do, or is not from us: which of "
                "these, nobody can see. It may be right, but nothing proves it."
            )
        case Judgement.UNREADABLE:
            return tr("Not readable."), tr(
                "This file is empty, damaged or cannot be opened. Nothing can be said of it."
            )


def _stranger(verdict: Verdict) -> tuple[str, str]:
    if verdict.signer and verdict.signer.is_withdrawn:
        return tr("Sealed on a stolen computer."), tr(
            "The seal is of a computer of {name} that was reported stolen. A thief could have made "
            "it, so it proves nothing."
        )
    headline = tr("Unchanged, but from a stranger.")
    if verdict.statement is None:
        return headline, tr(
            "It calls itself {name}; the name was not checked, and it is no seal of a summary."
        )
    return headline, tr(
        "It calls itself {name}; the name was not checked, and anybody can call themselves so. Ask "
        "that practice for its certificate, and compare the number."
    )


def _changed(verdict: Verdict) -> str:
    if verdict.signer is None:
        return tr(
            "There is a seal in it that does not fit what the file holds now, and nobody can see "
            "whose it was. Do not trust this file."
        )
    if verdict.signer.standing is Standing.CLAIMED:
        return tr(
            "There is a seal in it that does not fit what the file holds now. The seal calls "
            "itself {name}; the name was not checked. Do not trust this file."
        )
    return tr(
        "There is a seal of {name} in it, but the file is not what was sealed. "
        "Do not trust this file."
    )


def _facts(verdict: Verdict) -> Iterator[str]:
    if verdict.statement and verdict.judgement in (Judgement.OURS, Judgement.KNOWN):
        yield from _told(verdict.statement)
    elif verdict.statement:  # of a stranger's words, or of what was changed, no more than that
        yield tr("The seal speaks of code {code}.").format(code=verdict.statement.code)
    if verdict.signer:
        yield tr("Sealed on computer {number}.").format(number=number_text(verdict.signer.computer))
    if verdict.judgement is not Judgement.NO_SEAL:
        return
    for trace in verdict.traces:
        words = (
            tr(
                "The journal knows code {code}: handed over on {moment}. This does not say that "
                "the content is the same."
            )
            if trace.is_by_code
            else tr(
                "The journal knows a recording of this length, handed over on {moment}. Others "
                "can be as long."
            )
        )
        yield words.format(code=trace.code, moment=shown_moment(trace.moment))
    if not verdict.traces:
        yield tr("The journal knows neither its code nor its length.")


def _told(statement: Statement) -> Iterator[str]:
    yield tr(
        "Code {code}, version {version}, handed over on {moment} by that computer's clock."
    ).format(code=statement.code, version=statement.version, moment=shown_moment(statement.made))
    if statement.sound:
        yield tr("The sound of this hand-over is {length} long.").format(
            length=clock_time(statement.length_ms / 1000)
        )
    if statement.agreed:
        yield tr("All who were present said yes.")


def seal_failure(code: ErrorCode) -> str:  # noqa: PLR0911 - a table, as literals for tr()
    """The sentence of a failure of sealing; empty for any other."""
    match code:
        case ErrorCode.CLOCK_WRONG:
            return tr(
                "The clock of this computer cannot be right ({moment}), so the files get no seal. "
                "Sound and text are safe: hand them over as usual. Have the clock set."
            )
        case ErrorCode.NOT_SEALED:
            return tr(
                "The files could not be sealed, and go home without a seal. Sound and text are "
                "safe: hand them over as usual. If it stays so, tell whoever manages this computer."
            )
        case ErrorCode.SEAL_DAMAGED:
            return tr(
                "The seal of the practice cannot be read on this computer, so files get no seal "
                "and none can be recognised. Sound and text are safe. Put the backup back in the "
                "settings, or begin a new seal there."
            )
        case ErrorCode.PHRASE_SHORT:
            return tr(
                "The passphrase is too short: take at least 12 characters. Nothing was saved."
            )
        case ErrorCode.PHRASE_WRONG:
            return tr(
                "The passphrase does not fit this file, or the file is damaged. Nothing was "
                "changed. Type it once more."
            )
        case ErrorCode.BACKUP_FOREIGN:
            return tr("This is no backup of a seal. Nothing was changed. Choose another file.")
        case ErrorCode.ROOT_NOT_HERE:
            return tr(
                "This computer can seal, but it does not hold the practice's own key. Make the "
                "backup on the computer that does."
            )
        case ErrorCode.CERTIFICATE_FOREIGN:
            return tr(
                "This is no certificate of a practice with Naklank. Nothing was changed. "
                "Ask that practice for its file or its QR code."
            )
        case _:
            return ""
