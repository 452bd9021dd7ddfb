"""What goes home, made of a sheet and its sound: as one set of files, and for the printer."""

from __future__ import annotations

import contextlib
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from naklank.audio.home_sound import PAUSE, as_clip, as_sound, home_sound, in_a_row
from naklank.audio.mp3 import encode_mp3
from naklank.core.errors import ErrorCode, NaklankError
from naklank.foundation.paths import resource
from naklank.handover import paper
from naklank.handover.folder import remove_set, write_new_set, write_set
from naklank.handover.page import make_html
from naklank.handover.sheet_texts import read_sheet_texts
from naklank.handover.word import check_template, make_docx

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from naklank.audio.sound import Sound
    from naklank.core.recording import SoundFile
    from naklank.core.sheet import Sheet
    from naklank.core.transcript import Language
    from naklank.core.voice import Clip, Ends, HomeSound


@dataclass(frozen=True, slots=True)
class FilePublisher:
    """The port `Publisher`; `read_takes` makes one sound of a recording's takes."""

    read_takes: Callable[[Sequence[SoundFile]], Sound]

    def make_pdf(self, sheet: Sheet, moment: datetime, *, large_print: bool) -> bytes:
        """The sheet as it is shown and printed."""
        return paper.make_pdf(sheet, moment, large_print=large_print)

    def make_sound(self, files: Sequence[SoundFile], ends: Ends) -> HomeSound:
        """The takes as they go home: evened, between what is spoken before and behind them.

        Raises NO_SUCH_FILE, FILE_NOT_READABLE or RECORDING_UNREADABLE.
        """
        return home_sound(self.read_takes(files), ends)

    def in_a_row(self, clips: Sequence[Clip]) -> Clip | None:
        """The clips parted by pauses, to hear how they were cut; None of none."""
        return as_clip(in_a_row(clips, clips[0].rate, PAUSE)) if clips else None

    def hash_sound(self, files: Sequence[SoundFile]) -> tuple[str, int]:
        """SHA-256 of the approved samples, hexadecimal, and their length in milliseconds.

        16 bits each, little-endian. Raises NO_SUCH_FILE, FILE_NOT_READABLE or RECORDING_UNREADABLE.
        """
        sound = self.read_takes(files)
        return hashlib.sha256(as_clip(sound).samples).hexdigest(), round(sound.seconds * 1000)

    def make_set(
        self,
        sheet: Sheet | None,
        sound: HomeSound | None,
        moment: datetime,
        title: str,
        language: Language,
    ) -> dict[str, bytes]:
        """What goes home, by names that say what to do with each; none tells whose it is."""
        if sheet is None and sound is None:
            raise ValueError("there is nothing to hand over")
        names = read_sheet_texts(language).files
        mp3 = None if sound is None else encode_mp3(as_sound(sound.clip), title)
        made = {} if mp3 is None else {names["sound"]: mp3}
        if sheet is not None:
            made[names["paper"]] = paper.make_pdf(sheet, moment)
            offset = 0.0 if sound is None else sound.start
            page = make_html(sheet, mp3, offset=offset)
            made[names["page" if mp3 else "silent_page"]] = page
        return made

    def save(self, parent: Path, files: Mapping[str, bytes], name: str) -> Path:
        """Write a set into a new folder below `parent`, which exists; returns that folder.

        On a failure nothing stays. Raises FOLDER_NOT_WRITABLE or DISK_FULL.
        """
        return write_new_set(files, parent, name)

    def remove(self, folder: Path, files: Mapping[str, bytes]) -> bool:
        """Take back what `save` has just written; whether nothing of it is left."""
        return remove_set(folder, files)

    def check_template(self, template: Path, own: Mapping[str, str]) -> None:
        """Raises TEMPLATE_GONE, or with the place of its fault why it cannot be used."""
        with _telling(template):
            check_template(_read(template), own)

    def save_template(self, file: Path) -> None:
        """The template that ships, in the place of this file, for a practice to make its own."""
        write_set({file.name: resource("sheet/template.docx").read_bytes()}, file.parent)

    def save_word(
        self,
        file: Path,
        sheet: Sheet,
        moment: datetime,
        template: Path | None,
        own: Mapping[str, str],
    ) -> None:
        """The Word document in the place of this file; an older one stays whole on a failure.

        A template is looked at each time: somebody may have changed it since.
        """
        if template is None:
            data = make_docx(sheet, moment)
        else:
            with _telling(template):
                read = _read(template)
                check_template(read, own)
                data = make_docx(sheet, moment, template=read, own=own)
        write_set({file.name: data}, file.parent)


def make_draft_set(
    sheet: Sheet, mp3: bytes, moment: datetime, *, large_print: bool = False
) -> dict[str, bytes]:
    """The files of the command line, by the names that they have there."""
    name = read_sheet_texts(sheet.language).files["set"]
    return {
        f"{name}.mp3": mp3,
        f"{name}.pdf": paper.make_pdf(sheet, moment, large_print=large_print),
        f"{name}.docx": make_docx(sheet, moment, large_print=large_print),
        f"{name}.html": make_html(sheet, mp3, large_print=large_print),
    }


def _read(template: Path) -> bytes:
    try:
        return template.read_bytes()
    except OSError as error:
        raise NaklankError(ErrorCode.TEMPLATE_GONE) from error


@contextlib.contextmanager
def _telling(template: Path) -> Iterator[None]:
    """Say of which template a failure tells."""
    try:
        yield
    except NaklankError as error:
        raise NaklankError(error.code, **{**error.details, "file": template.name}) from error
