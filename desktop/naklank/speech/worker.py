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
from naklank.dumps import forbid_core_dumps
from naklank.speech.engines import ENGINES
from naklank.speech.messages import Done, Failed, Load, Loaded, Progress, Stop, Transcribe
from naklank.speech.transcriber import transcribe

if TYPE_CHECKING:
    from naklank.speech.engine import Engine
    from naklank.speech.messages import FromChild

_BELOW_NORMAL = 5
"""Nice value: recording and the screen go first."""


def run(connection: Connection) -> None:
    """Answer messages until told to stop or until the app is gone."""
    forbid_core_dumps()  # what the app forbade for itself ended where this program began
    # Ctrl-C reaches the whole terminal group; the parent decides what ends here.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _end_with_the_app()
    if hasattr(os, "nice"):
        os.nice(_BELOW_NORMAL)
    with contextlib.suppress(EOFError, BrokenPipeError):
        _serve(connection)


def _serve(connection: Connection) -> None:
    engine: Engine | None = None
    while not isinstance(message := connection.recv(), Stop):
        answer: FromChild
        try:
            if isinstance(message, Load):
                engine, answer = _load(message), Loaded()
            else:
                answer = _typed(engine, message, connection)
        except NaklankError as error:
            answer = Failed(error)
        except (EOFError, BrokenPipeError):
            raise
        except Exception as error:  # noqa: BLE001 - a traceback could hold typed text
            kind = type(error).__name__
            answer = Failed(NaklankError(ErrorCode.ENGINE_UNUSABLE, engine=kind))
        del message  # sound is not kept until somebody speaks again
        connection.send(answer)


def _load(message: Load) -> Engine:
    _keep_libraries_quiet()
    return ENGINES[message.engine](Path(message.model_folder))


def _typed(engine: Engine | None, message: Transcribe, connection: Connection) -> Done:
    import numpy as np

    if engine is None:
        raise NaklankError(ErrorCode.ENGINE_UNUSABLE, engine="-")
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
