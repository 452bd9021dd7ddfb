from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from support.sound_rigs import FakeRig, RealRig

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from naklank.audio.sound import Sound
    from support.sound_rigs import Rig


@pytest.fixture(params=["fake", "real"])
def rig(request: pytest.FixtureRequest) -> Iterator[Rig]:
    """A sound card: once made up, once PortAudio's on the virtual sound server."""
    if request.param == "fake":
        yield FakeRig()
        return
    real = RealRig(request.getfixturevalue("sound_server"))
    yield real
    real.close()


@pytest.fixture(scope="session")
def words(sample: Sound) -> Sound:
    """A second and a half of speech."""
    from naklank.audio.sound import Sound

    return Sound(sample.samples[: round(1.5 * sample.rate)], sample.rate)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk with room for 256 kB; only the superuser can make one."""
    if os.geteuid() != 0:
        pytest.skip("only root can mount a small disk")
    disk = tmp_path / "disk"
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk], check=True)
    yield disk
    subprocess.run(["umount", disk], check=True)
