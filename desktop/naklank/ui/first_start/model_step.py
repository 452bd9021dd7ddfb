"""Which speech model types: what this computer can bear, and nothing else of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from naklank.translation import tr
from naklank.ui.settings.model_list import ModelList
from naklank.ui.settings.model_status import ModelStatus
from naklank.ui.settings.page import SettingsPage

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from naklank.core.settings import Settings
    from naklank.workflow.desk import Desk


class ModelStep(SettingsPage):
    """Measures once by itself, while the other questions are answered.

    Who downloads a model has chosen it: until it is here the one that ships types.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._flow = desk.models
        self._has_measured = self._flow.recommendation is not None
        self._is_locked = False
        self.status = ModelStatus(self._flow)
        self.models = ModelList()
        hint = QLabel(
            tr(
                "Naklank types with what it brought along. A larger model makes fewer mistakes. "
                "Only a download uses the network; it goes on while you work. Without a network: "
                "Settings, Speech."
            )
        )
        hint.setWordWrap(True)
        self.form.addRow(hint)
        self.form.addRow(self.status)
        self.form.addRow(self.models)
        flow = self._flow
        for signal in (flow.changed, flow.listed, flow.recommended, flow.progressed):
            signal.connect(self._draw)
        desk.typing.engine_changed.connect(self._draw)
        self.models.fetch_asked.connect(self._on_fetch)

    def title(self) -> str:
        return tr("Speech model")

    def show_settings(self, settings: Settings, locked: AbstractSet[str]) -> None:
        self._is_locked = "typing.model" in locked
        self._has_measured |= self._is_locked  # there is nothing to choose
        self.models.set_chosen(settings.typing.model, locked=self._is_locked)
        self._draw()

    def changed(self, settings: Settings) -> Settings:
        return replace(settings, typing=replace(settings.typing, model=self.models.chosen))

    def _draw(self, *_news: object) -> None:
        flow, chosen = self._flow, self._desk.settings.typing.model
        if flow.work is None and not self._has_measured:
            self._has_measured = True
            flow.measure()
        if flow.work is None and flow.is_missing(self.models.chosen):
            self.models.set_chosen(chosen, locked=self._is_locked)  # it did not come
        self.status.draw(chosen, self._desk.typing.engine_error)
        is_busy = flow.work is not None
        self.models.show_models(flow.models, flow.recommendation, chosen, is_busy=is_busy)

    def _on_fetch(self, name: str) -> None:
        self._flow.fetch(name, self._desk.settings.typing.mirror)
        if not self._is_locked:
            self.models.set_chosen(name, locked=False)
