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


@dataclass(frozen=True)
class Outcome:
    status: int
    out: str
    err: str


def run_naklank(*arguments: str | Path, **environment: str) -> Outcome:
    """Run one command to its end, with these variables on top of the environment."""
    done = subprocess.run(
        [COMMAND, *arguments],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        timeout=PATIENCE,
        check=False,
    )
    return Outcome(done.returncode, done.stdout, done.stderr)
