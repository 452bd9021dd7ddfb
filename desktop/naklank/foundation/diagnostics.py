"""The log: where the program went wrong, and nothing of what was said."""

import contextlib
import traceback
from datetime import UTC, datetime
from pathlib import Path

from naklank import __version__
from naklank.core.errors import ErrorCode, NaklankError


def record_unexpected(error: BaseException, log: Path) -> NaklankError:
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
        with log.open("a", encoding="utf-8") as stream:
            stream.write("\n".join([f"{moment} naklank {__version__} {kind}", *places, ""]))
    return NaklankError(ErrorCode.UNEXPECTED, kind=kind, log=str(log))
