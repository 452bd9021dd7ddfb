"""From what a self-test measured to what that means."""

from datetime import datetime, timedelta
from typing import Final

from naklank.core.recording import LOUD, SOFT
from naklank.core.selftest import Outcome

LITTLE_ROOM: Final = 1_000_000_000
NO_ROOM: Final = 60_000_000
"""Bytes; ten minutes of sound are 58 million."""

SPARE_MEMORY: Final = 500_000_000
"""Bytes that window and system want beside the speech model."""

YEARS_AHEAD: Final = timedelta(days=5 * 365)


def judge_sound(peak: float | None, *, is_still: bool) -> Outcome:
    """`peak` in dBFS, None where no block came; `is_still` where all samples are the same."""
    if peak is None:
        return Outcome.MICROPHONE_DEAD
    if is_still:
        return Outcome.MICROPHONE_MUTED
    if peak >= LOUD:
        return Outcome.MICROPHONE_LOUD
    return Outcome.MICROPHONE_WORKS if peak >= SOFT else Outcome.MICROPHONE_QUIET


def judge_room(free: int | None) -> Outcome:
    """`free` in bytes; None where the system does not say."""
    if free is None:
        return Outcome.NOT_KNOWN
    if free < NO_ROOM:
        return Outcome.DISK_FULL
    return Outcome.DISK_LITTLE if free < LITTLE_ROOM else Outcome.DISK_ROOM


def judge_encryption(is_encrypted: bool | None) -> Outcome:  # noqa: FBT001 - the one fact
    """`is_encrypted` is None where nobody can say."""
    if is_encrypted is None:
        return Outcome.NOT_KNOWN
    return Outcome.ENCRYPTION_ON if is_encrypted else Outcome.ENCRYPTION_OFF


def judge_keyring(*, works: bool, is_chosen: bool, chosen_works: bool) -> Outcome:
    """Of the keyring, and of the place for keys that the practice has chosen."""
    if not chosen_works:
        return Outcome.KEYRING_SILENT
    if is_chosen:
        return Outcome.KEYRING_WORKS
    return Outcome.KEYRING_UNUSED if works else Outcome.KEYRING_REPLACED


def judge_clock(now: datetime, released: datetime) -> Outcome:
    """Whether `now` is before this version was made, or long after; both have their zone.

    A clock that is wrong dates sheets and seals wrongly.
    """
    if now < released:
        return Outcome.CLOCK_BEHIND
    return Outcome.CLOCK_AHEAD if now > released + YEARS_AHEAD else Outcome.CLOCK_PLAUSIBLE


def judge_memory(free: int, needed: int) -> Outcome:
    """In bytes, beside all that runs already; `needed` by the speech model."""
    enough = free >= needed + SPARE_MEMORY
    return Outcome.MEMORY_ENOUGH if enough else Outcome.MEMORY_LITTLE
