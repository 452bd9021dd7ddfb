"""Two starts, one window: sessions are never shared, and the first one comes forward."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from naklank.core.errors import ErrorCode, NaklankError
from naklank.workflow.one_window import Doorbell, only_one, ring

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


def test_two_apps_never_share_their_sessions(tmp_path: Path) -> None:
    folder = tmp_path / "gegevens"
    lock = only_one(folder)
    with pytest.raises(NaklankError) as caught:
        only_one(folder)
    assert caught.value.code is ErrorCode.ALREADY_OPEN

    lock.unlock()
    only_one(folder).unlock()


def test_a_data_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    file = tmp_path / "a file"
    file.write_text("")
    with pytest.raises(NaklankError) as caught:
        only_one(file / "gegevens")
    assert caught.value.code is ErrorCode.DATA_NOT_WRITABLE


def test_whoever_is_there_hears_the_bell_each_time(tmp_path: Path, qtbot: QtBot) -> None:
    bell = Doorbell(tmp_path)
    heard: list[bool] = []
    for times in (1, 2):
        with qtbot.waitSignal(bell.rung):
            ringing = threading.Thread(target=lambda: heard.append(ring(tmp_path)))
            ringing.start()
        ringing.join()
        assert heard == [True] * times


def test_nobody_hears_it_and_nothing_is_left(tmp_path: Path) -> None:
    assert not ring(tmp_path, 0.1)
    assert list(tmp_path.iterdir()) == []
    assert not ring(tmp_path / "weg", 0.1)


def test_a_bell_of_before_the_start_is_not_heard(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "come-forward").touch()
    bell = Doorbell(tmp_path)
    with qtbot.assertNotEmitted(bell.rung, wait=100):
        (tmp_path / "anders").touch()
    assert [file.name for file in tmp_path.iterdir()] == ["anders"]
