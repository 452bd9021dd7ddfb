"""What is installed is whole, and starts at once."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from conftest import ROOT

HEAVY = {"av", "ctranslate2", "docx", "faster_whisper", "numpy", "onnxruntime", "torch", "typst"}


def _python(*arguments: str | Path, **environment: str) -> str:
    return subprocess.run(
        [sys.executable, *arguments],
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The unpacked wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "installed")
    return folder / "installed"


def test_every_resource_ships_in_the_wheel(installed: Path) -> None:
    shipped = {
        path.relative_to(installed / "naklank" / "resources")
        for path in (installed / "naklank" / "resources").rglob("*")
        if path.is_file()
    }
    ours = {
        path.relative_to(ROOT / "resources")
        for path in (ROOT / "resources").rglob("*")
        if path.is_file()
    }
    assert len(ours) > 10
    assert ours == shipped


def test_the_installed_app_finds_its_resources_beside_itself(installed: Path) -> None:
    script = "from naklank.foundation.paths import resource; print(resource('sheet/nl.json'))"
    found = Path(_python("-c", script, PYTHONPATH=str(installed)).strip())
    assert found.is_relative_to(installed)
    assert found.is_file()


def test_the_licence_ships(installed: Path) -> None:
    (metadata,) = installed.glob("*.dist-info")
    assert (metadata / "licenses" / "LICENSE").read_text(encoding="utf-8").startswith("European")


def test_starting_the_command_line_imports_nothing_heavy() -> None:
    script = "import sys, naklank.cli.main; print(*{name.split('.')[0] for name in sys.modules})"
    assert set(_python("-c", script).split()) & HEAVY == set()


def test_the_core_needs_the_standard_library_alone() -> None:
    script = (
        "import pkgutil, sys\n"
        "import naklank.core\n"
        "for module in pkgutil.iter_modules(naklank.core.__path__, 'naklank.core.'):\n"
        "    __import__(module.name)\n"
        "print(*{name.split('.')[0] for name in sys.modules})\n"
    )
    # Without site-packages: what is not the standard library cannot be imported at all.
    loaded = set(_python("-S", "-c", script, PYTHONPATH=str(ROOT / "desktop")).split())
    assert "naklank" in loaded
    assert loaded <= set(sys.stdlib_module_names) | {"naklank", "__main__"}
