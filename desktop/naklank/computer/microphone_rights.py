"""Whether the system lets programs use the microphone."""

from __future__ import annotations

import contextlib
import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    Reader = Callable[[str, str, str], object]
    """The value of this name under this root and key; raises OSError where there is none."""

_STORE: Final = (
    r"SOFTWARE\Microsoft\Windows\CurrentVersion\CapabilityAccessManager\ConsentStore\microphone"
)

SWITCHES: Final = (
    ("HKEY_LOCAL_MACHINE", _STORE),  # "Microphone access" for everybody, an administrator's
    ("HKEY_CURRENT_USER", _STORE),  # "Let apps access your microphone"
    ("HKEY_CURRENT_USER", _STORE + r"\NonPackaged"),  # "Let desktop apps access your microphone"
)
"""Root and key of what Windows shows under Settings > Privacy > Microphone. A single one that is
off is enough; a desktop program then gets an error or, on older versions, nothing but zeros."""


def read_registry(root: str, key: str, name: str) -> object:
    """Raises OSError where there is none."""
    if sys.platform == "win32":
        import winreg

        with winreg.OpenKey(getattr(winreg, root), key) as opened:
            return winreg.QueryValueEx(opened, name)[0]
    raise FileNotFoundError(key)


def is_denied(read: Reader = read_registry) -> bool | None:
    """Whether a switch of Windows is off; None where the system does not tell, as on a Mac."""
    values = set()
    for root, key in SWITCHES:
        with contextlib.suppress(OSError):
            values.add(read(root, key, "Value"))
    if "Deny" in values:
        return True
    return False if "Allow" in values else None
