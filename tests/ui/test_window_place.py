"""The window comes back where it stood."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from naklank.ui import window_place
from naklank.ui.window_place import put_back, remember, within_screens
from support.screens import SCREENS, SHOWS, in_front
from support.stage import reviewing

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from support.stage import Stage

LAPTOP = QSize(911, 512)
"""1366 by 768 pixels at 150 %."""


def shown(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(300, 200)
    return window


def test_it_is_as_large_and_stands_where_it_stood(qtbot: QtBot, tmp_path: Path) -> None:
    window = shown(qtbot)
    window.setGeometry(120, 90, 510, 330)
    window.show()
    remember(window, tmp_path / "window")
    other = shown(qtbot)
    put_back(other, tmp_path / "window")
    other.show()
    assert other.geometry().getRect() == (120, 90, 510, 330)


def test_filled_screen_is_filled_again(qtbot: QtBot, tmp_path: Path) -> None:
    window = shown(qtbot)
    window.showMaximized()
    remember(window, tmp_path / "window")
    other = shown(qtbot)
    put_back(other, tmp_path / "window")
    assert other.isMaximized()


def test_from_a_screen_that_is_gone_it_comes_onto_one_that_is_there(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window = shown(qtbot)
    window.setGeometry(5000, 4000, 510, 330)
    window.show()
    remember(window, tmp_path / "window")
    other = shown(qtbot)
    put_back(other, tmp_path / "window")
    other.show()
    screen = other.screen().availableGeometry()
    assert screen.contains(other.geometry().center())


@pytest.mark.parametrize("data", [b"", b"broken", bytes(300)])
def test_what_was_remembered_wrongly_changes_nothing(
    data: bytes, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "window").write_bytes(data)
    window = shown(qtbot)
    put_back(window, tmp_path / "window")
    assert (window.width(), window.height()) == (300, 200)


def test_where_nothing_can_be_written_it_is_forgotten(qtbot: QtBot, tmp_path: Path) -> None:
    window = shown(qtbot)
    remember(window, tmp_path / "weg" / "window")
    put_back(window, tmp_path / "weg" / "window")
    assert (window.width(), window.height()) == (300, 200)


def test_no_window_is_larger_than_the_screen() -> None:
    """The pictures of `tests/screens` show what is left of a page on a small one."""
    screen = QGuiApplication.primaryScreen().availableSize()
    assert within_screens(300, 200) == QSize(300, 200)
    assert within_screens(300, 9000).height() < screen.height()
    assert within_screens(9000, 200).width() == screen.width()


class _SmallLaptop:
    """The only screen that there is."""

    @staticmethod
    def screens() -> list[_SmallLaptop]:
        return [_SmallLaptop()]

    def availableSize(self) -> QSize:  # noqa: N802 - Qt's name
        return LAPTOP


@pytest.mark.parametrize("name", SHOWS)
def test_each_window_fits_a_small_laptop_at_150_percent(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(window_place, "QGuiApplication", _SmallLaptop)
    SCREENS[name](stage)
    window = in_front(stage)
    assert type(window).__name__ == SHOWS[name]
    room = QGuiApplication.primaryScreen().size() if window.isFullScreen() else LAPTOP
    assert window.size().boundedTo(room) == window.size()


def test_the_most_keys_fit_there_too(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(window_place, "QGuiApplication", _SmallLaptop)
    reviewing(stage)
    stage.window.windows.open_keys()
    assert in_front(stage).height() <= LAPTOP.height()
