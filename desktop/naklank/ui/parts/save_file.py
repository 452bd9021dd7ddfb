"""A file that somebody chose to save."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from naklank.core.errors import ErrorCode, writing_failed

if TYPE_CHECKING:
    from pathlib import Path


def save_file(file: Path, data: bytes) -> None:
    """The file whole or not at all. Raises DISK_FULL or FOLDER_NOT_WRITABLE."""
    new = file.with_name(f"{file.name}.new")
    try:
        try:
            new.write_bytes(data)
            new.replace(file)
        except OSError:
            with contextlib.suppress(OSError):
                new.unlink()
            raise
    except OSError as error:
        raise writing_failed(error, ErrorCode.FOLDER_NOT_WRITABLE, file.parent) from error
