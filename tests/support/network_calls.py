"""What a program and its children do with the network, as the system and as Python tell it."""

from __future__ import annotations

import os
import re
from pathlib import Path

AUDITED = Path(__file__).with_name("audited")
WATCHER = ("strace", "-f", "--seccomp-bpf", "-e", "trace=%network,openat", "-o")
"""Runs a command; the file for `told_by_system` follows."""

_FAMILY = re.compile(r" socket(?:pair)?\((\w+)")
_NAMES = ("/etc/hosts", "/etc/resolv.conf", "/etc/host.conf", "/etc/gai.conf", "libnss_mdns")
"""What is opened to look up the name of a computer."""
_RESOLVERS = ("io.systemd.Resolve", "avahi-daemon/socket", "AVAHI", "resolve1")
"""Who looks one up for others, behind a socket of the file system."""


def told_by_system(log: Path, queue: str = "") -> tuple[set[str], list[str]]:
    """Which families of sockets were asked for, and each sign that a name was looked up.

    Without those of threads that ask the print queue behind the socket `queue`: in its answers
    libcups finds the name of this computer, and looks into /etc/hosts for it.
    """
    calls = log.read_text(encoding="utf-8", errors="replace").splitlines()
    families = {found[1] for call in calls if (found := _FAMILY.search(call))}
    printing = {call.split()[0] for call in calls if queue and queue in call}
    signs = [call for call in calls if any(name in call for name in (*_NAMES, *_RESOLVERS))]
    return families, [call for call in signs if call.split()[0] not in printing]


def audited(log: Path) -> dict[str, str]:
    """The environment in which every Python tells `told_by_python`."""
    parts = [str(AUDITED), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {"PYTHONPATH": os.pathsep.join(parts), "NAKLANK_AUDIT": str(log)}


def told_by_python(log: Path) -> tuple[set[int], list[str]]:
    """Which processes were watched, and each socket, connection and lookup of theirs."""
    lines = [line.split(" ", maxsplit=1) for line in log.read_text(encoding="utf-8").splitlines()]
    watched = {int(process) for process, what in lines if what == "is watched"}
    return watched, [what for _, what in lines if what != "is watched"]


def empty_network() -> tuple[str, ...]:
    """Runs a command where there is no network at all, not even one with itself."""
    user = () if os.geteuid() == 0 else ("--map-current-user",)
    return ("unshare", *user, "--net")
