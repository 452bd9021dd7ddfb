"""What several tests of the storage need."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from naklank.storage.session_store import FolderSessionStore
from support.full_session import store_in
from support.journal_place import Place
from support.key_places import find_it
from support.secret_service import SecretService
from support.small_disk import Disk, small_disk

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path / "Dr. Müller" / "journal")


@pytest.fixture
def five(place: Place) -> Place:
    place.fill()
    return place


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    with small_disk(tmp_path) as disk:
        yield disk


@pytest.fixture
def keyring(monkeypatch: pytest.MonkeyPatch) -> Iterator[SecretService]:
    with SecretService() as service:
        find_it(service, monkeypatch)
        yield service


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "Dr. Müller" / "sessions"


@pytest.fixture
def store(folder: Path) -> FolderSessionStore:
    return store_in(folder)
