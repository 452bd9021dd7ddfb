"""The processes of an app under test."""

from __future__ import annotations

import psutil


def children(parent: int | None = None) -> list[psutil.Process]:
    """All processes below one, or below this test; without multiprocessing's resource tracker."""
    return [child for child in psutil.Process(parent).children(recursive=True) if _counts(child)]


def speech_process(parent: int | None = None) -> psutil.Process:
    """The one speech process of an app, or of this test."""
    (child,) = children(parent)
    return child


def _counts(child: psutil.Process) -> bool:
    try:
        # It is one for the life of the parent.
        return "resource_tracker" not in " ".join(child.cmdline())
    except psutil.NoSuchProcess:
        return False
