"""Takes the pictures of `make.py`; a run of pytest, so that a warning of Qt's fails it."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from naklank.ui.colours import DARK, HIGH_DARK, HIGH_LIGHT, LIGHT
from naklank.ui.theme import apply_theme
from naklank.ui.window_place import within_screens
from support.screens import SCREENS, views
from support.stage import open_stage

LOOKS = {"light": LIGHT, "dark": DARK, "contrast": HIGH_LIGHT, "dark-contrast": HIGH_DARK}
ROOM = (1280, 800)
"""Or as much of it as the screen gives."""


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", SCREENS)
def test_picture(
    tmp_path: Path,
    qtbot: QtBot,
    qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    language: str,
) -> None:
    monkeypatch.setenv("NAKLANK_LANGUAGE", language)
    folder = Path(os.environ["NAKLANK_PICTURES"])
    apply_theme(qapp)
    room = within_screens(*ROOM).toTuple()
    with open_stage(tmp_path, qtbot, qapp, size=room) as stage:
        practice = replace(stage.table.desk.settings.practice, name="De Linde")
        stage.set(doctors=("dokter Van Dam",), practice=practice)
        stage.table.desk.choose_doctor("dokter Van Dam")
        SCREENS[name](stage)
        for look, worn in LOOKS.items():
            apply_theme(qapp, worn)
            for part, window in views(stage):
                picture = window.grab()
                scale = round(100 * picture.devicePixelRatio())
                place = folder / language / f"{look}-{scale}"
                place.mkdir(parents=True, exist_ok=True)
                file = f"{name} {part}".strip().replace(" ", "-")
                assert picture.save(str(place / f"{file}.png"))
