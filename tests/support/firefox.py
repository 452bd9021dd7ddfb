"""A real Firefox, driven by WebDriver BiDi (W3C), which it speaks without a driver beside it."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from websockets.sync.client import ClientConnection, connect

if TYPE_CHECKING:
    from collections.abc import Iterator

PATIENCE: Final = 60.0
"""Seconds for an answer."""

_QUIET: Final = {
    "app.normandy.enabled": False,
    "app.update.auto": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "media.autoplay.default": 5,  # only what a hand has started plays, as at home
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "toolkit.telemetry.enabled": False,
}


@dataclass
class FirefoxPage:
    """One page, and every address that it asked for."""

    connection: ClientConnection
    context: str = ""
    asked: list[str] = field(default_factory=list)
    _number: int = 0

    def call(self, method: str, **params: object) -> Any:
        """A command of the protocol and its answer; what is told meanwhile is kept."""
        self._number += 1
        self.connection.send(json.dumps({"id": self._number, "method": method, "params": params}))
        while True:
            answer = json.loads(self.connection.recv(timeout=PATIENCE))
            if answer.get("method") == "network.beforeRequestSent":
                self.asked.append(answer["params"]["request"]["url"])
            if answer.get("id") == self._number:
                assert answer["type"] == "success", answer
                return answer["result"]

    def open(self, file: Path) -> None:
        self.call(
            "browsingContext.navigate", context=self.context, url=file.as_uri(), wait="complete"
        )

    def evaluate(self, expression: str) -> Any:
        """Text, a number or a yes of JavaScript's; it may not promise anything.

        Where scripts are blocked, no promise of the page's is ever kept.
        """
        told = self.call(
            "script.evaluate",
            expression=f"JSON.stringify({expression})",
            target={"context": self.context},
            awaitPromise=False,
        )
        assert told["type"] == "success", told
        return json.loads(told["result"].get("value", "null"))

    def wait_for(self, expression: str) -> Any:
        """What it gives as soon as that is neither nothing nor a no."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if found := self.evaluate(expression):
                return found
        raise AssertionError(f"never came true: {expression}")

    def click(self, selector: str) -> None:
        """As a finger does: in the middle of the first element that CSS finds."""
        found = self.call(
            "browsingContext.locateNodes",
            context=self.context,
            locator={"type": "css", "value": selector},
        )
        origin = {"type": "element", "element": {"sharedId": found["nodes"][0]["sharedId"]}}
        actions = [
            {"type": "pointerMove", "x": 0, "y": 0, "origin": origin},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        finger = {"type": "pointer", "id": "finger", "actions": actions}
        self.call("input.performActions", context=self.context, actions=[finger])


@contextlib.contextmanager
def firefox_page(folder: Path, *, scripts: bool = True) -> Iterator[FirefoxPage]:
    """An empty page of the system's Firefox with a profile of its own, gone afterwards.

    Without a sound card it leaps to the end of what it plays.
    """
    executable = shutil.which("firefox-esr") or shutil.which("firefox")
    assert executable, "Firefox is not installed"
    profile = folder / "firefox"
    profile.mkdir()
    settings = {**_QUIET, "javascript.enabled": scripts}
    lines = (f"user_pref({json.dumps(key)}, {json.dumps(one)});" for key, one in settings.items())
    (profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
    command = [executable, "--headless", "--no-remote", "--remote-debugging-port", "0"]
    process = subprocess.Popen(
        [*command, "--profile", str(profile), "about:blank"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "HOME": str(folder)},
    )
    try:
        with connect(f"{_address(process)}/session", max_size=None) as connection:
            page = FirefoxPage(connection)
            page.call("session.new", capabilities={})
            page.call("session.subscribe", events=["network.beforeRequestSent"])
            (context,) = page.call("browsingContext.getTree")["contexts"]
            page.context = context["context"]
            yield page
            page.call("browser.close")
        process.wait(PATIENCE)
    finally:
        process.kill()
        process.wait(PATIENCE)
        assert process.stderr
        process.stderr.close()


def _address(process: subprocess.Popen[str]) -> str:
    assert process.stderr
    for line in process.stderr:
        if found := re.search(r"WebDriver BiDi listening on (ws://\S+)", line):
            return found[1]
    raise AssertionError("Firefox ended before it could be driven")
