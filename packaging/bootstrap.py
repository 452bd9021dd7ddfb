"""Set naklank up in .venv and do the main job or the tests.

    python3 packaging/bootstrap.py run                  the shipped sample, spoken to sheet
    python3 packaging/bootstrap.py test [PYTEST-ARG...] every check, the tests last

Both install what is missing first; a later call installs nothing and starts at once.
"""

import sys

# Before anything a Python older than 3.11 cannot read or import, so that this sentence is
# what its user sees.
if sys.version_info < (3, 11):  # noqa: UP036
    sys.exit(
        "bootstrap: naklank needs Python 3.11 or newer and this is Python {}.{}; call this "
        "file with a newer one.".format(*sys.version_info[:2])
    )

import hashlib
import json
import os
import platform
import shlex
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

if sys.platform != "win32":
    import fcntl

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
# Stands in .venv from before its first change until pip has ended by itself.
UNFINISHED = VENV / "naklank-setup-unfinished"

SAMPLE = "resources/sample/dictation_en.flac"
RESULTS = "build/sample"

INTERRUPTED = 130  # what a shell reports for a program that Ctrl-C ended


class Profile(NamedTuple):
    """One set-up: the extras it installs and the programs it must leave in .venv."""

    name: str
    extras: tuple[str, ...]
    programs: tuple[str, ...]


RUN = Profile("run", ("model-base",), ("naklank",))
TEST = Profile(
    "test",
    ("model-base", "openai-whisper", "dev"),
    ("naklank", "ruff", "mypy", "lint-imports", "pytest"),
)

CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports",),
    ("pytest",),
)


class SystemPackage(NamedTuple):
    """A Debian package, why it is needed, and how to know it where there is no dpkg."""

    name: str
    reason: str
    program: str = ""
    equals: tuple[str, ...] = ()  # packages that serve as well and must not be replaced
    on_ubuntu: str = ""  # its name there, where it differs


VENV_PACKAGE = SystemPackage("python3-venv", "Debian's Python cannot make a .venv without it")
TEST_PACKAGES = (
    SystemPackage("poppler-utils", "reads the printed sheet back", "pdftotext"),
    SystemPackage(
        "libreoffice-writer-nogui",
        "opens the Word document as a practice would",
        "soffice",
        equals=("libreoffice-writer",),
    ),
    SystemPackage("fonts-liberation", "gives LibreOffice letters as wide as Word's"),
    SystemPackage(
        "chromium",
        "opens the HTML page as a patient would",
        "chromium",
        equals=("chromium-browser",),
        on_ubuntu="chromium-browser",
    ),
    SystemPackage("libatomic1", "the driver of the browser tests does not start without it"),
    SystemPackage("strace", "shows every connection a process opens: there must be none"),
)


class SetUpError(Exception):
    """An expected failure; its text is the sentence for the user."""


class State(NamedTuple):
    """What .venv lacks: whether pip must run, and why .venv must be made first, if so."""

    needs_install: bool
    rebuild_reason: str = ""


def say(line: str) -> None:
    """Print a progress line on stderr; stdout belongs to the job and the tests."""
    print(line, file=sys.stderr, flush=True)


def call(command: Sequence[str | Path], *, chatter: bool = False) -> int:
    """The exit code of `command`, run in the repository; chatter sends its stdout to stderr."""
    with subprocess.Popen(command, cwd=ROOT, stdout=sys.stderr if chatter else None) as process:
        try:
            code = process.wait()
        except KeyboardInterrupt:
            # The child got the same Ctrl-C. Killing it, as subprocess.run does, would cut off
            # its own tidying up: dpkg's database, pip's roll-back, pytest's summary.
            process.wait()
            raise
    return code if code >= 0 else 128 - code


def answer(command: Sequence[str | Path]) -> tuple[int, str]:
    """The exit code and stdout of a quick question to another program; 127 if it won't start."""
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    except OSError:
        return 127, ""
    return done.returncode, done.stdout


# --- .venv -----------------------------------------------------------------------------------


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
    # Someone who watches gets pip's own progress; a log gets only what goes wrong.
    quiet = [] if sys.stderr.isatty() else ["-q"]
    options = ["--disable-pip-version-check", *quiet, "-e", target]
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


# --- system packages -------------------------------------------------------------------------


def can_make_venv() -> bool:
    """Whether this Python can make a .venv; asked of a new process, which sees a fresh install."""
    return answer([sys.executable, "-c", "import ensurepip, venv"])[0] == 0


def apt_distribution() -> str:
    """The os-release ID of a Debian or a relative with its tools; nothing elsewhere."""
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        return ""
    family = {release["ID"], *release.get("ID_LIKE", "").split()}
    tools = shutil.which("apt-get") and shutil.which("dpkg-query")
    return release["ID"] if family & {"debian", "ubuntu"} and tools else ""


