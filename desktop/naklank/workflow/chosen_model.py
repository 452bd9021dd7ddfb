"""Another speech model was chosen, or has come: the typist takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from naklank.core.session import State
from naklank.workflow.model_work import Work

if TYPE_CHECKING:
    from collections.abc import Callable

    from naklank.workflow.model_flow import ModelFlow
    from naklank.workflow.model_work import Errand
    from naklank.workflow.session_controller import SessionController

_TYPIST_IS_NEEDED: Final = (State.RECORDING, State.PAUSED, State.TRANSCRIBING)


class ChosenModel(QObject):
    """Has it taken at once, or as soon as the recording that is under way has its text."""

    def __init__(
        self,
        controller: SessionController,
        models: ModelFlow,
        chosen: Callable[[], str],
        use: Callable[[], None],
    ) -> None:
        """`chosen` gives the name that is set, `use` has the typist take that model."""
        super().__init__(controller)
        self._controller = controller
        self._chosen = chosen
        self._use = use
        self._taken = chosen()
        self._must_take = False
        controller.changed.connect(self._take)
        models.done.connect(self._on_done)

    @property
    def name(self) -> str:
        """As it is set now; it may be missing."""
        return self._chosen()

    def look(self) -> None:
        """The settings are others."""
        if self._chosen() != self._taken:
            self._must_take = True
            self._take()

    def _on_done(self, errand: Errand) -> None:
        """It was missing until now, or damaged."""
        if errand.work in (Work.FETCHING, Work.TAKING_IN) and errand.name == self._chosen():
            self._must_take = True
            self._take()

    def _take(self) -> None:
        if self._must_take and self._controller.state not in _TYPIST_IS_NEEDED:
            self._must_take = False
            self._taken = self._chosen()
            self._use()
