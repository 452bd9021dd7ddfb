"""A model from a folder, a stick or a ZIP file is known by its bytes, and by nothing else."""

from __future__ import annotations

import io
import os
import struct
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.speech_models import ModelState
from naklank.sentences.failures import sentence
from naklank.speech.models.shelf import FolderModelShelf
from support.made_up_models import BYTES, GROOT, changed_byte, made_up_shelf, write_model
from support.small_disk import small_disk

if TYPE_CHECKING:
    from collections.abc import Mapping

WEIGHTS = BYTES["groot"]["model.bin"]


def _go_on(_done: int, _whole: int) -> bool:
    return True


def _zip(file: Path, entries: Mapping[str, bytes]) -> Path:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return file


def _refused(shelf: FolderModelShelf, source: Path, folder: Path) -> NaklankError:
    """Its error; nothing of the source is kept."""
    with pytest.raises(NaklankError) as caught:
        shelf.take_in(source, _go_on)
    assert not folder.exists() or list(folder.iterdir()) == []
    return caught.value


def _assert_taken(shelf: FolderModelShelf, source: Path, folder: Path, name: str = "groot") -> None:
    heard: list[tuple[int, int]] = []

    def on_progress(done: int, whole: int) -> bool:
        heard.append((done, whole))
        return True

    assert shelf.take_in(source, on_progress) == name
    found = {path.name: path.read_bytes() for path in (folder / name).iterdir()}
    assert found == BYTES[name]
    assert [path.name for path in folder.iterdir()] == [name]
    assert heard == sorted(heard)
    assert heard[-1][0] == heard[-1][1]
    shelf.verify(name)


def test_the_folder_may_have_any_name(
    shelf: FolderModelShelf, folder: Path, tmp_path: Path
) -> None:
    write_model(tmp_path / "stick" / "klein", "groot")
    (tmp_path / "stick" / "LEESMIJ.txt").write_text("hallo", encoding="utf-8")
    _assert_taken(shelf, tmp_path / "stick", folder)


