"""What was written is on the disk, and is read from there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from naklank.foundation.durable import DifferentError, check_read_back, write_synced


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
