"""The processes of an app under test."""

from __future__ import annotations

import time

import psutil

PATIENCE = 60.0
"""Seconds within which a process that must come has come."""

SERVERS: set[int] = set()
"""Pids of servers that live for the whole run, a print queue say: with all below, no app's."""


def children(parent: int | None = None) -> list[psutil.Process]:
    """All processes below one, or below this test.

    Without multiprocessing's resource tracker and the trees of `SERVERS`.
    """
    below = psutil.Process(parent).children(recursive=True)
    serving = SERVERS.copy()
    for child in below:
        serving |= _pids_below(child) if child.pid in SERVERS else set()
    return [child for child in below if child.pid not in serving and _counts(child)]


def speech_process(parent: int | None = None) -> psutil.Process:
    """The one speech process of an app, or of this test."""
    (child,) = children(parent)
    return child


def next_speech_process(parent: int, former: int = 0) -> psutil.Process:
    """The one that an app starts, first or in the place of one that died."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        found = [child for child in children(parent) if child.pid != former and _speaks(child)]
        if found:
            return found[0]
    raise AssertionError("no speech process came")


def _pids_below(server: psutil.Process) -> set[int]:
    try:
        return {child.pid for child in server.children(recursive=True)}
    except psutil.NoSuchProcess:
        return set()


def _speaks(child: psutil.Process) -> bool:
    try:
        # Before its exec a child bears its parent's name, the resource tracker too.
        return "spawn_main" in " ".join(child.cmdline())
    except psutil.NoSuchProcess:
        return False


def _counts(child: psutil.Process) -> bool:
    try:
        # It is one for the life of the parent.
        return "resource_tracker" not in " ".join(child.cmdline())
    except psutil.NoSuchProcess:
        return False