def installed_packages(names: Sequence[str]) -> set[str]:
    """Those of `names` that are installed, by one dpkg-query call."""
    # It exits 1 as soon as one name is unknown to it, and still lists the others.
    _, text = answer(["dpkg-query", "-W", r"-f=${Package} ${db:Status-Status}\n", *names])
    pairs = (line.split() for line in text.splitlines())
    return {pair[0] for pair in pairs if pair[1:] == ["installed"]}


def missing_packages(wanted: Sequence[SystemPackage], distribution: str) -> list[str]:
    """The names to install so that every package in `wanted` is there."""
    found = installed_packages([name for one in wanted for name in (one.name, *one.equals)])
    return [
        one.on_ubuntu if one.on_ubuntu and distribution == "ubuntu" else one.name
        for one in wanted
        if found.isdisjoint({one.name, *one.equals})
    ]


def root_prefix() -> list[str] | None:
    """What to put before a command to run it as root; None if this user cannot."""
    if sys.platform != "win32" and os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    may_ask = sys.stdin is not None and sys.stdin.isatty()
    return ["sudo"] if may_ask or answer(["sudo", "-n", "true"])[0] == 0 else None


def apt_install(names: Sequence[str]) -> None:
    """Install the Debian packages `names`, or say how to."""
    update = ["apt-get", "update"]
    # --no-remove: a set-up for tests must never take away what someone uses.
    fetch = ["apt-get", "install", "-y", "--no-install-recommends", "--no-remove", *names]
    by_hand = f"sudo {shlex.join(update)} && sudo {shlex.join(fetch)}"
    prefix = root_prefix()
    if prefix is None:
        raise SetUpError(
            f"these packages need an administrator; run this, then call again:\n{by_hand}"
        )
    say(f"Installing system packages: {' '.join(names)}.")
    # `env` because sudo may refuse to pass a variable on.
    for command in (update, ["env", "DEBIAN_FRONTEND=noninteractive", *fetch]):
        code = call([*prefix, *command], chatter=True)
        if code != 0:
            raise SetUpError(
                f"apt-get failed (exit {code}) and its own words stand above; mend that, or run "
                f"this by hand, then call again:\n{by_hand}"
            )


def require_programs() -> None:
    """Stop if a program the tests start is not there; for systems without apt."""
    missing = [
        f"{one.program} ({one.reason})"
        for one in TEST_PACKAGES
        if one.program and shutil.which(one.program) is None
    ]
    if missing:
        raise SetUpError(
            f"the tests start programs that are not on this computer: {', '.join(missing)}; "
            "install them and call this again."
        )


def install_system_packages(profile: Profile, *, make_venv_next: bool) -> None:
    """See to everything outside .venv that `profile` needs."""
    lacks_venv = make_venv_next and not can_make_venv()
    wanted = [VENV_PACKAGE] if lacks_venv else []
    wanted += TEST_PACKAGES if profile is TEST else ()
    distribution = apt_distribution() if wanted else ""
    if distribution:
        missing = missing_packages(wanted, distribution)
        if missing:
            apt_install(missing)
    elif profile is TEST:
        require_programs()
    if lacks_venv and not can_make_venv():
        raise SetUpError(
            f"{sys.executable} cannot make a .venv: it lacks the modules venv and ensurepip; "
            "install the package that holds them for this very Python and call this again."
        )


# --- the two commands ------------------------------------------------------------------------


def set_up(profile: Profile) -> None:
    """Make .venv and the system serve `profile`; does nothing where they do."""
    with only_one_set_up():
        state = look_at_venv(profile)
        install_system_packages(profile, make_venv_next=bool(state.rebuild_reason))
        if state.rebuild_reason:
            make_venv(state.rebuild_reason)
        if state.needs_install:
            install(profile)


def run() -> int:
    """The exit code of the main job on the shipped sample, which prints where its results lie."""
    set_up(RUN)
    say(f"naklank handover {SAMPLE}")
    return call(
        [program("naklank"), "handover", SAMPLE, "--language", "en", "--out", ROOT / RESULTS]
    )


def test(pytest_args: Sequence[str]) -> int:
    """The exit code of the first check that fails, or pytest's; pytest is the last to speak."""
    set_up(TEST)
    for name, *args in CHECKS:
        extra = pytest_args if name == "pytest" else ()
        say(shlex.join([name, *args, *extra]))
        code = call([program(name), *args, *extra])
        if code != 0:
            return code
    return 0


def main(args: Sequence[str]) -> int:
    """The exit code for the command line `args`."""
    try:
        if list(args) == ["run"]:
            return run()
        if args[:1] == ["test"]:
            return test(args[1:])
    except SetUpError as error:
        say(f"bootstrap: {error}")
        return 1
    except OSError as error:
        say(f"bootstrap: {error}.")
        return 1
    except KeyboardInterrupt:
        return INTERRUPTED
    wants_help = list(args) in (["-h"], ["--help"])
    print((__doc__ or "").strip(), file=sys.stdout if wants_help else sys.stderr)
    return 0 if wants_help else 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
