import ast
import os
import select
import shutil
import signal
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import IO

import pytest

from bootstrap import SAMPLE
from support.fake_computer import DEBIAN, FEDORA, PACKAGING, VENV_PYTHON, World, copy_packaging
from virtual_environment import RUN, TEST

REPOSITORY = PACKAGING.parent
BOOTSTRAP = PACKAGING / "bootstrap.py"
RESULTS = ["summary.mp3", "summary.pdf", "summary.docx", "summary.html"]


# --- run -------------------------------------------------------------------------------------


def test_first_run_without_a_display_installs_then_does_the_job_and_says_why(world: World) -> None:
    done = world.call("run")

    assert done.returncode == 0, done.stderr
    assert world.calls() == [
        f"system-python -m venv {world.venv}",
        "python -m pip install --disable-pip-version-check -e .[model-base]",
        "naklank handover resources/sample/dictation_en.flac --language en --out "
        + str(world.root / "build" / "sample"),
    ]
    assert done.stdout.splitlines() == ["the words of naklank"]
    assert "There is no display here for the window" in done.stderr


@pytest.mark.parametrize(
    ("platform", "release", "display"),
    [
        ("linux", DEBIAN, {"DISPLAY": ":0"}),
        ("linux", DEBIAN, {"WAYLAND_DISPLAY": "wayland-0"}),
        ("linux", FEDORA, {"DISPLAY": ":0"}),
        ("darwin", {}, {}),
        ("win32", {}, {}),
    ],
)
def test_run_opens_the_window_where_it_can_be_seen(
    world: World, platform: str, release: dict[str, str], display: dict[str, str]
) -> None:
    world.platform, world.release, world.display = platform, release, display

    done = world.call("run")

    assert done.returncode == 0, done.stderr
    assert [line for line in world.calls() if not line.startswith("dpkg-query")] == [
        f"system-python -m venv {world.venv}",
        "python -m pip install --disable-pip-version-check -e .[model-base]",
        "naklank ",
    ]


def test_an_empty_display_is_none(world: World) -> None:
    world.display = {"DISPLAY": "", "WAYLAND_DISPLAY": ""}

    world.call("run")

    assert world.calls()[-1].startswith("naklank handover ")


def test_the_window_decides_the_exit_code(world: World) -> None:
    world.display = {"DISPLAY": ":0"}
    world.fails("naklank", 7)

    assert world.call("run").returncode == 7


def test_second_run_installs_nothing(world: World) -> None:
    world.call("run")
    world.calls()

    done = world.call("run")

    assert done.returncode == 0
    assert world.programs() == ["naklank"]


def test_a_source_change_installs_nothing_and_a_pyproject_change_runs_pip_only(
    world: World,
) -> None:
    world.call("run")
    world.calls()
    (world.root / "naklank.py").write_text("changed = True\n", "utf-8")
    world.call("run")
    assert world.programs() == ["naklank"]

    (world.root / "pyproject.toml").write_text("[project]\nname = 'other'\n", "utf-8")
    world.call("run")
    assert world.programs() == ["python", "naklank"]


def test_the_job_decides_the_exit_code(world: World) -> None:
    world.fails("naklank", 7)

    done = world.call("run")

    assert done.returncode == 7


def test_a_job_ended_by_a_signal_gives_the_code_a_shell_would(world: World) -> None:
    world.fake("venv-program", "kill -TERM $$", to=".")

    assert world.call("run").returncode == 128 + signal.SIGTERM


def test_a_program_missing_from_a_stamped_venv_is_installed_again(world: World) -> None:
    world.call("run")
    (world.venv / "bin" / "naklank").unlink()
    world.calls()

    assert world.call("run").returncode == 0
    assert world.programs() == ["python", "naklank"]


# --- test ------------------------------------------------------------------------------------


INSTALL = "python -m pip install --disable-pip-version-check"


def test_test_installs_every_extra_in_one_call_and_ends_with_pytest(world: World) -> None:
    done = world.call("test", "-k", "one thing", "--maxfail=1")

    assert done.returncode == 0, done.stderr
    assert [line for line in world.calls() if not line.startswith(("dpkg-query", "system"))] == [
        f"{INSTALL} -e .[model-base,openai-whisper,freeze,dev]",
        "ruff check .",
        "ruff format --check .",
        "mypy ",
        "lint-imports ",
        "pytest -k one thing --maxfail=1",
    ]
    assert done.stdout.splitlines()[-1] == "the words of pytest"
    assert done.stderr.splitlines()[-1] == "pytest -k 'one thing' --maxfail=1"


