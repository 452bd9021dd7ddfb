"""The sound for the patient's own phone, through the air."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from naklank.core.session import Way
from naklank.translation import tr
from naklank.ui.parts.key_button import KeyButton
from naklank.ui.parts.way_parts import Status, WayCard, flowing, heading

if TYPE_CHECKING:
    from naklank.workflow.desk import Desk


class PhoneCard(WayCard):
    """Asks for the whole screen on which it is played."""

    asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.play = KeyButton(tr("Play for the phone"), "T")
        self.status = Status(tr("The patient's phone records the loudspeaker."), _heard("00.00"))
        self.column.addWidget(heading(tr("Sound"), self.status))
        self.column.addWidget(flowing([self.play]))
        self.play.clicked.connect(self.asked)

    def draw(self) -> None:
        self.setVisible(self.desk.session.sound_goes_home and self.desk.settings.ways.phone)
        self.status.tell(self.last(Way.PLAY, _heard))

    def clear(self) -> None:
        self.status.tell("")


def _heard(time: str) -> str:
    return tr("✓ {time} played to its end").format(time=time)
