"""What a run is asked to do."""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Options:
    kind: str
    count: int
    """Trials in all, those of earlier runs among them."""
    seed: int
    seconds: float
    """How long a recording under load lasts."""
    results: Path
    workers: int

    def chance(self, number: int) -> random.Random:
        """The same for the same trial of the same seed."""
        return random.Random(f"{self.kind} {self.seed} {number}")  # noqa: S311 - nothing secret
