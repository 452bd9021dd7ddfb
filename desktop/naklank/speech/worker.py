"""The speech process: the only place where an engine runs.

A crash in native code, or a hang, costs this process and never the app or the sound.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import queue
import signal
import sys
import threading
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import TYPE_CHECKING

from naklank.core.errors import ErrorCode, NaklankError
from naklank.foundation.dumps import forbid_core_dumps
from naklank.foundation.open_sockets import own_addresses
from naklank.speech.engines import ENGINES
from naklank.speech.messages import (
    Begin,
    Done,
    Doubted,
    Failed,
    Finish,
    Growing,
    Load,
    Loaded,
    Look,
    Looked,
    Progress,
    Settle,
    Sound,
    Stop,
)
from naklank.speech.transcriber import Transcriber

if TYPE_CHECKING:
    from collections.abc import Callable

    from naklank.core.live import LivePart
    from naklank.speech.engine import Engine
    from naklank.speech.messages import FromChild, ToChild

_BELOW_NORMAL = 5
"""Nice value."""


def run(connection: Connection) -> None:
    """Answer messages until told to stop or until the app is gone."""
    forbid_core_dumps()  # what the app forbade for itself ended where this program began
    # Ctrl-C reaches the whole terminal group; the parent decides what ends here.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _end_with_the_app()
    _give_way()
    with contextlib.suppress(BrokenPipeError):
        _Server(connection).serve()


def _give_way() -> None:
    """Recording and the screen go first. Not yet proved on Windows."""
    if sys.platform == "win32":
        import psutil

        psutil.Process().nice(psutil.BELOW_NORMAL_PRIORITY_CLASS)
    else:
        os.nice(_BELOW_NORMAL)


class _Server:
    """Hears all that is said before it decodes one span more."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._inbox: queue.SimpleQueue[ToChild] = queue.SimpleQueue()
        self._engine: Engine | None = None
        self._dictation: _Dictation | None = None
        # So that the pipe is emptied while a span is decoded.
        threading.Thread(target=self._listen, name="speech-inbox", daemon=True).start()

    def serve(self) -> None:
        is_busy = False
        while True:
            try:
                message = self._inbox.get(block=not is_busy)
            except queue.Empty:
                is_busy = self._dictation is not None and self._dictation.work()
                continue
            if isinstance(message, Stop):
                return
            self._heed(message)
            is_busy = True

    def _listen(self) -> None:
        try:
            while True:
                self._inbox.put(self._connection.recv())
        except (EOFError, OSError):
            self._inbox.put(Stop())

    def _heed(self, message: ToChild) -> None:
        match message:
            case Load():
                self._send(_answer_of(lambda: self._load(message)))
            case Look():
                self._send(_answer_of(lambda: Looked(own_addresses())))
            case Begin():
                self._dictation = _Dictation(self._engine, message, self._send)
            case Finish() if self._dictation is not None:
                self._dictation.finish()
            case Sound() | Settle() if self._dictation is not None:
                self._dictation.heed(message)

    def _load(self, message: Load) -> Loaded:
        _keep_libraries_quiet()
        self._engine = ENGINES[message.engine](Path(message.model_folder))
        return Loaded()

    def _send(self, answer: FromChild) -> None:
        self._connection.send(answer)


class _Dictation:
    """One recording; what goes wrong with it is told when its text is asked for."""

    def __init__(
        self, engine: Engine | None, begin: Begin, send: Callable[[FromChild], None]
    ) -> None:
        self._number = begin.number
        self._send = send
        self._failed: Failed | None = None
        self._is_finished = False
        """Whether its text was told, and only doubts are missing."""
        self._transcriber: Transcriber | None = None
        if engine is not None:
            self._transcriber = Transcriber(engine, begin.language, begin.hotwords, self._grow)

    def heed(self, message: Sound | Settle) -> None:
        import numpy as np

        if self._transcriber is None:
            return
        if isinstance(message, Sound):
            self._transcriber.add(np.frombuffer(message.samples, dtype=np.float32))
        else:
            self._transcriber.settle()

    def work(self) -> bool:
        """Decode one span if there is one; whether there may be more."""
        transcriber = self._transcriber
        if transcriber is None:
            return False
        if self._is_finished:
            return self._doubt(transcriber)
        until = transcriber.typed_until
        try:
            worked = transcriber.work()
        except Exception as error:  # noqa: BLE001 - it must not end the process
            self._transcriber, self._failed = None, _failure(error, self._number)
            return False
        if transcriber.typed_until > until:
            self._progress(transcriber.typed_until)
        return worked

    def finish(self) -> None:
        """Tell the text, or why there is none; doubts are left to `work`."""
        answer = self._text()
        self._is_finished = True
        if not isinstance(answer, Done):
            self._transcriber = None  # forgotten with its sound
        self._send(answer)

    def _text(self) -> FromChild:
        transcriber = self._transcriber

        def finish() -> Done:
            if transcriber is None:
                raise NaklankError(ErrorCode.ENGINE_UNUSABLE, engine="-")
            return Done(self._number, transcriber.finish(self._progress))

        return self._failed or _answer_of(finish, self._number)

    def _doubt(self, transcriber: Transcriber) -> bool:
        """Decode one span a second time, or tell that all were."""
        answer = _answer_of(lambda: self._next_doubt(transcriber), self._number)
        is_under_way = isinstance(answer, Progress)
        if not is_under_way:
            self._transcriber = None  # forgotten with its sound
        self._send(answer)
        return is_under_way

    def _next_doubt(self, transcriber: Transcriber) -> FromChild:
        if transcriber.doubt():
            return Progress(self._number, transcriber.typed_until)  # a sign of life
        return Doubted(self._number, transcriber.doubts)

    def _grow(self, part: LivePart) -> None:
        self._send(Growing(self._number, part))

    def _progress(self, second: float) -> None:
        self._send(Progress(self._number, second))


def _answer_of(action: Callable[[], FromChild], number: int = 0) -> FromChild:
    try:
        return action()
    except BrokenPipeError:
        raise
    except Exception as error:  # noqa: BLE001 - a traceback could hold typed text
        return _failure(error, number)


def _failure(error: Exception, number: int) -> Failed:
    """An error of ours as it is, any other by its kind alone."""
    if not isinstance(error, NaklankError):
        error = NaklankError(ErrorCode.ENGINE_UNUSABLE, engine=type(error).__name__)
    return Failed(error, number)


def _keep_libraries_quiet() -> None:
    """No hub, no telemetry, and no lock that a killed process would leave behind."""
    os.environ.update(HF_HUB_OFFLINE="1", ORT_DISABLE_TELEMETRY="1")
    import onnxruntime
    from tqdm import tqdm

    onnxruntime.disable_telemetry_events()  # on Windows it goes by another way than the variable
    # faster-whisper makes a hidden progress bar, and that a lock shared between processes.
    tqdm.set_lock(threading.RLock())


def _end_with_the_app() -> None:
    """End this process at once when its parent ends, also in the middle of a decode."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def watch() -> None:
        wait([parent.sentinel])
        os._exit(1)

    threading.Thread(target=watch, name="parent-watch", daemon=True).start()
