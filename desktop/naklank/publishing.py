"""What goes home, made of a sheet and its sound: as one set of files, and for the printer."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from naklank.audio.loudness import evened
from naklank.audio.mp3 import encode_mp3
from naklank.core.errors import ErrorCode, writing_failed
from naklank.handover import paper
from naklank.handover.folder import NAME, prepare_folder, set_names, write_set
from naklank.handover.page import make_html
from naklank.handover.sheet_texts import read_sheet_texts
from naklank.handover.word import make_docx

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from naklank.audio.sound import Sound
    from naklank.core.recording import SoundFile
    from naklank.core.sheet import Sheet
    from naklank.core.transcript import Language

_FULL_SCALE: Final = 32_768
"""Of a sample of 16 bits, as recordings are kept."""


@dataclass(frozen=True, slots=True)
class FilePublisher:
    """The port `Publisher`; `read_takes` makes one sound of a recording's takes."""

    read_takes: Callable[[Sequence[SoundFile]], Sound]

    def make_pdf(self, sheet: Sheet, moment: datetime, *, large_print: bool) -> bytes:
        """The sheet as it is shown and printed."""
        return paper.make_pdf(sheet, moment, large_print=large_print)

    def hash_sound(self, files: Sequence[SoundFile]) -> tuple[str, int]:
        """SHA-256 of the approved samples, 16 bits each, little-endian; their length in ms."""
        sound = self.read_takes(files)
        samples = (sound.samples * _FULL_SCALE).round().astype("<i2")
        return hashlib.sha256(samples.tobytes()).hexdigest(), round(sound.seconds * 1000)

    def make_set(
        self,
        sheet: Sheet | None,
        files: Sequence[SoundFile],
        moment: datetime,
        title: str,
        language: Language,
    ) -> dict[str, bytes]:
        """What goes home, by names that say what to do with each; none tells whose it is."""
        if sheet is None and not files:
            raise ValueError("there is nothing to hand over")
        names = read_sheet_texts(language).files
        mp3 = encode_mp3(evened(self.read_takes(files)), title) if files else None
        made = {} if mp3 is None else {names["sound"]: mp3}
        if sheet is not None:
            made[names["paper"]] = paper.make_pdf(sheet, moment)
            made[names["page" if mp3 else "silent_page"]] = make_html(sheet, mp3)
        return made

    def save(self, parent: Path, files: Mapping[str, bytes], moment: datetime) -> Path:
        """Write a set into a new folder below `parent`, which exists; returns that folder.

        On a failure nothing stays. Raises FOLDER_NOT_WRITABLE or DISK_FULL.
        """
        folder = _new_folder(parent, moment)
        try:
            prepare_folder(folder)
            write_set(files, folder)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        return folder

    def save_word(self, file: Path, sheet: Sheet, moment: datetime) -> None:
        """The Word document in the place of this file; an older one stays whole on a failure."""
        write_set({file.name: make_docx(sheet, moment)}, file.parent)


def make_draft_set(
    sheet: Sheet, mp3: bytes, moment: datetime, *, large_print: bool = False
) -> dict[str, bytes]:
    """The files of the command line, by the names that they have there."""
    return {
        f"{NAME}.mp3": mp3,
        f"{NAME}.pdf": paper.make_pdf(sheet, moment, large_print=large_print),
        f"{NAME}.docx": make_docx(sheet, moment, large_print=large_print),
        f"{NAME}.html": make_html(sheet, mp3, large_print=large_print),
    }


def _new_folder(parent: Path, moment: datetime) -> Path:
    """Make a folder that is nobody's yet, named after the moment alone.

    `parent` is not made: a stick that was pulled out would become a folder on this computer.
    """
    for name in set_names(moment):
        try:
            (parent / name).mkdir()
        except FileExistsError:
            continue
        except OSError as error:
            raise writing_failed(error, ErrorCode.FOLDER_NOT_WRITABLE, parent) from error
        return parent / name
    raise AssertionError("there is always another name")
