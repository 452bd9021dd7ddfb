"""A Debian with nothing in it, by debootstrap, in which what was built is installed and run."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

SUITE: Final = "bookworm"
HOME: Final = "/root"
PATIENCE: Final = 900.0
"""Seconds: a mirror may be far."""

# Mounts of this one command: they end with it, also when it is killed.
_INSIDE: Final = """
set -e
root=$1; shared=$2; shift 2
mount --bind /proc "$root/proc"
mount --rbind /dev "$root/dev"
mkdir -p "$root/$shared" "$root/tmp/.X11-unix"
mount --bind "$shared" "$root/$shared"
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
exec chroot "$root" "$@"
"""


class EmptyDebian:
    """A folder with a system of its own; `shared` is seen at the same place inside and outside."""

    def __init__(self, root: Path, shared: Path) -> None:
        self.root = root
        self.shared = shared

    @classmethod
    def make(cls, root: Path, shared: Path) -> EmptyDebian:
        """Install the least that Debian calls a system; needs root and a mirror."""
        made = cls(root, shared)
        options = ["--variant=minbase", SUITE, str(root), _mirror()]
        _run(["debootstrap", *options])
        root.chmod(0o755)  # it is the / of users without rights
        shutil.copyfile("/etc/resolv.conf", root / "etc" / "resolv.conf")
        settings = subprocess.run(
            ["apt-config", "dump", "Acquire"], capture_output=True, text=True, check=True
        ).stdout
        ours = [line for line in settings.splitlines() if not line.startswith("Acquire::Index")]
        (root / "etc" / "apt" / "apt.conf.d" / "99host").write_text("\n".join([*ours, ""]))
        made.run("apt-get", "update")
        made.run("useradd", "--create-home", "dokter")
        return made

    def command(self, *program: str, user: str = "root", **variables: str) -> list[str]:
        """What runs a program inside, under the process number that it is started with."""
        home = HOME if user == "root" else f"/home/{user}"
        own = {
            "HOME": home,
            "PATH": "/usr/local/bin:/usr/bin:/bin:/usr/local/sbin:/usr/sbin:/sbin",
            "LANG": "C.UTF-8",
            **variables,
        }
        within = ["env", "-i", *(f"{name}={value}" for name, value in own.items()), *program]
        if user != "root":
            rights = ["setpriv", f"--reuid={user}", f"--regid={user}", "--init-groups"]
            within = [*rights, *within]
        mounts = ["unshare", "--mount", "--propagation", "private", "sh", "-c", _INSIDE, "sh"]
        return [*mounts, str(self.root), str(self.shared), *within]

    def run(
        self, *program: str, user: str = "root", may_fail: bool = False, **variables: str
    ) -> subprocess.CompletedProcess[str]:
        quiet = {"DEBIAN_FRONTEND": "noninteractive", **variables}
        return _run(self.command(*program, user=user, **quiet), may_fail=may_fail)

    def install(self, package: Path) -> None:
        """With all that it says it depends on, and nothing more."""
        inside = self.bring(package)
        self.run("apt-get", "install", "--yes", "--no-install-recommends", inside)

    def bring(self, file: Path) -> str:
        """Copy a file or folder to where the inside sees it."""
        target = self.shared / file.name
        if file.is_dir():
            shutil.copytree(file, target, symlinks=True, dirs_exist_ok=True)
        else:
            shutil.copyfile(file, target)
        return str(target)

    def inside(self, path: str) -> Path:
        """A path of the inside, as it is called outside."""
        return self.root / path.lstrip("/")

    def files(self) -> set[str]:
        """All files, links and folders, without what the system notes of its own work."""
        found = set()
        for folder, folders, files in os.walk(self.root):
            place = Path(folder).relative_to(self.root)
            if place.parts[:1] in {("proc",), ("dev",), ("sys",), ("tmp",)}:
                folders.clear()
                continue
            found |= {(place / name).as_posix() for name in (*folders, *files)}
        return {name for name in found if not _NOTED.match(name)}


_NOTED: Final = re.compile(
    r"var/(lib/(dpkg|apt)|cache|log)/|(proc|dev|sys|tmp)(/|$)|etc/(ld\.so\.cache|mtab)"
)


def _mirror() -> str:
    """Where this machine itself has Debian from."""
    told = subprocess.run(
        ["apt-get", "indextargets", "--format", "$(REPO_URI)", f"Codename: {SUITE}"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert told, f"this machine's own apt knows no mirror with {SUITE}"
    return told[0].rstrip("/")


def _run(command: Sequence[str], *, may_fail: bool = False) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )
    assert may_fail or done.returncode == 0, (done.stdout + done.stderr)[-4000:]
    return done
