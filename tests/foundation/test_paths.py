"""Where things lie, on each system."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from naklank.foundation.paths import pack_folders, shared_models_folders


@pytest.mark.parametrize(
    ("platform", "folders"),
    [
        ("linux", ["/usr/local/share/naklank/models", "/usr/share/naklank/models"]),
        ("darwin", ["/Library/Application Support/Naklank/models"]),
        ("win32", [str(Path("D:\\Gegevens", "Naklank", "models"))]),
    ],
)
def test_models_for_all_users(
    platform: str, folders: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PROGRAMDATA", "D:\\Gegevens")
    assert shared_models_folders(platform) == tuple(map(Path, folders))


def test_a_checkout_has_nothing_beside_it() -> None:
    assert pack_folders() == ()


@pytest.mark.parametrize(
    ("program", "folders"),
    [
        ("/opt/naklank/naklank", ["/opt/naklank", "/opt"]),
        ("/Volumes/N/Naklank.app/Contents/MacOS/naklank", ["/Volumes/N"]),
    ],
)
def test_what_came_along_with_the_frozen_app(
    program: str, folders: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", program)
    assert pack_folders() == tuple(map(Path, folders))
    assert shared_models_folders("linux")[-1] == Path(program).parent / "models"
