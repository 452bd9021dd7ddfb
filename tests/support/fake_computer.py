"""A computer where all but naklank's own set-up is fake, and every call is written down."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from system_packages import FOR_TESTS

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
VERSION = "{}.{}.{}".format(*sys.version_info[:3])
DEBIAN = {"ID": "debian"}
FEDORA = {"ID": "fedora"}

# Starts the real file as a program would be, on a computer that the test describes.
DRIVER = """
import json, os, platform, runpy, subprocess, sys
computer = json.loads(sys.argv[1])
sys.argv[:] = sys.argv[2:]
def release():
    if computer["release"]:
        return computer["release"]
    raise OSError
os.geteuid = lambda: computer["user"]
platform.freedesktop_os_release = release
sys.platform = computer["platform"]
sys.executable = computer["python"]
sys.prefix = computer["prefix"]
sys.version_info = (*computer["version"], "final", 0)
runpy.run_path(sys.argv[0], run_name="__main__")
"""

# In each fake: its call goes to the log, and a file fail-NAME holds the code it must fail with.
FAKE = """#!/bin/sh
printf '%s\\n' "${{0##*/}} $*" >> '{world}/log'
{body}
if [ -e "{world}/fail-${{0##*/}}" ]; then read code < "{world}/fail-${{0##*/}}"; exit "$code"; fi
"""
SYSTEM_PYTHON = """
case "$*" in
*"import ensurepip"*) [ ! -e '{world}/no-ensurepip' ] || exit 1 ;;
*"-m venv"*)
    for folder; do :; done
    mkdir -p "$folder/bin"
    cp '{world}/venv-python' "$folder/bin/python" ;;
esac
"""
VENV_PYTHON = """
case "$*" in
*"sys.version_info"*) echo '{version}' ;;
*"pip --version"*) [ ! -e '{world}/no-pip' ] || exit 1 ;;
*"pip install"*)
    echo "the words of pip"
    [ ! -e '{world}/fail-pip' ] || exit 2
    for name in ruff mypy lint-imports pytest naklank; do
        cp '{world}/venv-program' "${{0%/*}}/$name"
    done ;;
esac
"""
VENV_PROGRAM = """
echo "the words of ${{0##*/}}"
case "$*" in
*handover*)
    for folder; do :; done
    mkdir -p "$folder"
    for kind in mp3 pdf docx html; do : > "$folder/summary.$kind"; done ;;
esac
"""
DPKG_QUERY = """
while read -r line; do
    for name; do [ "${{line%% *}}" != "$name" ] || echo "$line"; done
done < '{world}/packages'
exit 1
"""
APT_GET = """
echo "the words of apt-get, DEBIAN_FRONTEND=${{DEBIAN_FRONTEND-}}"
case "$*" in *python3-venv*) rm -f '{world}/no-ensurepip' ;; esac
"""
SUDO = """
case "$1" in -n) ;; *) "$@" ;; esac
"""


@dataclass
class World:
    """A repository with the real bootstrap.py, in a computer where all else is fake."""

    home: Path
    user: int = 0
    prefix: Path = Path(sys.prefix)
    platform: str = "linux"
    release: dict[str, str] = field(default_factory=lambda: DEBIAN)
    display: dict[str, str] = field(default_factory=dict)

    @property
    def root(self) -> Path:
        return self.home / "repo"

    @property
    def venv(self) -> Path:
        return self.root / ".venv"

    def fake(self, name: str, body: str, *, to: str = "tools", version: str = VERSION) -> None:
        path = self.home / to / name
        text = FAKE.format(world=self.home, body=body.format(world=self.home, version=version))
        path.write_text(text, "utf-8")
        path.chmod(0o755)

    def has_packages(self, *lines: str) -> None:
        (self.home / "packages").write_text("".join(f"{line}\n" for line in lines), "utf-8")

    def fails(self, name: str, code: int) -> Path:
        path = self.home / f"fail-{name}"
        path.write_text(f"{code}\n", "utf-8")
        return path

    def command(self, *args: str, version: tuple[int, int, int] | None = None) -> list[str]:
        computer: dict[str, Any] = {
            "user": self.user,
            "prefix": str(self.prefix),
            "platform": self.platform,
            "release": self.release,
            "python": str(self.home / "tools" / "system-python"),
            "version": version or sys.version_info[:3],
        }
        script = str(self.root / "packaging" / "bootstrap.py")
        return [sys.executable, "-c", DRIVER, json.dumps(computer), script, *args]

    def environment(self) -> dict[str, str]:
        return {"PATH": str(self.home / "tools"), "LANG": "C.UTF-8", **self.display}

    def start(self, *args: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            self.command(*args),
            env=self.environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def call(
        self,
        *args: str,
        version: tuple[int, int, int] | None = None,
        stdin: int = subprocess.DEVNULL,
    ) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            self.command(*args, version=version),
            cwd=self.home,  # not the repository: it must find that by itself
            env=self.environment(),
            stdin=stdin,
            capture_output=True,
            text=True,
            check=False,
        )
        assert "Traceback" not in done.stderr
        return done

    def calls(self) -> list[str]:
        """What was started since the last question, but for questions to the two Pythons."""
        log = self.home / "log"
        lines = log.read_text("utf-8").splitlines() if log.exists() else []
        log.unlink(missing_ok=True)
        quiet = ("python -I -c", "system-python -c", "python -m pip --version", "sudo -n")
        return [line for line in lines if not line.startswith(quiet)]

    def programs(self) -> list[str]:
        return [line.split()[0] for line in self.calls()]

    def installed(self) -> list[list[str]]:
        """The packages of each call to apt-get install since the last question."""
        start = "apt-get install -y --no-install-recommends --no-remove "
        return [line.removeprefix(start).split() for line in self.calls() if line.startswith(start)]


def make_world(home: Path) -> World:
    """A computer with everything the tests need, and nothing set up yet."""
    made = World(home)
    (home / "tools").mkdir()
    copy_packaging(made.root)
    (made.root / "pyproject.toml").write_text("[project]\nname = 'naklank'\n", "utf-8")
    for name in ("cp", "env", "mkdir", "rm"):
        found = shutil.which(name)
        assert found
        (home / "tools" / name).symlink_to(found)
    made.fake("system-python", SYSTEM_PYTHON)
    made.fake("venv-python", VENV_PYTHON, to=".")
    made.fake("venv-program", VENV_PROGRAM, to=".")
    made.fake("dpkg-query", DPKG_QUERY)
    made.fake("apt-get", APT_GET)
    made.has_packages(*(f"{one.name} installed" for one in FOR_TESTS))
    return made


def copy_packaging(root: Path) -> None:
    """The real set-up in another repository."""
    (root / "packaging").mkdir(parents=True)
    for file in PACKAGING.glob("*.py"):
        shutil.copy(file, root / "packaging")
