"""The model that types: the chosen one, or in its place the one that always comes along."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from naklank.core.errors import ErrorCode, NaklankError
from naklank.speech.models.ready import BASE
from naklank.speech.sources import TypingModel

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_NOT_HERE: Final = (ErrorCode.MODEL_MISSING, ErrorCode.MODEL_DAMAGED, ErrorCode.MODEL_UNKNOWN)


def typing_model(ready: Callable[[str], Path], chosen: str, stand_in: str = BASE) -> TypingModel:
    """The checked folder of the chosen model; of the other and a notice, where that is not here.

    A worse text that is checked by ear is better than none between two patients. `ready` is the
    shelf's; raises what it raises of the chosen model where the other is not here either.
    """
    try:
        return TypingModel(ready(chosen))
    except NaklankError as error:
        if chosen == stand_in or error.code not in _NOT_HERE:
            raise
        try:
            folder = ready(stand_in)
        except NaklankError:
            raise error from None
        notice = NaklankError(ErrorCode.MODEL_REPLACED, model=chosen, other=stand_in)
        return TypingModel(folder, notice)
