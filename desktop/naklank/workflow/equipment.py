"""Everything the workflow needs from outside, put together by the app."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from naklank.core.errors import NaklankError
    from naklank.core.folders import FolderKind
    from naklank.core.keys import KeyPlace
    from naklank.core.licences import Component
    from naklank.core.ports.hand_over import Notices, Printer, Publisher, Sticks
    from naklank.core.ports.keeping import Journal, SessionStore, SettingsStore
    from naklank.core.ports.language import Lexicon
    from naklank.core.ports.seals import Seals, Verifier
    from naklank.core.ports.sound import Cutter, Player, Recorder, Wakefulness
    from naklank.core.ports.speech import ModelShelf, Typist
    from naklank.core.ports.voice import VoiceCutter, VoiceStore
    from naklank.core.ports.wording import PlainWords, Vocabulary
    from naklank.core.selftest import Probe
    from naklank.core.sheet_making import SheetTexts
    from naklank.core.transcript import Language
    from naklank.core.voice import VoicePart


@dataclass(frozen=True, slots=True)
class Equipment:
    """Devices, engines and stores behind their ports."""

    recorder: Recorder
    cutter: Cutter
    player: Player
    typist: Typist
    printer: Printer
    sticks: Sticks
    publisher: Publisher
    notices: Notices
    seals: Seals
    verifier: Verifier
    sessions: SessionStore
    voices: VoiceStore
    voice_cutter: VoiceCutter
    journal: Journal
    wakefulness: Wakefulness
    settings: SettingsStore
    models: ModelShelf
    lexicon: Callable[[Language], Lexicon]
    vocabulary: Callable[[Language, tuple[str, ...]], Vocabulary]
    """Of a language with the practice's own words; the first time it may take half a second."""
    plain_words: Callable[[Language], PlainWords]
    sheet_texts: Callable[[Language], SheetTexts]
    voice_texts: Callable[[Language], Mapping[VoicePart, str]]
    """What a doctor reads for each part; "{doctor}" is filled in."""
    licences: Callable[[], tuple[Component, ...]]
    """Of all that ships; takes some tenths of a second."""
    key_places: Callable[[], frozenset[KeyPlace]]
    """Where keys can be kept now; may take seconds, and ask the user for a password."""
    is_remote: Callable[[], bool]
    """Whether this computer is worked on from afar; may take some time."""
    folder_kind: Callable[[Path], FolderKind]
    """Who can read along in a folder; may take some time."""
    selftest: Callable[[Sequence[NaklankError]], tuple[Probe, ...]]
    """What looks at this computer, given what was wrong with the settings."""
    is_on_battery: Callable[[], bool]
    """Whether no mains current comes in."""
    now: Callable[[], datetime]
    """The local time with its zone."""
    unforeseen: Callable[[BaseException], NaklankError]
    """Logs an error without a code, and gives one that people can be told."""
    read_log: Callable[[], str]
    """What was logged so far: where the program went wrong, and nothing of what was said."""
