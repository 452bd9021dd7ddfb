"""A screen reader finds every control of every screen, over AT-SPI, by name and role."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from support.desktop_session import session_bus
from support.screen import Screen

ROOT = Path(__file__).resolve().parents[2]
QUIET = "This plugin does not support propagateSizeHints\nAtSpiAdaptor"
"""Qt's bridge warns of each question that it has no answer to."""


@pytest.mark.skipif(sys.platform != "linux", reason="AT-SPI is the Linux desktop's")
def test_every_screen_is_read_from_another_process() -> None:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:xdist", "-p", "no:cacheprovider"]
    with Screen() as screen, session_bus() as bus:
        answer = subprocess.run(
            [*command, "-o", f"qt_log_ignore={QUIET}", "tests/screens/read.py"],
            cwd=ROOT,
            env={
                **screen.environment(),
                "DBUS_SESSION_BUS_ADDRESS": bus,
                "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            },
            capture_output=True,
            encoding="utf-8",
            timeout=1200,
            check=False,
        )
    assert answer.returncode == 0, answer.stdout[-8000:]
