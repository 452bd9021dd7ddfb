"""A thief with the whole disk and the installation's own key, after a session was deleted."""

from __future__ import annotations

import base64
from contextlib import ExitStack
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from naklank.audio.sound import Sound
from naklank.audio.spool import PAGE, read_takes
from naklank.core.journal import Facts, JournalEvent
from naklank.core.keys import KeyPlace
from naklank.core.session import Session, State, Way
from naklank.foundation.encryption import DamagedError, decrypt
from naklank.storage.file_keys import FileKeys
from naklank.storage.journal import FileJournal
from naklank.storage.journal_head import FileHead
from naklank.storage.keyring_keys import KeyringKeys
from naklank.storage.keys import MemoryKeys
from naklank.storage.session_store import FolderSessionStore
from naklank.storage.vault import Vault
from support.desk import MOMENT, spoken
from support.loop_disk import NoLoopDiskError, loop_disk, make_image
from support.secret_service import SecretService
from support.sounds import as_take
from support.statements import STATEMENT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from naklank.core.recording import SoundFile
    from naklank.storage.keys import KeyStore
    from support.loop_disk import LoopDisk

IDENTITY = "0123456789abcdef"
WORDS = (b"milligram", b"griep", b"dokter Van Dam", b"transcript")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[LoopDisk]:
    """A whole disk, as a file that a thief can copy."""
    image, place = tmp_path / "disk.img", tmp_path / "disk"
    place.mkdir()
    with ExitStack() as stack:
        try:
            make_image(image)
            mounted = stack.enter_context(loop_disk(image, place))
        except NoLoopDiskError as reason:
            pytest.skip(f"no disk of our own here: {reason}")
        yield mounted


def store_on(disk: LoopDisk, keys: KeyStore) -> FolderSessionStore:
    vault = Vault({keys.place: keys}, lambda: keys.place)
    return FolderSessionStore(lambda: (disk.folder / "naklank" / "sessions",), vault)


def write_a_session(store: FolderSessionStore, said: Sound) -> SoundFile:
    session = Session(IDENTITY, MOMENT, "nl", "dokter Van Dam", State.REVIEWING)
    for _ in range(5):  # as often as it is stored on its way
        store.save(session)
    wanted = store.sound_file(IDENTITY, 1)
    file = as_take(wanted.path, said, wanted.key)
    store.save(replace(session, transcript=spoken(), statement=STATEMENT))
    assert read_takes([file]).seconds == pytest.approx(said.seconds)
    return file


def write_the_journal(disk: LoopDisk, key: bytes) -> None:
    folder = disk.folder / "naklank"
    journal = FileJournal(
        folder / "journal.jsonl",
        FileHead(folder / "head"),
        lambda: key,
        lambda: MOMENT,
        lambda: "u",
    )
    for event in (JournalEvent.AGREED, JournalEvent.RECORDED, JournalEvent.FINISHED):
        journal.append(event, IDENTITY)
    facts = Facts(83.4, Way.STICK, STATEMENT.code, STATEMENT.text, STATEMENT.sound, "2")
    journal.append(JournalEvent.HANDED_OVER, IDENTITY, facts)


def copied(disk: LoopDisk) -> bytes:
    """What lies on the disk, in files and between them."""
    assert not disk.ask("sync")
    return disk.image.read_bytes()


def all_forms(key: bytes) -> list[bytes]:
    return [key, key.hex().encode(), base64.b64encode(key)[:40], base64.urlsafe_b64encode(key)[:40]]


def assert_worthless(loot: bytes, key: bytes, installation_key: bytes, said: Sound) -> None:
    assert not [form for form in all_forms(key) if form in loot]
    assert not [word for word in WORDS if word in loot]
    # The journal keeps a hash of the text: without its salt no guess at the text can be tried.
    assert STATEMENT.text.encode() in loot
    assert STATEMENT.salt.encode() not in loot
    samples = (said.samples * 32767).astype("<i2").tobytes()
    assert not [at for at in range(20_000, 30_000, 500) if samples[at : at + 16] in loot]
    opened = 0
    for at in range(0, len(loot) - PAGE, PAGE):
        page = loot[at : at + PAGE]
        if not any(page):
            continue
        for candidate in (installation_key, page[:32], bytes(32)):
            for place in ("take-1.naklank 0", f"take-1.naklank {at // PAGE}", "session.naklank"):
                try:
                    decrypt(candidate, page, place)
                except DamagedError:
                    continue
                opened += 1
    assert opened == 0


@pytest.mark.parametrize("place", KeyPlace)
def test_after_the_deletion_neither_sound_nor_text_can_be_had(
    disk: LoopDisk, sample: Sound, place: KeyPlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = Sound(sample.samples[: 5 * sample.rate], sample.rate)
    with ExitStack() as stack:
        if place is KeyPlace.KEYRING:
            service = stack.enter_context(SecretService(data=disk.folder / "home"))
            monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", service.address)
        stores = (KeyringKeys(), FileKeys(disk.folder / "naklank" / "keys"), MemoryKeys())
        keys = next(one for one in stores if one.place is place)
        installation_key = keys.create("journal")
        write_the_journal(disk, installation_key)
        store = store_on(disk, keys)
        file = write_a_session(store, said)
        before = copied(disk)
        first_page = file.path.read_bytes()[:PAGE]
        assert first_page in before  # the sound is there, and without its key it is noise
        if place is KeyPlace.FILE:
            assert file.key in before  # weaker, as the screen says
        store.delete(IDENTITY)
        after = copied(disk)
    assert_worthless(after, file.key, installation_key, said)
    if place is not KeyPlace.FILE:
        assert_worthless(before, file.key, installation_key, said)


def test_the_thief_of_this_test_can_open_what_is_not_deleted(disk: LoopDisk, sample: Sound) -> None:
    said = Sound(sample.samples[: 5 * sample.rate], sample.rate)
    store = store_on(disk, FileKeys(disk.folder / "naklank" / "keys"))
    file = write_a_session(store, said)
    loot = copied(disk)
    at = loot.index(file.path.read_bytes()[:PAGE])
    key = loot[loot.index(file.key) :][:32]
    assert decrypt(key, loot[at : at + PAGE], "take-1.naklank 0")
    with pytest.raises(AssertionError):
        assert_worthless(loot, file.key, bytes(32), said)
