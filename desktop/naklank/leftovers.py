"""What a killed run left half-made."""

import shutil
import time
from pathlib import Path
from typing import Final

OLD: Final = 600.0
"""Seconds; no run of ours writes for so long, so what is older belongs to nobody any more."""


def remove_leftovers(folder: Path, prefix: str) -> None:
    """Remove the temporary folders of runs that were killed; never those of a run at work."""
    for path in folder.glob(f"{prefix}*"):
        if path.is_dir() and time.time() - path.stat().st_mtime > OLD:
            shutil.rmtree(path, ignore_errors=True)
