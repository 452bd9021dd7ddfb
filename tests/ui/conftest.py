"""Windows that nobody sees: Qt draws them in memory."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from naklank.ui.settings.window import SettingsWindow

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from support.stage import Stage


@pytest.fixture(scope="session")
def themed(qapp: QApplication) -> QApplication:
    """The app as it is dressed for people."""
    from naklank.ui.theme import apply_theme

    apply_theme(qapp)
    return qapp


@pytest.fixture
def shown(qtbot: QtBot, themed: QApplication) -> Callable[[QWidget], QWidget]:  # noqa: ARG001 - dressed first
    """Put a widget on screen, in front, at its own size or 1024 wide at most."""

    def show(widget: QWidget) -> QWidget:
        qtbot.addWidget(widget)
        widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)
        return widget

    return show


@pytest.fixture
def stage(tmp_path: Path, qtbot: QtBot, themed: QApplication) -> Iterator[Stage]:
    """The real window with fakes behind it, as small as it may be."""
    from support.stage import open_stage

    with open_stage(tmp_path, qtbot, themed) as stage:
        yield stage


@pytest.fixture
def open_settings(stage: Stage) -> Callable[[], SettingsWindow]:
    """Press the button in the header."""

    def opened() -> SettingsWindow:
        stage.click(stage.window.steps._settings)
        stage.wait(lambda: isinstance(QApplication.activeWindow(), SettingsWindow))
        (window,) = (one for one in stage.window.findChildren(SettingsWindow) if one.isVisible())
        stage.wait(lambda: window.microphone.device.count() == 3)
        return window

    return opened
