"""What was written is on the disk, and is read from there."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from naklank.core.errors import ErrorCode, NaklankError
from naklank.foundation import durable
from naklank.foundation.durable import DifferentError, check_read_back, write_synced
from naklank.storage.atomic import replace_file

if TYPE_CHECKING:
    from collections.abc import Callable


def test_what_was_written_is_read_back(tmp_path: Path) -> None:
    write_synced(tmp_path / "a", b"as it is", 0o600)
    check_read_back(tmp_path / "a", b"as it is")
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o600


def test_what_differs_is_told(tmp_path: Path) -> None:
    write_synced(tmp_path / "a", b"as it is")
    (tmp_path / "a").write_bytes(b"as it i?")
    with pytest.raises(DifferentError):
        check_read_back(tmp_path / "a", b"as it is")


@pytest.mark.skipif(not hasattr(os, "posix_fadvise"), reason="the system is not told")
def test_the_system_forgets_what_it_holds_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a"
    write_synced(file, b"as it is")

    def another_medium(_handle: int, _start: int, _length: int, advice: int) -> None:
        assert advice == os.POSIX_FADV_DONTNEED
        file.write_bytes(b"what the medium holds")

    monkeypatch.setattr(os, "posix_fadvise", another_medium)
    with pytest.raises(DifferentError):
        check_read_back(file, b"as it is")


def _held(times: int, winerror: int, real: Callable[..., Path]) -> Callable[..., Path]:
    """A `replace` that a scanner hinders so many times, as Windows tells it."""
    left = iter(range(times))

    def replace(new: Path, file: Path) -> Path:
        if next(left, None) is not None:
            error = PermissionError(errno.EACCES, "held")
            error.winerror = winerror  # type: ignore[attr-defined, unused-ignore]
            raise error
        return real(new, file)

    return replace


@pytest.mark.parametrize("winerror", [5, 32])
def test_a_scanner_that_holds_a_new_file_for_a_moment_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, winerror: int
) -> None:
    monkeypatch.setattr(Path, "replace", _held(2, winerror, Path.replace))
    (tmp_path / "a").write_bytes(b"before")
    replace_file(tmp_path / "a", b"after")
    assert (tmp_path / "a").read_bytes() == b"after"


def test_what_is_held_for_good_is_told_and_the_earlier_file_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(durable, "_PATIENCE", 0.05)
    monkeypatch.setattr(Path, "replace", _held(1000, 32, Path.replace))
    (tmp_path / "a").write_bytes(b"before")
    with pytest.raises(NaklankError) as caught:
        replace_file(tmp_path / "a", b"after")
    assert caught.value.code is ErrorCode.DATA_NOT_WRITABLE
    assert (tmp_path / "a").read_bytes() == b"before"
    assert [file.name for file in tmp_path.iterdir()] == ["a"]


def test_no_rights_are_told_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Path] = []

    def refuse(new: Path, _file: Path) -> Path:
        asked.append(new)
        raise PermissionError(errno.EACCES, "no rights")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(PermissionError):
        durable.when_free(lambda: (tmp_path / "a").replace(tmp_path / "b"))
    assert len(asked) == 1
