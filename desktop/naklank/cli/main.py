"""The command line: the main job without a screen."""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import signal
import sys
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TextIO

from naklank import __version__
from naklank.cli.models import Console, add_models_command
from naklank.cli.selftest import add_selftest_command
from naklank.cli.verify import add_verify_command
from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.transcript import LANGUAGES
from naklank.foundation.dumps import forbid_core_dumps
from naklank.speech.engines import DEFAULT_ENGINE, ENGINES
from naklank.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import FrameType

    from naklank.assembly.job import Dictation
    from naklank.core.checks import Check

_STANDARD_ERROR: Final = 2
FAILED: Final = 1
INTERRUPTED: Final = 130
"""What shells expect after Ctrl-C."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 when all of it succeeded, 1 with one clear sentence, 2 for wrong use."""
    if arguments is None:  # else it is the process of whoever calls, and not ours to change
        forbid_core_dumps()
    _prepare_streams()
    try:
        with _told_to_end_once():
            options = _parser().parse_args(arguments)
            return int(options.run(options))
    except KeyboardInterrupt:
        return _fail(NaklankError(ErrorCode.CANCELLED), INTERRUPTED)
    except NaklankError as error:
        return _fail(error, FAILED)
    except Exception as error:  # noqa: BLE001 - no traceback ever reaches the user
        from naklank.foundation.diagnostics import record_unforeseen
        from naklank.foundation.paths import log_file

        return _fail(record_unforeseen(error, log_file()), FAILED)


def _prepare_streams() -> None:
    """Let any text be printed, and let no pipe of ours take the number of a closed stream."""
    while (free := os.open(os.devnull, os.O_RDWR)) <= _STANDARD_ERROR:
        pass
    os.close(free)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


@contextlib.contextmanager
def _told_to_end_once() -> Iterator[None]:
    """Run `finally` and `with` also when the system or a closed terminal ends us.

    What comes after the first signal is not heard: clearing up must not be interrupted.
    """
    told = False

    def end(_number: int, _frame: FrameType | None) -> None:
        nonlocal told
        if not told:
            told = True
            raise KeyboardInterrupt

    names = ("SIGINT", "SIGTERM", "SIGHUP")
    numbers = [getattr(signal, name) for name in names if hasattr(signal, name)]
    earlier = {number: signal.getsignal(number) for number in numbers}
    for number, handler in earlier.items():
        if handler is not signal.SIG_IGN:
            signal.signal(number, end)
    try:
        yield
    finally:
        for number, handler in earlier.items():
            signal.signal(number, handler)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="naklank",
        description=tr("The spoken summary, to take home. Without a command: the window."),
    )
    parser.add_argument("--version", action="version", version=f"naklank {__version__}")
    parser.set_defaults(run=_open_window)
    commands = parser.add_subparsers(metavar="transcribe|handover|verify|models|selftest")

    transcribe = _add_command(commands, "transcribe", tr("Type out a sound file."))
    transcribe.add_argument("--json", action="store_true", help=tr("print one JSON object"))
    transcribe.set_defaults(run=_transcribe)

    handover = _add_command(commands, "handover", tr("Make what goes home of a sound file."))
    handover.add_argument("--out", type=Path, required=True, metavar="DIR")
    handover.add_argument("--large-print", action="store_true", help=tr("18 point letters"))
    handover.set_defaults(run=_handover)

    console = Console(_tell, _report)
    add_verify_command(commands, console)
    add_models_command(commands, console)
    add_selftest_command(commands, console)
    return parser


def _add_command(commands: Any, name: str, purpose: str) -> argparse.ArgumentParser:  # noqa: ANN401 - argparse keeps the type private
    command: argparse.ArgumentParser = commands.add_parser(name, help=purpose, description=purpose)
    command.add_argument("sound", type=Path, metavar="SOUND")
    command.add_argument("--language", choices=LANGUAGES, default="nl")
    command.add_argument("--engine", choices=tuple(ENGINES), default=DEFAULT_ENGINE)
    return command


def _open_window(_options: argparse.Namespace) -> int:
    """Without a command: the window."""
    on_x = sys.platform == "linux" and "QT_QPA_PLATFORM" not in os.environ
    if on_x and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        raise NaklankError(ErrorCode.NO_SCREEN)
    from naklank.app import run

    return run()


def _transcribe(options: argparse.Namespace) -> int:
    from naklank.assembly.job import type_out

    if sys.stdout is None:  # closed: nobody would get the text of minutes of work
        raise NaklankError(ErrorCode.OUTPUT_LOST)
    dictation = type_out(options.sound, options.language, options.engine, _report)
    if options.json:
        text = json.dumps(_as_json(dictation), ensure_ascii=False)
    else:
        text = "\n".join(segment.text for segment in dictation.transcript.segments)
    if not _print(text, sys.stdout):
        raise NaklankError(ErrorCode.OUTPUT_LOST)
    return 0


def _handover(options: argparse.Namespace) -> int:
    from naklank.assembly.job import hand_over

    files = hand_over(
        options.sound,
        options.out,
        options.language,
        options.engine,
        datetime.now().astimezone(),
        _report,
        large_print=options.large_print,
    )
    _report(tr("Ready. This is a draft: nobody has checked the text by ear."))
    _tell("\n".join(str(file) for file in files))
    return 0


def _as_json(dictation: Dictation) -> dict[str, Any]:
    """The object of `transcribe --json`; times in seconds."""
    transcript = dictation.transcript
    return {
        "language": transcript.language,
        "duration": transcript.duration,
        "segments": [
            {
                "start": segment.start,
                "end": segment.end,
                "text": segment.text,
                "words": [asdict(word) for word in segment.words],
            }
            for segment in transcript.segments
        ],
        "uncovered": [asdict(stretch) for stretch in transcript.uncovered],
        "dropped": [asdict(dropped) for dropped in transcript.dropped],
        "doubts": [asdict(doubt) for doubt in transcript.doubts],
        "checks": [_check_as_json(check) for check in dictation.checks],
    }


def _check_as_json(check: Check) -> dict[str, Any]:
    """One place by itself: places are not grouped, and no date is reckoned from the day."""
    return {
        "kind": check.kind.value,
        "text": check.text,
        "start": check.start,
        "end": check.end,
        "suggestion": check.suggestion,
        "reason": check.reason,
    }


def _tell(line: str) -> None:
    """A result is for whoever asked; that nobody reads it is no failure."""
    _print(line, sys.stdout)


def _report(line: str) -> None:
    """Progress is for people, so it goes to standard error; that nobody reads it stops no work."""
    _print(line, sys.stderr)


def _print(text: str, stream: TextIO | None) -> bool:
    """Whether the text got out: its reader may have left, its disk may be full."""
    if stream is None:
        return False
    try:
        print(text, file=stream, flush=True)
    except OSError:
        # Python would try the rest once more at its end, and complain in its own words.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        return False
    return True


def _fail(error: NaklankError, status: int) -> int:
    from naklank.sentences.failures import sentence

    _report(sentence(error))
    return status
