"""Help for the talk about a recording: why the patient wants one, and what suits best."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from naklank.translation import tr
from naklank.ui.agree.leaflets import LeafletList
from naklank.ui.agree.talk_window import TalkWindow
from naklank.ui.parts.page import GAP
from naklank.ui.window_place import within_screens

if TYPE_CHECKING:
    from naklank.workflow.desk import Desk

_BETWEEN: Final = 6
"""Pixels between two lines."""


class ConversationWindow(TalkWindow):
    """Four reasons and what suits each; what the patient answers is kept nowhere.

    Of the practice's own list can be chosen what stands on the sheet.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent, _BETWEEN)
        self.setWindowTitle(tr("Why a recording?"))
        self.resize(within_screens(760, 660))
        self.leaflets = LeafletList(desk)
        self._fill()
        self.column.addStretch(1)

    def _fill(self) -> None:
        self._say(tr("Ask: “What would you like the recording for?”"), "title")
        self._say(tr("The answer is for the two of you. Naklank does not keep it."), "hint")
        self._say(
            tr("Recording it themselves, for their own use, is allowed to every patient."), "quote"
        )
        for reason, advice in _reasons():
            self._say(reason, "heading", above=GAP)
            self._say(advice, "")
            if reason == _operation():
                self.column.addWidget(self.leaflets)

    def _say(self, text: str, look: str, *, above: int = 0) -> None:
        label = QLabel(text)
        label.setObjectName(look)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        if look == "quote":
            label.setContentsMargins(16, 10, 16, 10)
        self.column.addSpacing(above)
        self.column.addWidget(label)


def _operation() -> str:
    return tr("To know how an operation or examination goes")


def _reasons() -> tuple[tuple[str, str], ...]:
    """After the KNMG guidance: ask for the need first, and choose together what fits."""
    return (
        (
            tr("To remember it"),
            tr("A short summary at the end fits well: sound and paper, one or two minutes."),
        ),
        (
            tr("For a relative"),
            tr(
                "The summary may be shared at home. Or let the relative come along next time, or "
                "listen in by telephone."
            ),
        ),
        (
            _operation(),
            tr("A leaflet or film tells more than a recording of this talk."),
        ),
        (
            tr("Out of doubt or worry"),
            tr(
                "Talk about that first. Say what you worry about yourself as well. A second talk "
                "or a second opinion may help more than a recording."
            ),
        ),
    )
