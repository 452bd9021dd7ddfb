"""`naklank verify`, with real files, keys and journals."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from naklank.assembly.installation import (
    journal_file,
    key_stores,
    own_journal,
    own_seals,
    settings_store,
)
from naklank.cli.main import main as cli
from naklank.core.journal import Facts, JournalEvent
from naklank.core.session import Way
from support.sealed import NAMES, SECONDS, converted, practice, remuxed, unsealed
from support.statements import STATEMENT

if TYPE_CHECKING:
    from pathlib import Path

SOUND, PAPER, PAGE = NAMES


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A home of its own, with the keys in a file."""
    home = tmp_path / "home"
    home.mkdir()
    (home / "settings.json").write_text('{"keeping.keys": "file", "practice.name": "De Linde"}')
    monkeypatch.setenv("NAKLANK_HOME", str(home))
    monkeypatch.setenv("NAKLANK_LANGUAGE", "nl")


@pytest.fixture
def ours(tmp_path: Path) -> dict[str, Path]:
    """A set of this installation's own, on the disk."""
    sealed = own_seals(key_stores(), settings_store()).seal(unsealed(), STATEMENT)
    return write(tmp_path / "ours", dict(sealed))


def write(folder: Path, files: dict[str, bytes]) -> dict[str, Path]:
    folder.mkdir()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return {name: folder / name for name in files}


def told(capsys: pytest.CaptureFixture[str], *files: Path) -> dict[str, Any]:
    capsys.readouterr()
    status = cli.main(["verify", "--json", *map(str, files)])
    report: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert report["status"] == status
    return report


def test_a_whole_set_is_ours(ours: dict[str, Path], capsys: pytest.CaptureFixture[str]) -> None:
    report = told(capsys, *ours.values())
    assert report["status"] == 0
    assert report["one_hand_over"] is True
    assert [one["outcome"] for one in report["files"]] == ["ours"] * 3
    assert [one["kind"] for one in report["files"]] == ["sound", "paper", "page"]
    assert report["files"][0]["signer"]["name"] == "De Linde"
    assert report["files"][0]["statement"]["code"] == STATEMENT.code


def test_in_words_it_says_what_it_proves_and_what_not(
    ours: dict[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["verify", str(ours[SOUND])]) == 0
    said = capsys.readouterr().out
    assert "Van ons, en niet veranderd." in said
    assert "bewijst niet dat de klok goed stond" in said
    assert STATEMENT.code in said


def test_a_stranger_and_the_worst_of_all(
    ours: dict[str, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    theirs = write(tmp_path / "theirs", practice().sealed())
    assert told(capsys, ours[PAPER], theirs[SOUND])["status"] == 4
    assert cli.main(["verify", str(theirs[PAGE])]) == 4
    assert "Noemt zich Praktijk De Linde; de naam is niet gecontroleerd" in capsys.readouterr().out
    own_seals(key_stores(), settings_store()).trust(practice().book.root.certificate.encode())
    assert told(capsys, theirs[SOUND])["status"] == 3
    theirs[PAPER].write_bytes(theirs[PAPER].read_bytes() + b" ")
    assert told(capsys, ours[PAPER], theirs[PAPER])["status"] == 5
    assert told(capsys, ours[PAPER], tmp_path / "nothing", theirs[PAPER])["status"] == 7


def test_sound_beside_another_paper_is_noticed(
    ours: dict[str, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    seals = own_seals(key_stores(), settings_store())
    other = seals.seal({PAPER: unsealed()[PAPER]}, replace(STATEMENT, version=3))
    paper = write(tmp_path / "other", dict(other))[PAPER]
    report = told(capsys, ours[SOUND], paper)
    assert (report["status"], report["one_hand_over"]) == (0, False)
    cli.main(["verify", str(ours[SOUND]), str(paper)])
    assert "horen niet bij elkaar" in capsys.readouterr().out


def test_the_journal_is_asked_for_the_length(
    ours: dict[str, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    facts = Facts(seconds=SECONDS, way=Way.STICK, code=STATEMENT.code)
    own_journal(key_stores(), settings_store()).append(JournalEvent.HANDED_OVER, "s", facts)
    data = ours[SOUND].read_bytes()
    again = write(
        tmp_path / "again",
        {
            "a.ogg": converted(data, "ogg", "libopus"),
            "b.mp3": remuxed(data),
            "c.m4a": converted(data, "mp4", "aac"),
        },
    )
    for file in again.values():
        (one,) = told(capsys, file)["files"]
        assert (one["status"], one["kind"]) == (6, "sound")
        assert [trace["by"] for trace in one["journal"]] == ["length"]
    trimmed = tmp_path / "d.mp3"
    trimmed.write_bytes(remuxed(data, 30))
    (one,) = told(capsys, trimmed)["files"]
    assert (one["status"], one["journal"]) == (6, [])


@pytest.mark.parametrize("name", [PAPER, PAGE])
def test_the_journal_is_asked_for_the_code(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from naklank.core.sheet_making import Edition
    from naklank.handover.page import make_html
    from naklank.handover.paper import make_pdf
    from support.documents import MOMENT, approved_of

    code = STATEMENT.code
    own_journal(key_stores(), settings_store()).append(
        JournalEvent.HANDED_OVER, "s", Facts(code=code)
    )
    sheet = approved_of("nl", edition=Edition(code=code))
    data = make_pdf(sheet, MOMENT) if name == PAPER else make_html(sheet, None)
    file = write(tmp_path / "bare", {name: data})[name]
    (one,) = told(capsys, file)["files"]
    assert one["status"] == 6
    assert [(trace["by"], trace["code"]) for trace in one["journal"]] == [("code", code)]


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7 x", b"ID3 and no sound", b"\xff\xfbnothing to hear"]
)
def test_what_cannot_be_read(
    data: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "x.bin"
    file.write_bytes(data)
    assert told(capsys, file)["status"] == 7
    assert told(capsys, tmp_path)["status"] == 7


def test_looking_at_a_file_leaves_nothing_behind(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = write(tmp_path / "theirs", practice().sealed())[SOUND]
    before = set((tmp_path / "home").rglob("*"))
    assert told(capsys, file)["status"] == 4
    file.write_bytes(remuxed(file.read_bytes()))
    assert told(capsys, file)["status"] == 6
    assert set((tmp_path / "home").rglob("*")) == before


def test_the_journal_is_verified(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["verify", "--journal"]) == 0
    assert "Er staat nog niets in het logboek." in capsys.readouterr().out
    journal = own_journal(key_stores(), settings_store())
    for _ in range(3):
        journal.append(JournalEvent.AGREED, "s")
    assert cli.main(["verify", "--journal", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["journal"] == {
        "whole": True,
        "lines": 3,
        "faults": [],
    }
    lines = journal_file().read_bytes().splitlines(keepends=True)
    journal_file().write_bytes(lines[0] + lines[2])
    assert cli.main(["verify", "--journal"]) == 5
    assert "Regel 2 ontbreekt." in capsys.readouterr().out


def test_without_anything_to_verify_it_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["verify"]) == 2
    assert "usage" in capsys.readouterr().out


def test_a_damaged_book_is_told_as_a_failure(
    ours: dict[str, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = tmp_path / "home" / "seal.naklank"
    book.write_bytes(book.read_bytes()[:-1] + b"x")
    assert cli.main(["verify", str(ours[SOUND])]) == 1
    assert "niet te lezen" in capsys.readouterr().err
