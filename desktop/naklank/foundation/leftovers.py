"""What a killed run left half-made."""

import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

OLD: Final = 600.0
"""Seconds; no run of ours writes for so long, so what is older belongs to nobody any more."""

_RANDOM: Final = re.compile(r"[a-z0-9_]{8}")
"""What `tempfile` puts behind a prefix."""


def find_leftovers(folder: Path, prefix: str) -> Iterator[Path]:
    """The temporary folders of runs that were killed; never those of a run at work.

    Nor a folder of somebody else's that only begins alike, nor what a link points to.
    """
    for path in folder.glob(f"{prefix}*"):
        ours = _RANDOM.fullmatch(path.name.removeprefix(prefix)) and not path.is_symlink()
        if ours and path.is_dir() and _is_old(path):
            yield path


def _is_old(path: Path) -> bool:
    """Not where it is gone by now: another run has just finished it."""
    try:
        return time.time() - path.stat().st_mtime > OLD
    except OSError:
        return False
