"""Everything the workflow needs from outside, put together by the app."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from naklank.core.errors import NaklankError
    from naklank.core.ports import (
        Journal,
        Lexicon,
        Player,
        Printer,
        Publisher,
        Recorder,
        Safe,
        SessionStore,
        SettingsStore,
        Typist,
        Wakefulness,
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
    journal: Journal
    safe: Safe
    wakefulness: Wakefulness
    settings: SettingsStore
    lexicon: Callable[[Language], Lexicon]
    sheet_texts: Callable[[Language], SheetTexts]
    is_remote: Callable[[], bool]
    """Whether this computer is worked on from afar; may take some time."""
    now: Callable[[], datetime]
    """The local time with its zone."""
    unforeseen: Callable[[BaseException], NaklankError]
    """Logs an error without a code, and gives one that people can be told."""