def test_the_files_may_have_any_name(shelf: FolderModelShelf, folder: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    for number, (name, data) in enumerate(BYTES["groot"].items()):
        # Of the one whose size nobody knows, the ending must be right.
        ending = ".json" if name == "config.json" else ".txt"
        (stick / f"groot_{number}{ending}").write_bytes(data)
    _assert_taken(shelf, stick, folder)


def test_a_cache_of_the_hub(shelf: FolderModelShelf, folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "models--acme--whisper-groot"
    snapshot = cache / "snapshots" / "0123abc"
    snapshot.mkdir(parents=True)
    (cache / "blobs").mkdir()
    for number, (name, data) in enumerate(BYTES["groot"].items()):
        blob = cache / "blobs" / f"{number:064x}"
        blob.write_bytes(data)
        (snapshot / name).symlink_to(os.path.relpath(blob, snapshot))
    (snapshot / "nowhere.json").symlink_to("gone")
    _assert_taken(shelf, snapshot, folder)
    shelf.remove("klein")
    _assert_taken(made_up_shelf(folder, in_use=""), cache, folder)


def test_a_zip(shelf: FolderModelShelf, folder: Path, tmp_path: Path) -> None:
    entries = {f"modellen/het grote/{name}": data for name, data in BYTES["groot"].items()}
    _assert_taken(shelf, _zip(tmp_path / "model.zip", entries), folder)


def test_of_two_models_the_larger_is_taken(
    shelf: FolderModelShelf, folder: Path, tmp_path: Path
) -> None:
    for name in BYTES:
        write_model(tmp_path / "stick" / name, name)
    _assert_taken(shelf, tmp_path / "stick", folder)


def test_what_is_damaged_here_makes_room(
    shelf: FolderModelShelf, folder: Path, tmp_path: Path
) -> None:
    write_model(folder / "groot", "groot", config=b"{}")
    shelf.take_in(write_model(tmp_path / "stick", "groot"), _go_on)
    shelf.verify("groot")
    assert (folder / "quarantine" / "groot-1" / "config.json").read_bytes() == b"{}"


def test_no_path_of_a_zip_leads_out(shelf: FolderModelShelf, folder: Path, tmp_path: Path) -> None:
    entries = {f"../../../{name}": data for name, data in BYTES["groot"].items()}
    entries |= {"/etc/naklank/policy.json": BYTES["klein"]["config.json"], "..\\..\\x.dll": b"x"}
    before = {path for path in tmp_path.rglob("*") if not path.is_relative_to(folder.parent)}
    archive = _zip(tmp_path / "model.zip", entries)
    _assert_taken(shelf, archive, folder)
    after = {path for path in tmp_path.rglob("*") if not path.is_relative_to(folder.parent)}
    assert after == before | {archive}


def test_a_zip_that_would_fill_the_disk(tmp_path: Path) -> None:
    bomb = _zip(tmp_path / "bomb.zip", {"model.bin": bytes(50_000_000), "a.json": bytes(5_000)})
    assert bomb.stat().st_size < 100_000
    place = tmp_path / "disk"
    place.mkdir()
    with small_disk(place) as disk:
        error = _refused(made_up_shelf(disk.folder / "models"), bomb, disk.folder / "models")
    assert error.code is ErrorCode.MODEL_FOREIGN


def test_a_zip_that_lies_about_its_sizes(tmp_path: Path) -> None:
    bomb = _zip(tmp_path / "bomb.zip", {"model.bin": bytes(50_000_000)})
    # In the directory at its end; what reads the file trusts that one.
    told, claimed = struct.pack("<I", 50_000_000), struct.pack("<I", len(WEIGHTS))
    bomb.write_bytes(bomb.read_bytes().replace(told, claimed))
    place = tmp_path / "disk"
    place.mkdir()
    with small_disk(place) as disk:
        error = _refused(made_up_shelf(disk.folder / "models"), bomb, disk.folder / "models")
    assert error.code is ErrorCode.MODEL_DAMAGED


@pytest.mark.parametrize("as_zip", [False, True])
@pytest.mark.parametrize(
    ("changes", "file"),
    [
        ({"model": changed_byte(WEIGHTS)}, "model.bin"),
        ({"model": WEIGHTS[:-1]}, "model.bin"),
        ({"model": None}, "model.bin"),
        ({"tokenizer": changed_byte(BYTES["groot"]["tokenizer.json"])}, "tokenizer.json"),
        ({"tokenizer": None}, "tokenizer.json"),
        ({"config": b"{}"}, "config.json"),
        ({"model": changed_byte(WEIGHTS), "config": None, "tokenizer": None}, "model.bin"),
    ],
)
def test_one_that_is_nearly_right_is_damaged(
    shelf: FolderModelShelf,
    folder: Path,
    tmp_path: Path,
    changes: Mapping[str, bytes | None],
    file: str,
    *,
    as_zip: bool,
) -> None:
    source = write_model(tmp_path / "stick", "groot", **changes)
    if as_zip:
        source = _zip(
            tmp_path / "a.zip", {path.name: path.read_bytes() for path in source.iterdir()}
        )
    error = _refused(shelf, source, folder)
    assert error.code is ErrorCode.MODEL_DAMAGED
    assert error.details["model"] == "groot"
    assert error.details["file"] == file
    assert error.details["folder"] == str(source)
    stem = file.partition(".")[0]
    assert (error.details["found"] == "-") == (changes[stem] is None)
    assert error.details["found"] != error.details["expected"]


def test_a_foreign_one_is_named_with_what_is_known(
    shelf: FolderModelShelf, folder: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / "ggml-tiny.bin").write_bytes(bytes(75_000))
    (stick / "Brief mevrouw De Vries.pdf").write_bytes(bytes(len(WEIGHTS) + 1))
    error = _refused(shelf, stick, folder)
    assert error.code is ErrorCode.MODEL_FOREIGN
    words = sentence(error)
    assert "ggml-tiny.bin" in words
    assert "klein, groot" in words
    assert "Vries" not in words, "other names are nobody's business"


@pytest.mark.parametrize("name", ["leeg", "brief.pdf", "stuk.zip", "geheim.zip"])
def test_what_is_no_model_at_all(
    shelf: FolderModelShelf, folder: Path, tmp_path: Path, name: str
) -> None:
    source = tmp_path / name
    if name == "leeg":
        source.mkdir()
    elif name == "geheim.zip":
        whole = _zip(source, BYTES["groot"]).read_bytes()
        # The flag in each entry of the directory says that it has a password.
        entry = b"PK\x01\x02\x14\x03\x14\x00"
        encrypted = whole.replace(entry + bytes(2), entry + b"\x01\x00")
        assert encrypted != whole
        source.write_bytes(encrypted)
    else:
        source.write_bytes(_zip(tmp_path / "heel.zip", BYTES["groot"]).read_bytes()[:-100])
    error = _refused(shelf, source, folder)
    assert error.code is ErrorCode.MODEL_FOREIGN
    assert error.details["known"] == "klein, groot"


def test_a_zip_with_a_broken_middle(shelf: FolderModelShelf, folder: Path, tmp_path: Path) -> None:
    archive = _zip(tmp_path / "model.zip", BYTES["groot"])
    data = bytearray(archive.read_bytes())
    data[50_000:50_010] = bytes(10)
    archive.write_bytes(data)
    assert _refused(shelf, archive, folder).code is ErrorCode.MODEL_DAMAGED


def test_a_source_that_is_gone(shelf: FolderModelShelf, folder: Path, tmp_path: Path) -> None:
    assert _refused(shelf, tmp_path / "stick", folder).code is ErrorCode.NO_SUCH_FILE


def test_stopped_at_request(shelf: FolderModelShelf, folder: Path, tmp_path: Path) -> None:
    source = write_model(tmp_path / "stick", "groot")
    with pytest.raises(NaklankError) as caught:
        shelf.take_in(source, lambda done, whole: done < whole // 2)
    assert caught.value.code is ErrorCode.CANCELLED
    assert list(folder.iterdir()) == []


def test_too_little_room(tmp_path: Path) -> None:
    source = write_model(tmp_path / "stick", "groot")
    place = tmp_path / "disk"
    place.mkdir()
    with small_disk(place) as disk:
        (disk.folder / "vol").write_bytes(bytes(950_000))
        models = disk.folder / "models"
        assert _refused(made_up_shelf(models), source, models).code is ErrorCode.DISK_FULL


def test_files_of_a_zip_that_lead_nowhere_are_not_many() -> None:
    """A directory of a million entries is not read to its end."""
    from naklank.speech.models import sources

    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for number in range(sources.MOST_FILES + 10):
            archive.writestr(f"{number}", b"")
        assert len(tuple(sources._in_archive(archive))) == sources.MOST_FILES


def test_the_same_twice_is_copied_once(
    shelf: FolderModelShelf, folder: Path, tmp_path: Path
) -> None:
    write_model(tmp_path / "stick" / "een", "groot")
    write_model(tmp_path / "stick" / "twee", "groot")
    _assert_taken(shelf, tmp_path / "stick", folder)
    states = {one.model.name: one.state for one in shelf.models()}
    assert states == {"klein": ModelState.ABSENT, "groot": ModelState.INSTALLED}
    assert GROOT.name in states
