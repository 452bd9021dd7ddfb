from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from naklank.foundation.elapsed import elapsed

SLEPT = 100_000
"""Seconds that a name space adds to the clock that counts sleep, and to no other."""


def test_it_runs_with_the_clock() -> None:
    first, start = elapsed(), time.monotonic()
    while elapsed() == first:
        assert time.monotonic() < start + 10
    assert 0 < elapsed() - first <= time.monotonic() - start + 0.1


@pytest.mark.skipif(sys.platform != "linux", reason="name spaces are Linux's own")
def test_sleep_counts() -> None:
    before = elapsed() - time.monotonic()
    user = [] if os.geteuid() == 0 else ["--user", "--map-root-user"]
    space = ["unshare", *user, "--time", "--fork", "--boottime", str(SLEPT)]
    code = "import time; from naklank.foundation.elapsed import elapsed; print(elapsed() - time.monotonic())"
    done = subprocess.run(
        [*space, sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    if done.returncode and "unshare" in done.stderr:
        if os.environ.get("CI"):
            pytest.fail(f"no name space of time: {done.stderr}")
        pytest.skip("no name space of time")
    assert float(done.stdout) - before == pytest.approx(SLEPT, abs=1)


@pytest.mark.skipif(not Path("/proc/uptime").exists(), reason="Linux's own record")
def test_it_is_the_time_since_the_computer_was_started() -> None:
    uptime = float(Path("/proc/uptime").read_text("ascii").split()[0])
    assert elapsed() == pytest.approx(uptime, abs=1)
