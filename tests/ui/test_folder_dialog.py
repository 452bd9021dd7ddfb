"""The dialogs for folders and files: in Dutch where Qt draws them, and where people keep things."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget

from naklank.ui.parts import folder_dialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

ENGLISH = {"Look in:", "Files of type:", "Directory:", "File name:", "Choose", "Open", "Cancel"}
WAYS: dict[str, Callable[[QWidget], None]] = {
    "folder": lambda parent: folder_dialog.ask_for_folder(parent, print),
    "gone": lambda parent: folder_dialog.ask_for_folder(parent, print, "/no/such/folder"),
    "file": lambda parent: folder_dialog.ask_for_file(parent, print, "ZIP", "ZIP (*.zip)"),
    "files": lambda parent: folder_dialog.ask_for_files(parent, print, "Wat?"),
    "save": lambda parent: folder_dialog.ask_where_to_save(parent, print, "a.csv", "CSV (*.csv)"),
}


@pytest.mark.parametrize("documents", ["there", "gone"])
@pytest.mark.parametrize("way", WAYS)
def test_it_begins_with_the_documents_or_at_home_and_in_dutch(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str, documents: str
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    folder = tmp_path / documents
    (tmp_path / "there").mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(folder))
    parent = QWidget()
    qtbot.addWidget(parent)
    WAYS[way](parent)
    dialog = parent.findChild(QFileDialog)
    assert dialog is not None
    begun = folder if documents == "there" else tmp_path
    assert Path(dialog.directory().absolutePath()) == begun
    said = {one.text().replace("&", "") for one in dialog.findChildren(QLabel)}
    said |= {one.text().replace("&", "") for one in dialog.findChildren(QPushButton)}
    assert {"Waar:", "Soort:", "Annuleren"} <= said
    assert not said & ENGLISH
    dialog.reject()
