"""Puts the desktop app together: the only file that knows every room."""

from __future__ import annotations

import gc
import signal
import sys
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMessageBox

from naklank.assembly.installation import (
    key_stores,
    local_time,
    own_journal,
    own_seals,
    session_store,
    settings_store,
)
from naklank.assembly.job import model_shelf
from naklank.assembly.probing import Parts, all_probes
from naklank.assembly.publishing import FilePublisher
from naklank.assembly.verification import FileVerifier
from naklank.assembly.voice_cutting import PauseCutter
from naklank.audio.cutting import SpoolCutter
from naklank.audio.player import SoundCardPlayer
from naklank.audio.portaudio import PortAudio
from naklank.audio.reading import Resampler, resample
from naklank.audio.recorder import SoundCardRecorder
from naklank.audio.spool import read_takes
from naklank.computer.folder_kinds import folder_kind
from naklank.computer.microphone_rights import is_denied
from naklank.computer.power import is_on_battery
from naklank.computer.remote import remote_session
from naklank.computer.wakefulness import KeepAwake
from naklank.core.errors import ErrorCode, NaklankError
from naklank.foundation.diagnostics import read_log, record_unforeseen
from naklank.foundation.paths import data_folder, log_file, resource
from naklank.handover.notices import PaperNotices
from naklank.handover.sheet_texts import read_sheet_texts
from naklank.handover.sticks import PluggedSticks
from naklank.handover.voice_texts import read_voice_texts
from naklank.language.lexicon import load_lexicon
from naklank.language.plain_words import load_plain_words
from naklank.language.vocabulary import load_vocabulary
from naklank.sentences.failures import sentence
from naklank.speech.engine import SAMPLE_RATE
from naklank.speech.engines import DEFAULT_ENGINE
from naklank.speech.models.stand_in import typing_model
from naklank.speech.sources import Sources
from naklank.speech.typist import SpeechTypist
from naklank.storage.vault import Vault
from naklank.storage.voice_store import FolderVoiceStore
from naklank.translation import screen_language, use_language
from naklank.ui.cover import Cover
from naklank.ui.main_window import MainWindow
from naklank.ui.parts.key_guard import KeyGuard
from naklank.ui.printer import SystemPrinter
from naklank.ui.theme import follow_system
from naklank.ui.window_place import put_back, remember
from naklank.workflow.desk import Desk
from naklank.workflow.equipment import Equipment
from naklank.workflow.one_window import Doorbell, only_one, ring

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import FrameType, TracebackType

    from naklank.core.licences import Component
    from naklank.core.recording import SoundFile
    from naklank.core.transcript import Language
    from naklank.speech.engine import Samples
    from naklank.storage.settings_store import FileSettingsStore

_HEARTBEAT: Final = 200
"""Milliseconds after which Python hears of a signal of the system's at the latest."""


def run() -> int:
    """Open the window and stay until it is closed; the exit status."""
    settings = settings_store()
    is_new = settings.loaded.is_new
    use_language(settings.current.screen_language)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Naklank")
    app.setDesktopFileName("nl.naklank.Naklank")  # under Wayland the icon comes by this way
    app.setWindowIcon(QIcon(str(resource("icon/naklank.svg"))))
    follow_system(app)
    qt_words = QTranslator(app)
    _translate_qt(qt_words)
    app.installTranslator(qt_words)
    try:
        lock = only_one(data_folder())
    except NaklankError as error:
        if error.code is ErrorCode.ALREADY_OPEN and ring(data_folder()):
            return 0
        QMessageBox.critical(None, "Naklank", sentence(error))
        return 1
    desk = Desk(equipment(settings))
    try:
        _tell_unforeseen(desk)
        guard = KeyGuard(app)
        window = MainWindow(desk, guard)
        window.language_changed.connect(partial(_translate_qt, qt_words))
        Cover(desk, guard, app)
        heartbeat = _end_on_signals(window)
        bell = Doorbell(data_folder(), desk)
        bell.rung.connect(window.come_forward)
        place = data_folder() / "window"
        put_back(window, place)
        window.show()
        QTimer.singleShot(0, desk.open)
        if is_new:
            QTimer.singleShot(0, window.windows.open_first_start)
        # What stands by now stays; a search through all of it would hold up a press for 0.1 s.
        gc.freeze()
        status = app.exec()
        remember(window, place)
        heartbeat.stop()
        return status
    finally:
        desk.close()
        sys.excepthook = sys.__excepthook__
        lock.unlock()


