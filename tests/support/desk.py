"""A doctor's desk with fakes on it: quick, and each failure at hand."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from naklank.assembly.licences import texts_of
from naklank.assembly.publishing import FilePublisher
from naklank.assembly.verification import FileVerifier
from naklank.assembly.voice_cutting import PauseCutter
from naklank.audio.cutting import SpoolCutter
from naklank.audio.player import SoundCardPlayer
from naklank.audio.recorder import SoundCardRecorder
from naklank.audio.sound import Sound
from naklank.audio.spool import read_takes
from naklank.computer.folder_kinds import folder_kind
from naklank.core.errors import ErrorCode
from naklank.core.keys import KeyPlace
from naklank.core.licences import Component
from naklank.core.session import State
from naklank.core.settings import LoadedSettings
from naklank.core.transcript import Segment, Transcript, Word
from naklank.foundation.diagnostics import read_log, record_unforeseen
from naklank.handover.notices import PaperNotices
from naklank.handover.seal.practice_seals import PracticeSeals
from naklank.handover.sheet_texts import read_sheet_texts
from naklank.handover.voice_texts import read_voice_texts
from naklank.language.lexicon import load_lexicon
from naklank.language.plain_words import load_plain_words
from naklank.language.vocabulary import load_vocabulary
from naklank.storage.encrypted_file import EncryptedFile
from naklank.storage.file_keys import FileKeys
from naklank.storage.journal import FileJournal
from naklank.storage.journal_head import FileHead
from naklank.storage.keys import KeyStore, MemoryKeys
from naklank.storage.session_store import FolderSessionStore
from naklank.storage.settings_store import FileSettingsStore
from naklank.storage.vault import Vault
from naklank.storage.voice_store import FolderVoiceStore
from naklank.workflow.desk import Desk
from naklank.workflow.equipment import Equipment
from support.fake_models import FakeModelShelf
from support.fake_printer import FakePrinter
from support.fake_probes import FakeProbes
from support.fake_sound import FakeSoundCard
from support.fake_sticks import FakeSticks
from support.fake_typist import FakeTypist
from support.fake_wakefulness import FakeWakefulness
from support.sounds import tone

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from naklank.core.session import Session
    from naklank.core.statement import Statement

LICENCES = (
    Component(
        "LAME",
        "",
        "av 18.1.0",
        "LGPL-2.0-or-later",
        "(C) LAME",
        "https://lame",
        "",
        texts_of("MIT"),
    ),
    Component("segno", "1.6.6", "", "BSD-3-Clause", "", "https://segno", "", texts_of("MIT")),
)
TEXT = "Wat is er aan de hand? U heeft geen griep. Wat gaan we doen? Neem 500 milligram. Bel ons."
MOMENT = datetime(2026, 11, 21, 14, 32, tzinfo=UTC)
PATIENCE = 20_000
"""Milliseconds."""


def spoken(text: str = TEXT) -> Transcript:
    """Five words a second."""
    words = (Word(at / 5, at / 5 + 0.15, word, 0.9) for at, word in enumerate(text.split()))
    segment = Segment(tuple(words))
    return Transcript("nl", segment.end + 0.5, (segment,))


@dataclass
class Table:
    """The desk, what lies on it, and what it said."""

    desk: Desk
    card: FakeSoundCard
    typist: FakeTypist
    printer: FakePrinter
    store: FolderSessionStore
    folder: Path
    bot: QtBot
    models: FakeModelShelf
    sticks: FakeSticks
    probes: FakeProbes
    failures: list[ErrorCode] = field(default_factory=list)

    def wait_for(self, *states: State) -> None:
        self.bot.waitUntil(lambda: self.desk.controller.state in states, timeout=PATIENCE)

    def agree(self) -> None:
        """The patient says yes."""
        self.desk.agree(self.desk.session.agreement.with_answer(0, agrees=True))
        self.desk.confirm_agreement()
        self.bot.waitUntil(lambda: self.desk.place.is_made, timeout=PATIENCE)

    def record(self, seconds: float = 4.0) -> None:
        """From the start to what follows on the stop."""
        self.desk.start_recording()
        self.card.say(Sound(tone(seconds, 16_000), 16_000))
        self.bot.waitUntil(lambda: self.desk.recording.seconds >= seconds, timeout=PATIENCE)
        self.desk.recording.stop()

    def review(self) -> None:
        """With the text on the screen, and the checks that have sound."""
        self.review_with_topics()
        review, listening = self.desk.session.review, self.desk.listening
        sounding = tuple(check for check in review.checks if check.has_sound)
        if not sounding:
            listening.current = None
        if sounding != review.checks:
            # What has no sound comes last, and may count as heard by now.
            heard = frozenset(one for one in review.heard if one < len(sounding))
            self.desk.controller.update(review=replace(review, checks=sounding, heard=heard))

    def review_with_topics(self) -> None:
        """Also with the checks for topics that have no text."""
        self.agree()
        self.record()
        self.wait_for(State.REVIEWING)

    def is_in(self, state: State) -> bool:
        return self.desk.controller.state is state

    def wait_until_heard(self, check: int) -> None:
        """Also of a check without sound, which has nothing to be heard."""
        self.bot.waitUntil(lambda: self.desk.session.review.is_heard(check), timeout=PATIENCE)

    def confirm_each(self) -> None:
        """Hear and confirm check after check."""
        listening = self.desk.listening
        while listening.current is not None:
            self.bot.waitUntil(lambda: listening.can_confirm, timeout=PATIENCE)
            listening.confirm()

    def confirm_all(self) -> None:
        """Hear and confirm check after check, and hear the rest."""
        self.confirm_each()
        self.bot.waitUntil(lambda: self.desk.session.review.is_done, timeout=PATIENCE)

    def approve(self) -> None:
        """Heard, confirmed, approved."""
        self.review()
        self.confirm_all()
        self.desk.listening.approve()

    def settled(self) -> None:
        """All that was asked for off the main thread has come to its end."""
        self.desk.tasks.close()
        QCoreApplication.processEvents()

    def stated(self) -> Statement:
        """The statement, made as the page has it made when it opens."""
        self.desk.handing_over.make_sheet()
        controller = self.desk.controller
        self.bot.waitUntil(lambda: controller.session.statement is not None, timeout=PATIENCE)
        statement = controller.session.statement
        assert statement is not None
        return statement

    def kept(self, count: int) -> tuple[Session, ...]:
        """What waits, once the desk has looked and found so many."""
        kept = self.desk.kept
        self.bot.waitUntil(
            lambda: not kept._is_looking and len(kept.sessions) == count, timeout=PATIENCE
        )
        return kept.sessions

    def kept_files(self) -> list[Path]:
        """Everything that lies in the sessions' folder."""
        return [path for path in self.folder.rglob("*") if path.is_file()]


