"""Opens what somebody in the room reads while the doctor speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from naklank.translation import tr
from naklank.ui.parts.key_button import KeyButton
from naklank.ui.speak.live_window import LiveWindow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from naklank.ui.speak.recording_sign import RecordingSign
    from naklank.workflow.desk import Desk


class LiveButton(KeyButton):
    """Never pressed by itself: a text that grows distracts whoever speaks."""

    def __init__(self, desk: Desk, sign: RecordingSign, below: Sequence[KeyButton]) -> None:
        """`below` are the buttons of the page that its window needs too."""
        super().__init__(tr("Large text"), "G")
        self.setCheckable(True)
        self._desk = desk
        self._live = desk.typing.live
        self._sign = sign
        self._below = below
        self.reading: LiveWindow | None = None
        """The window, once it was asked for."""
        self.clicked.connect(self._on_clicked)
        self._live.changed.connect(self.draw)

    def draw(self) -> None:
        """As the page and the recording stand now."""
        self.setVisible(self._live.is_possible)
        self.setChecked(self._live.is_wanted)
        if self.reading is not None and self.reading.isVisible():
            self.reading.draw(self._sign)

    def _on_clicked(self) -> None:
        if self._live.is_wanted and self.reading is not None:
            self.reading.close()
            return
        main = self.window()
        if self.reading is None:
            self.reading = LiveWindow(self._desk, self._below, main)
        self._live.want(True)
        own = main.screen()
        other = next((one for one in QApplication.screens() if one is not own), own)
        self.reading.show_on(other)
        self.reading.draw(self._sign)
        # On a screen of its own the keys stay with the doctor.
        (self.reading if other is own else main).activateWindow()
