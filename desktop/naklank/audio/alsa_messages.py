"""ALSA writes what it meets to the terminal: plugins that are not there, a stream that lags."""

from __future__ import annotations

import contextlib
import ctypes
import sys


def silence() -> None:
    """Let ALSA write nothing from now on; without it, or elsewhere, nothing happens.

    Errors that matter come as PortAudio's own, too.
    """
    if sys.platform != "linux":
        return
    with contextlib.suppress(OSError, AttributeError):
        # It calls what it is given on threads of its own, which may outlive the interpreter; a
        # function of the C library that leaves all as it is needs none.
        nothing = ctypes.cast(ctypes.CDLL(None).labs, ctypes.c_void_p)
        ctypes.CDLL("libasound.so.2").snd_lib_error_set_handler(nothing)
