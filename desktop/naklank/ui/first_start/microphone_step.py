"""The microphone, and a sentence to try it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from naklank.core.settings import Settings
from naklank.ui.first_start.trial_row import TrialRow
from naklank.ui.settings.microphone_page import MicrophonePage

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from naklank.workflow.desk import Desk


class MicrophoneStep(MicrophonePage):
    """The page of the settings with a trial below it, which ends with the page."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._trial = desk.trial
        self.trial = TrialRow(desk.trial, lambda: self.changed(Settings()).microphone)
        self.form.addRow(self.trial)
        desk.microphones.listed.connect(self.show_devices)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: nothing is recorded and nothing sounds."""
        self._trial.give_up()
        super().hideEvent(event)
