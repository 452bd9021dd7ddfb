"""From a checkout to the frozen folder, in an environment of its own: the same bytes twice."""

import hashlib
import os
import platform
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from console import ROOT, SetUpError, answer, say
from video_encoders import leave_out

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
    """The folder `out`/naklank, ready to be run or packed; on a Mac `out`/Naklank.app in its place.

    The licences of all that it holds lie in it.
    """
    python = environment()
    icons = WORK / "icons"
    run([python, ROOT / "packaging" / "icons.py", icons])
    folder = out / "naklank"
    shutil.rmtree(folder, ignore_errors=True)
    options = ["--noconfirm", "--clean", "--log-level=WARN"]
    places: list[str | Path] = ["--distpath", out, "--workpath", WORK / "pyinstaller"]
    run(
        [python, "-m", "PyInstaller", *options, *places, SPEC],
        NAKLANK_ICONS=str(icons),
        NAKLANK_PORTAUDIO=_portaudio(),
    )
    if sys.platform == "linux":
        leave_out(folder / "_internal" / "av.libs")
    app = out / "Naklank.app" if sys.platform == "darwin" else folder
    _ask("notices.py", app)
    settle(folder)
    return app


def add_companions(app: Path, out: Path) -> list[Path]:
    """What goes along with the app: its bill of materials, and the speech model as a pack."""
    system = f"{sys.platform}-{platform.machine().lower()}"
    bill = out / f"naklank-{version()}-{system}.cdx.json"
    _ask("sbom.py", bill, app)
    _ask("-m", "naklank", "models", "pack", "base", out)
    return [bill, *sorted(out.glob("naklank-model-base-*.zip"))]


def _ask(*words: str | Path) -> None:
    """Run a script of this folder, or a module, in the environment that was frozen."""
    script, *rest = words
    named = ROOT / "packaging" / script if Path(script).suffix == ".py" else script
    home = {"PYTHONPATH": str(ROOT / "desktop"), "NAKLANK_HOME": str(WORK / "home")}
    run([environment(), named, *rest], **home)


def environment() -> Path:
    """The Python of an environment with what `constraints.txt` names and nothing else."""
    folder = WORK / "environment"
    stamp = folder / "stamp"
    if stamp.exists() and stamp.read_text() == _fingerprint():
        return _python(folder)
    say("Setting up what builds; the first time this takes minutes.")
    _install(folder, "--constraint", CONSTRAINTS, *_requirements())
    stamp.write_text(_fingerprint())
    return _python(folder)


def renew() -> None:
    """Write the newest versions that pyproject.toml allows into CONSTRAINTS, of every system."""
    folder = WORK / "resolver"
    _install(folder, *(line for line in _requirements() if line.startswith("uv")))
    failed, pins = answer([_python(folder), ROOT / "packaging" / "wheels.py", "--pin"])
    if failed:
        raise SetUpError("no system may lack a wheel: packaging/wheels.py tells which one does.")
    head = [line for line in CONSTRAINTS.read_text("utf-8").splitlines() if line.startswith("#")]
    CONSTRAINTS.write_text("\n".join([*head, pins]), encoding="utf-8", newline="\n")


def _install(folder: Path, *wanted: str | Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    run([sys.executable, "-m", "venv", folder])
    options = ["--disable-pip-version-check", "--quiet"]
    run([_python(folder), "-m", "pip", "install", *options, *wanted])


def _python(folder: Path) -> Path:
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


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


def run(command: Sequence[str | Path], **more: str) -> None:
    """Raises SetUpError where it fails; its own words stand above."""
    done = subprocess.run(command, cwd=ROOT, env=variables(**more), check=False)
    if done.returncode:
        raise SetUpError(f"{Path(command[0]).name} failed (exit {done.returncode}); see above.")


def _requirements() -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    return [*project["dependencies"], *extras["freeze"], *extras["model-base"]]


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
