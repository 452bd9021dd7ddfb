"""A model's folder takes its name in one step, so that half a model is never met."""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from naklank.foundation.durable import sync_folder
from naklank.foundation.leftovers import find_leftovers


@contextlib.contextmanager
def building_place(parent: Path, prefix: str) -> Iterator[Path]:
    """A folder beside the models, removed afterwards with all that was not placed."""
    parent.mkdir(parents=True, exist_ok=True)
    for leftover in find_leftovers(parent, prefix):
        shutil.rmtree(leftover, ignore_errors=True)
    with tempfile.TemporaryDirectory(
        prefix=prefix, dir=parent, ignore_cleanup_errors=True
    ) as temporary:
        yield Path(temporary)


def place(built: Path, folder: Path) -> None:
    """Give the folder its name; another process that was first has made the same."""
    sync_folder(built)
    try:
        os.rename(built, folder)  # noqa: PTH104 - must not replace, unlike Path.replace
    except OSError:
        if not folder.is_dir():
            raise
    sync_folder(folder.parent)
