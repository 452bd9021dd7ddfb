"""Whoever asks reads under which terms each part of Naklank is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from naklank.ui.beside.licences_window import LicencesWindow

if TYPE_CHECKING:
    from support.stage import Stage


def _open(stage: Stage) -> LicencesWindow:
    """By the button in the help."""
    stage.window.windows.open_help()
    assert stage.window.windows.help is not None
    stage.click(stage.window.windows.help.licences)
    window = stage.window.findChild(LicencesWindow)
    assert isinstance(window, LicencesWindow)
    stage.wait(lambda: window.names.count() > 1)
    return window


def _listed(window: LicencesWindow) -> list[str]:
    items = [window.names.item(row) for row in range(window.names.count())]
    return [item.text() for item in items if not item.isHidden()]


def test_the_text_about_them_stands_first_and_explains_qt(stage: Stage) -> None:
    window = _open(stage)
    assert _listed(window) == ["Over de licenties", "LAME", "segno 1.6.6"]
    assert window.about.isVisible()
    assert "u mag het vervangen" in window.about.toPlainText()
    assert window.count.text() == "2 onderdelen"


def test_a_part_shows_its_facts_and_its_texts(stage: Stage) -> None:
    window = _open(stage)
    window.names.setCurrentRow(1)
    assert not window.about.isVisible()
    said = window.text.toPlainText()
    for words in ("av 18.1.0", "LGPL-2.0-or-later", "https://lame", "without restriction"):
        assert words in said


def test_they_are_searched_by_name_and_by_licence(stage: Stage) -> None:
    window = _open(stage)
    window.search.setText("lgpl")
    assert _listed(window) == ["Over de licenties", "LAME"]
    assert window.count.text() == "1 onderdeel"
    window.search.setText("SEGNO bsd")
    assert _listed(window) == ["Over de licenties", "segno 1.6.6"]


def test_one_window_however_often_it_is_asked_for(stage: Stage) -> None:
    _open(stage)
    stage.window.windows.open_licences()
    assert len(stage.window.findChildren(LicencesWindow)) == 1
