"""Somebody starts Naklank once more, while it is open."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from support.practice import agree_by_keys

if TYPE_CHECKING:
    from collections.abc import Callable

    from support.pilot import Pilot


def test_the_window_that_is_open_comes_forward(app: Callable[..., Pilot]) -> None:
    with app() as pilot:
        agree_by_keys(pilot)
        pilot.ask("window.showMinimized()")
        pilot.wait_for("window.isMinimized()")
        second = subprocess.run(
            [sys.executable, "-m", "naklank"],
            env=pilot._environment,
            capture_output=True,
            timeout=60,
            check=False,
        )
        assert (second.returncode, second.stdout, second.stderr) == (0, b"", b"")
        pilot.wait_for("not window.isMinimized() and window.isActiveWindow()")
        assert pilot.ask("desk.controller.state.value") == "agreed"
