import ast
import fcntl
import importlib.util
import json
import os
import pty
import select
import shutil
import signal
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
BOOTSTRAP = REPOSITORY / "packaging" / "bootstrap.py"
VERSION = "{}.{}.{}".format(*sys.version_info[:3])
RESULTS = ["samenvatting.mp3", "samenvatting.pdf", "samenvatting.docx", "samenvatting.html"]
TEST_PACKAGES = [
    "poppler-utils",
    "libreoffice-writer-nogui",
    "fonts-liberation",
    "chromium",
    "libatomic1",
    "strace",
]
DEBIAN = {"ID": "debian"}
FEDORA = {"ID": "fedora"}

# Starts the real file as a program would be, on a computer that the test describes.
DRIVER = """
import json, os, platform, runpy, sys
computer = json.loads(sys.argv[1])
sys.argv[:] = sys.argv[2:]
os.geteuid = lambda: computer["user"]
platform.freedesktop_os_release = lambda: computer["release"]
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
    for kind in mp3 pdf docx html; do : > "$folder/samenvatting.$kind"; done ;;
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
            "release": json.loads((self.home / "release").read_text("utf-8")),
            "python": str(self.home / "tools" / "system-python"),
            "version": version or sys.version_info[:3],
        }
        script = str(self.root / "packaging" / "bootstrap.py")
        return [sys.executable, "-c", DRIVER, json.dumps(computer), script, *args]

    def environment(self) -> dict[str, str]:
        return {"PATH": str(self.home / "tools"), "LANG": "C.UTF-8"}

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


@pytest.fixture
def world(tmp_path: Path) -> World:
    made = World(tmp_path)
    (tmp_path / "tools").mkdir()
    (made.root / "packaging").mkdir(parents=True)
    shutil.copy(BOOTSTRAP, made.root / "packaging")
    (made.root / "pyproject.toml").write_text("[project]\nname = 'naklank'\n", "utf-8")
    (tmp_path / "release").write_text(json.dumps(DEBIAN), "utf-8")
    for name in ("cp", "env", "mkdir", "rm"):
        found = shutil.which(name)
        assert found
        (tmp_path / "tools" / name).symlink_to(found)
    made.fake("system-python", SYSTEM_PYTHON)
    made.fake("venv-python", VENV_PYTHON, to=".")
    made.fake("venv-program", VENV_PROGRAM, to=".")
    made.fake("dpkg-query", DPKG_QUERY)
    made.fake("apt-get", APT_GET)
    made.has_packages(*(f"{name} installed" for name in TEST_PACKAGES))
    return made


def load_bootstrap() -> Any:
    spec = importlib.util.spec_from_file_location("naklank_bootstrap", BOOTSTRAP)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# --- run -------------------------------------------------------------------------------------


def test_first_run_installs_then_does_the_job_and_names_the_results(world: World) -> None:
    done = world.call("run")

    assert done.returncode == 0, done.stderr
    assert world.calls() == [
        f"system-python -m venv {world.venv}",
        "python -m pip install --disable-pip-version-check -q -e .[model-base]",
        "naklank handover resources/sample/dictation_en.flac --language en --out "
        + str(world.root / "build" / "sample"),
    ]
    assert done.stdout.splitlines() == ["the words of naklank"]


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


def test_test_installs_every_extra_in_one_call_and_ends_with_pytest(world: World) -> None:
    done = world.call("test", "-k", "one thing", "--maxfail=1")

    assert done.returncode == 0, done.stderr
    assert [line for line in world.calls() if not line.startswith(("dpkg-query", "system"))] == [
        "python -m pip install --disable-pip-version-check -q -e .[model-base,openai-whisper,dev]",
        "ruff check .",
        "ruff format --check .",
        "mypy ",
        "lint-imports ",
        "pytest -k one thing --maxfail=1",
    ]
    assert done.stdout.splitlines()[-1] == "the words of pytest"
    assert done.stderr.splitlines()[-1] == "pytest -k 'one thing' --maxfail=1"


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


# --- a .venv that does not serve ---------------------------------------------------------------


def test_failed_pip_says_what_to_do_below_its_own_words_and_leaves_no_stamp(world: World) -> None:
    failing = world.fails("pip", 2)

    done = world.call("run")

    assert done.returncode == 1
    words, sentence = done.stderr.splitlines()[-2:]
    assert words == "the words of pip"
    assert sentence.startswith("bootstrap: pip failed (exit 2)")
    assert "call this again" in sentence
    assert "naklank" not in world.programs()

    failing.unlink()
    assert world.call("run").returncode == 0
    assert world.programs() == ["python", "naklank"]  # built on, not made anew


def spoil_marker(world: World) -> None:
    (world.venv / "naklank-setup-unfinished").touch()


def spoil_python(world: World) -> None:
    (world.venv / "bin" / "python").write_text("no program\n", "utf-8")


def spoil_link(world: World) -> None:
    (world.venv / "bin" / "python").unlink()
    (world.venv / "bin" / "python").symlink_to("gone")


def spoil_version(world: World) -> None:
    world.fake("python", VENV_PYTHON, to="repo/.venv/bin", version="3.2.1")


def spoil_pip(world: World) -> None:
    (world.venv / "naklank-setup-run.json").write_text("{", "utf-8")
    (world.home / "no-pip").touch()


def spoil_place(world: World) -> None:
    text = (world.venv / "naklank-setup-run.json").read_text("utf-8")
    elsewhere = {**json.loads(text), "location": "/somewhere/else"}
    (world.venv / "naklank-setup-run.json").write_text(json.dumps(elsewhere), "utf-8")


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (spoil_marker, "the last set-up did not finish"),
        (spoil_python, "its Python does not start"),
        (spoil_link, "its Python does not start"),
        (spoil_version, "it holds Python 3.2"),
        (spoil_pip, "it has no working pip"),
        (spoil_place, "the repository has moved"),
    ],
)
def test_a_venv_that_does_not_serve_is_made_anew(world: World, spoil: Any, reason: str) -> None:
    world.call("run")
    world.calls()
    (world.venv / "left-over").mkdir()
    spoil(world)

    done = world.call("run")

    assert done.returncode == 0, done.stderr
    assert f"Making .venv: {reason}" in done.stderr
    assert not (world.venv / "left-over").exists()
    assert world.programs() == ["system-python", "python", "naklank"]
    world.call("run")
    assert world.programs() == ["naklank"]


def test_a_file_called_venv_stops_it_with_a_sentence(world: World) -> None:
    world.venv.write_text("precious\n", "utf-8")

    done = world.call("run")

    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "bootstrap: .venv is a file and stands in the way; move it and call this again."
    ]
    assert world.venv.read_text("utf-8") == "precious\n"


def test_a_second_set_up_waits_for_the_first(world: World) -> None:
    world.venv.mkdir()
    held = os.open(world.venv, os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX)
        with world.start("run") as process:
            assert process.stderr
            told = os.read(process.stderr.fileno(), 1000)
            # Were it not to wait, its next line would be here well within this time.
            assert not select.select([process.stderr], [], [], 0.5)[0]
            assert told == b"Another set-up is at work in .venv; waiting for it.\n"
            assert world.programs() == []
            fcntl.flock(held, fcntl.LOCK_UN)
            process.communicate()
        assert process.returncode == 0
    finally:
        os.close(held)


def test_a_venv_is_not_made_anew_by_its_own_python(world: World) -> None:
    world.call("run")
    world.calls()
    spoil_marker(world)
    world.prefix = world.venv

    done = world.call("run")

    assert done.returncode == 1
    assert "type 'deactivate' and call this again" in done.stderr
    assert (world.venv / "bin" / "naklank").exists()


def test_a_pip_that_leaves_a_program_out_is_not_believed(world: World) -> None:
    world.fake("venv-python", VENV_PYTHON.replace("lint-imports", ""), to=".")

    done = world.call("test")

    assert done.returncode == 1
    assert "pip succeeded but .venv lacks lint-imports" in done.stderr
    assert "ruff" not in world.programs()


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


# --- system packages ---------------------------------------------------------------------------


def test_root_installs_only_what_is_missing_after_one_question(world: World) -> None:
    world.has_packages(
        "poppler-utils installed",
        "libreoffice-writer-nogui config-files",  # removed: its settings are still known
        "fonts-liberation installed",
        "libatomic1 installed",
        "strace installed",
    )

    done = world.call("test")

    assert done.returncode == 0, done.stderr
    calls = world.calls()
    asked = [line for line in calls if line.startswith("dpkg-query")]
    assert len(asked) == 1
    assert [line for line in calls if line.startswith("apt-get")] == [
        "apt-get update",
        "apt-get install -y --no-install-recommends --no-remove libreoffice-writer-nogui chromium",
    ]
    assert "the words of apt-get, DEBIAN_FRONTEND=noninteractive" in done.stderr
    assert calls.index(asked[0]) == 0


def test_without_root_and_sudo_the_one_command_is_printed(world: World) -> None:
    world.user = 1000
    world.has_packages(
        *(f"{name} installed" for name in ("poppler-utils", "chromium", "libatomic1", "strace"))
    )

    done = world.call("test")

    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == (
        "sudo apt-get update && sudo apt-get install -y --no-install-recommends --no-remove "
        "libreoffice-writer-nogui fonts-liberation"
    )
    assert world.programs() == ["dpkg-query"]


def test_sudo_that_asks_no_password_is_used(world: World) -> None:
    world.user = 1000
    world.fake("sudo", SUDO)
    world.has_packages()

    done = world.call("test")

    assert done.returncode == 0, done.stderr
    fetch = f"apt-get install -y --no-install-recommends --no-remove {' '.join(TEST_PACKAGES)}"
    assert [line for line in world.calls() if line.startswith(("sudo", "apt-get"))] == [
        "sudo apt-get update",
        "apt-get update",
        f"sudo env DEBIAN_FRONTEND=noninteractive {fetch}",
        fetch,
    ]


def test_sudo_that_asks_a_password_is_used_only_at_a_terminal(world: World) -> None:
    world.user = 1000
    world.fake("sudo", 'case "$1" in -n) exit 1;; *) "$@";; esac')
    world.has_packages()

    done = world.call("test")
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("sudo apt-get update && ")
    world.calls()

    ours, theirs = pty.openpty()
    try:
        done = world.call("test", stdin=theirs)
    finally:
        os.close(ours)
        os.close(theirs)
    assert done.returncode == 0, done.stderr
    assert "sudo apt-get update" in world.calls()


def test_nothing_missing_leaves_apt_alone(world: World) -> None:
    world.user = 1000

    assert world.call("test").returncode == 0
    assert "apt-get" not in world.programs()


def test_a_failing_apt_get_stops_with_the_command_to_run_by_hand(world: World) -> None:
    world.has_packages()
    world.fails("apt-get", 100)

    done = world.call("test")

    assert done.returncode == 1
    assert "bootstrap: apt-get failed (exit 100)" in done.stderr
    assert done.stderr.splitlines()[-1].startswith("sudo apt-get update && ")
    assert world.programs() == ["dpkg-query", "apt-get"]


def test_a_desktop_libreoffice_is_not_replaced(world: World) -> None:
    others = [name for name in TEST_PACKAGES if name != "libreoffice-writer-nogui"]
    world.has_packages(*(f"{name} installed" for name in [*others, "libreoffice-writer"]))

    assert world.call("test").returncode == 0
    assert "apt-get" not in world.programs()


@pytest.mark.parametrize(
    ("release", "name"),
    [
        ({"ID": "ubuntu", "ID_LIKE": "debian"}, "chromium-browser"),
        ({"ID": "linuxmint", "ID_LIKE": "ubuntu debian"}, "chromium"),
    ],
)
def test_relatives_of_debian_have_their_own_name_for_chromium(
    world: World, release: dict[str, str], name: str
) -> None:
    (world.home / "release").write_text(json.dumps(release), "utf-8")
    world.has_packages(*(f"{one} installed" for one in TEST_PACKAGES if one != "chromium"))

    world.call("test")

    assert [line.split()[-1] for line in world.calls() if line.startswith("apt-get install")] == [
        name
    ]


def test_run_asks_for_the_venv_package_alone_and_only_if_venv_cannot_be_made(
    world: World,
) -> None:
    world.has_packages()
    (world.home / "no-ensurepip").touch()

    done = world.call("run")

    assert done.returncode == 0, done.stderr
    installed = [line for line in world.calls() if line.startswith("apt-get install")]
    assert [line.split()[5:] for line in installed] == [["python3-venv"]]

    (world.home / "no-ensurepip").touch()
    assert world.call("run").returncode == 0
    assert world.programs() == ["naklank"]


def test_a_python_that_stays_without_ensurepip_is_named(world: World) -> None:
    world.has_packages("python3-venv installed")
    (world.home / "no-ensurepip").touch()

    done = world.call("run")

    assert done.returncode == 1
    assert "lacks the modules venv and ensurepip" in done.stderr
    assert "apt-get" not in world.programs()


def test_elsewhere_the_programs_themselves_are_looked_for(world: World) -> None:
    (world.home / "release").write_text(json.dumps(FEDORA), "utf-8")
    world.fake("soffice", "exit 0")

    done = world.call("test")

    assert done.returncode == 1
    assert "pdftotext (" in done.stderr
    assert "chromium (" in done.stderr
    assert "soffice" not in done.stderr
    assert world.programs() == []

    world.fake("pdftotext", "exit 0")
    world.fake("chromium", "exit 0")
    assert world.call("test").returncode == 0
    assert "apt-get" not in world.programs()


# --- Python itself, usage, CI ------------------------------------------------------------------


def test_an_old_python_gets_one_sentence(world: World) -> None:
    done = world.call("run", version=(3, 10, 13))

    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "needs Python 3.11 or newer and this is Python 3.10" in done.stderr
    assert world.programs() == []


def test_an_old_python_reaches_that_sentence() -> None:
    # Python 3.6 must be able to read the whole file, and to run it as far as the check.
    tree = ast.parse(BOOTSTRAP.read_text("utf-8"), feature_version=(3, 6))

    docstring, import_sys, check = tree.body[:3]
    assert isinstance(docstring, ast.Expr)
    assert ast.unparse(import_sys) == "import sys"
    assert isinstance(check, ast.If)
    assert ast.unparse(check.test) == "sys.version_info < (3, 11)"


@pytest.mark.parametrize("args", [(), ("build",), ("run", "fast")])
def test_a_wrong_call_shows_the_usage(world: World, args: tuple[str, ...]) -> None:
    done = world.call(*args)

    assert done.returncode == 2
    assert "bootstrap.py test" in done.stderr
    assert world.programs() == []


def test_what_bootstrap_asks_for_is_what_the_project_offers() -> None:
    bootstrap = load_bootstrap()
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]

    assert {*bootstrap.RUN.extras, *bootstrap.TEST.extras} <= {*project["optional-dependencies"]}
    assert "naklank" in project["scripts"]
    assert project["requires-python"] == ">=3.11"
    assert (REPOSITORY / bootstrap.SAMPLE).is_file()


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
        (folder / ("samenvatting." + kind)).write_text("made")
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
    (root / "packaging").mkdir(parents=True)
    shutil.copy(BOOTSTRAP, root / "packaging")
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
