"""Which internet sockets this process has open."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import psutil


def own_addresses() -> tuple[str, ...]:
    """The far end of each, or its near end where it has no far one; never of AF_UNIX.

    Of this process alone: since nobody may dump its memory, Linux shows its sockets to no other
    process of an ordinary user, not even to its parent. Raises psutil's errors where the system
    does not tell.
    """
    import psutil

    return addresses_of(psutil.Process())


def addresses_of(process: psutil.Process) -> tuple[str, ...]:
    """The same of another process. Raises psutil's AccessDenied or NoSuchProcess too."""
    pairs = ((one.raddr, one.laddr) for one in process.net_connections("inet"))
    return tuple(next((end.ip for end in pair if end), "") for pair in pairs)