def _translate_qt(qt_words: QTranslator) -> None:
    """The words of Qt's own dialogs, such as Kiezen and Annuleren."""
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    qt_words.load(QLocale(screen_language()), "qtbase", "_", folder)


def equipment(settings: FileSettingsStore) -> Equipment:
    """The real devices, engines and stores."""
    card = PortAudio(is_denied=is_denied)
    stores = key_stores()
    vault = Vault(stores, lambda: settings.current.keeping.keys)
    shelf = model_shelf(lambda: settings.current.typing.model)
    sources = Sources(
        lambda: typing_model(shelf.ready, settings.current.typing.model),
        _samples,
        _resampler,
        _hotwords,
    )
    journal, seals = own_journal(stores, settings), own_seals(stores, settings)
    printer, sticks = SystemPrinter(), PluggedSticks()
    parts = Parts(card, stores, shelf, printer, sticks, lambda: settings.current, local_time)
    return Equipment(
        recorder=SoundCardRecorder(card, _unforeseen),
        cutter=SpoolCutter(),
        player=SoundCardPlayer(card, _unforeseen),
        typist=SpeechTypist(DEFAULT_ENGINE, sources, _unforeseen),
        printer=printer,
        sticks=sticks,
        publisher=FilePublisher(read_takes),
        notices=PaperNotices(),
        seals=seals,
        verifier=FileVerifier(seals, lambda: journal.read().entries),
        sessions=session_store(settings, vault),
        voices=FolderVoiceStore(data_folder() / "voices", vault),
        voice_cutter=PauseCutter(),
        journal=journal,
        wakefulness=KeepAwake(),
        settings=settings,
        models=shelf,
        lexicon=load_lexicon,
        vocabulary=load_vocabulary,
        plain_words=load_plain_words,
        licences=_licences,
        sheet_texts=read_sheet_texts,
        voice_texts=read_voice_texts,
        key_places=vault.usable_places,
        is_remote=remote_session,
        folder_kind=folder_kind,
        selftest=partial(all_probes, parts),
        is_on_battery=is_on_battery,
        now=local_time,
        unforeseen=_unforeseen,
        read_log=lambda: read_log(log_file()),
    )


def _samples(files: Sequence[SoundFile]) -> Samples:
    return resample(read_takes(files), SAMPLE_RATE).samples


def _resampler(rate: int) -> Resampler:
    return Resampler(rate, SAMPLE_RATE)


def _hotwords(language: Language, own: tuple[str, ...]) -> tuple[str, ...]:
    return load_vocabulary(language, own).hotwords


def _licences() -> tuple[Component, ...]:
    from naklank.assembly.licences import read_licences  # brings the reading of metadata along

    return read_licences()


def _unforeseen(error: BaseException) -> NaklankError:
    return record_unforeseen(error, log_file())


def _tell_unforeseen(desk: Desk) -> None:
    """An exception in a slot is logged without what was said, and told; the app goes on."""

    def hook(
        _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        desk.failed.emit(_unforeseen(error))

    sys.excepthook = hook


def _end_on_signals(window: MainWindow) -> QTimer:
    """Close the window when the system or a terminal asks us to end."""

    def end(_number: int, _frame: FrameType | None) -> None:
        window.close()

    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), end)
    # Python runs its handlers only between its own instructions: wake it now and then.
    heartbeat = QTimer()
    heartbeat.timeout.connect(lambda: None)
    heartbeat.start(_HEARTBEAT)
    return heartbeat
