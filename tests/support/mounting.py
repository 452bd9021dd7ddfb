"""A shell in a mount name space of its own: what it mounts is seen by it and /proc alone.

Nothing stays mounted when it ends or is killed.
"""

from __future__ import annotations

import contextlib
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class NotMountedError(Exception):
    """This computer or this user cannot mount that."""


@dataclass(frozen=True, slots=True)
class Mounting:
    """The shell, and the folder that it mounted something over."""

    place: Path
    """Where the shell sees the folder."""
    folder: Path
    """Where everybody else does."""
    commands: IO[str]
    answers: IO[str]

    def ask(self, command: str) -> str:
        """Nothing when the command succeeded, else what it said."""
        self.commands.write(f"{command} && echo done || echo failed\n")
        self.commands.flush()
        lines = []
        while (line := self.answers.readline().strip()) not in ("done", "failed", ""):
            lines.append(line)
        return "" if line == "done" else " ".join(["failed:", *lines])


@contextlib.contextmanager
def mounted(mount: str, place: Path, flags: str = "-m") -> Iterator[Mounting]:
    """Run `mount` (`mount … '{place}'`) in a name space by `unshare`; raises NotMountedError."""
    with subprocess.Popen(
        ["unshare", flags, "sh"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as shell:
        assert shell.stdin
        assert shell.stdout
        folder = Path(f"/proc/{shell.pid}/root{place}")
        mounting = Mounting(place, folder, shell.stdin, shell.stdout)
        try:
            refused = mounting.ask(f"{mount} '{place}'")
        except BrokenPipeError:  # unshare itself has refused: in a chroot
            refused = "no name space of its own"
        if refused:
            with contextlib.suppress(BrokenPipeError):
                shell.stdin.close()
            raise NotMountedError(refused)
        yield mounting
