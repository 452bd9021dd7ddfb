"""One page of the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFormLayout, QWidget

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
