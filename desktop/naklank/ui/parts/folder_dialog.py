"""The system's dialogs in which a folder or a file is chosen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

from naklank.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    Chosen = Callable[[str], object]


def documents() -> str:
    """The folder where this user's documents are."""
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def ask_for_folder(parent: QWidget, chosen: Chosen, start: str = "") -> None:
    """Open it and return at once; `chosen` hears of a choice. It begins in `start`, if given."""
    dialog = QFileDialog(parent, tr("In which folder?"), start)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(chosen)
    _open(dialog)


def ask_where_to_save(parent: QWidget, chosen: Chosen, name: str, kind: str) -> None:
    """As above, for a file that is to be written; `name` is offered, among the documents."""
    dialog = QFileDialog(parent, tr("Save where?"), documents(), kind)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    dialog.selectFile(name)
    dialog.fileSelected.connect(chosen)
    _open(dialog)


def ask_for_file(parent: QWidget, chosen: Chosen, title: str, kind: str) -> None:
    """As above, for a file; `kind` is a filter of Qt's, such as "ZIP (*.zip)"."""
    dialog = QFileDialog(parent, title, "", kind)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(chosen)
    _open(dialog)


def ask_for_files(parent: QWidget, chosen: Callable[[list[str]], object], title: str) -> None:
    """As above, for any files, one or more."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(chosen)
    _open(dialog)


def _open(dialog: QFileDialog) -> None:
    """A native one is no window of Qt's that closes: it goes when it has answered."""
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
