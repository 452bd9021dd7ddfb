"""What goes home, made of a sheet and its sound: as one set of files, and for the printer."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from naklank.audio.mp3 import encode_mp3
from naklank.core.errors import ErrorCode, writing_failed
from naklank.handover import paper
from naklank.handover.folder import prepare_folder, write_set
from naklank.handover.page import make_html
from naklank.handover.word import make_docx

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from pathlib import Path

    from naklank.audio.sound import Sound
    from naklank.core.recording import SoundFile
    from naklank.core.sheet import Sheet

NAME: Final = "samenvatting"
"""Of every file and folder that goes home: its name never tells whose it is."""


@dataclass(frozen=True, slots=True)
class FilePublisher:
    """The port `Publisher`; `read_takes` makes one sound of a recording's takes."""

    read_takes: Callable[[Sequence[SoundFile]], Sound]

    def make_pdf(self, sheet: Sheet, moment: datetime, *, large_print: bool) -> bytes:
        """The sheet as it is shown and printed."""
        return paper.make_pdf(sheet, moment, large_print=large_print)

    def save(
        self,
        parent: Path,
        sheet: Sheet | None,
        files: Sequence[SoundFile],
        moment: datetime,
        title: str,
    ) -> Path:
        """Write the set into a new folder below `parent`, which exists; returns that folder.

        Without a sheet only the sound, without files only the text. On a failure nothing stays.
        Raises FOLDER_NOT_WRITABLE or DISK_FULL, and what `read_takes` raises.
        """
        if sheet is None and not files:
            raise ValueError("there is nothing to save")
        folder = _new_folder(parent, moment)
        try:
            prepare_folder(folder)
            mp3 = encode_mp3(self.read_takes(files), title) if files else None
            write_set(make_set(sheet, mp3, moment), folder)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        return folder


def make_set(
    sheet: Sheet | None, mp3: bytes | None, moment: datetime, *, large_print: bool = False
) -> dict[str, bytes]:
    """The files by their names: the sound, if there is one, and the sheet, if there is one."""
    files = {} if mp3 is None else {f"{NAME}.mp3": mp3}
    if sheet is not None:
        files |= {
            f"{NAME}.pdf": paper.make_pdf(sheet, moment, large_print=large_print),
            f"{NAME}.docx": make_docx(sheet, moment, large_print=large_print),
            f"{NAME}.html": make_html(sheet, mp3, large_print=large_print),
        }
    return files


def _new_folder(parent: Path, moment: datetime) -> Path:
    """Make a folder that is nobody's yet, named after the moment alone.

    `parent` is not made: a stick that was pulled out would become a folder on this computer.
    """
    # A full stop between hours and minutes: Windows allows no colon in a name.
    name = f"{NAME} {moment:%Y-%m-%d %H.%M}"
    number = 1
    while True:
        folder = parent / (name if number == 1 else f"{name} ({number})")
        try:
            folder.mkdir()
        except FileExistsError:
            number += 1
        except OSError as error:
            raise writing_failed(error, ErrorCode.FOLDER_NOT_WRITABLE, parent) from error
        else:
            return folder
