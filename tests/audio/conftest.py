from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from naklank.audio.recorder import SoundCardRecorder
from naklank.core.recording import SoundFile
from support.sound_listeners import RecordingListener
from support.sound_rigs import FakeRig, RealRig
from support.sounds import KEY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from naklank.audio.sound import Sound
    from naklank.core.ports.sound import Recorder
    from support.sound_rigs import Place, Rig


@pytest.fixture(params=["fake", "real"])
def rig(request: pytest.FixtureRequest) -> Iterator[Rig]:
    """A sound card: once made up, once PortAudio's on the virtual sound server."""
    if request.param == "fake":
        yield FakeRig()
        return
    real = RealRig(request.getfixturevalue("sound_server"))
    yield real
    real.close()


@pytest.fixture
def recorder(rig: Rig) -> Iterator[Recorder]:
    """It leaves no stream open."""
    one = SoundCardRecorder(rig.card)
    yield one
    one.abort()
    assert rig.open_streams() == 0


@pytest.fixture
def ears() -> RecordingListener:
    return RecordingListener()


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return lambda number: SoundFile(tmp_path / f"take-{number}", KEY)


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
