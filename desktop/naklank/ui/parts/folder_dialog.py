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
    """The folder where this user's documents are, or the home folder.

    Qt begins where the program was started if a folder is not there.
    """
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return folder if Path(folder).is_dir() else str(Path.home())


def ask_for_folder(parent: QWidget, chosen: Chosen, start: str = "") -> None:
    """Open it and return at once; `chosen` hears of a choice.

    It begins in `start`, where there is such a folder, else as all do: among the documents.
    """
    begin = start if start and Path(start).is_dir() else documents()
    dialog = QFileDialog(parent, tr("In which folder?"), begin)
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
    dialog = QFileDialog(parent, title, documents(), kind)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(chosen)
    _open(dialog)


def ask_for_files(parent: QWidget, chosen: Callable[[list[str]], object], title: str) -> None:
    """As above, for any files, one or more."""
    dialog = QFileDialog(parent, title, documents())
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(chosen)
    _open(dialog)


def _open(dialog: QFileDialog) -> None:
    """A native one is no window of Qt's that closes: it goes when it has answered.

    One of Qt's own has a layout, and words that Qt itself does not have in Dutch.
    """
    if dialog.layout() is not None:
        for label, words in _words(dialog).items():
            dialog.setLabelText(label, words)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _words(dialog: QFileDialog) -> dict[QFileDialog.DialogLabel, str]:
    label = QFileDialog.DialogLabel
    is_folder = dialog.fileMode() is QFileDialog.FileMode.Directory
    saves = dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    return {
        label.LookIn: tr("Where:"),
        label.FileName: tr("Folder:") if is_folder else tr("File:"),
        label.FileType: tr("Kind:"),
        label.Accept: tr("Choose") if is_folder else tr("Save") if saves else tr("Open"),
        label.Reject: tr("Cancel"),
    }
