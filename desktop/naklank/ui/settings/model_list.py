"""The speech models, of which one is chosen; each can be fetched and removed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from naklank.core.settings import Typing
from naklank.core.speech_models import ModelState
from naklank.translation import tr
from naklank.ui.model_words import model_hint, model_title
from naklank.ui.parts.choice_card import ChoiceCard
from naklank.ui.parts.key_button import KeyButton, Kind
from naklank.ui.settings.page import lock

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from naklank.core.speech_models import ListedModel, Recommendation

_SHIPPED: Final = Typing().model
"""Comes with Naklank, and stays."""


class ModelList(QWidget):
    """A card for each model, and beside it what can be done with it; room is kept for both."""

    fetch_asked = Signal(str)
    remove_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[str, _Row] = {}
        self._wanted = ""
        self._is_locked = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(0, 1)

    @property
    def chosen(self) -> str:
        """The name of the chosen one, which may be missing."""
        checked = (name for name, row in self._rows.items() if row.card.isChecked())
        return next(checked, self._wanted)

    @property
    def cards(self) -> dict[str, ChoiceCard]:
        """The card of each model, by the model's name."""
        return {name: row.card for name, row in self._rows.items()}

    @property
    def fetch(self) -> dict[str, KeyButton]:
        """The button of each model that fetches it."""
        return {name: row.fetch for name, row in self._rows.items()}

    @property
    def remove(self) -> dict[str, KeyButton]:
        """The button of each model that deletes it."""
        return {name: row.remove for name, row in self._rows.items()}

    def set_chosen(self, name: str, *, locked: bool) -> None:
        """Tick it once it is listed; `locked` where the practice has decided."""
        self._wanted, self._is_locked = name, locked
        if name in self._rows:
            self._rows[name].card.setChecked(True)

    def show_models(
        self,
        models: Sequence[ListedModel],
        recommendation: Recommendation | None,
        in_use: str,
        *,
        is_busy: bool,
    ) -> None:
        """Draw them; while something is under way nothing is fetched or removed."""
        if [one.model.name for one in models] != list(self._rows):
            self._fill(models)
        for one in models:
            row, here = self._rows[one.model.name], one.state is ModelState.INSTALLED
            row.card.set_words(model_title(one), model_hint(one, recommendation))
            lock(row.card, locked=self._is_locked)
            row.card.setEnabled(here and not self._is_locked)
            row.fetch.setText(tr("Go on") if one.state is ModelState.PARTLY else tr("Download"))
            row.fetch.setVisible(not here)
            is_needed = (
                one.is_shared or one.model.name in (in_use, _SHIPPED) or row.card.isChecked()
            )
            row.remove.setVisible(one.state is ModelState.PARTLY or (here and not is_needed))
            for button in (row.fetch, row.remove):
                button.setEnabled(not is_busy)

    def offer(self, names: AbstractSet[str]) -> None:
        """Say of these models that they lie within reach, on a stick or beside the app."""
        for name in names & self._rows.keys():
            self._rows[name].fetch.setText(tr("Copy it"))

    def _fill(self, models: Sequence[ListedModel]) -> None:
        for row in self._rows.values():
            row.card.deleteLater()
            row.beside.deleteLater()
        self._rows = {}
        for at, one in enumerate(models):
            name = one.model.name
            row = self._rows[name] = _Row(name)
            self._grid.addWidget(row.card, at, 0)
            self._grid.addWidget(row.beside, at, 1)
            row.fetch.clicked.connect(lambda _=False, name=name: self.fetch_asked.emit(name))
            row.remove.clicked.connect(lambda _=False, name=name: self.remove_asked.emit(name))
            row.card.setChecked(name == self._wanted)


class _Row:
    """One model's card and buttons."""

    def __init__(self, name: str) -> None:
        self.card = ChoiceCard()
        self.fetch = KeyButton()
        self.fetch.reserve(tr("Download"), tr("Go on"), tr("Copy it"))
        self.remove = KeyButton(tr("Remove"), kind=Kind.DANGER)
        self.fetch.setAccessibleDescription(name)
        self.remove.setAccessibleDescription(name)
        self.beside = QWidget()
        column = QVBoxLayout(self.beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for button in (self.fetch, self.remove):
            column.addWidget(button)
        column.addStretch(1)
        self.beside.setMinimumSize(column.sizeHint())  # also while a button is hidden
