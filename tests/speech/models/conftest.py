"""A shelf with made-up models, and a hub for them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from naklank.speech.models import download
from naklank.speech.models.shelf import FolderModelShelf
from support.fake_hub import FakeHub, serving
from support.made_up_models import made_up_shelf

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the models lie; it is not there yet."""
    return tmp_path / "Dr. Ünal" / "models"


@pytest.fixture
def shelf(folder: Path) -> FolderModelShelf:
    return made_up_shelf(folder)


@pytest.fixture
def hub() -> Iterator[FakeHub]:
    with serving(FakeHub("/spiegel/modellen")) as hub:
        yield hub


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """No pauses, and no proxy of the computer that the tests run on."""
    monkeypatch.setattr(download, "PAUSES", (0.0, 0.0, 0.0, 0.0))
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
