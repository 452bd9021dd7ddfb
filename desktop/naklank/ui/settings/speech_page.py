"""Which speech model types, and when."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from naklank.core.session import State
from naklank.translation import tr
from naklank.ui.parts.check_box import CheckBox
from naklank.ui.parts.confirm import Question
from naklank.ui.parts.flow_layout import FlowLayout
from naklank.ui.parts.folder_dialog import ask_for_file, ask_for_folder
from naklank.ui.parts.key_button import KeyButton
from naklank.ui.settings.model_list import ModelList
from naklank.ui.settings.model_status import ModelStatus
from naklank.ui.settings.page import SettingsPage, lock

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from naklank.core.settings import Settings
    from naklank.workflow.desk import Desk

_NEEDS_THE_COMPUTER: Final = (State.RECORDING, State.PAUSED, State.TRANSCRIBING)


class SpeechPage(SettingsPage):
    """Models come and go at once; which of them types is saved with the other settings."""

    asked = Signal(object)
    """A Question that must be answered before a model is removed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._flow = desk.models
        self.status = ModelStatus(self._flow)
        self.models = ModelList()
        self.measure = KeyButton(tr("Measure this computer"))
        self.folder = KeyButton(tr("From a folder or stick…"))
        self.archive = KeyButton(tr("From a ZIP…"))
        self.verify = KeyButton(tr("Check"))
        self.verify.setToolTip(tr("See whether the models on this computer are whole."))
        self.while_speaking = CheckBox(tr("Type along while somebody speaks"))
        self.mirror = QLineEdit()
        self.mirror.setPlaceholderText(tr("The public source (huggingface.co)"))
        self._lay_out()
        self._connect()

    def title(self) -> str:
        return tr("Speech")

    def show_settings(self, settings: Settings, locked: AbstractSet[str]) -> None:
        typing = settings.typing
        self.models.set_chosen(typing.model, locked="typing.model" in locked)
        self.while_speaking.setChecked(typing.while_speaking)
        self.mirror.setText(typing.mirror)
        lock(self.while_speaking, locked="typing.while_speaking" in locked)
        lock(self.mirror, locked="typing.mirror" in locked)
        self._draw()

    def changed(self, settings: Settings) -> Settings:
        typing = replace(
            settings.typing,
            model=self.models.chosen,
            while_speaking=self.while_speaking.isChecked(),
            mirror=self.mirror.text().strip(),
        )
        return replace(settings, typing=typing)

    def _lay_out(self) -> None:
        buttons = QWidget()
        row = FlowLayout(buttons)
        for button in (self.measure, self.folder, self.archive, self.verify):
            button.is_compact = True
            row.addWidget(button)
        self.form.addRow(self.status)
        self.form.addRow(buttons)
        self.form.addRow(self.models)
        self.form.addRow(
            _hint(
                tr(
                    "Only a download uses the network, and nothing of a patient goes along. "
                    "Without a network: bring a model on a stick."
                )
            )
        )
        when = QWidget()
        column = QVBoxLayout(when)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.while_speaking)
        column.addWidget(_hint(tr("On battery everything is typed after the stop.")))
        self.form.addRow(when)
        self.form.addRow(tr("Address of a mirror to download from"), self.mirror)

    def _connect(self) -> None:
        flow = self._flow
        for signal in (flow.changed, flow.listed, flow.recommended, flow.progressed):
            signal.connect(self._draw)
        self._desk.controller.changed.connect(self._draw)
        self._desk.settings_changed.connect(self._draw)
        self._desk.typing.engine_changed.connect(self._draw)
        self.models.fetch_asked.connect(self._on_fetch)
        self.models.remove_asked.connect(self._on_remove)
        self.measure.clicked.connect(flow.measure)
        self.verify.clicked.connect(flow.verify)
        self.folder.clicked.connect(lambda: ask_for_folder(self, self._on_chosen))
        self.archive.clicked.connect(
            lambda: ask_for_file(self, self._on_chosen, tr("Which ZIP file?"), "ZIP (*.zip)")
        )

    def _draw(self, *_news: object) -> None:
        flow, in_use = self._flow, self._desk.settings.typing.model
        is_busy = flow.work is not None
        self.status.draw(in_use, self._desk.typing.engine_error)
        self.models.show_models(flow.models, flow.recommendation, in_use, is_busy=is_busy)
        for button in (self.folder, self.archive, self.verify):
            button.setEnabled(not is_busy)
        # Measuring takes all that the computer has: a recording needs it more.
        is_free = self._desk.controller.state not in _NEEDS_THE_COMPUTER
        self.measure.setEnabled(is_free and not is_busy)

    def _on_fetch(self, name: str) -> None:
        self._flow.fetch(name, self.mirror.text().strip())

    def _on_chosen(self, source: str) -> None:
        self._flow.take_in(Path(source))

    def _on_remove(self, name: str) -> None:
        question = tr("Remove the model {name} from this computer? You can download it again.")
        self.asked.emit(
            Question(
                question.format(name=name),
                tr("Leave it there"),
                tr("Remove"),
                lambda: self._flow.remove(name),
            )
        )


def _hint(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName("hint")
    label.setWordWrap(True)
    return label
