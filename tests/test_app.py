"""Opening and ending the app."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from naklank import app
from naklank.core.errors import ErrorCode, NaklankError

if TYPE_CHECKING:
    from pathlib import Path


def test_two_apps_never_share_their_sessions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NAKLANK_HOME", str(tmp_path / "gegevens"))
    lock = app._only_one()
    with pytest.raises(NaklankError) as caught:
        app._only_one()
    assert caught.value.code is ErrorCode.ALREADY_OPEN

    lock.unlock()
    app._only_one().unlock()


def test_a_data_folder_that_cannot_be_made_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a file"
    file.write_text("")
    monkeypatch.setenv("NAKLANK_HOME", str(file / "gegevens"))
    with pytest.raises(NaklankError) as caught:
        app._only_one()
    assert caught.value.code is ErrorCode.DATA_NOT_WRITABLE
