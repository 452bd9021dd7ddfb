"""Of the frozen folder make what is handed out on Linux: a .deb and a portable archive."""

import os
import shutil
import subprocess
import tarfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from textwrap import dedent
from typing import Final

from console import ROOT, SetUpError, answer
from freezing import WORK, moment, settle, variables, version

PIECES: Final = ROOT / "packaging" / "linux"
IDENTITY: Final = "nl.naklank.Naklank"
PACKAGE: Final = "naklank"
NOTICES: Final = "THIRD-PARTY.txt"
"""As packaging/notices.py writes it: a list, and below a line of signs the texts."""

LEVEL: Final = 12
"""Of Zstandard: above it a minute buys a hundredth."""

NOT_LINKED: Final = (
    "libpulse0",  # loaded by name, to ask whether the loudspeaker is muted
    "libasound2-plugins | pipewire-alsa",  # lead PortAudio to the sound server of the desktop
    "fontconfig",
)
RECOMMENDED: Final = (
    "gnome-keyring | kwalletmanager | keepassxc",  # the safe for the keys
    "cups-client",  # tells what became of a print
    "udisks2",  # lets go of a stick
)


def debian_package(frozen: Path, out: Path) -> Path:
    """The .deb; two calls on the same folder make the same bytes."""
    tree = WORK / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    home = tree / "usr" / "lib" / PACKAGE
    shutil.copytree(frozen, home, symlinks=True)
    commands = tree / "usr" / "bin"
    commands.mkdir()
    (commands / PACKAGE).symlink_to(f"../lib/{PACKAGE}/{PACKAGE}")
    place_on_desktop(tree / "usr" / "share")
    document(home, tree / "usr" / "share" / "doc" / PACKAGE)
    settle(tree)
    (home / PACKAGE).chmod(0o755)
    control = tree / "DEBIAN"
    control.mkdir()
    for script in (PIECES / "debian").iterdir():
        shutil.copyfile(script, control / script.name)
        (control / script.name).chmod(0o755)
    (control / "control").write_text(_control(tree), encoding="utf-8")
    target = out / f"{PACKAGE}_{version()}_{_architecture()}.deb"
    options = ["--root-owner-group", "-Zzstd", f"-z{LEVEL}"]
    _run(["dpkg-deb", *options, "--build", tree, target])
    return target


def portable_archive(frozen: Path, out: Path) -> Path:
    """One folder in a .tar.zst: unpacked anywhere, started where it lies, without any rights."""
    name = f"{PACKAGE}-{version()}-linux-{os.uname().machine}"
    tar = WORK / f"{name}.tar"
    with tarfile.open(tar, "w", format=tarfile.GNU_FORMAT) as archive:
        for path in [frozen, *sorted(frozen.rglob("*"))]:
            place = Path(name, path.relative_to(frozen)).as_posix()
            archive.add(path, place, recursive=False, filter=_owned_by_nobody)
    target = out / f"{name}.tar.zst"
    _run(["zstd", "--quiet", "--force", "--rm", f"-{LEVEL}", "-T0", tar, "-o", target])
    return target


def _owned_by_nobody(member: tarfile.TarInfo) -> tarfile.TarInfo:
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    member.mtime = moment()
    return member


def place_on_desktop(share: Path) -> None:
    """The entry in the menu, the icon, and what software centres are told."""
    applications, metainfo = share / "applications", share / "metainfo"
    for folder in (applications, metainfo):
        folder.mkdir(parents=True)
    shutil.copyfile(PIECES / f"{IDENTITY}.desktop", applications / f"{IDENTITY}.desktop")
    day = datetime.fromtimestamp(moment(), UTC).date().isoformat()
    told = (PIECES / f"{IDENTITY}.metainfo.xml").read_text(encoding="utf-8")
    told = told.replace("@VERSION@", version()).replace("@DATE@", day)
    (metainfo / f"{IDENTITY}.metainfo.xml").write_text(told, encoding="utf-8")
    hicolor = share / "icons" / "hicolor"
    for picture in (WORK / "icons").glob("naklank-*.png"):
        size = picture.stem.rpartition("-")[2]
        _place_icon(picture, hicolor / f"{size}x{size}" / "apps" / f"{IDENTITY}.png")
    drawing = ROOT / "resources" / "icon" / "naklank.svg"
    _place_icon(drawing, hicolor / "scalable" / "apps" / f"{IDENTITY}.svg")


def _place_icon(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True)
    shutil.copyfile(source, target)


def document(home: Path, folder: Path) -> None:
    """Under which terms we and all others stand, and what changed."""
    folder.mkdir(parents=True)
    listed, _, _ = (home / NOTICES).read_text(encoding="utf-8").partition("\n====")
    whole = f"The whole texts of their licences stand in /usr/lib/{PACKAGE}/{NOTICES}."
    ours = (ROOT / "LICENSE").read_text(encoding="utf-8")
    (folder / "copyright").write_text(f"{listed}\n{whole}\n\n{ours}", encoding="utf-8")
    shutil.copyfile(ROOT / "CHANGELOG.md", folder / "changelog")
    _run(["gzip", "--best", "--no-name", folder / "changelog"])


def _control(tree: Path) -> str:
    kilobytes = sum(path.lstat().st_size for path in tree.rglob("*")) // 1024
    head = f"""\
        Package: {PACKAGE}
        Version: {version()}
        Architecture: {_architecture()}
        Maintainer: Naklank
        Installed-Size: {kilobytes}
        Depends: {", ".join([*_linked(tree), *NOT_LINKED])}
        Recommends: {", ".join(RECOMMENDED)}
        Section: misc
        Priority: optional
        Description: the doctor's spoken summary, to take home as sound and paper
         Records the summary of a consult, types it out on the computer itself, has the
         doctor check it by ear, and hands it over. The speech model is a pack of its own.
        """
    return dedent(head)


def _linked(tree: Path) -> list[str]:
    """The packages with the libraries that ours ask for, and the oldest version that will do."""
    libraries = [path for path in sorted(tree.rglob("*.so*")) if not path.is_symlink()]
    own = sorted({library.parent for library in libraries})
    debian = WORK / "shlibdeps" / "debian"
    debian.mkdir(parents=True, exist_ok=True)
    (debian / "control").write_text(f"Source: {PACKAGE}\n\nPackage: {PACKAGE}\nArchitecture: any\n")
    command = ["dpkg-shlibdeps", "-O", "--ignore-missing-info", "--warnings=0"]
    places = [f"-l{folder}" for folder in own]
    without = [f"-x{package}" for package in _brought_along(libraries)]
    done = subprocess.run(
        [*command, *places, *without, *(f"-e{library}" for library in libraries)],
        cwd=debian.parent,
        env=variables(),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SetUpError(f"dpkg-shlibdeps failed: {done.stderr}")
    return done.stdout.strip().removeprefix("shlibs:Depends=").split(", ")


def _brought_along(libraries: Sequence[Path]) -> set[str]:
    """The packages whose library lies in our own folder."""
    _, text = answer(["dpkg", "--search", *(f"*/{library.name}" for library in libraries)])
    return {line.partition(":")[0] for line in text.splitlines()}


def _architecture() -> str:
    return answer(["dpkg", "--print-architecture"])[1].strip()


def _run(command: Sequence[str | Path]) -> None:
    done = subprocess.run(command, env=variables(), capture_output=True, text=True, check=False)
    if done.returncode:
        raise SetUpError(f"{command[0]} failed: {done.stderr}")
