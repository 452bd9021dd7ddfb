"""The model is joined once, checked before each load, and refused when it is not the real one."""

from __future__ import annotations

import hashlib
import threading
from pathlib import Path

import pytest

from naklank.core.errors import ErrorCode, NaklankError
from naklank.foundation.paths import resource
from naklank.speech.models import BASE, ModelFile, read_catalogue, ready, ready_model

CATALOGUE = read_catalogue(resource("models/catalogue.tsv"), BASE)


def test_the_catalogue_pins_the_public_files() -> None:
    pinned = {file.name: (file.size, file.sha256) for file in CATALOGUE}
    assert set(pinned) == {"model.bin", "config.json", "tokenizer.json", "vocabulary.txt"}
    size, sha256 = pinned["model.bin"]
    assert size == 145_217_532
    assert sha256.startswith("d01c3014")
    assert sha256.endswith("a6a9")


def test_an_unknown_model_has_no_files() -> None:
    assert read_catalogue(resource("models/catalogue.tsv"), "tiny") == ()


def test_the_joined_model_is_the_public_one(model: Path) -> None:
    for file in CATALOGUE:
        data = (model / file.name).read_bytes()
        assert len(data) == file.size
        assert hashlib.sha256(data).hexdigest() == file.sha256


def test_a_changed_file_is_refused_with_both_hashes(model: Path, tmp_path: Path) -> None:
    damaged = tmp_path / BASE
    damaged.mkdir()
    for file in CATALOGUE:
        (damaged / file.name).symlink_to(model / file.name)
    (damaged / "config.json").unlink()
    (damaged / "config.json").write_bytes((model / "config.json").read_bytes() + b" ")
    with pytest.raises(NaklankError) as caught:
        ready_model(damaged, CATALOGUE)
    details = caught.value.details
    assert caught.value.code is ErrorCode.MODEL_DAMAGED
    assert details["file"] == "config.json"
    assert details["folder"] == str(tmp_path / "quarantine" / f"{BASE}-1")
    assert not damaged.exists()
    assert details["expected"].startswith("56a6d811")
    changed = (model / "config.json").read_bytes() + b" "
    assert details["found"] == hashlib.sha256(changed).hexdigest()


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / BASE).mkdir()
    with pytest.raises(NaklankError) as caught:
        ready_model(tmp_path / BASE, CATALOGUE)
    assert caught.value.code is ErrorCode.MODEL_DAMAGED
    assert caught.value.details["found"] == "-"


def test_one_that_the_catalogue_does_not_know_is_not_loaded(tmp_path: Path) -> None:
    (tmp_path / "tiny").mkdir()
    for files in ((), CATALOGUE):
        with pytest.raises(NaklankError) as caught:
            ready_model(tmp_path / "nowhere", files)
        assert caught.value.code is ErrorCode.MODEL_MISSING
        assert caught.value.details["model"] == "nowhere"
    with pytest.raises(NaklankError) as caught:
        ready_model(tmp_path / "tiny", ())
    assert caught.value.code is ErrorCode.MODEL_MISSING


def test_a_foreign_package_leaves_no_model(tmp_path: Path) -> None:
    foreign = [ModelFile("config.json", 2309, "0" * 64)]
    with pytest.raises(NaklankError) as caught:
        ready_model(tmp_path / "models" / BASE, foreign)
    assert caught.value.code is ErrorCode.MODEL_DAMAGED
    assert list((tmp_path / "models").iterdir()) == []


def test_a_missing_package_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ready, "BASE_PACKAGES", ("naklank_model_that_is_not_there",))
    with pytest.raises(NaklankError) as caught:
        ready_model(tmp_path / BASE, CATALOGUE)
    assert caught.value.code is ErrorCode.MODEL_MISSING
    assert caught.value.details["package"] == "naklank_model_that_is_not_there"


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "models").write_text("a file where a folder should be")
    with pytest.raises(NaklankError) as caught:
        ready_model(tmp_path / "models" / BASE, CATALOGUE)
    assert caught.value.code is ErrorCode.DATA_NOT_WRITABLE


def test_two_at_once_make_one_model(tmp_path: Path) -> None:
    small = [file for file in CATALOGUE if file.name != "model.bin"]
    folder = tmp_path / BASE
    failures: list[BaseException] = []
    start = threading.Barrier(4)

    def join() -> None:
        start.wait()
        try:
            ready_model(folder, small)
        except BaseException as error:  # noqa: BLE001 - handed to the test
            failures.append(error)

    threads = [threading.Thread(target=join) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert [path.name for path in tmp_path.iterdir()] == [BASE]
    assert sorted(path.name for path in folder.iterdir()) == sorted(file.name for file in small)