def hold(desk: Desk, loaded: LoadedSettings) -> None:
    """As if files and policies said so."""
    store = desk.equipment.settings
    assert isinstance(store, FileSettingsStore)
    store._loaded = loaded


def set_up(
    folder: Path,
    bot: QtBot,
    *,
    pace: float = 40.0,
    now: Callable[[], datetime] = lambda: MOMENT,
) -> Table:
    """A desk in its own folder, not yet opened; keys lie in files, for the next desk there."""
    stores: tuple[KeyStore, ...] = (FileKeys(folder / "keys"), MemoryKeys())
    vault = Vault({store.place: store for store in stores}, lambda: KeyPlace.FILE)
    card = FakeSoundCard(pace=pace)
    typist = FakeTypist(spoken())
    printer = FakePrinter("Printer")
    models = FakeModelShelf()
    sticks = FakeSticks()
    probes = FakeProbes()
    store = FolderSessionStore(lambda: (folder / "sessions",), vault)
    settings = FileSettingsStore(folder / "settings.json", ())
    found = settings.load()
    keeping = replace(found.settings.keeping, keys=KeyPlace.FILE)
    settings.save(replace(found.settings, keeping=keeping))
    keys = FileKeys(folder / "keys")
    log = folder / "log" / "naklank.log"
    journal = FileJournal(
        folder / "journal.jsonl",
        FileHead(folder / "journal.head"),
        lambda: keys.find("journal") or keys.create("journal"),
        now,
        lambda: "assistent",
    )
    seals = PracticeSeals(
        EncryptedFile(folder / "seal.naklank", lambda: keys.find("seal") or keys.create("seal")),
        lambda: settings.current.practice.name,
        lambda: datetime.now(UTC),
    )
    equipment = Equipment(
        recorder=SoundCardRecorder(card),
        cutter=SpoolCutter(),
        player=SoundCardPlayer(card),
        typist=typist,
        printer=printer,
        sticks=sticks,
        publisher=FilePublisher(read_takes),
        notices=PaperNotices(),
        seals=seals,
        verifier=FileVerifier(seals, lambda: journal.read().entries),
        sessions=store,
        voices=FolderVoiceStore(folder / "voices", vault),
        voice_cutter=PauseCutter(),
        journal=journal,
        wakefulness=FakeWakefulness(),
        settings=settings,
        models=models,
        lexicon=load_lexicon,
        vocabulary=load_vocabulary,
        plain_words=load_plain_words,
        licences=lambda: LICENCES,
        sheet_texts=read_sheet_texts,
        voice_texts=read_voice_texts,
        folder_kind=lambda folder: folder_kind(folder, list, {}),
        key_places=vault.usable_places,
        is_remote=lambda: False,
        selftest=probes,
        is_on_battery=lambda: False,
        now=now,
        unforeseen=lambda error: record_unforeseen(error, log),
        read_log=lambda: read_log(log),
    )
    desk = Desk(equipment)
    hold(desk, replace(desk.loaded, problems=found.problems))
    table = Table(
        desk, card, typist, printer, store, folder / "sessions", bot, models, sticks, probes
    )
    desk.failed.connect(lambda error: table.failures.append(error.code))
    return table
