"""The installed command, run as a user runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

COMMAND = Path(sys.executable).with_name("naklank")
PATIENCE = 300.0
"""Seconds after which a command that should have ended counts as hung."""


def environment(**changes: str) -> dict[str, str]:
    """Ours, as a user has it: without what makes Python's output or its libraries behave."""
    hidden = ("CI", "PYTHONUNBUFFERED", "QT_QPA_PLATFORM")
    return {**{name: value for name, value in os.environ.items() if name not in hidden}, **changes}


@dataclass(frozen=True)
class Outcome:
    status: int
    out: str
    err: str


def run_naklank(*arguments: str | Path, **variables: str) -> Outcome:
    """Run one command to its end, with these variables on top of the environment."""
    done = subprocess.run(
        [COMMAND, *arguments],
        capture_output=True,
        encoding="utf-8",
        env=environment(**variables),
        stdin=subprocess.DEVNULL,
        timeout=PATIENCE,
        check=False,
    )
    return Outcome(done.returncode, done.stdout, done.stderr)
