"""Build what is handed out, for the system that this runs on, into dist/.

python packaging/build.py            the app as it is installed and as it is carried along, the
                                     speech model, the bill of materials, the hashes of all
python packaging/build.py --prove    the same, and run what was built (tests/frozen; Linux, root)
python packaging/build.py --compare  build twice and compare every byte
python packaging/build.py --renew    take the newest libraries into packaging/constraints.txt
"""

import hashlib
import platform
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import hashes
from console import ROOT, SetUpError, call, say
from freezing import WORK, add_companions, freeze, renew, run, version
from system_packages import FOR_BUILD, FOR_PROOF, see_to_packages

DIST: Final = ROOT / "dist"

MEGABYTE: Final = 1_000_000
LIMITS: Final = {"folder": 700, "file": 280}
"""Megabytes: a frozen folder without a model, and what is handed out of it."""


def build(out: Path) -> list[Path]:
    """What was made: the frozen app, and then the files that are handed out."""
    if sys.platform == "linux":
        see_to_packages(FOR_BUILD)
    out.mkdir(parents=True, exist_ok=True)
    app = freeze(out)
    say("Packing.")
    made = [app, *_hand_out(app, out), *add_companions(app, out)]
    return [*made, hashes.write(out)]


def _hand_out(app: Path, out: Path) -> list[Path]:
    """What is installed here, and what is carried along."""
    if sys.platform == "win32":
        from windows_installer import make, microsoft_runtimes

        return make(app, out, version(), run, microsoft_runtimes())
    if sys.platform == "darwin":
        from macos_image import make

        return [make(app, out, version(), run, platform.machine())]
    from linux_packages import debian_package, portable_archive

    return [debian_package(app, out), portable_archive(app, out)]


def size(path: Path) -> int:
    """Bytes of a file, or of all files in a folder."""
    files = [path] if path.is_file() else path.rglob("*")
    return sum(one.stat().st_size for one in files if one.is_file() and not one.is_symlink())


def table(made: Sequence[Path]) -> list[str]:
    """What each takes, and the largest parts of the folder."""
    rows = [(path.name, size(path), LIMITS["folder" if path.is_dir() else "file"]) for path in made]
    lines = [f"{name:44} {took / MEGABYTE:6.0f} MB of at most {most}" for name, took, most in rows]
    parts: dict[str, int] = {}
    inner = made[0] / ("Contents/Frameworks" if sys.platform == "darwin" else "_internal")
    for path in inner.iterdir():
        name = path.name.removesuffix(".libs") if path.is_dir() else "single libraries"
        parts[name] = parts.get(name, 0) + (0 if path.is_symlink() else size(path))
    largest = sorted(parts.items(), key=lambda part: -part[1])[:12]
    lines += [f"  {name:42} {took / MEGABYTE:6.0f} MB" for name, took in largest]
    return lines


def too_large(made: Sequence[Path]) -> list[Path]:
    return [
        path
        for path in made
        if size(path) > LIMITS["folder" if path.is_dir() else "file"] * MEGABYTE
    ]


def fingerprints(folder: Path) -> dict[str, str]:
    """For each file below the folder its SHA-256, for each link where it leads."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = f"-> {path.readlink()}"
        elif path.is_file():
            with path.open("rb") as file:
                found[name] = hashlib.file_digest(file, "sha256").hexdigest()
    return found


def compare() -> int:
    """0 when two builds from this commit are the same, in every file."""
    twins = [WORK / "twins" / name for name in ("first", "second")]
    for twin in twins:
        shutil.rmtree(twin, ignore_errors=True)
        build(twin)
    first, second = map(fingerprints, twins)
    differ = sorted(
        name for name in first.keys() | second.keys() if first.get(name) != second.get(name)
    )
    say(f"{len(first)} files; {len(differ)} differ.")
    print("\n".join(differ), end="")
    return bool(differ)


def prove() -> int:
    """0 when what lies in dist/ works where nothing else is installed."""
    see_to_packages(FOR_PROOF)
    return call([sys.executable, "-m", "pytest", "-p", "no:xdist", "tests/frozen"])


def main(arguments: Sequence[str]) -> int:
    """The exit status."""
    if list(arguments) not in ([], ["--prove"], ["--compare"], ["--renew"]):
        print((__doc__ or "").strip(), file=sys.stderr)
        return 2
    try:
        if "--compare" in arguments:
            return compare()
        if "--renew" in arguments:
            renew()
            return 0
        made = build(DIST)
    except SetUpError as error:
        say(f"build: {error}")
        return 1
    print("\n".join(table(made)))
    for path in too_large(made):
        say(f"build: {path.name} is larger than it may be.")
    return prove() if "--prove" in arguments else int(bool(too_large(made)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
