"""Talking to the person who waits, and to other programs."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


class SetUpError(Exception):
    """An expected failure; its text is the sentence for the user."""


def say(line: str) -> None:
    """Print a progress line on stderr; stdout belongs to the job and the tests."""
    print(line, file=sys.stderr, flush=True)


def call(command: Sequence[str | Path], *, chatter: bool = False) -> int:
    """The exit code of `command`, run in the repository; chatter sends its stdout to stderr."""
    with subprocess.Popen(command, cwd=ROOT, stdout=sys.stderr if chatter else None) as process:
        try:
            code = process.wait()
        except KeyboardInterrupt:
            # The child got the same Ctrl-C. Killing it, as subprocess.run does, would cut off
            # its own tidying up: dpkg's database, pip's roll-back, pytest's summary.
            process.wait()
            raise
    return code if code >= 0 else 128 - code


def answer(command: Sequence[str | Path]) -> tuple[int, str]:
    """The exit code and stdout of a quick question to another program; 127 if it won't start."""
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    except OSError:
        return 127, ""
    return done.returncode, done.stdout
