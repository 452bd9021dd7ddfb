"""Runs in the frozen program on Linux before anything else: where libraries are looked for."""

import ctypes.util
import os
import sys
from pathlib import Path

# The start program leads the loader to our own folder. This process knows that by now; what it
# starts (lpstat, lsblk, udisksctl) belongs to the system and takes the system's libraries.
_earlier = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
os.environ.pop("LD_LIBRARY_PATH", None)
if _earlier:
    os.environ["LD_LIBRARY_PATH"] = _earlier

_search = ctypes.util.find_library


def _find(name: str) -> str | None:
    """Our own PortAudio: sounddevice asks the system for it, which has none."""
    if name == "portaudio":
        return str(Path(sys._MEIPASS, "libportaudio.so.2"))  # type: ignore[attr-defined] # noqa: SLF001
    return _search(name)


ctypes.util.find_library = _find
