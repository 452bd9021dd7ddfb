"""A sentence said for trial, to hear and see that microphone, loudspeaker and typing work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from naklank.sentences.failures import sentence
from naklank.translation import tr
from naklank.ui.parts.steady_label import SteadyLabel
from naklank.ui.settings.reading_row import ReadingRow, Readout
from naklank.workflow.recording_flow import Microphone

if TYPE_CHECKING:
    from collections.abc import Callable

    from naklank.core.errors import NaklankError
    from naklank.core.recording import InputName, Level
    from naklank.workflow.trial_flow import TrialFlow


class TrialRow(ReadingRow):
    """Two presses: before the sentence and behind it; it is then played and typed by itself."""

    def __init__(self, trial: TrialFlow, device: Callable[[], InputName]) -> None:
        """`device` gives the microphone that is chosen now."""
        super().__init__(
            tr("Try it out"), tr("Nothing of it is kept."), "", (_typing(), _played(), _in_use())
        )
        self._trial = trial
        self._device = device
        self._problem = ""
        self.text.setText(
            tr(
                "Say a sentence, as you do in the consultation, such as: {example} "
                "Then press “Ready”."
            ).format(example=_example())
        )
        self.typed = SteadyLabel()
        self.typed.setObjectName("quote")
        self.typed.setContentsMargins(12, 8, 12, 8)
        self.typed.reserve(["\n"])
        title = QLabel(tr("What the computer types of it:"))
        title.setObjectName("hint")
        self.column.addWidget(title)
        self.column.addWidget(self.typed)
        trial.changed.connect(self._draw)
        trial.level_changed.connect(self._on_level)
        trial.failed.connect(self._on_failed)
        self.record.clicked.connect(self._on_record)
        self.play.clicked.connect(self._on_play)
        self._draw()

    def _draw(self) -> None:
        trial = self._trial
        self.show_readout(
            Readout(
                microphone=trial.microphone,
                is_there=trial.clip is not None,
                is_played=trial.is_played,
                may_record=trial.is_possible,
                may_play=trial.clip is not None,
                status=self._status(),
            )
        )
        self.typed.setText(self._typed())

    def _status(self) -> str:
        trial = self._trial
        if trial.is_typing:
            return _typing()
        if trial.is_played:
            return _played()
        is_under_way = trial.microphone is not Microphone.CLOSED
        return "" if trial.is_possible or is_under_way else _in_use()

    def _typed(self) -> str:
        """What was typed; what went wrong stands in the same room."""
        if self._problem or self._trial.text is None:
            return self._problem
        return self._trial.text or tr("No words were heard. Look at the microphone and try again.")

    def _on_record(self) -> None:
        if self._trial.microphone is Microphone.CLOSED:
            self._problem = ""
            self._trial.record(self._device())
        else:
            self._trial.stop()

    def _on_play(self) -> None:
        if self._trial.is_played:
            self._trial.stop_playing()
        else:
            self._trial.play()

    def _on_level(self, level: Level) -> None:
        self.meter.set_level(level)

    def _on_failed(self, error: NaklankError) -> None:
        self._problem = sentence(error)
        self._draw()


def _example() -> str:
    return tr("“Take one tablet twice a day, and call us if the fever does not go down.”")


def _typing() -> str:
    return tr("It is being typed…")


def _played() -> str:
    return tr("This is you. Can it be heard well?")


def _in_use() -> str:
    return tr("This can be done when no summary is being made.")
