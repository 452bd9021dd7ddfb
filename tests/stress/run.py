"""The stress proofs: of the recorder, and of verifying files that come back.

    python tests/stress/run.py KIND [--count N] [--seed N] [--workers N] [--seconds S] [--results F]

Each trial adds a line of JSON to the results; a run that was broken off goes on where it was, and
one that is asked for more adds to it. Prints a summary; its status is 1 when a trial failed, and
77 where this computer does not allow the proof.
"""

from __future__ import annotations

import argparse
import importlib
import json
import math
import queue
import statistics
import sys
import tempfile
import threading
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any

# Found by the processes that are forked, too.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from stress.options import Options
from stress.outcome import Outcome
from support.mounting import NotMountedError

if TYPE_CHECKING:
    from types import ModuleType

KINDS = ("kill", "power", "microphone", "load", "full", "damage", "seal")
IMPOSSIBLE = 77


class Results:
    """The lines of all trials; one thread at a time adds to them."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._lock = threading.Lock()
        self.lines = [line for line in self._read() if self._is_ours(line)]
        self.impossible = ""

    def missing(self) -> queue.SimpleQueue[int]:
        done = {line["trial"] for line in self.lines}
        numbers: queue.SimpleQueue[int] = queue.SimpleQueue()
        for number in range(self._options.count):
            if number not in done:
                numbers.put(number)
        return numbers

    def add(self, number: int, outcome: Outcome, seconds: float) -> None:
        line = {
            "kind": self._options.kind,
            "seed": self._options.seed,
            "trial": number,
            "ok": not outcome.faults,
            "faults": outcome.faults,
            **outcome.figures,
            **outcome.facts,
            "took": round(seconds, 2),
        }
        with self._lock, self._options.results.open("a", encoding="utf-8") as stream:
            self.lines.append(line)
            stream.write(json.dumps(line) + "\n")

    def _read(self) -> list[dict[str, Any]]:
        if not self._options.results.exists():
            return []
        lines = self._options.results.read_text(encoding="utf-8").splitlines()
        return [json.loads(line) for line in lines]

    def _is_ours(self, line: dict[str, Any]) -> bool:
        ours = (self._options.kind, self._options.seed)
        return (line["kind"], line["seed"]) == ours and line["trial"] < self._options.count


def main() -> int:
    options = _options()
    results, begin = Results(options), time.monotonic()
    module = importlib.import_module(f"stress.{options.kind}")
    numbers = results.missing()
    workers = [
        threading.Thread(target=_work, args=(module, options, numbers, results))
        for _ in range(min(options.workers or module.WORKERS, numbers.qsize()))
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    if results.impossible:
        _say(results.impossible)
        return IMPOSSIBLE
    _say(_summary(results, options, time.monotonic() - begin))
    is_done = len(results.lines) == options.count
    return 0 if is_done and all(line["ok"] for line in results.lines) else 1


def _work(
    module: ModuleType, options: Options, numbers: queue.SimpleQueue[int], results: Results
) -> None:
    try:
        with module.bench(options) as trial:
            while not results.impossible:
                number = numbers.get_nowait()
                begin = time.monotonic()
                results.add(number, _outcome(trial, number), time.monotonic() - begin)
    except queue.Empty:
        pass
    except NotMountedError as error:
        results.impossible = f"not possible here: {error}"


def _outcome(trial: Any, number: int) -> Outcome:
    try:
        outcome: Outcome = trial(number)
    except NotMountedError:
        raise
    except Exception as error:  # noqa: BLE001 - one trial that breaks must not end a run of hours
        traceback.print_exc()
        return Outcome([f"broke off: {type(error).__name__}: {error}"])
    return outcome


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def _summary(results: Results, options: Options, seconds: float) -> str:
    failed = [line for line in results.lines if not line["ok"]]
    counts = f"{len(results.lines)} trials, {len(failed)} failed"
    lines = [f"{options.kind}: {counts}, this run {seconds:.0f} s", f"results: {options.results}"]
    groups = sorted({line.get("group", "") for line in results.lines})
    for group in groups:
        chosen = [line for line in results.lines if line.get("group", "") == group]
        lines += _table(f"{group}: " if group else "", chosen)
    lines += [f"FAILED trial {line['trial']}: {'; '.join(line['faults'])}" for line in failed]
    return "\n".join(lines)


def _table(group: str, lines: list[dict[str, Any]]) -> list[str]:
    names = dict.fromkeys(name for line in lines for name in line if name in _figures(lines))
    rows = []
    for name in names:
        values = sorted(line[name] for line in lines if name in line)
        median, late = statistics.median(values), values[math.ceil(0.99 * len(values)) - 1]
        rows.append(
            f"  {group}{name:18} n {len(values):5}  median {median:8.3f}  99 % {late:8.3f}"
            f"  worst {values[-1]:8.3f}"
        )
    return rows


def _figures(lines: list[dict[str, Any]]) -> set[str]:
    """What is measured, and not counted or named."""
    return {name for line in lines for name, value in line.items() if isinstance(value, float)}


def _options() -> Options:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("--count", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--workers", type=int, default=0)
    parser.add_argument("--results", type=Path)
    given = parser.parse_args()
    results = given.results or Path(tempfile.gettempdir()) / f"naklank-stress-{given.kind}.jsonl"
    return Options(given.kind, given.count, given.seed, given.seconds, results, given.workers)


if __name__ == "__main__":
    sys.exit(main())
