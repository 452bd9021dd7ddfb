"""What every benchmark is asked, and how it tells what it found."""

from __future__ import annotations

import argparse
import json
import sys
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from support.human_speech import speech_folder

ROOT = Path(__file__).resolve().parents[3]
_START = time.monotonic()


def asked(description: str | None) -> argparse.ArgumentParser:
    """A parser with what all benchmarks take."""
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--speech", type=Path, default=speech_folder(), help="folder of Dutch test speech"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the figures there")
    parser.add_argument("--seed", type=int, default=1)
    return parser


@dataclass(frozen=True, slots=True)
class Goal:
    """A figure that should be at most, or with `at_least` at least, its limit."""

    name: str
    figure: float | None
    limit: float
    why: str = ""
    """What is known of why it falls short."""
    at_least: bool = False

    @property
    def is_met(self) -> bool:
        if self.figure is None:
            return False
        return self.figure >= self.limit if self.at_least else self.figure <= self.limit

    def line(self) -> str:
        sign = ">=" if self.at_least else "<="
        figure = "none" if self.figure is None else f"{self.figure:.4g}"
        told = "met        " if self.is_met else "FALLS SHORT"
        why = f"  {self.why}" if self.why and not self.is_met else ""
        return f"{told}  {self.name}: {figure} (goal {sign} {self.limit:.4g}){why}"


@dataclass(slots=True)
class Report:
    """Tables by title, goals, and notes under them."""

    name: str
    options: argparse.Namespace
    tables: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    goals: list[Goal] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def add(self, title: str, row: dict[str, Any]) -> None:
        self.tables.setdefault(title, []).append(row)

    def publish(self) -> None:
        """Print all, and write it where it was asked for."""
        for title, rows in self.tables.items():
            print(f"\n{title}\n{table(rows)}")
        for note in self.notes:
            print(f"  {note}")
        print()
        for goal in self.goals:
            print(goal.line())
        self.save()

    def save(self) -> None:
        """Write what is known so far where it was asked for: a long run may be broken off."""
        if self.options.json is not None:
            self.options.json.write_text(json.dumps(self._as_json(), indent=1), encoding="utf-8")

    def _as_json(self) -> dict[str, Any]:
        chosen = {key: value for key, value in vars(self.options).items() if _is_plain(value)}
        return {
            "benchmark": self.name,
            "options": chosen,
            "tables": self.tables,
            "notes": self.notes,
            "goals": [{**asdict(goal), "is_met": goal.is_met} for goal in self.goals],
        }


def table(rows: list[dict[str, Any]]) -> str:
    """The rows under their names, each column as wide as it must be; "-" where nothing is."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    cells = [names, *([_cell(row.get(name)) for name in names] for row in rows)]
    widths = [max(len(line[at]) for line in cells) for at in range(len(names))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if at == 0 or not _is_number(cells[-1][at]) else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in cells
    )


def progress(text: str) -> None:
    """A line for whoever waits."""
    sys.stderr.write(f"{time.monotonic() - _START:7.1f} s  {text}\n")
    sys.stderr.flush()


def _cell(value: object) -> str:
    if value is None:
        return "-"
    return f"{value:.3f}" if isinstance(value, float) else str(value)


def _is_number(cell: str) -> bool:
    return cell[:1].isdigit() or cell == "-"


def _is_plain(value: object) -> bool:
    return isinstance(value, (str, int, float, list)) or value is None
