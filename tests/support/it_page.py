"""What the page for IT says of places on the disk."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from naklank.foundation.paths import resource

if TYPE_CHECKING:
    from collections.abc import Iterable

    from naklank.core.transcript import Language


def named(language: Language) -> set[str]:
    """Everything that it prints as a name, a path or a command."""
    return set(re.findall(r"`([^`]+)`", resource(f"help/it.{language}.md").read_text("utf-8")))


def data_files(language: Language) -> set[str]:
    """The files of the data folder, from its own table; "…" stands for what differs."""
    lines = resource(f"help/it.{language}.md").read_text("utf-8").splitlines()
    start = next(at for at, line in enumerate(lines) if line.startswith("| `settings.json`"))
    rows = []
    for line in lines[start:]:
        if not line.startswith("| `"):
            break
        rows.append(line.split("`")[1])
    return set(rows)


def naming(path: str, names: Iterable[str]) -> str | None:
    """Which of the names means this path."""
    for name in names:
        if re.fullmatch(re.escape(name).replace("…", ".+"), path):
            return name
    return None
