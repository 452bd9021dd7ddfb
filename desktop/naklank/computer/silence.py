"""Whether Naklank has a connection to another computer, as its processes show at this moment.

A look is no proof: what was open between two looks is not seen. The proof is made in the tests,
where every call of the system is watched.
"""

from __future__ import annotations

import ipaddress
import os
import sys
from typing import TYPE_CHECKING, Final

from naklank.core.selftest import Finding, Item, Outcome, Probe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from threading import Event

DOWNLOADING: Final = "naklank.speech.models.download"
"""The one module that may reach the network; loaded only when somebody asks for a model."""


class NetworkWatch:
    """Looks at this process and its children, as often as it is asked to."""

    def __init__(
        self, addresses: Callable[[], Iterable[str]] | None = None, modules: Iterable[str] = ()
    ) -> None:
        """`addresses` gives what is open now; `modules` what is loaded beside what Python says."""
        self._addresses = addresses or open_addresses
        self._modules = modules
        self._outside: set[str] = set()
        self._looks = 0

    def look(self) -> None:
        """Remember what leads outside this computer."""
        self._looks += 1
        self._outside.update(one for one in self._addresses() if not _is_here(one))

    def probe(self, item: Item = Item.NETWORK) -> Probe:
        return Probe(item, self._find)

    def _find(self, _stopped: Event) -> Finding:
        self.look()
        facts = {"looks": self._looks, "connections": len(self._outside)}
        self._looks = 0
        if self._outside:
            self._outside.clear()
            return Finding(Item.NETWORK, Outcome.NETWORK_OPEN, facts)
        is_loaded = DOWNLOADING in sys.modules or DOWNLOADING in self._modules
        outcome = Outcome.NETWORK_LOADED if is_loaded else Outcome.NETWORK_SILENT
        return Finding(Item.NETWORK, outcome, facts)


def open_addresses() -> list[str]:
    """The far end of each internet socket of ours, or its near end where it has no far one."""
    import psutil

    ours = psutil.Process(os.getpid())
    addresses = []
    for process in (ours, *ours.children(recursive=True)):
        try:
            sockets = process.net_connections("inet")
        except psutil.NoSuchProcess:
            continue
        ends = ((one.raddr, one.laddr) for one in sockets)
        addresses += [next((end.ip for end in pair if end), "") for pair in ends]
    return addresses


def _is_here(address: str) -> bool:
    """CUPS and a sound server may be asked over the computer's own loopback."""
    try:
        return ipaddress.ip_address(address.partition("%")[0]).is_loopback
    except ValueError:
        return False
