"""Both engines on the same recordings and weights: seconds, peak memory, word error rate.

    python tests/benchmarks/engines.py [--speech DIR] [--json]

Each runs as a user runs it, in a fresh process, one after the other. The ratio is openai-whisper,
the rival, to faster-whisper. Not a test: the machine's speed decides.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import jiwer

ENGINES = ("faster-whisper", "openai-whisper")
LIMIT = 900.0
"""Seconds after which an engine is given up; that is a result too."""


def main() -> None:
    """Print a table, or one JSON array."""
    parser = argparse.ArgumentParser(description=__doc__)
    beside = Path(__file__).resolve().parents[3] / "shared" / "speech"
    parser.add_argument("--speech", type=Path, default=beside)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--one", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(_measure_here(Path(options.one[0]), options.one[1])))
        return
    rows = []
    for file in sorted((options.speech / "long").glob("*.flac")):
        rows += [_measure(file, engine) for engine in ENGINES]
    print(json.dumps(rows) if options.json else _table(rows))


def _measure(file: Path, engine: str) -> dict[str, Any]:
    """One row, from a process of its own: the peak memory of children never goes down."""
    done = subprocess.run(
        [sys.executable, __file__, "--one", str(file), engine],
        capture_output=True,
        text=True,
        check=True,
    )
    row: dict[str, Any] = json.loads(done.stdout)
    return row


def _measure_here(file: Path, engine: str) -> dict[str, Any]:
    command = [str(Path(sys.executable).with_name("naklank")), "transcribe", str(file), "--json"]
    row: dict[str, Any] = {"file": file.stem, "engine": engine}
    start = time.perf_counter()
    try:
        done = subprocess.run(
            [*command, "--engine", engine], capture_output=True, check=True, timeout=LIMIT
        )
    except subprocess.TimeoutExpired:
        return {**row, "seconds": None, "peak_mb": None, "wer": None}
    row["seconds"] = round(time.perf_counter() - start, 2)
    # Linux counts in kibibytes, macOS in bytes; of the largest single process.
    unit = 1 if sys.platform == "darwin" else 1024
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * unit
    row["peak_mb"] = round(peak / 1_000_000)
    typed = " ".join(segment["text"] for segment in json.loads(done.stdout)["segments"])
    said = file.with_suffix(".txt").read_text(encoding="utf-8")
    row["wer"] = round(jiwer.wer(_words(said), _words(typed)), 3)
    return row


def _words(text: str) -> str:
    return " ".join(re.sub(r"[^\w ]", " ", text.lower()).split())


def _table(rows: list[dict[str, Any]]) -> str:
    lines = [f"{'file':24} {'engine':16} {'seconds':>8} {'peak MB':>8} {'WER':>6} {'ratio':>6}"]
    own: dict[str, float] = {}
    for row in rows:
        seconds = row["seconds"]
        if row["engine"] == ENGINES[0]:
            own[row["file"]] = seconds
        ratio = f"{seconds / own[row['file']]:6.1f}" if seconds else "  over"
        lines.append(
            f"{row['file']:24} {row['engine']:16} {seconds!s:>8} {row['peak_mb']!s:>8}"
            f" {row['wer']!s:>6} {ratio}"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    main()
