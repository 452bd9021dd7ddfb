"""What the patient reads on a screen is in the language of the summary; not so the buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from naklank.core.agreement import TakeHome
from naklank.core.session import State
from naklank.ui.hand_over.phone_window import PhoneWindow
from naklank.ui.hand_over.qr_window import QrWindow
from naklank.ui.parts.opening import open_over
from naklank.ui.speak.own_phone_window import OwnPhoneWindow
from support.stage import Stage, approved

if TYPE_CHECKING:
    from naklank.core.settings import ScreenLanguage
    from naklank.core.transcript import Language

OTHER: dict[ScreenLanguage, Language] = {"nl": "en", "en": "nl"}
"""By the language of the screen that of the summary."""
DOCTOR = {"nl": "Sluiten", "en": "Close"}


@pytest.fixture(params=OTHER)
def screen(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> ScreenLanguage:
    """Spoken by the screen, while a summary is made in the other one."""
    language: ScreenLanguage = request.param
    monkeypatch.setenv("NAKLANK_LANGUAGE", language)
    return language


@pytest.fixture
def summary(screen: ScreenLanguage, stage: Stage) -> Language:
    stage.set(speech_language=OTHER[screen])
    assert stage.table.desk.session.language == OTHER[screen]
    return OTHER[screen]


def begins(label: QLabel, words: dict[Language, str], language: Language) -> None:
    assert label.text().startswith(words[language])


def test_where_it_is_played_for_the_phone(
    stage: Stage, screen: ScreenLanguage, summary: Language
) -> None:
    approved(stage)
    window = PhoneWindow(stage.table.desk, stage.window, second=1)
    open_over(window)
    begins(window.steps[0], {"nl": "1.  Zet de recorder", "en": "1.  Start the recorder"}, summary)
    assert window.close_it.text() == DOCTOR[screen]
    stage.click(window.play)
    playing = {"nl": "Wij spelen af. Even stil, graag.", "en": "Playing. Be quiet, please."}
    stage.wait(lambda: window.sign.text() == playing[summary])
    window.close()


def test_where_the_phone_records_along(
    stage: Stage, screen: ScreenLanguage, summary: Language
) -> None:
    stage.choose(TakeHome.OWN_PHONE)
    stage.table.agree()
    window = OwnPhoneWindow(stage.table.desk, stage.window, second=1)
    open_over(window)
    begins(window.steps[1], {"nl": "2.  Leg de telefoon", "en": "2.  Lay the phone"}, summary)
    closed = {"nl": "Microfoon is dicht", "en": "Microphone is closed"}
    assert window.sign.text == closed[summary]
    assert window.close_it.text() == DOCTOR[screen]
    stage.click(window.main)
    stage.wait_for(State.RECORDING)
    stage.speak(2.0)
    recording = {"nl": "OPNAME LOOPT", "en": "RECORDING"}
    assert window.sign.text == recording[summary]
    stage.click(window.main)
    done = {"nl": "✓ Klaar. Zet de recorder", "en": "✓ Done. Stop the recorder"}
    stage.wait(lambda: window.large.text().startswith(done[summary]))
    window.close()


def test_where_somebody_reads_along(
    stage: Stage, screen: ScreenLanguage, summary: Language
) -> None:
    stage.table.agree()
    stage.press(Qt.Key.Key_G)
    window = stage.window.speak.live.reading
    assert window is not None
    begins(window.unchecked, {"nl": "Nog niet nagekeken", "en": "Not checked yet"}, summary)
    expected = {
        "nl": "Hier komt te staan wat de arts zegt.",
        "en": "What the doctor says will stand here.",
    }
    assert window.text.toPlainText() == expected[summary]
    closed = {"nl": "Microfoon is dicht", "en": "Microphone is closed"}
    assert window.sign.text == closed[summary]
    assert stage.window.speak.sign.text == closed[screen]
    assert window.close_it.text() == DOCTOR[screen]


def test_who_reads_along_with_the_next_summary_reads_its_language(stage: Stage) -> None:
    desk = stage.table.desk
    stage.table.agree()
    stage.press(Qt.Key.Key_G)
    window = stage.window.speak.live.reading
    assert window is not None
    assert window.sign.text == "Microfoon is dicht"
    desk.withdraw()
    stage.set(speech_language="en")
    stage.table.agree()
    stage.press(Qt.Key.Key_G)
    assert window.isVisible()
    assert window.sign.text == "Microphone is closed"
    begins(window.unchecked, {"en": "Not checked yet"}, "en")


def test_beside_the_code_for_the_camera(
    stage: Stage, screen: ScreenLanguage, summary: Language
) -> None:
    approved(stage)
    window = QrWindow(stage.table.desk.handing_over.sheet(), stage.window)
    open_over(window)
    first = window.findChildren(QLabel)[0]
    begins(first, {"nl": "Richt de camera", "en": "Point the camera"}, summary)
    assert window.close_it.text() == DOCTOR[screen]
    window.close()
