"""Takes the pictures of `make.py`; a run of pytest, so that a warning of Qt's fails it."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from naklank.core.transcript import Language, Segment, Transcript, Word
from naklank.ui.colours import DARK, HIGH_DARK, HIGH_LIGHT, LIGHT
from naklank.ui.theme import apply_theme
from naklank.ui.window_place import within_screens
from support.screens import SCREENS, views
from support.stage import open_stage

LOOKS = {"light": LIGHT, "dark": DARK, "contrast": HIGH_LIGHT, "dark-contrast": HIGH_DARK}
ROOM = (1280, 800)
"""Or as much of it as the screen gives."""


TEXTS = {
    "nl": "Wat is er aan de hand? U heeft een longontsteking, aan de rechter kant. Het is niet "
    "gevaarlijk. Wat gaan we doen? U neemt drie keer per dag 500 milligram amoxicilline, zeven "
    "dagen lang. Wat doet u zelf? Rust uit en drink genoeg. Wanneer belt u ons? Bel als u meer dan "
    "39 graden koorts krijgt.",
    "en": "What is going on? You have pneumonia, on the right side. It is not dangerous. What are "
    "we going to do? You take 500 milligrams of amoxicillin three times a day, for seven days. "
    "What do you do yourself? Rest and drink enough. When do you call us? Call if your fever goes "
    "over 39 degrees.",
}
PACE = 16
"""Words a second: all of it within the four seconds that a table records."""


def typed(language: Language) -> Transcript:
    words = tuple(
        Word(at / PACE, (at + 0.8) / PACE, word, 0.9)
        for at, word in enumerate(TEXTS[language].split())
    )
    return Transcript(language, 4.0, (Segment(words),))


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", SCREENS)
def test_picture(
    tmp_path: Path,
    qtbot: QtBot,
    qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    language: Language,
) -> None:
    monkeypatch.setenv("NAKLANK_LANGUAGE", language)
    folder = Path(os.environ["NAKLANK_PICTURES"])
    apply_theme(qapp)
    room = within_screens(*ROOM).toTuple()
    with open_stage(tmp_path, qtbot, qapp, size=room) as stage:
        practice = replace(stage.table.desk.settings.practice, name="De Linde")
        stage.set(doctors=("dokter Van Dam",), practice=practice, speech_language=language)
        stage.table.desk.choices.choose_doctor("dokter Van Dam")
        stage.table.typist.transcript = typed(language)
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
