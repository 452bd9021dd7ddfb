"""Without the makers of video that are under the GPL the app reads and writes all it did."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

import av
import pytest

from conftest import ROOT
from naklank.assembly.licences import read_parts
from notices import frozen_parts
from video_encoders import is_stand_in, leave_out

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or platform.machine() != "x86_64", reason="left out there alone"
)

OPENING = """
import av
context = av.CodecContext.create("{name}", "w")
context.width = context.height = 64
context.pix_fmt, context.framerate = "yuv420p", 25
try:
    context.open()
except av.error.ExternalError:
    print(av.__file__)
"""


@pytest.fixture(scope="module")
def without(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the very PyAV that is installed, and stand-ins in it."""
    folder = tmp_path_factory.mktemp("without")
    installed = Path(av.__file__).parent
    for name in ("av", "av.libs"):
        shutil.copytree(installed.parent / name, folder / name)
    assert [file.name.partition("-")[0] for file in leave_out(folder / "av.libs")] == [
        "libx264",
        "libx265",
    ]
    return folder


def _python(without: Path, *arguments: str) -> str:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    path = os.pathsep.join([str(without), str(ROOT / "desktop")])
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**kept, "PYTHONPATH": path},
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


def test_every_sound_is_read_and_mp3_is_written(without: Path) -> None:
    alone = ["-q", "-p", "no:xdist", "-p", "no:cacheprovider"]
    tests = ["tests/audio/test_reading.py", "tests/audio/test_mp3.py"]
    told = _python(without, "-m", "pytest", *alone, *tests)
    assert " passed" in told


@pytest.mark.parametrize("name", ["libx264", "libx265"])
def test_who_asks_for_one_gets_an_error_and_no_crash(without: Path, name: str) -> None:
    told = _python(without, "-c", OPENING.format(name=name))
    assert Path(told.strip()).is_relative_to(without)


def test_nothing_of_them_is_left_and_no_notice_names_them(without: Path) -> None:
    stand_ins = [file for file in (without / "av.libs").iterdir() if is_stand_in(file)]
    assert len(stand_ins) == 2
    assert sum(file.stat().st_size for file in stand_ins) < 40_000
    named = {part.name for part, _ in frozen_parts(without)}
    assert {"FFmpeg", "LAME"} <= named
    assert not named & {"x264", "x265"}
    assert {"x264", "x265"} <= {part.name for part in read_parts()}


def test_the_same_bytes_each_time(without: Path, tmp_path: Path) -> None:
    installed = Path(av.__file__).parents[1] / "av.libs"
    shutil.copytree(installed, tmp_path / "av.libs")
    for file in leave_out(tmp_path / "av.libs"):
        assert file.read_bytes() == (without / "av.libs" / file.name).read_bytes()
