"""Which microphone is used, and a sentence to try it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from naklank.core.recording import InputName
from naklank.translation import tr
from naklank.ui.parts.drop_down import DropDown
from naklank.ui.settings.page import SettingsPage, lock
from naklank.ui.settings.trial_row import TrialRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from PySide6.QtGui import QHideEvent

    from naklank.core.ports.sound import InputDevice
    from naklank.core.settings import Settings
    from naklank.workflow.desk import Desk

_STAND_IN: Final = "default"
"""ALSA's word for the computer's own choice, which heads the list already."""


class MicrophonePage(SettingsPage):
    """The system's default, or one by its name; also one that is not plugged in now.

    Below it is a trial of what is chosen, saved or not, which ends with the page.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.device = DropDown()
        self._default = tr("The computer's own choice")
        self.form.addRow(tr("Microphone"), self.device)
        self._labels: dict[str, str] = {}
        """What people call each; two names of one microphone have the same."""
        self._fill((), InputName())
        self._trial = desk.trial
        self.trial = TrialRow(desk.trial, self._chosen)
        self.form.addRow(self.trial)
        desk.microphones.listed.connect(self.show_devices)

    def title(self) -> str:
        return tr("Microphone")

    def show_devices(self, devices: Sequence[InputDevice]) -> None:
        """Offer what is plugged in now."""
        seen = [one for one in devices if one.name != _STAND_IN]
        self._labels = {one.name: one.label or one.name for one in seen}
        self._fill([InputName(one.name, one.host) for one in seen], self._chosen())

    def show_settings(self, settings: Settings, locked: AbstractSet[str]) -> None:
        names = [self.device.itemData(at) for at in range(1, self.device.count())]
        self._fill(names, settings.microphone)
        lock(self.device, locked=not locked.isdisjoint({"microphone.name", "microphone.host"}))

    def changed(self, settings: Settings) -> Settings:
        return replace(settings, microphone=self._chosen())

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: nothing is recorded and nothing sounds."""
        self._trial.give_up()
        super().hideEvent(event)

    def _chosen(self) -> InputName:
        chosen = self.device.currentData()
        return chosen if isinstance(chosen, InputName) else InputName()

    def _fill(self, offered: Sequence[InputName], chosen: InputName) -> None:
        """A chosen one that another sound system offers is the same microphone, and stays.

        Of those that look the same one is offered: the chosen one, or the first.
        """
        known = {one.name: one for one in [*offered, chosen] if one.name}
        seen = {self._labels.get(chosen.name, chosen.name)}
        for name in [name for name in known if name != chosen.name]:
            label = self._labels.get(name, name)
            if label in seen:
                del known[name]
            seen.add(label)
        self.device.clear()
        self.device.addItem(self._default, InputName())
        for name, one in known.items():
            self.device.addItem(self._labels.get(name, name), one)
        self.device.setCurrentIndex(list(known).index(chosen.name) + 1 if chosen.name else 0)
