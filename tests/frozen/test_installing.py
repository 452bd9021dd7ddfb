"""The package is installed, replaced and removed; what waits and what is the user's own stays."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from support.built_app import DATA, go_on_with_what_waits
from support.empty_debian import HOME

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from support.empty_debian import EmptyDebian
    from support.stranger import Stranger

PROGRAM = "/usr/bin/naklank"
OTHERS = ("0.0.9", "99.0.0")


@pytest.fixture(autouse=True)
def _no_data_after(with_libraries: EmptyDebian) -> Iterator[None]:
    yield
    with_libraries.run("dpkg", "--purge", "naklank", may_fail=True)
    shutil.rmtree(with_libraries.inside(f"{HOME}/{DATA}"), ignore_errors=True)


@pytest.fixture(scope="module")
def others(package: Path, shared: Path) -> dict[str, str]:
    """The package under an older and a newer version, each with one file of its own and without
    one of the others."""
    tree = shared / "tree"
    subprocess.run(["dpkg-deb", "--raw-extract", package, tree], check=True)
    control = tree / "DEBIAN" / "control"
    told = control.read_text().splitlines()
    made = {}
    for version in OTHERS:
        lines = [f"Version: {version}" if one.startswith("Version:") else one for one in told]
        control.write_text("\n".join([*lines, ""]))
        own = tree / "usr" / "lib" / "naklank" / "_internal" / f"only-in-{version}"
        own.touch()
        made[version] = f"{shared}/naklank_{version}.deb"
        subprocess.run(["dpkg-deb", "-Znone", "--build", tree, made[version]], check=True)
        own.unlink()
    shutil.rmtree(tree)
    return made


def contents(debian: EmptyDebian) -> dict[str, str]:
    """What waits and the keys to it, to the byte."""
    data = debian.inside(f"{HOME}/{DATA}")
    return {
        path.relative_to(data).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for folder in ("sessions", "keys")
        for path in sorted((data / folder).rglob("*"))
        if path.is_file()
    }


def test_what_waits_outlives_an_upgrade_a_downgrade_and_removal(
    with_libraries: EmptyDebian,
    package: Path,
    others: dict[str, str],
    opened: Callable[[str], Stranger],
    practice: Callable[[str], None],
    dictate: Callable[[Stranger], Path],
) -> None:
    inside = with_libraries.bring(package)
    with_libraries.run("dpkg", "--install", inside)
    practice(PROGRAM)
    with opened(PROGRAM) as stranger:
        dictate(stranger)
        refused = with_libraries.run("dpkg", "--install", others["99.0.0"], may_fail=True)
        assert refused.returncode != 0
        assert "Naklank staat nog open" in refused.stderr
        assert with_libraries.run("dpkg", "--remove", "naklank", may_fail=True).returncode != 0
        assert stranger.sees("Tekst klopt")
    waiting = contents(with_libraries)
    assert any(name.endswith("session.naklank") for name in waiting)
    assert any(name.endswith("take-1.naklank") for name in waiting)

    for version in ("99.0.0", "0.0.9"):
        waiting = contents(with_libraries)  # to look at it writes it anew
        with_libraries.run("dpkg", "--install", others[version])
        inner = with_libraries.inside("/usr/lib/naklank/_internal")
        assert [file.name for file in inner.glob("only-in-*")] == [f"only-in-{version}"]
        assert contents(with_libraries) == waiting
        with opened(PROGRAM) as stranger:
            go_on_with_what_waits(stranger)

    waiting = contents(with_libraries)
    with_libraries.run("dpkg", "--purge", "naklank")
    with_libraries.run("dpkg", "--install", inside)
    assert contents(with_libraries) == waiting
    with opened(PROGRAM) as stranger:
        go_on_with_what_waits(stranger)


def test_removal_leaves_nothing_but_the_users_own(
    with_libraries: EmptyDebian,
    package: Path,
    opened: Callable[[str], Stranger],
    practice: Callable[[str], None],
) -> None:
    inside, before = with_libraries.bring(package), with_libraries.files()
    with_libraries.run("dpkg", "--install", inside)
    practice(PROGRAM)
    with opened(PROGRAM) as stranger:
        stranger.wait_for("Wie is erbij?")
    told = with_libraries.run("dpkg", "--purge", "naklank").stdout
    assert "~/.local/share/Naklank" in told
    left = with_libraries.files() - before
    own = f"{HOME}/{DATA}".lstrip("/")
    others = {name for name in left if not name.startswith(own) and not own.startswith(name)}
    assert others == set()
    assert with_libraries.inside(f"{HOME}/{DATA}/settings.json").exists()
    assert before <= with_libraries.files()