def test_all_tests_run_in_three_processes(world: World) -> None:
    assert world.call("test").returncode == 0
    assert world.calls()[-1] == "pytest --numprocesses=3"


@pytest.mark.parametrize(
    ("name", "until"),
    [("ruff", 1), ("mypy", 3), ("lint-imports", 4), ("pytest", 5)],
)
def test_the_first_failing_check_is_the_last_and_gives_the_exit_code(
    world: World, name: str, until: int
) -> None:
    world.call("test")
    world.calls()
    world.fails(name, 5)

    done = world.call("test")

    assert done.returncode == 5
    assert world.programs()[1:] == ["ruff", "ruff", "mypy", "lint-imports", "pytest"][:until]
    assert done.stdout.splitlines()[-1] == f"the words of {name}"


def test_a_test_set_up_serves_run_but_not_the_other_way_round(world: World) -> None:
    world.call("run")
    world.calls()
    world.call("test")
    assert "python" in world.programs()

    stamp = world.venv / "naklank-setup-run.json"
    stamp.unlink()
    world.call("run")
    assert world.programs() == ["naklank"]


# --- Ctrl-C ------------------------------------------------------------------------------------


# Waits for a line that never comes by itself. The fifo is open for writing too, so that
# opening it waits for nobody.
WAIT = "read -r line <&3"
OPEN = "exec 3<> '{world}/fifo'"


def read_until(stream: IO[str] | None, wanted: str) -> None:
    assert stream
    for line in stream:
        if line.strip() == wanted:
            return
    pytest.fail(f"ended without saying {wanted!r}")


def test_ctrl_c_in_the_job_ends_quietly_with_130(world: World) -> None:
    os.mkfifo(world.home / "fifo")
    world.fake("venv-program", f"{OPEN}; echo job at work; {WAIT}", to=".")

    with world.start("run") as process:
        read_until(process.stdout, "job at work")
        os.killpg(process.pid, signal.SIGINT)
        _, errors = process.communicate()

    assert process.returncode == 130
    assert errors.splitlines()[-1] == "naklank handover resources/sample/dictation_en.flac"


def test_ctrl_c_in_pip_lets_it_tidy_up_and_the_next_call_makes_venv_anew(world: World) -> None:
    fifo = world.home / "fifo"
    os.mkfifo(fifo)
    tidy = f"trap 'echo pip tidies up; {WAIT}; echo pip is done; exit 1' INT"
    work = f'case "$*" in *install*) {OPEN}; {tidy}; echo pip at work; {WAIT};; esac\n'
    world.fake("venv-python", work + VENV_PYTHON, to=".")

    with world.start("run") as process:
        read_until(process.stderr, "pip at work")
        os.killpg(process.pid, signal.SIGINT)
        read_until(process.stderr, "pip tidies up")
        assert process.stderr
        # Were it killed, as subprocess.run does after a quarter of a second, this would end.
        assert not select.select([process.stderr], [], [], 0.5)[0]
        fifo.write_text("go on\n", "utf-8")
        _, errors = process.communicate()

    assert process.returncode == 130
    assert errors.splitlines() == ["pip is done"]
    world.calls()

    world.fake("venv-python", VENV_PYTHON, to=".")
    assert world.call("run").returncode == 0
    assert world.programs() == ["system-python", "python", "naklank"]


# --- Python itself, usage, CI ------------------------------------------------------------------


def test_an_old_python_gets_one_sentence(world: World) -> None:
    done = world.call("run", version=(3, 10, 13))

    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "needs Python 3.11 or newer and this is Python 3.10" in done.stderr
    assert world.programs() == []


def test_an_old_python_reaches_that_sentence() -> None:
    # Python 3.6 must be able to read this file, and to run it as far as the check; the files
    # that it imports after that are not its business.
    tree = ast.parse(BOOTSTRAP.read_text("utf-8"), feature_version=(3, 6))

    docstring, import_sys, check = tree.body[:3]
    assert isinstance(docstring, ast.Expr)
    assert ast.unparse(import_sys) == "import sys"
    assert isinstance(check, ast.If)
    assert ast.unparse(check.test) == "sys.version_info < (3, 11)"


