"""What ALSA writes by itself does not reach the terminal."""

from __future__ import annotations

import subprocess
import sys

import pytest

OPEN = """
import ctypes, sys
from naklank.audio import alsa_messages
if sys.argv[1] == "silent":
    alsa_messages.silence()
stream = ctypes.c_void_p()
code = ctypes.CDLL("libasound.so.2").snd_pcm_open(ctypes.byref(stream), b"no-such", 1, 0)
assert code < 0
"""


@pytest.mark.skipif(sys.platform != "linux", reason="ALSA is Linux's")
@pytest.mark.parametrize("how", ["silent", "loud"])
def test_alsa_writes_nothing_once_it_is_silenced(how: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", OPEN, how], capture_output=True, encoding="utf-8", check=True
    )
    assert ("no-such" in done.stderr) is (how == "loud")
