"""One page of the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from naklank.translation import tr

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from naklank.core.settings import Settings


class SettingsPage(QWidget):
    """Shows some of the settings, and gives them back as they were changed.

    A value that the policy locks is shown, greyed out, and says who locked it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.form = QFormLayout(self)
        self.form.setContentsMargins(24, 24, 24, 24)
        self.form.setVerticalSpacing(16)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)

    def add_explained(self, text: str, widget: QWidget) -> None:
        """A row below a text of several lines; that of a row of the form would stay on one."""
        label = QLabel(text)
        label.setWordWrap(True)
        label.setBuddy(widget)
        self.form.addRow(label)
        self.form.addRow(widget)

    def title(self) -> str:
        """Its name in the list of pages."""
        raise NotImplementedError

    def show_settings(self, settings: Settings, locked: AbstractSet[str]) -> None:
        """Fill in; `locked` holds dotted names, such as `practice.name`."""
        raise NotImplementedError

    def changed(self, settings: Settings) -> Settings:
        """The settings with what this page shows now."""
        raise NotImplementedError


def lock(widget: QWidget, *, locked: bool) -> None:
    """Grey a control out that the policy has decided."""
    widget.setEnabled(not locked)
    widget.setToolTip(tr("Set by whoever manages this computer.") if locked else "")
