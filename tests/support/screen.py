"""A real X server with a window manager, that nobody looks at."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING, Self

from support import processes

if TYPE_CHECKING:
    from pathlib import Path

PATIENCE = 20.0


class Screen:
    """An Xvfb of its own, in a `with` block; its clicks and keys are as a hand's."""

    def __init__(self, width: int = 1280, height: int = 900) -> None:
        self._size = f"{width}x{height}x24"
        self._running: list[subprocess.Popen[bytes]] = []
        self.display = ""

    def __enter__(self) -> Self:
        ready, server_end = os.pipe()
        self._run(
            ["Xvfb", "-displayfd", str(server_end), "-screen", "0", self._size, "-nolisten", "tcp"],
            pass_fds=(server_end,),
        )
        os.close(server_end)
        with os.fdopen(ready) as answer:  # its number, once it takes clients
            self.display = f":{answer.readline().strip()}"
        self._run(["openbox"], env=self.environment())
        return self

    def __exit__(self, *_: object) -> None:
        for process in reversed(self._running):
            process.terminate()
            process.wait(PATIENCE)
            processes.SERVERS.discard(process.pid)

    def environment(self) -> dict[str, str]:
        return {**os.environ, "DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb"}

    def xdotool(self, *arguments: object) -> None:
        """Move, click and press as a hand does."""
        subprocess.run(
            ["xdotool", *map(str, arguments)],
            env=self.environment(),
            check=True,
            capture_output=True,
            timeout=PATIENCE,
        )

    def photograph(self, file: Path) -> None:
        """What stands on the whole screen, as PNG."""
        subprocess.run(
            ["import", "-window", "root", file],
            env=self.environment(),
            check=True,
            timeout=PATIENCE,
        )

    def _run(
        self,
        command: list[str],
        env: dict[str, str] | None = None,
        pass_fds: tuple[int, ...] = (),
    ) -> None:
        process = subprocess.Popen(
            command,
            env=env,
            pass_fds=pass_fds,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        processes.SERVERS.add(process.pid)
        self._running.append(process)
