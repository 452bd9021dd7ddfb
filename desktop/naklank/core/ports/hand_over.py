"""What is asked of the rooms that make what goes home, print it and carry it."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from naklank.core.notice import Notice, NoticeForm, Wording
    from naklank.core.recording import SoundFile
    from naklank.core.sheet import Sheet
    from naklank.core.sticks import Stick
    from naklank.core.transcript import Language
    from naklank.core.voice import Clip, Ends, HomeSound


class Publisher(Protocol):
    """Makes what goes home."""

    def make_pdf(self, sheet: Sheet, moment: datetime, *, large_print: bool) -> bytes:
        """The sheet as it is shown and printed; `moment` is its date in the document."""
        ...

    def make_sound(self, files: Sequence[SoundFile], ends: Ends) -> HomeSound:
        """The takes as they go home: evened, between what is spoken before and behind them.

        Raises NO_SUCH_FILE, FILE_NOT_READABLE or RECORDING_UNREADABLE.
        """
        ...

    def in_a_row(self, clips: Sequence[Clip]) -> Clip | None:
        """The clips parted by pauses, to hear how they were cut; None of none."""
        ...

    def hash_sound(self, files: Sequence[SoundFile]) -> tuple[str, int]:
        """SHA-256 of the approved samples, hexadecimal, and their length in milliseconds.

        16 bits each, little-endian. Raises NO_SUCH_FILE, FILE_NOT_READABLE or RECORDING_UNREADABLE.
        """
        ...

    def make_set(
        self,
        sheet: Sheet | None,
        sound: HomeSound | None,
        moment: datetime,
        title: str,
        language: Language,
    ) -> Mapping[str, bytes]:
        """What goes home, by the names that its files have there.

        Without a sheet only the sound, without a sound only the text. `title` is what a player
        shows of the sound.
        """
        ...

    def save(self, parent: Path, files: Mapping[str, bytes], name: str) -> Path:
        """Write a set into a new folder of this name, or with a number behind it; returns it.

        Raises FOLDER_NOT_WRITABLE or DISK_FULL.
        """
        ...

    def remove(self, folder: Path, files: Mapping[str, bytes]) -> bool:
        """Take back what `save` has just written, and nothing else.

        Whether nothing is left of it: False where something stays, or was taken from there already.
        """
        ...

    def check_template(self, template: Path, own: Mapping[str, str]) -> None:
        """Raises what `save_word` would raise for it, and returns where all of a sheet is shown."""
        ...

    def save_template(self, file: Path) -> None:
        """Write the template that ships. Raises FOLDER_NOT_WRITABLE or DISK_FULL."""
        ...

    def save_word(
        self,
        file: Path,
        sheet: Sheet,
        moment: datetime,
        template: Path | None,
        own: Mapping[str, str],
    ) -> None:
        """Write the sheet as a Word document, for the practice.

        By its own template, which can name the texts in `own`; None is the one that ships. Raises
        FOLDER_NOT_WRITABLE, DISK_FULL, TEMPLATE_GONE, TEMPLATE_NOT_WORD, TEMPLATE_NOT_WHOLE,
        TEMPLATE_FIELD_UNKNOWN, TEMPLATE_FAULTY or TEMPLATE_INCOMPLETE.
        """
        ...


class Notices(Protocol):
    """Makes the poster and the card for practice and waiting room."""

    def words(self, wording: Wording) -> str:
        """What stands there unless the practice says otherwise: a title, and lines."""
        ...

    def make_pdf(self, notice: Notice, form: NoticeForm) -> bytes:
        """The page as it is shown and printed."""
        ...

    def save(self, file: Path, notice: Notice, form: NoticeForm) -> None:
        """Write the PDF in the place of this file. Raises FOLDER_NOT_WRITABLE or DISK_FULL."""
        ...


class Sticks(Protocol):
    """The memory sticks in this computer. Each call may take seconds: never on the main thread."""

    def plugged_in(self) -> tuple[Stick, ...]:
        """Never a disk of the system itself, nor one of another computer."""
        ...

    def write(
        self,
        stick: Stick,
        files: Mapping[str, bytes],
        name: str,
        on_progress: Callable[[int, int], None] = ...,
    ) -> Path:
        """Write a set into a new folder of this name, as `save`, and read it back from the stick.

        `on_progress` hears, on this thread, how many bytes went to and fro, and how many in all.
        On a failure no half set has that name, and nothing stays that the stick lets us remove.
        Raises STICK_FULL, STICK_READ_ONLY, STICK_GONE, STICK_SWAPPED or STICK_DIFFERS.
        """
        ...

    def remove(self, stick: Stick, folder: Path, files: Mapping[str, bytes]) -> bool:
        """Take back what `write` has just written, as `Publisher.remove`."""
        ...

    def eject(self, stick: Stick) -> None:
        """Have the system let go of it: it may be pulled out then. Raises STICK_NOT_EJECTED."""
        ...


class QueueState(Enum):
    """What a printer's queue tells of what was sent to it."""

    EMPTY = "empty"
    """The printer has taken all of it, which does not mean that there is paper."""
    WAITING = "waiting"
    STOPPED = "stopped"
    """Nothing is printed until somebody looks at the printer."""


class Printer(Protocol):
    """The system's printing. Each call may take seconds where a printer is away."""

    def names(self) -> tuple[str, ...]:
        """The printers, the system's default first; none without any."""
        ...

    def print_pdf(self, pdf: bytes, printer: str = "", copies: int = 1) -> None:
        """Send the pages to this printer's queue, or to the first one's.

        Raises NO_PRINTER, also where it is no longer there, or PRINTING_FAILED.
        """
        ...

    def queue_state(self, printer: str = "") -> QueueState:
        """How it stands with its queue; EMPTY where the system does not say."""
        ...
