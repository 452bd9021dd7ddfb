"""What is deleted is gone, also when it cannot go at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.keys import KeyPlace
from naklank.core.ports.keeping import Kept
from naklank.storage.file_keys import FileKeys
from naklank.storage.keyring_keys import KeyringKeys
from naklank.storage.keys import KeyStore
from naklank.storage.session_folders import UsedFolders
from naklank.storage.session_store import FolderSessionStore
from naklank.storage.vault import Vault
from support.full_session import EMPTY, FULL, store_in, vault, with_sound
from support.secret_service import SecretService


def test_deleting_what_never_was_is_no_error(store: FolderSessionStore) -> None:
    store.delete("00ff")


def test_deleting_follows_no_link(store: FolderSessionStore, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "letter.txt").write_bytes(b"somebody's")
    store.save(EMPTY)
    store.sound_file("00ff", 1).path.symlink_to(other, target_is_directory=True)
    store.delete("00ff")
    assert (other / "letter.txt").read_bytes() == b"somebody's"
    assert store.load_all() == Kept()


def test_what_cannot_be_deleted_now_can_be_read_no_more_and_goes_later(
    store: FolderSessionStore, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, where a file that is being read cannot be deleted."""
    takes = with_sound(store, FULL)
    unlink = Path.unlink

    def refuse(self: Path, missing_ok: bool = False) -> None:  # noqa: FBT001, FBT002 - as Path has it
        if "take-2" in self.name:
            raise PermissionError(13, "in use")
        unlink(self, missing_ok=missing_ok)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", refuse)
        store.delete(FULL.identity)
    assert takes[1].exists()
    assert store_in(folder).load_all() == Kept()
    assert not takes[0].parent.exists()


def test_killed_between_key_and_files_the_files_go_at_the_next_start(
    store: FolderSessionStore, folder: Path
) -> None:
    with_sound(store, FULL)
    with_sound(store, EMPTY)
    (folder / FULL.identity / "deleted").touch()
    FileKeys(folder.parent / "keys").delete(FULL.identity)
    assert store_in(folder).load_all() == Kept((EMPTY,))
    assert [path.name for path in folder.iterdir()] == ["00ff"]


def test_keys_in_memory_die_with_the_app_and_the_loss_is_told(folder: Path) -> None:
    before = store_in(folder, place=KeyPlace.MEMORY)
    with_sound(before, FULL)
    before.save(EMPTY)
    before.delete("00ff")
    assert before.load_all() == Kept((FULL,))
    after = store_in(folder)
    assert after.load_all() == Kept(lost=1)
    assert after.load_all() == Kept()
    assert not list(folder.iterdir())


def test_a_first_save_that_was_cut_short_leaves_nothing(folder: Path) -> None:
    store_in(folder).save(EMPTY)
    place = folder / EMPTY.identity
    (place / "session.naklank").rename(place / "session.naklank.new")
    assert store_in(folder).load_all() == Kept()
    assert not list(folder.iterdir())


def test_what_was_saved_before_on_a_disk_that_is_not_here_now_keeps_its_key(
    folder: Path, tmp_path: Path
) -> None:
    other = tmp_path / "stick"
    store_in(folder).save(EMPTY)
    (other / EMPTY.identity).mkdir(parents=True)
    (other / EMPTY.identity / "session.naklank.new").write_bytes(b"torn")
    folder.rename(tmp_path / "pulled out")
    assert store_in(other, folder).load_all() == Kept()
    (tmp_path / "pulled out").rename(folder)
    assert store_in(other, folder).load_all() == Kept((EMPTY,))


# Folders.


def test_every_folder_that_was_ever_chosen_is_looked_into(tmp_path: Path) -> None:
    own, one, two = (tmp_path / name / "sessions" for name in ("own", "one", "two"))
    chosen: Path | None = one
    used = UsedFolders(own, tmp_path / "folders.json", lambda: chosen)
    assert used() == (one, own)
    chosen = two
    assert used() == (two, own, one)
    chosen = None
    assert UsedFolders(own, tmp_path / "folders.json", lambda: None)() == (own, one, two)


def test_a_session_of_somebody_else_is_never_removed_for_lack_of_its_key(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    theirs, ours = (
        FolderSessionStore(lambda: (shared,), vault(tmp_path / name / "x", lambda: KeyPlace.FILE))
        for name in ("theirs", "ours")
    )
    takes = with_sound(theirs, FULL)
    assert ours.load_all() == Kept(unreadable=(FULL.identity,))
    assert all(take.exists() for take in takes)


def test_what_cannot_be_read_is_not_deleted_without_its_key(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The keyring does not answer, and the practice has chosen another place by now."""
    with SecretService() as service:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", service.address)
        stores: tuple[KeyStore, ...] = (KeyringKeys(), FileKeys(folder.parent / "keys"))
        places = {store.place: store for store in stores}
        with_sound(
            FolderSessionStore(lambda: (folder,), Vault(places, lambda: KeyPlace.KEYRING)), FULL
        )
        service.kill()
        after = FolderSessionStore(lambda: (folder,), Vault(places, lambda: KeyPlace.FILE))
        assert after.load_all() == Kept(unreadable=(FULL.identity,))
        with pytest.raises(NaklankError) as raised:
            after.delete(FULL.identity)
        assert raised.value.code is ErrorCode.KEYS_UNAVAILABLE
        service.start()
        assert after.load_all() == Kept((FULL,))
        after.delete(FULL.identity)
        assert service.count({"service": "Naklank", "username": FULL.identity}) == 0


def test_a_key_half_overwritten_by_a_killed_run_goes_at_the_next_start(folder: Path) -> None:
    store = store_in(folder)
    with_sound(store, FULL)
    (folder / FULL.identity / "deleted").touch()
    (key,) = (folder.parent / "keys").iterdir()
    key.rename(key.with_name(f"{key.name}.gone"))
    assert store_in(folder).load_all() == Kept()
    assert not list((folder.parent / "keys").iterdir())


def test_an_empty_folder_and_a_keyring_that_is_gone_hide_no_other(folder: Path) -> None:
    store_in(folder).save(EMPTY)
    (folder / "ab").mkdir()
    stores: tuple[KeyStore, ...] = (KeyringKeys(), FileKeys(folder.parent / "keys"))
    places = {store.place: store for store in stores}
    store = FolderSessionStore(lambda: (folder,), Vault(places, lambda: KeyPlace.KEYRING))
    assert store.load_all() == Kept((EMPTY,))
    assert store.load_all() == Kept((EMPTY,))
