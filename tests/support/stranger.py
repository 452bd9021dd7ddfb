"""Somebody who knows of the app what stands on the screen: reads as a screen reader, types keys."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from support.screen import Screen

READER = Path(__file__).with_name("at_spi.py")
PATIENCE = 120.0
AGAIN = 3.0
"""Seconds after which a key that did nothing is pressed again: a new page hears none at first."""


class Stranger:
    """The built app on a screen, from its start to its end, in a `with` block.

    `bus` is the address of a session bus outside, over which readers ask.
    """

    def __init__(self, screen: Screen, bus: str, command: Sequence[str]) -> None:
        self._screen = screen
        self._environment = {**screen.environment(), "DBUS_SESSION_BUS_ADDRESS": bus}
        self._command = command

    def __enter__(self) -> Self:
        self.process = subprocess.Popen(
            self._command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        return self

    def __exit__(self, kind: type[BaseException] | None, *_rest: object) -> None:
        self.process.terminate()  # the window closes itself, as at a log-off
        printed, _ = self.process.communicate(timeout=PATIENCE)
        if kind is not None:
            sys.stderr.write(printed)

    def read(self) -> list[dict[str, Any]]:
        """What is shown: role, name, and whether it can be used."""
        found: list[dict[str, Any]] | None = self._ask()
        return found or []

    def click(self, name: str) -> None:
        """Press a control as a screen reader does."""
        self._until(lambda: bool(self._ask(name)), name, PATIENCE)

    def _ask(self, *name: str) -> Any:
        """The reader's answer; None while the app does not answer it."""
        told = subprocess.run(
            ["/usr/bin/python3", READER, str(self.process.pid), *name],
            env=self._environment,
            capture_output=True,
            encoding="utf-8",
            timeout=PATIENCE,
            check=False,
        )
        if told.returncode:
            assert self.process.poll() is None, "the app has ended"
            return None
        return json.loads(told.stdout)

    def sees(self, words: str, *, enabled: bool = False) -> bool:
        """Whether something with these words in its name is shown (and can be used)."""
        return any(words in one["name"] and (one["enabled"] or not enabled) for one in self.read())

    def wait_for(self, words: str, *, enabled: bool = False, patience: float = PATIENCE) -> None:
        self._until(lambda: self.sees(words, enabled=enabled), words, patience)

    def press(self, *keys: str) -> None:
        self._screen.xdotool("key", "--clearmodifiers", *keys)

    def type(self, text: str) -> None:
        self._screen.xdotool("type", "--delay", 20, text)

    def press_until(self, key: str, words: str, *, enabled: bool = False) -> None:
        """Press a key, and again while nothing comes of it."""
        deadline = time.monotonic() + PATIENCE
        while True:
            self.press(key)
            again = time.monotonic() + AGAIN
            while time.monotonic() < again:
                if self.sees(words, enabled=enabled):
                    return
            assert time.monotonic() < deadline, f"{key} brings no {words!r}: {self._names()}"

    def _until(self, holds: Callable[[], bool], what: str, patience: float) -> None:
        deadline = time.monotonic() + patience
        while not holds():
            assert time.monotonic() < deadline, f"no {what!r}: {self._names()}"

    def _names(self) -> list[str]:
        return [f"{one['name']}{'' if one['enabled'] else ' (off)'}" for one in self.read()]
