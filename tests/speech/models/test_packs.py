"""A model as one archive beside the app, and a place for all users of a computer."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.speech_models import ModelPack, ModelState
from naklank.core.sticks import Stick
from naklank.sentences.failures import sentence
from naklank.speech.models.packs import pack_name, packed_model
from support.made_up_models import BYTES, KLEIN, changed_byte, made_up_shelf, write_model

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from naklank.speech.models.shelf import FolderModelShelf

NAME = "naklank-model-groot-0123abc.zip"


def _go_on(_done: int, _whole: int) -> bool:
    return True


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """Made on a computer where the model is."""
    write_model(tmp_path / "elsewhere" / "groot", "groot")
    return made_up_shelf(tmp_path / "elsewhere").pack("groot", tmp_path / "stick")


def _listed(shelf: FolderModelShelf, name: str) -> tuple[ModelState, bool]:
    return next((one.state, one.is_shared) for one in shelf.models() if one.model.name == name)


def _stick(folder: Path) -> Stick:
    return Stick("KINGSTON", folder, "1", 1_000_000)


def test_two_packs_of_a_model_are_the_same_bytes(pack: Path, tmp_path: Path) -> None:
    write_model(tmp_path / "third" / "groot", "groot")
    for file in (tmp_path / "third" / "groot").iterdir():
        file.chmod(0o600)
    again = made_up_shelf(tmp_path / "third").pack("groot", tmp_path / "other stick")
    assert pack.name == again.name == NAME
    assert pack.read_bytes() == again.read_bytes()
    assert [one.name for one in (tmp_path / "stick").iterdir()] == [NAME]


def test_a_pack_is_taken_in_and_carries_its_licence(
    shelf: FolderModelShelf, folder: Path, pack: Path
) -> None:
    assert shelf.take_in(pack, _go_on) == "groot"
    assert {one.name: one.read_bytes() for one in (folder / "groot").iterdir()} == BYTES["groot"]
    with zipfile.ZipFile(pack) as archive:
        assert b"MIT License" in archive.read("LICENCE-groot.txt")


def test_no_pack_is_made_of_a_damaged_model(tmp_path: Path) -> None:
    changed = changed_byte(BYTES["groot"]["model.bin"])
    write_model(tmp_path / "models" / "groot", "groot", model=changed)
    with pytest.raises(NaklankError) as caught:
        made_up_shelf(tmp_path / "models").pack("groot", tmp_path / "stick")
    assert caught.value.code is ErrorCode.MODEL_DAMAGED
    assert not (tmp_path / "stick").exists()


def test_a_folder_that_takes_no_pack_is_named(tmp_path: Path) -> None:
    write_model(tmp_path / "models" / "groot", "groot")
    (tmp_path / "stick").write_bytes(b"")
    with pytest.raises(NaklankError) as caught:
        made_up_shelf(tmp_path / "models").pack("groot", tmp_path / "stick")
    assert caught.value.code is ErrorCode.FOLDER_NOT_WRITABLE


def _half_copied(pack: Path) -> None:
    pack.write_bytes(pack.read_bytes()[:90_000])


def _bad_sector(pack: Path) -> None:
    whole = bytearray(pack.read_bytes())
    whole[100_000] ^= 1
    pack.write_bytes(whole)


def _nothing_copied(pack: Path) -> None:
    pack.write_bytes(b"")


@pytest.mark.parametrize("harm", [_half_copied, _bad_sector, _nothing_copied])
def test_a_pack_that_is_not_whole_says_so_and_changes_nothing(
    harm: Callable[[Path], None], shelf: FolderModelShelf, folder: Path, pack: Path
) -> None:
    write_model(folder / "klein", "klein")
    harm(pack)
    with pytest.raises(NaklankError) as caught:
        shelf.take_in(pack, _go_on)
    assert caught.value.code is ErrorCode.MODEL_DAMAGED
    assert "groot" in sentence(caught.value)
    assert [one.name for one in folder.iterdir()] == ["klein"]
    shelf.verify("klein")


def test_a_pack_that_holds_something_else_is_foreign(
    shelf: FolderModelShelf, folder: Path, tmp_path: Path
) -> None:
    file = tmp_path / NAME
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("groot/vakantie.jpg", b"zon")
    with pytest.raises(NaklankError) as caught:
        shelf.take_in(file, _go_on)
    assert caught.value.code is ErrorCode.MODEL_FOREIGN
    assert "vakantie" not in sentence(caught.value)
    assert list(folder.iterdir()) == []


def test_a_half_copied_zip_of_another_name_is_foreign(shelf: FolderModelShelf, pack: Path) -> None:
    _half_copied(pack)
    other = pack.rename(pack.with_name("foto's.zip"))
    with pytest.raises(NaklankError) as caught:
        shelf.take_in(other, _go_on)
    assert caught.value.code is ErrorCode.MODEL_FOREIGN


@pytest.mark.parametrize("place", [".", "Naklank", "naklank-0.1.0-windows"])
def test_a_pack_on_a_stick_is_found_in_these_places(
    shelf: FolderModelShelf, pack: Path, place: str
) -> None:
    stick = pack.parent
    (stick / place).mkdir(exist_ok=True)
    there = pack.rename(stick / place / NAME)
    assert shelf.packs([_stick(stick)]) == (ModelPack(there, "groot", "KINGSTON"),)


def test_nobodys_own_folders_are_searched(shelf: FolderModelShelf, pack: Path) -> None:
    (pack.parent / "patiënten").mkdir()
    pack.rename(pack.parent / "patiënten" / NAME)
    assert shelf.packs([_stick(pack.parent), _stick(pack.parent / "gone")]) == ()


def test_a_pack_of_what_is_here_or_unknown_is_not_offered(
    shelf: FolderModelShelf, folder: Path, pack: Path
) -> None:
    (pack.parent / "naklank-model-reusachtig-0123abc.zip").write_bytes(b"")
    assert [one.name for one in shelf.packs([_stick(pack.parent)])] == ["groot"]
    write_model(folder / "groot", "groot")
    assert shelf.packs([_stick(pack.parent)]) == ()


def test_a_pack_beside_the_app_is_found_without_a_stick(folder: Path, pack: Path) -> None:
    shelf = made_up_shelf(folder, beside=(pack.parent, pack.parent / "not there"))
    assert shelf.packs([]) == (ModelPack(pack, "groot", ""),)


def test_a_name_tells_its_model() -> None:
    assert packed_model(pack_name(KLEIN)) == "klein"
    assert packed_model("naklank-model-large-v3-turbo-0a363e91 (1).zip") == "large-v3-turbo"
    assert packed_model("Naklank-Model-Base-ebe41f70.ZIP") == "base"
    for name in ("naklank-model-base.zip", "model-base-ebe41f70.zip", "naklank-model-base-ebe4.7z"):
        assert packed_model(name) == ""


# A place for all users of a computer.


@pytest.fixture
def shared(tmp_path: Path, pack: Path) -> Path:
    """As whoever manages the computer unpacks it."""
    with zipfile.ZipFile(pack) as archive:
        archive.extractall(tmp_path / "usr" / "models")
    return tmp_path / "usr" / "models"


def test_a_shared_model_is_used_where_it_lies(folder: Path, shared: Path) -> None:
    shelf = made_up_shelf(folder, shared=(folder / "nowhere", shared))
    assert _listed(shelf, "groot") == (ModelState.INSTALLED, True)
    assert shelf.ready("groot") == shared / "groot"
    assert not folder.exists()


def test_nobody_removes_what_is_shared(folder: Path, shared: Path) -> None:
    shelf = made_up_shelf(folder, in_use="klein", shared=(shared,))
    with pytest.raises(NaklankError) as caught:
        shelf.remove("groot")
    assert caught.value.code is ErrorCode.MODEL_SHARED
    assert str(shared) in sentence(caught.value)
    shelf.verify("groot")


def test_an_own_copy_goes_first_and_what_is_removed_of_it_comes_back(
    folder: Path, shared: Path
) -> None:
    write_model(folder / "groot", "groot")
    shelf = made_up_shelf(folder, in_use="groot", shared=(shared,))
    assert _listed(shelf, "groot") == (ModelState.INSTALLED, False)
    assert shelf.ready("groot") == folder / "groot"
    shelf.remove("groot")
    assert shelf.ready("groot") == shared / "groot"


def test_a_damaged_own_copy_gives_way_to_the_shared_one(folder: Path, shared: Path) -> None:
    write_model(folder / "groot", "groot", config=b"{}")
    shelf = made_up_shelf(folder, shared=(shared,))
    with pytest.raises(NaklankError) as caught:
        shelf.ready("groot")
    assert caught.value.code is ErrorCode.MODEL_DAMAGED
    assert shelf.ready("groot") == shared / "groot"


def test_a_damaged_shared_model_is_refused_and_left_alone(folder: Path, shared: Path) -> None:
    weights = shared / "groot" / "model.bin"
    weights.write_bytes(changed_byte(weights.read_bytes()))
    shelf = made_up_shelf(folder, shared=(shared,))
    with pytest.raises(NaklankError) as caught:
        shelf.ready("groot")
    assert caught.value.code is ErrorCode.MODEL_DAMAGED
    assert caught.value.details["folder"] == str(shared / "groot")
    assert weights.exists()
    assert [one.name for one in shared.iterdir() if one.is_dir()] == ["groot"]


def test_where_one_shared_place_is_damaged_the_next_one_serves(
    folder: Path, shared: Path, tmp_path: Path
) -> None:
    write_model(tmp_path / "first" / "groot", "groot", config=b"{}")
    shelf = made_up_shelf(folder, shared=(tmp_path / "first", shared))
    assert shelf.ready("groot") == shared / "groot"
