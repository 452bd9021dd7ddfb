"""Model packs on sticks and beside the app: found while a model is missing, and offered once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from naklank.core.errors import ErrorCode
from naklank.core.session import State
from naklank.workflow.looking import Looking
from naklank.workflow.model_work import Work

if TYPE_CHECKING:
    from pathlib import Path

    from naklank.core.speech_models import ModelPack
    from naklank.workflow.chosen_model import ChosenModel
    from naklank.workflow.equipment import Equipment
    from naklank.workflow.model_flow import ModelFlow
    from naklank.workflow.model_work import Errand
    from naklank.workflow.session_controller import SessionController
    from naklank.workflow.tasks import Tasks
    from naklank.workflow.typing_flow import TypingFlow

_NOT_HERE = (ErrorCode.MODEL_MISSING, ErrorCode.MODEL_DAMAGED, ErrorCode.MODEL_REPLACED)


class PackFlow(QObject):
    """Nobody's stick is looked at while the chosen model types, but for who opens the settings."""

    changed = Signal()
    """`packs` are others."""
    offered = Signal(object)
    """A ModelPack with the model that is chosen and missing; once, between two patients."""

    def __init__(
        self,
        controller: SessionController,
        typing: TypingFlow,
        models: ModelFlow,
        chosen: ChosenModel,
        equipment: Equipment,
        tasks: Tasks,
    ) -> None:
        super().__init__(controller)
        self._controller = controller
        self._typing = typing
        self._models = models
        self._chosen = chosen
        self._is_watched = False
        self._offered: set[Path] = set()
        """Answered or not, until it is pulled out."""
        self.packs: tuple[ModelPack, ...] = ()
        self._looking = Looking(
            tasks,
            lambda: equipment.models.packs(equipment.sticks.plugged_in()),
            self._on_seen,
            self,
        )
        typing.engine_changed.connect(self._on_needed)
        controller.changed.connect(self._on_needed)
        models.done.connect(self._on_done)

    def find(self, name: str) -> ModelPack | None:
        """The pack of a model that is within reach."""
        return next((pack for pack in self.packs if pack.name == name), None)

    def watch(self, *, on: bool) -> None:
        """Somebody looks at the list of models, or does not any more."""
        self._is_watched = on
        self._on_needed()

    def take(self, pack: ModelPack) -> None:
        """Copy its model; how that goes is told by the flow of models."""
        self._models.take_in(pack.file)

    def close(self) -> None:
        """Nothing is looked for any more."""
        self._looking.stop()

    @property
    def _is_model_missing(self) -> bool:
        error = self._typing.engine_error
        return error is not None and error.code in _NOT_HERE

    def _on_needed(self) -> None:
        is_between_patients = self._controller.state is State.AGREEING
        if self._is_watched or (self._is_model_missing and is_between_patients):
            self._looking.start()
        else:
            self._looking.stop()

    def _on_done(self, errand: Errand) -> None:
        """What has come is missing no more."""
        if errand.work in (Work.FETCHING, Work.TAKING_IN):
            self._on_seen(tuple(pack for pack in self.packs if pack.name != errand.name))

    def _on_seen(self, packs: tuple[ModelPack, ...]) -> None:
        if packs != self.packs:
            self.packs = packs
            self.changed.emit()
        self._offered &= {pack.file for pack in packs}
        pack = self.find(self._chosen.name)
        is_asked_for = self._is_model_missing and not self._is_watched
        is_free = self._controller.state is State.AGREEING and self._models.work is None
        if pack is not None and is_asked_for and is_free and pack.file not in self._offered:
            self._offered.add(pack.file)
            self.offered.emit(pack)
