"""Whether Naklank has a connection to another computer, as its processes show at this moment.

A look is no proof: what was open between two looks is not seen. The proof is made in the tests,
where every call of the system is watched.
"""

from __future__ import annotations

import contextlib
import ipaddress
import sys
from typing import TYPE_CHECKING, Final

from naklank.core.selftest import Finding, Item, Outcome, Probe
from naklank.foundation.open_sockets import addresses_of, own_addresses

if TYPE_CHECKING:
    from collections.abc import Sequence

DOWNLOADING: Final = "naklank.speech.models.download"
"""The one module that may reach the network; loaded only when somebody asks for a model."""


class NetworkWatch:
    """Looks at this process and its children, and hears what a child tells of itself."""

    def __init__(self) -> None:
        self._told: list[Sequence[str]] = []

    def hear(self, addresses: Sequence[str]) -> None:
        """What a process that cannot be looked at says of its own sockets."""
        self._told.append(addresses)

    def probe(self) -> Probe:
        """Finds how many connections lead out of this computer while it is run."""
        return Probe(Item.NETWORK, self._find)

    def _find(self, _stopped: object) -> Finding:
        seen = [own_addresses(), *_of_children(), *self._told]
        self._told.clear()
        outside = {one for addresses in seen for one in addresses if not _is_here(one)}
        details = {"processes": len(seen), "connections": len(outside)}
        if outside:
            return Finding(Item.NETWORK, Outcome.NETWORK_OPEN, details)
        is_loaded = DOWNLOADING in sys.modules
        outcome = Outcome.NETWORK_LOADED if is_loaded else Outcome.NETWORK_SILENT
        return Finding(Item.NETWORK, outcome, details)


def _of_children() -> list[Sequence[str]]:
    """Of each that lets itself be looked at."""
    import psutil

    found: list[Sequence[str]] = []
    for process in psutil.Process().children(recursive=True):
        with contextlib.suppress(psutil.NoSuchProcess, psutil.AccessDenied):
            found.append(addresses_of(process))
    return found


def _is_here(address: str) -> bool:
    """CUPS and a sound server may be asked over the computer's own loopback."""
    try:
        return ipaddress.ip_address(address.partition("%")[0]).is_loopback
    except ValueError:
        return False
