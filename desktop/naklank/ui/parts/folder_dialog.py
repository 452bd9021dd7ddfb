"""The system's dialogs in which a folder or a file is chosen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from naklank.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


def ask_for_folder(parent: QWidget, chosen: Callable[[str], object], start: str = "") -> None:
    """Open it and return at once; `chosen` hears of a choice. It begins in `start`, if given."""
    dialog = QFileDialog(parent, tr("In which folder?"))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    if start:
        dialog.setDirectory(start)
    dialog.fileSelected.connect(chosen)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def ask_where_to_save(
    parent: QWidget, chosen: Callable[[str], object], file: str, kind: str
) -> None:
    """As above, for a file that is to be written; the name of `file` is offered."""
    dialog = QFileDialog(parent, tr("Save where?"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(kind)
    dialog.setDefaultSuffix(Path(file).suffix.removeprefix("."))
    dialog.selectFile(file)
    dialog.fileSelected.connect(chosen)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def ask_for_file(parent: QWidget, chosen: Callable[[str], object], title: str, kind: str) -> None:
    """As above, for a file; `kind` is a filter of Qt's, such as "ZIP (*.zip)"."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(kind)
    dialog.fileSelected.connect(chosen)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
