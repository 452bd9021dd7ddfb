"""Every control of every page in every state is named, reached by Tab, and wholly in sight."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QScrollArea,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from naklank.core.agreement import Role
from naklank.ui import theme
from naklank.ui.parts.key_button import KeyButton
from support.controls import controls
from support.screens import SCREENS, views
from support.stage import WAYS, Stage, open_stage

LARGER = 20
"""Pixels of plain text where somebody has enlarged the system's letters by a quarter."""


@pytest.mark.parametrize("name", WAYS)
def test_every_control_has_a_name_and_a_role(stage: Stage, name: str) -> None:
    stage.set(doctors=("dokter Van Dam",))
    WAYS[name](stage)
    nothing = {QAccessible.Role.NoRole, QAccessible.Role.Client}
    buttons = [one for one in stage.window.findChildren(QAbstractButton) if one.isVisible()]
    for control in {*controls(stage.window), *buttons}:
        interface = QAccessible.queryAccessibleInterface(control)
        assert interface.text(QAccessible.Text.Name), control
        assert interface.role() not in nothing, control


@pytest.mark.parametrize("name", WAYS)
def test_tab_reaches_every_control_and_shows_where_it_is(stage: Stage, name: str) -> None:
    WAYS[name](stage)
    stage.settle()
    reached: list[QWidget] = []
    wanted = set(controls(stage.window))
    for _ in range(len(wanted) + 8):
        stage.press(Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert focus.isVisible()
        if isinstance(focus, KeyButton):
            assert focus.is_reached
        if focus not in reached:
            reached.append(focus)
    radios = {one for one in wanted if one.inherits("QRadioButton") and one not in reached}
    # Of buttons that exclude each other, Tab comes to the chosen one; arrows go on from there.
    assert not wanted - set(reached) - radios
    assert not radios or any(one.inherits("QRadioButton") for one in reached)


@pytest.mark.parametrize("name", WAYS)
def test_where_the_focus_is_looks_otherwise(stage: Stage, name: str) -> None:
    WAYS[name](stage)
    stage.settle()
    for control in controls(stage.window):
        stage.window.setFocus()
        before = control.grab().toImage()
        control.setFocus(Qt.FocusReason.TabFocusReason)
        if control.hasFocus() and not control.inherits("SheetView"):
            assert control.grab().toImage() != before, control


@pytest.mark.parametrize("name", [one for one in SCREENS if one not in WAYS])
def test_where_the_focus_is_looks_otherwise_beside_the_pages(stage: Stage, name: str) -> None:
    stage.set(doctors=("dokter Van Dam",))
    SCREENS[name](stage)
    for part, window in views(stage):
        if window is stage.window:
            continue
        window.activateWindow()
        for control in controls(window):
            nowhere = [one for one in controls(window) if one is not control]
            if nowhere:
                nowhere[0].setFocus()
            before = control.grab().toImage()
            control.setFocus(Qt.FocusReason.TabFocusReason)
            if nowhere and control.hasFocus():
                assert control.grab().toImage() != before, (part, control)


def _cut_at_the_right(window: QWidget) -> list[str]:
    """What scrolls up and down alone, and is wider than its place."""
    areas = [one for one in window.findChildren(QScrollArea) if one.isVisible()]
    pairs = [(one.viewport(), one.widget()) for one in areas]
    return [
        f"{inside.width()} > {view.width()}"
        for view, inside in pairs
        if inside is not None and inside.width() > view.width()
    ]


def _clipped(window: QWidget) -> list[str]:
    found = _cut_at_the_right(window)
    for one in window.findChildren(QWidget):
        if not one.isVisible() or isinstance(one, QScrollBar):
            continue
        name = f"{type(one).__name__} {one.accessibleName()}"
        if isinstance(one, KeyButton) and one.width() < one.sizeHint().width():
            found.append(f"{name}: {one.width()} < {one.sizeHint().width()}")
        if isinstance(one, QLabel) and one.wordWrap():
            if one.heightForWidth(one.width()) > one.height():
                found.append(f"{name} {one.text()}: too low")
        # One with a tip ends in "…", and tells the whole there.
        elif isinstance(one, QLabel) and not one.toolTip() and one.width() < one.sizeHint().width():
            found.append(f"{name} {one.text()}: too narrow")
        if isinstance(one, QAbstractButton) and not _in_scroll_area(one):
            place = QRect(one.mapTo(window, QPoint(0, 0)), one.size())
            if not window.rect().contains(place):
                found.append(f"{name}: outside")
    return found


def _in_scroll_area(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return parent is not None and (
        isinstance(parent, QAbstractScrollArea) or _in_scroll_area(parent)
    )


@pytest.mark.parametrize("size", [(1024, 700), (1280, 900)])
@pytest.mark.parametrize("name", WAYS)
def test_nothing_is_clipped(
    tmp_path: Path, qtbot: QtBot, themed: QApplication, name: str, size: tuple[int, int]
) -> None:
    with open_stage(tmp_path, qtbot, themed, size=size) as stage:
        stage.set(doctors=("dokter Van Dam", "dokter Özgür"))
        stage.table.desk.choices.choose_doctor("dokter Van Dam")
        WAYS[name](stage)
        stage.settle()
        assert (stage.window.width(), stage.window.height()) == size
        assert not _clipped(stage.window)


@pytest.mark.parametrize("name", ["agreeing", "recording", "reviewing", "writing", "handed over"])
def test_enlarged_text_fits_the_smallest_window(
    tmp_path: Path, qtbot: QtBot, themed: QApplication, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(theme, "base_px", lambda: LARGER)
    plain = themed.font()
    themed.setFont(theme.font())
    try:
        with open_stage(tmp_path, qtbot, themed) as stage:
            if name == "recording":  # at its usual pace silent seconds pass meanwhile, and are told
                stage.table.card.pace = 1.0
            if name == "recording":  # with every button of the page
                desk = stage.table.desk
                agreement = desk.session.agreement.with_participant(Role.INTERPRETER)
                desk.agree(agreement.with_answer(1, agrees=True))
            WAYS[name](stage)
            stage.settle()
            assert (stage.window.width(), stage.window.height()) == (1024, 700)
            assert not _clipped(stage.window)
    finally:
        themed.setFont(plain)


@pytest.mark.parametrize("larger", [False, True])
def test_who_was_wrong_is_asked_in_words_that_fit(
    tmp_path: Path,
    qtbot: QtBot,
    themed: QApplication,
    monkeypatch: pytest.MonkeyPatch,
    *,
    larger: bool,
) -> None:
    plain = themed.font()
    if larger:
        monkeypatch.setattr(theme, "base_px", lambda: LARGER)
        themed.setFont(theme.font())
    try:
        with open_stage(tmp_path, qtbot, themed) as stage:
            stage.set(doctors=("dokter Van Dam", "dokter Özgür"))
            stage.table.desk.choices.choose_doctor("dokter Van Dam")
            WAYS["checked"](stage)
            stage.type_over("500", "250")
            stage.settle()
            assert not _clipped(stage.window)
            stage.press(Qt.Key.Key_2)
            stage.settle()
            assert stage.window.choice.isVisible()
            assert not _clipped(stage.window)
    finally:
        themed.setFont(plain)
