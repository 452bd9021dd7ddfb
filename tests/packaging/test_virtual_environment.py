import fcntl
import json
import os
import select
from typing import Any

import pytest

from support.fake_computer import VENV_PYTHON, World


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
