"""Which microphone records, or will."""

from __future__ import annotations

from typing import TYPE_CHECKING

from naklank.translation import tr
from naklank.ui.parts.steady_label import SteadyLabel
from naklank.ui.theme import font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from naklank.core.ports.sound import InputDevice
    from naklank.core.recording import InputName


class MicrophoneName(SteadyLabel):
    """By the name that people know it by; a longer one of another microphone moves nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.setFont(font(19, bold=True))
        self.reserve(("\n",))
        self._devices: Sequence[InputDevice] | None = None
        """What is plugged in; None until that is known."""

    def set_devices(self, devices: Sequence[InputDevice]) -> None:
        """Know what is plugged in; the name is drawn when it is next shown."""
        self._devices = devices

    def take_over(self, old: MicrophoneName) -> None:
        """Know what that one knows."""
        self._devices = old._devices

    def named(self, device: str) -> str:
        """Its label, where its own name is a stand-in."""
        labels = {one.name: one.label for one in self._devices or ()}
        return labels.get(device) or device

    def show_recording(self, device: str) -> None:
        """Which one records; it may be another one than was asked for."""
        self._show(self.named(device))

    def show_wanted(self, wanted: InputName) -> None:
        """Which one will record, or the computer's own choice; nothing until that is known."""
        if self._devices is not None:
            default = (one.name for one in self._devices if one.is_default)
            self._show(self.named(wanted.name or next(default, "")))

    def _show(self, name: str) -> None:
        text = tr("Microphone: {name}").format(name=name) if name else tr("No microphone found")
        self.setText(text)
