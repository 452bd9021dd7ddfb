"""That there is no microphone, told before anybody says yes to what could not be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from naklank.core.session import State
from naklank.translation import tr
from naklank.ui.parts.message_bar import MessageKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from naklank.core.ports.sound import InputDevice
    from naklank.workflow.desk import Desk


class MicrophoneNews(QObject):
    """Told once for each patient, while agreeing to something that needs one."""

    told = Signal(object, object)
    """A MessageKind and a Saying, which says nothing any more once it is over."""
    over = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._is_missing = self._is_told = False
        desk.microphones.listed.connect(self._on_listed)
        desk.controller.began.connect(self._on_began)
        desk.controller.changed.connect(self._look)

    def _on_began(self) -> None:
        """Told anew with the next look, for by then the page stands there."""
        self._is_missing = self._is_told = False

    def _on_listed(self, devices: Sequence[InputDevice]) -> None:
        self._is_missing = not devices
        self._look()

    def _look(self) -> None:
        session = self._desk.session
        is_agreeing = session.state is State.AGREEING and session.agreement.take_home.is_recorded
        is_so = self._is_missing and is_agreeing
        if is_so is not self._is_told:
            self._is_told = is_so
            if is_so:
                self.told.emit(MessageKind.WARNING, self._text)
            else:
                self.over.emit()

    def _text(self) -> str:
        if not self._is_told:
            return ""
        return tr("No microphone found. Plug one in, or choose to type without one.")
