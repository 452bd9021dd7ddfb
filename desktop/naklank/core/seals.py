"""What can be said of a file that somebody brings back, and never more than is known."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Final

from naklank.core.journal import Entry, JournalEvent
from naklank.core.statement import Statement

TOLERANCE: Final = 0.3
"""Seconds by which a coder changes the length of a recording: padding at both ends."""

SHORTEST_PHRASE: Final = 12
"""Characters: the file that it opens may lie on a stick that is lost."""

_LONGEST: Final = 16
"""Hexadecimal digits of a certificate's number."""


class Judgement(Enum):
    """The answer; its value is the exit status, of which the highest counts of several files."""

    OURS = 0
    """This practice's seal, and unchanged since the hand-over."""
    KNOWN = 3
    """Unchanged, and sealed by a practice whose certificate was imported before."""
    UNKNOWN = 4
    """Unchanged since somebody sealed it; who that is, nobody has checked."""
    CHANGED = 5
    """There is a seal, and it does not fit what the file holds now."""
    NO_SEAL = 6
    """Cut, converted, or not from us: no seal is left, if there was one."""
    UNREADABLE = 7
    """Not there, empty, or no kind of file that we make."""


class FileKind(Enum):
    """What a file is, by its first bytes and never by its name."""

    SOUND = "sound"
    PAPER = "paper"
    PAGE = "page"


class Standing(Enum):
    """Why a name stands beside a seal."""

    OURS = "ours"
    KNOWN = "known"
    CLAIMED = "claimed"
    """It calls itself so, and anybody can."""


@dataclass(frozen=True, slots=True)
class Signer:
    """Whose key made a seal."""

    name: str
    """The practice as it calls itself."""
    computer: str
    """The number of the computer's certificate, hexadecimal."""
    standing: Standing
    is_withdrawn: bool = False
    """That computer was reported stolen: nothing of it counts as ours any more."""


@dataclass(frozen=True, slots=True)
class Trace:
    """What the journal knows of a file without a seal: a hint, and no proof."""

    moment: datetime
    code: str
    is_by_code: bool
    """Found by the code that stands in it; else by its length alone, which others share."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """All that is known of one file."""

    judgement: Judgement
    kind: FileKind | None = None
    signer: Signer | None = None
    """None where the signature itself does not hold."""
    statement: Statement | None = None
    traces: tuple[Trace, ...] = ()


def worst(verdicts: Iterable[Verdict]) -> Judgement:
    """What counts of several files."""
    return max((one.judgement for one in verdicts), key=lambda judgement: judgement.value)


def are_of_one_hand_over(verdicts: Sequence[Verdict]) -> bool | None:
    """Whether all files that carry a seal carry the same statement; None for less than two.

    Of a changed file it counts too: the seal in it is of one hand-over all the same.
    """
    told = [one.statement for one in verdicts if one.statement is not None]
    return None if len(told) < 2 else len(set(told)) == 1  # noqa: PLR2004 - two are one beside another


def belong_together(verdicts: Sequence[Verdict]) -> bool:
    """Whether these files, all unchanged and from somebody known, are of one hand-over."""
    are_good = all(one.judgement in (Judgement.OURS, Judgement.KNOWN) for one in verdicts)
    return are_good and are_of_one_hand_over(verdicts) is True


def read_number(text: str) -> str | None:
    """A computer's number as somebody typed it; None where it cannot be one."""
    number = "".join(text.split()).replace("-", "").upper()
    is_hexadecimal = bool(number) and not set(number) - set("0123456789ABCDEF")
    return number.lstrip("0") or None if is_hexadecimal and len(number) <= _LONGEST else None


def traces(
    entries: Sequence[Entry], codes: Sequence[str], seconds: float | None
) -> tuple[Trace, ...]:
    """Which hand-overs in the journal a file without a seal may be of.

    A code tells more than a length: where one is known, the length is not asked.
    """
    handed_over = [one for one in entries if one.event is JournalEvent.HANDED_OVER]
    by_code = [one for one in handed_over if one.facts.code and one.facts.code in codes]
    if by_code:
        return tuple(Trace(one.moment, one.facts.code, is_by_code=True) for one in by_code)
    if seconds is None:
        return ()
    return tuple(
        Trace(one.moment, one.facts.code, is_by_code=False)
        for one in handed_over
        if one.facts.seconds is not None and abs(one.facts.seconds - seconds) <= TOLERANCE
    )


@dataclass(frozen=True, slots=True)
class KnownPractice:
    """A practice's certificate, as people can compare it."""

    name: str
    """As it calls itself; anybody can call themselves so."""
    number: str
    """Hexadecimal, from its SHA-256: the same number is the same certificate."""


@dataclass(frozen=True, slots=True)
class SealState:
    """What this computer seals with, and whom it trusts."""

    practice: KnownPractice | None = None
    """None until the first hand-over."""
    computer: str = ""
    """Its number: to write down, for when it is stolen."""
    has_root: bool = False
    """Whether backups can be made here, and leaves renewed."""
    known: tuple[KnownPractice, ...] = ()
    withdrawn: tuple[str, ...] = ()
