"""Set naklank up in .venv and open it, or run its tests.

    python3 packaging/bootstrap.py run                  the app; without a display the main
                                                        job: the shipped sample, spoken to sheet
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

import os
import shlex
from collections.abc import Sequence
from pathlib import Path

# Python does so by itself, unless it was told to be careful (-P, -I, PYTHONSAFEPATH).
sys.path.insert(0, str(Path(__file__).resolve().parent))

from console import ROOT, SetUpError, call, say
from system_packages import FOR_TESTS, FOR_VENV, FOR_WINDOW, SystemPackage, see_to_packages
from virtual_environment import (
    RUN,
    TEST,
    Profile,
    can_make_venv,
    install,
    look_at_venv,
    make_venv,
    only_one_set_up,
    program,
)

SAMPLE = "resources/sample/dictation_en.flac"
RESULTS = "build/sample"

CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports",),
    ("pytest",),
)

ALL_TESTS = ("--numprocesses=3",)
"""What needs no device runs beside what does; see tests/conftest.py."""

INTERRUPTED = 130  # what a shell reports for a program that Ctrl-C ended


def set_up(profile: Profile, packages: Sequence[SystemPackage]) -> None:
    """Make .venv and the system serve `profile`; does nothing where they do."""
    with only_one_set_up():
        state = look_at_venv(profile)
        lacks_venv = bool(state.rebuild_reason) and not can_make_venv()
        see_to_packages([FOR_VENV, *packages] if lacks_venv else packages)
        if lacks_venv and not can_make_venv():
            raise SetUpError(
                f"{sys.executable} cannot make a .venv: it lacks the modules venv and ensurepip; "
                "install the package that holds them for this very Python and call this again."
            )
        if state.rebuild_reason:
            make_venv(state.rebuild_reason)
        if state.needs_install:
            install(profile)


def has_display() -> bool:
    """Whether a window can be seen here."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def run() -> int:
    """The exit code of the app, or of the main job on the shipped sample, which names its files."""
    if has_display():
        set_up(RUN, FOR_WINDOW)
        say("naklank")
        return call([program("naklank")])
    set_up(RUN, ())
    say("There is no display here for the window, so this is the main job on the sample.")
    say(f"naklank handover {SAMPLE}")
    return call(
        [program("naklank"), "handover", SAMPLE, "--language", "en", "--out", ROOT / RESULTS]
    )


def test(pytest_args: Sequence[str]) -> int:
    """The exit code of the first check that fails, or pytest's; pytest is the last to speak."""
    set_up(TEST, FOR_TESTS)
    for name, *args in CHECKS:
        extra = (pytest_args or ALL_TESTS) if name == "pytest" else ()
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
