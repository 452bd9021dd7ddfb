"""A hand on mouse and keyboard, and an eye on the window of the real app."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Sequence

    from support.screen import Screen

APP = Path(__file__).with_name("piloted_app.py")
PATIENCE = 60.0

_OF_SOUND = re.compile(r"^ALSA lib|^Expression '|(?:und|ov)errun occurred$")
"""ALSA tells of gaps in what is played and recorded, of two at once in pieces; PortAudio of
microphones that do not open. Nothing of ours prints."""


class Pilot:
    """The app on a screen, from its start to its end, in a `with` block.

    Fails when the app prints a warning or does not end by itself.
    """

    def __init__(
        self, screen: Screen, environment: dict[str, str], watcher: Sequence[str | Path] = ()
    ) -> None:
        """`watcher` is a command that runs the app, such as strace with its options."""
        self.screen = screen
        self._environment = environment
        self._watcher = watcher

    def __enter__(self) -> Self:
        self.process = subprocess.Popen(
            [*self._watcher, sys.executable, APP],
            env=self._environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        self.wait_for("(window.windows.first or window).isActiveWindow()")
        return self

    def __exit__(self, kind: type[BaseException] | None, *_rest: object) -> None:
        if kind is not None:
            self.process.kill()
        elif self.process.poll() is None:
            self.ask("window.close()")
        _answers, printed = self.process.communicate(timeout=PATIENCE)
        if kind is None:
            assert self.process.returncode == 0, printed
            ours = [line for line in printed.splitlines() if line and not _OF_SOUND.search(line)]
            assert not ours, printed
        else:
            sys.stderr.write(printed)

    @property
    def state(self) -> str:
        return str(self.ask("desk.session.state.value"))

    def ask(self, question: str) -> Any:
        """What an expression over `window` and `desk` is worth now."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(question + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        assert line, "the app has ended"
        answer = json.loads(line)
        assert "error" not in answer, f"{question}: {answer['error']}"
        return answer["value"]

    def wait_for(self, question: str, patience: float = PATIENCE) -> None:
        """Go on when it holds."""
        deadline = time.monotonic() + patience
        while not self.ask(question):
            assert time.monotonic() < deadline, f"{question}; {self._what_is_shown()}"

    def wait_for_state(self, state: str, patience: float = PATIENCE) -> None:
        self.wait_for(f"desk.session.state.value == {state!r}", patience)

    def click(self, widget: str) -> None:
        """Click the middle of a control, such as `window.agree.go_on`, once it can be."""
        self._wait_until_it_hears()
        self.wait_for(f"{widget}.isEnabled() and {widget}.isVisible()")
        where = self.ask(f"place({widget})")
        self.screen.xdotool("mousemove", where["x"], where["y"], "click", 1)

    def press(self, *keys: str) -> None:
        """Press keys by their X names, such as `ctrl+Return`, one after the other."""
        self._wait_until_it_hears()
        self.screen.xdotool("key", "--clearmodifiers", *keys)

    def type(self, text: str) -> None:
        self.screen.xdotool("type", "--delay", 5, text)

    def _wait_until_it_hears(self) -> None:
        """A new page hears nothing for half a second, and that is right."""
        self.wait_for("not window.guard.is_deaf")

    def _what_is_shown(self) -> str:
        message = self.ask("window.messages.text")
        return f"state {self.state}, message {message!r}"
