"""From a checkout to the frozen folder, in an environment of its own: the same bytes twice."""

import hashlib
import os
import shutil
import subprocess
import sys
import tomllib
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from console import ROOT, SetUpError, answer, say

WORK: Final = ROOT / "build" / "freeze"
CONSTRAINTS: Final = ROOT / "packaging" / "constraints.txt"
SPEC: Final = ROOT / "packaging" / "pyinstaller" / "naklank.spec"


def version() -> str:
    """The one version of all that is built."""
    return _app_says("__version__")


def moment() -> int:
    """Seconds since 1970 that stand for "now" in all that is built: the day of the version."""
    return int(datetime.fromisoformat(_app_says("RELEASED")).replace(tzinfo=UTC).timestamp())


def _app_says(name: str) -> str:
    sys.path.insert(0, str(ROOT / "desktop"))
    import naklank

    return str(getattr(naklank, name))


def freeze(out: Path) -> Path:
    """The folder `out`/naklank, ready to be run or packed; on a Mac the bundle beside it too."""
    python = environment()
    icons = WORK / "icons"
    _run([python, ROOT / "packaging" / "icons.py", icons])
    folder = out / "naklank"
    shutil.rmtree(folder, ignore_errors=True)
    options = ["--noconfirm", "--clean", "--log-level=WARN"]
    places: list[str | Path] = ["--distpath", out, "--workpath", WORK / "pyinstaller"]
    _run(
        [python, "-m", "PyInstaller", *options, *places, SPEC],
        NAKLANK_ICONS=str(icons),
        NAKLANK_PORTAUDIO=_portaudio(),
    )
    settle(folder)
    return folder


def environment(*, newest: bool = False) -> Path:
    """The Python of an environment with what `constraints.txt` names and nothing else.

    `newest` takes the newest libraries that pyproject.toml allows, and writes them there.
    """
    folder = WORK / "environment"
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamp = folder / "stamp"
    if not newest and stamp.exists() and stamp.read_text() == _fingerprint():
        return python
    say("Setting up what builds; the first time this takes minutes.")
    shutil.rmtree(folder, ignore_errors=True)
    _run([sys.executable, "-m", "venv", folder])
    pip: list[str | Path] = [python, "-m", "pip", "--disable-pip-version-check"]
    pinned: list[str | Path] = [] if newest else ["--constraint", CONSTRAINTS]
    _run([*pip, "install", "--quiet", *pinned, *_requirements()])
    if newest:
        _, frozen = answer([*pip, "freeze"])
        head = [line for line in CONSTRAINTS.read_text().splitlines() if line.startswith("#")]
        CONSTRAINTS.write_text("\n".join([*head, frozen]))
    stamp.write_text(_fingerprint())
    return python


def settle(folder: Path) -> None:
    """Give every file the same time and rights in every build."""
    stamp = moment()
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_symlink():
            os.utime(path, (stamp, stamp), follow_symlinks=False)
            continue
        runs = path.is_dir() or (path.parent == folder and path.stat().st_mode & 0o100)
        path.chmod(0o755 if runs else 0o644)
        os.utime(path, (stamp, stamp))
    folder.chmod(0o755)


def variables(**more: str) -> dict[str, str]:
    """What a build step finds around it: nothing that differs from build to build."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "NAKLANK_", "QT_"))
    }
    same = {"PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": str(moment()), "TZ": "UTC"}
    return {**kept, **same, "LC_ALL": "C.UTF-8", **more}


def _run(command: list[str | Path], **more: str) -> None:
    done = subprocess.run(command, cwd=ROOT, env=variables(**more), check=False)
    if done.returncode:
        raise SetUpError(f"{Path(command[0]).name} failed (exit {done.returncode}); see above.")


def _requirements() -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [*project["dependencies"], *project["optional-dependencies"]["freeze"]]


def _fingerprint() -> str:
    told = [*_requirements(), CONSTRAINTS.read_text(encoding="utf-8"), sys.version, str(ROOT)]
    return hashlib.sha256("\n".join(told).encode()).hexdigest()


def _portaudio() -> str:
    """Where this machine keeps it; on Windows and macOS sounddevice brings its own."""
    if sys.platform != "linux":
        return ""
    _, text = answer(["/sbin/ldconfig", "-p"])
    for line in text.splitlines():
        if "libportaudio.so.2 " in line:
            return line.split()[-1]
    raise SetUpError("libportaudio2 is missing: install that package and call this again.")
