"""The log on the disk: it stays small, and can be read where it lies or not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from naklank.core.errors import ErrorCode
from naklank.foundation.diagnostics import LARGEST, read_log, record_unforeseen


def fail(log: Path, error: BaseException) -> None:
    with pytest.raises(type(error)) as raised:
        raise error
    assert record_unforeseen(raised.value, log).code is ErrorCode.UNFORESEEN


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "log" / "naklank.log"


def test_nothing_is_read_where_nothing_went_wrong(log: Path) -> None:
    assert read_log(log) == ""
    assert not log.parent.exists()


def test_it_stays_small_and_keeps_the_newest(log: Path) -> None:
    while not (log.with_name("naklank.1.log")).exists():
        fail(log, LookupError("mevrouw De Vries"))
    for _ in range(2_000):
        fail(log, ValueError("mevrouw De Vries"))
    fail(log, KeyError("the last"))
    files = sorted(log.parent.iterdir())
    assert [file.name for file in files] == ["naklank.1.log", "naklank.log"]
    assert all(file.stat().st_size < LARGEST + 1_000 for file in files)
    text = read_log(log)
    assert "LookupError" not in text  # gone with the oldest
    assert text.count("ValueError") > 100
    assert "KeyError" in text.splitlines()[-2]
    assert "De Vries" not in text


def test_letters_that_are_none_are_read_too(log: Path) -> None:
    log.parent.mkdir()
    log.write_bytes(b"one \xff two\n")
    assert read_log(log) == "one � two\n"


@pytest.mark.skipif(os.name != "posix", reason="rights as POSIX knows them")
def test_where_it_cannot_be_written_the_error_is_told_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("no folder")
    fail(tmp_path / "log" / "naklank.log", LookupError())
    assert read_log(tmp_path / "log" / "naklank.log") == ""
