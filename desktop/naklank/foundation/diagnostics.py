"""The log: where the program went wrong, and nothing of what was said."""

import contextlib
import traceback
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from naklank import __version__
from naklank.core.errors import ErrorCode, NaklankError

LARGEST: Final = 64_000
"""Bytes after which a log is begun anew; the one before it is kept, older ones are not."""


def record_unforeseen(error: BaseException, log: Path) -> NaklankError:
    """Write the kind and the places of an unforeseen error to the log, and name it for people.

    Its message is left out: a library may have put a sentence of the patient's into it.
    """
    kind = type(error).__name__
    places = [
        f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]
    moment = datetime.now(UTC).isoformat(timespec="seconds")
    with contextlib.suppress(OSError):  # no room for a log is no second failure
        log.parent.mkdir(parents=True, exist_ok=True)
        _rotate(log)
        with log.open("a", encoding="utf-8") as stream:
            stream.write("\n".join([f"{moment} naklank {__version__} {kind}", *places, ""]))
    return NaklankError(ErrorCode.UNFORESEEN, kind=kind, log=str(log))


def read_log(log: Path) -> str:
    """All that is kept of it, the oldest first; empty where nothing ever went wrong."""
    parts = []
    for file in (_before(log), log):
        with contextlib.suppress(OSError):
            parts.append(file.read_text(encoding="utf-8", errors="replace"))
    return "".join(parts)


def _rotate(log: Path) -> None:
    with contextlib.suppress(OSError):  # none yet, or another program holds it: it grows a little
        if log.stat().st_size > LARGEST:
            log.replace(_before(log))


def _before(log: Path) -> Path:
    return log.with_name(f"{log.stem}.1{log.suffix}")
