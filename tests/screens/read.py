"""Reads every screen and window as a screen reader does; `tests/e2e/test_screen_reader.py` runs it.

It needs a screen, a session bus, and `QT_LINUX_ACCESSIBILITY_ALWAYS_ON`.
"""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from naklank.ui.theme import apply_theme
from support.controls import controls
from support.screens import SCREENS, views
from support.stage import Stage, open_stage

READER = Path(__file__).resolve().parents[1] / "support" / "at_spi.py"
MAY_BE_MUTE = {"scroll pane", "table cell"}
"""What only scrolls, and the empty cells of a table."""
NOTHING = {"", "unknown", "invalid", "filler", "panel"}
"""Roles that tell nobody what can be done."""


def _read(stage: Stage) -> list[dict[str, Any]]:
    """What another process finds while this one goes on answering."""
    command = ["/usr/bin/python3", str(READER), str(os.getpid())]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as reader:
        stage.wait(lambda: reader.poll() is not None)
        assert reader.stdout is not None
        found: list[dict[str, Any]] = json.loads(reader.stdout.read())
    return found


def _name(control: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name)


@pytest.mark.parametrize("name", SCREENS)
def test_a_reader_finds_all(tmp_path: Path, qtbot: QtBot, qapp: QApplication, name: str) -> None:
    apply_theme(qapp)
    with open_stage(tmp_path, qtbot, qapp) as stage:
        stage.set(doctors=("dokter Van Dam",))
        SCREENS[name](stage)
        for part, window in views(stage):
            found = _read(stage)
            reached = {one["name"] for one in found if one["role"] not in NOTHING}
            wanted = {_name(one) for one in controls(window)}
            assert wanted, part
            assert wanted <= reached, part
            mute = [one for one in found if one["focusable"] and not one["name"]]
            assert not [one for one in mute if one["role"] not in MAY_BE_MUTE], part