@pytest.mark.parametrize("careful", ["-I", "-P"])
def test_a_careful_python_finds_the_rest_of_it(tmp_path: Path, careful: str) -> None:
    done = subprocess.run(
        [sys.executable, careful, BOOTSTRAP, "--help"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert "bootstrap.py run" in done.stdout


def test_packaging_is_no_package() -> None:
    # It would stand in the way of the library of this name.
    assert not (PACKAGING / "__init__.py").exists()


@pytest.mark.parametrize("args", [(), ("build",), ("run", "fast")])
def test_a_wrong_call_shows_the_usage(world: World, args: tuple[str, ...]) -> None:
    done = world.call(*args)

    assert done.returncode == 2
    assert "bootstrap.py test" in done.stderr
    assert world.programs() == []


def test_what_bootstrap_asks_for_is_what_the_project_offers() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]

    assert {*RUN.extras, *TEST.extras} <= {*project["optional-dependencies"]}
    assert "naklank" in project["scripts"]
    assert project["requires-python"] == ">=3.11"
    assert (REPOSITORY / SAMPLE).is_file()


def test_ci_runs_the_test_command_of_the_readme_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / ".ci").mkdir()
    shutil.copy(REPOSITORY / ".ci" / "run", tmp_path / ".ci")
    (tmp_path / "tools").mkdir()
    python = tmp_path / "tools" / "python3"
    python.write_text('#!/bin/sh\necho "$PWD: python3 $*"\nexit 3\n', "utf-8")
    python.chmod(0o755)
    path = f"{tmp_path / 'tools'}{os.pathsep}{os.environ['PATH']}"

    done = subprocess.run(
        [tmp_path / ".ci" / "run", "not", "passed", "on"],
        cwd="/",
        env={"PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )

    where, command = done.stdout.strip().split(": ")
    assert Path(where) == tmp_path
    assert command == "python3 packaging/bootstrap.py test"
    assert done.returncode == 3
    readme = (REPOSITORY / "README.md").read_text("utf-8")
    assert command in [line.partition("#")[0].strip(" $`") for line in readme.splitlines()]


# --- the real thing, with nothing from outside ---------------------------------------------------

BACKEND = '''
import zipfile

PROGRAM = """
import pathlib, sys
def main():
    folder = pathlib.Path(sys.argv[-1])
    folder.mkdir(parents=True, exist_ok=True)
    for kind in ("mp3", "pdf", "docx", "html"):
        (folder / ("summary." + kind)).write_text("made")
"""
INFO = "naklank-1.0.dist-info/"


def build_editable(wheel_directory, config_settings=None, metadata_directory=None):
    name = "naklank-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel_directory + "/" + name, "w") as wheel:
        wheel.writestr("naklank.py", PROGRAM)
        wheel.writestr(
            INFO + "METADATA",
            "Metadata-Version: 2.1\\nName: naklank\\nVersion: 1.0\\nProvides-Extra: model-base\\n",
        )
        wheel.writestr(INFO + "WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\n")
        wheel.writestr(INFO + "entry_points.txt", "[console_scripts]\\nnaklank = naklank:main\\n")
        wheel.writestr(INFO + "RECORD", "")
    return name
'''


def test_real_venv_and_pip_install_once(tmp_path: Path) -> None:
    root = tmp_path / "repo"
    copy_packaging(root)
    (root / "backend.py").write_text(BACKEND, "utf-8")
    (root / "pyproject.toml").write_text(
        "[build-system]\nrequires = []\nbuild-backend = 'backend'\nbackend-path = ['.']\n"
        "[project]\nname = 'naklank'\nversion = '1.0'\n"
        "[project.optional-dependencies]\nmodel-base = []\n",
        "utf-8",
    )
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "PIP_NO_INDEX": "1",
        "LANG": "C.UTF-8",
    }
    command = [sys.executable, str(root / "packaging" / "bootstrap.py"), "run"]

    first = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert first.returncode == 0, first.stderr
    assert "Installing" in first.stderr
    assert sorted(path.name for path in (root / "build" / "sample").iterdir()) == sorted(RESULTS)

    second = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert second.returncode == 0, second.stderr
    assert "Installing" not in second.stderr
