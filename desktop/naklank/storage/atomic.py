"""One file, replaced whole or not at all."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from naklank.core.errors import ErrorCode, writing_failed
from naklank.foundation.durable import (
    PRIVATE_FILE,
    PRIVATE_FOLDER,
    check_read_back,
    sync_folder,
    when_free,
    write_synced,
)

if TYPE_CHECKING:
    from pathlib import Path


def replace_file(file: Path, data: bytes) -> None:
    """Put these bytes in the place of the file, readable by its owner alone; make its folder.

    Killed or out of power at any moment, the file is the earlier or the later one, whole.
    Raises DISK_FULL or DATA_NOT_WRITABLE, and the earlier file stands.
    """
    # Always the same name: what a killed run left under it, the next one replaces.
    new = file.with_name(f"{file.name}.new")
    try:
        file.parent.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        try:
            write_synced(new, data, PRIVATE_FILE)
            check_read_back(new, data)
            when_free(lambda: new.replace(file))
        except OSError:
            with contextlib.suppress(OSError):
                new.unlink()
            raise
        sync_folder(file.parent)
    except OSError as error:
        raise writing_failed(error, ErrorCode.DATA_NOT_WRITABLE, file.parent) from error
