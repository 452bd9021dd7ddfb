"""Which microphone is used."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from naklank.translation import tr
from naklank.ui.drop_down import DropDown
from naklank.ui.settings.page import SettingsPage, lock

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from naklank.core.ports import InputDevice
    from naklank.core.settings import Settings


class MicrophonePage(SettingsPage):
    """The system's default, or one by its name; also one that is not plugged in now."""

    def __init__(self) -> None:
        super().__init__()
        self.device = DropDown()
        self._default = tr("The computer's own choice")
        self.form.addRow(tr("Microphone"), self.device)
        self._fill((), "")

    def title(self) -> str:
        return tr("Microphone")

    def show_devices(self, devices: Sequence[InputDevice]) -> None:
        """Offer what is plugged in now."""
        self._fill([one.name for one in devices], self._chosen())

    def show_settings(self, settings: Settings, locked: AbstractSet[str]) -> None:
        names = [self.device.itemData(at) for at in range(1, self.device.count())]
        self._fill(names, settings.microphone)
        lock(self.device, locked="microphone" in locked)

    def changed(self, settings: Settings) -> Settings:
        return replace(settings, microphone=self._chosen())

    def _chosen(self) -> str:
        return str(self.device.currentData() or "")

    def _fill(self, names: Sequence[str], chosen: str) -> None:
        self.device.clear()
        self.device.addItem(self._default, "")
        for name in dict.fromkeys([*names, chosen]):
            if name:
                self.device.addItem(name, name)
        self.device.setCurrentIndex(max(0, self.device.findData(chosen)))
