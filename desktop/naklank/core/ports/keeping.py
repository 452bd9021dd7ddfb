"""What is asked of the rooms that keep sessions, keys, the journal and settings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import datetime

    from naklank.core.journal import Contents, Entry, Facts, JournalEvent
    from naklank.core.recording import SoundFile
    from naklank.core.session import Session
    from naklank.core.settings import LoadedSettings, Settings


@dataclass(frozen=True, slots=True)
class Kept:
    """What an earlier run left."""

    sessions: tuple[Session, ...] = ()
    """The oldest first."""
    lost: int = 0
    """How many nobody can ever open again: their keys were in memory, and died with a program."""
    recovered: tuple[Session, ...] = ()
    """Those among them that were cut short, and are what they were no more."""
    empty: tuple[str, ...] = ()
    """The identities of those that ended before any sound arrived."""
    unreadable: tuple[str, ...] = ()
    """The identities of those that could not be read now; they are left alone."""


class SessionStore(Protocol):
    """What stays on this computer between two steps, encrypted."""

    def save(self, session: Session) -> None:
        """Keep it as it is now, in the place of what was kept of it.

        Returns when it would survive a power cut. Raises DISK_FULL, DATA_NOT_WRITABLE or
        KEYS_UNAVAILABLE.
        """
        ...

    def load_all(self) -> Kept:
        """What earlier runs left; what was deleted and still lies there is removed.

        May take seconds. Raises DATA_NOT_WRITABLE where no folder can be read.
        """
        ...

    def sound_file(self, identity: str, take: int) -> SoundFile:
        """Where a take's sound belongs, and its key; the folder exists.

        Raises DISK_FULL, DATA_NOT_WRITABLE or KEYS_UNAVAILABLE.
        """
        ...

    def takes(self, identity: str) -> tuple[int, ...]:
        """The numbers of the takes that have a file."""
        ...

    def remove_sound(self, identity: str, take: int) -> None:
        """Remove the file of a take, as far as the system lets us; the rest goes with its key."""
        ...

    def delete(self, identity: str) -> None:
        """Remove the key, and then the files; no error when they are gone already.

        Raises KEYS_UNAVAILABLE while the key may still be there.
        """
        ...

    def free_space(self) -> int | None:
        """Bytes free where the next sound goes; None when the system does not say."""
        ...


class Journal(Protocol):
    """What happened on this computer and when; never what was said nor who the patient is."""

    def append(
        self,
        event: JournalEvent,
        session: str,
        facts: Facts = ...,
        moment: datetime | None = None,
    ) -> Entry:
        """Write a line that survives a power cut; `moment` is when it happened, if not now.

        Raises DISK_FULL, DATA_NOT_WRITABLE or KEYS_UNAVAILABLE, and leaves nothing.
        """
        ...

    def read(self) -> Contents:
        """All lines, and what is wrong with them. Raises DATA_NOT_WRITABLE."""
        ...

    def forget_before(self, moment: datetime) -> None:
        """Delete older lines. Raises DISK_FULL, DATA_NOT_WRITABLE or KEYS_UNAVAILABLE."""
        ...


class SettingsStore(Protocol):
    """Where settings are kept."""

    @property
    def loaded(self) -> LoadedSettings:
        """What holds, also where a file is broken: that is told among the problems."""
        ...

    def save(self, settings: Settings) -> None:
        """Keep what the policy does not lock, and let it hold from now on.

        Raises DISK_FULL or DATA_NOT_WRITABLE; the earlier ones then still hold.
        """
        ...
