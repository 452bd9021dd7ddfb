"""Nobody is there for a while: what stands on the screen is covered, and nothing is lost."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QVBoxLayout

from naklank.core.session import State
from naklank.ui.cover import Cover
from support.stage import Stage, approved

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget

Key = Qt.Key
SHORT = 60
"""Milliseconds of a minute."""


@pytest.fixture
def covering(stage: Stage, qapp: QApplication) -> Iterator[Callable[[], Cover]]:
    """Begins to watch, with minutes that pass quickly."""
    covers = []

    def begin() -> Cover:
        stage.set(keeping=replace(stage.table.desk.settings.keeping, cover_minutes=1))
        covers.append(Cover(stage.table.desk, stage.guard, qapp, SHORT))
        return covers[-1]

    yield begin
    for cover in covers:
        qapp.removeEventFilter(cover)
        cover.deleteLater()


def is_covered(window: QWidget) -> bool:
    """Whether what lies uppermost, in the middle and in the corners, is a cover."""
    inside = window.rect().adjusted(3, 3, -3, -3)
    places = (inside.center(), inside.topLeft(), inside.bottomRight())
    names = set()
    for place in places:
        found = window.childAt(place)
        while found is not None and found.parentWidget() is not window:
            found = found.parentWidget()
        names.add(found.accessibleName() if found else "")
    return all("niemand" in name for name in names)


def test_it_lies_over_all_and_the_key_that_takes_it_away_does_nothing_else(
    stage: Stage, covering: Callable[[], Cover]
) -> None:
    approved(stage)
    cover = covering()
    stage.wait(lambda: cover.is_up)
    assert is_covered(stage.window)
    stage.press(Key.Key_P)
    assert not cover.is_up
    assert not stage.table.printer.printed
    assert stage.is_in(State.APPROVED)
    stage.press(Key.Key_P)
    stage.wait_for(State.HANDED_OVER)


def test_a_click_takes_it_away_and_presses_no_button(
    stage: Stage, covering: Callable[[], Cover]
) -> None:
    approved(stage)
    cover = covering()
    stage.wait(lambda: cover.is_up)
    stage.click(stage.window.hand_over.paper.print)
    assert not cover.is_up
    assert not stage.table.printer.printed
    assert stage.is_in(State.APPROVED)


def test_a_mouse_that_is_bumped_leaves_it(stage: Stage, covering: Callable[[], Cover]) -> None:
    cover = covering()
    stage.wait(lambda: cover.is_up)
    stage.hear()
    none = Qt.MouseButton.NoButton
    place = QPointF(40, 40)
    plain = Qt.KeyboardModifier.NoModifier
    move = QMouseEvent(QEvent.Type.MouseMove, place, place, none, none, plain)
    QApplication.sendEvent(stage.window, move)
    assert cover.is_up


def test_it_lies_over_a_window_in_front_too(stage: Stage, covering: Callable[[], Cover]) -> None:
    dialog = QDialog(stage.window)
    QVBoxLayout(dialog).addWidget(QLabel("Neem 500 milligram."))
    dialog.resize(500, 400)
    dialog.open()
    cover = covering()
    stage.wait(lambda: cover.is_up)
    assert is_covered(dialog)
    assert is_covered(stage.window)
    dialog.close()


def test_it_grows_with_its_window(stage: Stage, covering: Callable[[], Cover]) -> None:
    cover = covering()
    stage.wait(lambda: cover.is_up)
    stage.window.resize(1250, 800)
    (sheet,) = cover._sheets
    stage.wait(lambda: sheet.size() == stage.window.size())


def test_a_recording_that_runs_is_never_covered(
    stage: Stage, covering: Callable[[], Cover]
) -> None:
    stage.table.agree()
    stage.table.desk.start_recording()
    stage.wait_for(State.RECORDING)
    cover = covering()
    stillnesses = []
    cover._timer.timeout.connect(lambda: stillnesses.append(cover.is_up))
    stage.wait(lambda: len(stillnesses) >= 3)
    assert not any(stillnesses)
    stage.table.desk.recording.stop()
    stage.wait(lambda: cover.is_up)


def test_whoever_works_is_not_covered(stage: Stage, covering: Callable[[], Cover]) -> None:
    cover = covering()
    cover._minute = 2_000
    cover._wait()
    stage.wait(lambda: cover._timer.remainingTime() < 1_500)
    stage.press(Key.Key_F9)
    assert cover._timer.remainingTime() > 1_700


def test_what_had_the_focus_has_it_again(stage: Stage, covering: Callable[[], Cover]) -> None:
    approved(stage)
    field = stage.window.hand_over.paper.patient
    field.setFocus()
    cover = covering()
    stage.wait(lambda: cover.is_up)
    stage.press(Key.Key_Shift)
    assert field.hasFocus()
