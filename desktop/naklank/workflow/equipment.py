"""Everything the workflow needs from outside, put together by the app."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from naklank.core.errors import NaklankError
    from naklank.core.ports import (
        Lexicon,
        Player,
        Printer,
        Publisher,
        Recorder,
        SessionStore,
        SettingsStore,
        Typist,
    )
    from naklank.core.sheet import SheetTexts
    from naklank.core.transcript import Language


@dataclass(frozen=True, slots=True)
class Equipment:
    """Devices, engines and stores behind their ports."""

    recorder: Recorder
    player: Player
    typist: Typist
    printer: Printer
    publisher: Publisher
    sessions: SessionStore
    settings: SettingsStore
    lexicon: Callable[[Language], Lexicon]
    sheet_texts: Callable[[Language], SheetTexts]
    now: Callable[[], datetime]
    """The local time with its zone."""
    unforeseen: Callable[[BaseException], NaklankError]
    """Logs an error without a code, and gives one that people can be told."""
