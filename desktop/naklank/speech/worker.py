"""The speech process: the only place where an engine runs.

A crash in native code, or a hang, costs this process and never the app or the sound.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import threading
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import TYPE_CHECKING

from naklank.core.errors import ErrorCode, NaklankError
from naklank.speech.engines import ENGINES
from naklank.speech.messages import Done, Failed, Load, Loaded, Progress, Transcribe
from naklank.speech.transcriber import transcribe

if TYPE_CHECKING:
    from naklank.speech.engine import Engine
    from naklank.speech.messages import ToChild

_BELOW_NORMAL = 5
"""Nice value: recording and the screen go first."""


def run(connection: Connection) -> None:
    """Answer messages until told to stop or until the app is gone."""
    # Ctrl-C reaches the whole terminal group; the parent decides what ends here.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _end_with_the_app()
    if hasattr(os, "nice"):
        os.nice(_BELOW_NORMAL)
    engine: Engine | None = None
    with contextlib.suppress(EOFError, BrokenPipeError):
        while True:
            message: ToChild = connection.recv()
            try:
                if isinstance(message, Load):
                    _keep_libraries_quiet()
                    engine = ENGINES[message.engine](Path(message.model_folder))
                    connection.send(Loaded())
                elif isinstance(message, Transcribe) and engine is not None:
                    connection.send(_typed(engine, message, connection))
                else:
                    return
            except NaklankError as error:
                connection.send(Failed(error))
            except (EOFError, BrokenPipeError):
                return
            except Exception as error:  # noqa: BLE001 - a traceback could hold typed text
                kind = type(error).__name__
                connection.send(Failed(NaklankError(ErrorCode.ENGINE_UNUSABLE, engine=kind)))


def _typed(engine: Engine, message: Transcribe, connection: Connection) -> Done:
    import numpy as np

    samples = np.frombuffer(message.samples, dtype=np.float32)
    return Done(
        transcribe(
            engine, samples, message.language, lambda second: connection.send(Progress(second))
        )
    )


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
