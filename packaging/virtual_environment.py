"""The folder .venv: what it must hold, whether it does, and making it so."""

import hashlib
import json
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from console import ROOT, SetUpError, answer, call, say

if sys.platform != "win32":
    import fcntl

VENV = ROOT / ".venv"
# Stands in .venv from before its first change until pip has ended by itself.
UNFINISHED = VENV / "naklank-setup-unfinished"


class Profile(NamedTuple):
    """One set-up: the extras it installs and the programs it must leave in .venv."""

    name: str
    extras: tuple[str, ...]
    programs: tuple[str, ...]


RUN = Profile("run", ("model-base",), ("naklank",))
TEST = Profile(
    "test",
    ("model-base", "openai-whisper", "freeze", "dev"),
    ("naklank", "ruff", "mypy", "lint-imports", "pytest"),
)


class State(NamedTuple):
    """What .venv lacks: whether pip must run, and why .venv must be made first, if so."""

    needs_install: bool
    rebuild_reason: str = ""


def program(name: str) -> Path:
    """Where .venv keeps the program `name`."""
    return VENV / "Scripts" / f"{name}.exe" if os.name == "nt" else VENV / "bin" / name


def stamp_file(profile: Profile) -> Path:
    """Where .venv keeps the proof that `profile` was installed."""
    return VENV / f"naklank-setup-{profile.name}.json"


def venv_version() -> str:
    """The version of .venv's Python, such as 3.11.2, or nothing if it does not start."""
    question = "import sys; print('%d.%d.%d' % sys.version_info[:3])"
    code, text = answer([program("python"), "-I", "-c", question])
    return text.strip() if code == 0 else ""


def fingerprint(version: str) -> dict[str, str]:
    """Everything that makes an installed .venv stale when it changes; source code does not."""
    return {
        "pyproject": hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest(),
        "python": version,
        "location": str(ROOT),
    }


def read_stamp(profile: Profile) -> dict[str, str]:
    """The fingerprint that `profile` was installed with, or an empty one."""
    try:
        stamp = json.loads(stamp_file(profile).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def write_stamp(profile: Profile) -> None:
    """Record that `profile` is installed."""
    text = json.dumps(fingerprint(venv_version()), indent=1)
    stamp_file(profile).write_text(text + "\n", encoding="utf-8")


def is_stamped(profile: Profile, version: str) -> bool:
    """Whether `profile`, or one that holds all of it, was installed from today's pyproject."""
    now = fingerprint(version)
    return any(
        read_stamp(other) == now for other in (RUN, TEST) if set(profile.extras) <= {*other.extras}
    )


def why_unusable(version: str) -> str:
    """Why .venv must be made anew, or nothing."""
    mine = "{}.{}".format(*sys.version_info[:2])
    theirs = ".".join(version.split(".")[:2])
    places = {read_stamp(profile).get("location", str(ROOT)) for profile in (RUN, TEST)}
    if UNFINISHED.exists():
        return "the last set-up did not finish"
    if not any(VENV.iterdir()):
        return "there is none yet"
    if not version:
        return "its Python does not start"
    if theirs != mine:
        return f"it holds Python {theirs} and this is {mine}"
    if places != {str(ROOT)}:
        return "the repository has moved"  # its programs' first lines name the old place
    return ""


def look_at_venv(profile: Profile) -> State:
    """What must be done before .venv serves `profile`."""
    version = venv_version()
    reason = why_unusable(version)
    if reason:
        return State(needs_install=True, rebuild_reason=reason)
    installed = all(program(name).exists() for name in profile.programs)
    if installed and is_stamped(profile, version):
        return State(needs_install=False)
    if answer([program("python"), "-m", "pip", "--version"])[0] != 0:
        return State(needs_install=True, rebuild_reason="it has no working pip")
    return State(needs_install=True)


def can_make_venv() -> bool:
    """Whether this Python can make a .venv; asked of a new process, which sees a fresh install."""
    return answer([sys.executable, "-c", "import ensurepip, venv"])[0] == 0


def make_venv(reason: str) -> None:
    """Make an empty .venv in place of whatever is there."""
    if Path(sys.prefix).resolve() == VENV.resolve():
        raise SetUpError(
            f".venv must be made anew ({reason}), which its own Python cannot do; type "
            "'deactivate' and call this again."
        )
    say(f"Making .venv: {reason}.")
    # Emptied here and not by venv's --clear, so that the marker stands while venv is at work.
    # The folder itself stays: the lock is on it.
    for entry in VENV.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        else:
            entry.unlink()
    UNFINISHED.touch()
    code = call([sys.executable, "-m", "venv", str(VENV)], chatter=True)
    if code != 0:
        raise SetUpError(
            f"{sys.executable} could not make .venv (exit {code}); its own words stand above."
        )


def install(profile: Profile) -> None:
    """Install the project, editable, with the extras of `profile` in one pip call."""
    target = f".[{','.join(profile.extras)}]"
    say(f"Installing {target} into .venv; the first time this takes minutes.")
    # Not -q, in a log neither: minutes without a word look like a program that hangs.
    options = ["--disable-pip-version-check", "-e", target]
    UNFINISHED.touch()
    code = call([program("python"), "-m", "pip", "install", *options], chatter=True)
    # Pip came to an end of its own: what it leaves behind, the next call can build on.
    UNFINISHED.unlink()
    if code != 0:
        raise SetUpError(
            f"pip failed (exit {code}) and its own words stand above; see to the network or to "
            "pip's configuration, call this again, and delete .venv first if it keeps failing."
        )
    missing = [name for name in profile.programs if not program(name).exists()]
    if missing:
        raise SetUpError(
            f"pip succeeded but .venv lacks {', '.join(missing)}; delete .venv and call again."
        )
    write_stamp(profile)


def take_lock(descriptor: int) -> None:
    """Lock the open folder for this process, after whoever holds it now."""
    if sys.platform != "win32":
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Another set-up is at work in .venv; waiting for it.")
            fcntl.flock(descriptor, fcntl.LOCK_EX)


@contextmanager
def only_one_set_up() -> Iterator[None]:
    """Hold .venv for this process; a second set-up waits, except on Windows."""
    if VENV.exists() and not VENV.is_dir():
        raise SetUpError(".venv is a file and stands in the way; move it and call this again.")
    VENV.mkdir(exist_ok=True)
    if sys.platform == "win32":  # it cannot open a folder, so there is nothing to lock
        yield
    else:
        descriptor = os.open(VENV, os.O_RDONLY)
        try:
            take_lock(descriptor)
            yield
        finally:
            os.close(descriptor)
