"""What the main window asks before something is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from naklank.core.keys import KeyPlace
from naklank.translation import tr
from naklank.ui.confirm import Question

if TYPE_CHECKING:
    from collections.abc import Callable

    from naklank.workflow.desk import Desk


def withdraw_question(withdraw: Callable[[], object]) -> Question:
    return Question(
        tr("Does somebody take their yes back? All of this summary is then deleted."),
        tr("Keep it"),
        tr("Delete all of it"),
        withdraw,
    )


def closing_question(close: Callable[[], object]) -> Question:
    """Where `would_be_lost` says so."""
    return Question(
        tr(
            "The keys are in memory only: what is still here cannot be opened any more once "
            "Naklank is closed. Close it?"
        ),
        tr("Keep it open"),
        tr("Close and lose it"),
        close,
    )


def would_be_lost(desk: Desk) -> bool:
    """Whether something is kept here that nobody can open once Naklank is closed."""
    is_kept = bool(desk.kept.sessions) or desk.controller.is_stored
    return is_kept and desk.settings.keeping.keys is KeyPlace.MEMORY
