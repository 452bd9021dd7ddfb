"""Keys by name, in the three places: kept, found, and gone when they are deleted."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import psutil
import pytest

from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.keys import KeyPlace
from naklank.storage.file_keys import FileKeys
from naklank.storage.keyring_keys import SERVICE, KeyringKeys, system_keyring
from naklank.storage.keys import KeyStore, MemoryKeys
from support.fake_windows_vault import LOCAL, ROAMING, pretend_windows
from support.secret_service import SecretService
from support.small_disk import small_disk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAME = "0123456789abcdef"
OTHER = "journal"
BAD_NAMES = ("", "A", "a/b", "..", "a.b", "a\n", "é", "a_b", "a" * 65, "a b")


@pytest.fixture
def keyring(monkeypatch: pytest.MonkeyPatch) -> Iterator[SecretService]:
    with SecretService() as service:
        find_it(service, monkeypatch)
        yield service


def find_it(service: SecretService, patch: pytest.MonkeyPatch) -> None:
    for name, value in service.environment().items():
        patch.setenv(name, value)


def unavailable() -> pytest.RaisesExc[NaklankError]:
    return pytest.raises(NaklankError, match=ErrorCode.KEYS_UNAVAILABLE.value)


@pytest.fixture(params=["keyring", "windows", "file", "memory"])
def store(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> KeyStore:
    match request.param:
        case "keyring":
            request.getfixturevalue("keyring")
            return KeyringKeys()
        case "windows":
            pretend_windows(monkeypatch)
            return KeyringKeys()
        case "file":
            return FileKeys(tmp_path / "new" / "keys")
    return MemoryKeys()


# The contract of each place


def test_a_key_is_found_until_it_is_deleted(store: KeyStore) -> None:
    assert store.is_usable()
    assert store.find(NAME) is None

    key = store.create(NAME)

    assert len(key) == 32
    assert store.find(NAME) == key
    store.delete(NAME)
    assert store.find(NAME) is None


def test_each_name_has_a_key_of_its_own(store: KeyStore) -> None:
    keys = {name: store.create(name) for name in (NAME, OTHER, "a", "b" * 64)}
    assert len(set(keys.values())) == 4
    assert {name: store.find(name) for name in keys} == keys

    store.delete(OTHER)

    assert store.find(OTHER) is None
    del keys[OTHER]
    assert {name: store.find(name) for name in keys} == keys


def test_a_key_is_never_written_over(store: KeyStore) -> None:
    key = store.create(NAME)

    with pytest.raises(ValueError, match="there is a key"):
        store.create(NAME)

    assert store.find(NAME) == key


def test_a_name_that_was_deleted_gets_a_new_key(store: KeyStore) -> None:
    key = store.create(NAME)
    store.delete(NAME)
    assert store.create(NAME) != key


def test_to_delete_what_is_not_there_is_no_error(store: KeyStore) -> None:
    store.delete(NAME)
    store.create(OTHER)
    store.delete(NAME)
    assert store.find(OTHER) is not None


@pytest.mark.parametrize("name", BAD_NAMES)
def test_another_name_is_a_mistake(name: str, tmp_path: Path) -> None:
    for store in (MemoryKeys(), FileKeys(tmp_path), KeyringKeys()):
        for ask in (store.create, store.find, store.delete):
            with pytest.raises(ValueError, match="not the name of a key"):
                ask(name)


def test_no_key_is_shown_by_its_store(store: KeyStore) -> None:
    key = store.create(NAME)
    assert key.hex() not in repr(store)
    assert repr(key) not in repr(vars(store)) or store.place is KeyPlace.MEMORY


# The keyring


def test_to_try_it_leaves_nothing_in_it(keyring: SecretService) -> None:
    keys = KeyringKeys()
    key = keys.create(NAME)

    with ThreadPoolExecutor(4) as threads:
        assert all(threads.map(lambda _: keys.is_usable(), range(8)))

    assert keyring.count({"service": SERVICE}) == 1
    assert keys.find(NAME) == key


def test_a_key_outlives_a_keyring_that_is_killed(keyring: SecretService) -> None:
    keys = KeyringKeys()
    key = keys.create(NAME)

    keyring.kill()
    with unavailable():
        keys.find(NAME)
    assert not keys.is_usable()
    keyring.start()

    assert keys.find(NAME) == key
    assert KeyringKeys().find(NAME) == key


@pytest.mark.parametrize("password", [None, "not the user's own"])
def test_a_locked_keyring_cannot_say(keyring: SecretService, password: str | None) -> None:
    keys = KeyringKeys()
    key = keys.create(NAME)
    keyring.kill()
    keyring.start(password)

    assert not keys.is_usable()
    for ask in (keys.find, keys.create, keys.delete):
        for name in (NAME, OTHER):
            with unavailable():
                ask(name)

    keyring.kill()
    keyring.start()
    assert keys.find(NAME) == key
    assert keys.find(OTHER) is None


def test_a_keyring_that_was_locked_meanwhile_cannot_say(keyring: SecretService) -> None:
    keys = KeyringKeys()
    keys.create(NAME)

    keyring.lock()

    assert not keys.is_usable()
    with unavailable():
        keys.find(NAME)


def test_a_user_who_does_not_unlock_it_is_not_waited_for(keyring: SecretService) -> None:
    from naklank.storage.secret_service import SecretService as BackEnd

    KeyringKeys().create(NAME)
    keyring.lock()
    keys = KeyringKeys(lambda: BackEnd(prompt=0.5))

    with keyring.user_who_does_not_answer():
        begun = time.monotonic()
        with unavailable():
            keys.find(NAME)

    assert 0.5 <= time.monotonic() - begun < 5


def test_a_keyring_that_hangs_is_not_waited_for(keyring: SecretService) -> None:
    from naklank.storage.secret_service import SecretService as BackEnd

    KeyringKeys().create(NAME)
    keys = KeyringKeys(lambda: BackEnd(answer=0.5))
    keyring.hang()

    for ask in (keys.find, keys.delete, keys.create):
        begun = time.monotonic()
        with unavailable():
            ask(NAME)
        assert 0.5 <= time.monotonic() - begun < 5


@pytest.mark.parametrize(
    "address",
    [None, "", "nonsense", "unix:path=/nowhere/bus", "tcp:host=localhost,port=1", "autolaunch:"],
)
def test_without_a_bus_there_is_no_keyring(
    address: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    if address is not None:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    keys = KeyringKeys()
    begun = time.monotonic()

    assert not keys.is_usable()
    for ask in (keys.create, keys.find, keys.delete):
        with unavailable():
            ask(NAME)

    assert time.monotonic() - begun < 2


def test_a_bus_without_a_keyring_or_one_that_dies_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    keys = KeyringKeys()
    with SecretService(with_keyring=False) as service:
        find_it(service, monkeypatch)
        assert not keys.is_usable()

        service.start()
        assert keys.is_usable()

        service.kill_bus()
        assert not keys.is_usable()
        with unavailable():
            keys.delete(NAME)


def test_no_connection_stays_open(keyring: SecretService) -> None:
    process = psutil.Process()
    keys = KeyringKeys()
    keys.create(NAME)
    before = process.num_fds()

    def ask() -> None:
        for _ in range(3):
            keys.is_usable()
            for each in (keys.find, keys.delete):
                with unavailable():
                    each(NAME)
            assert process.num_fds() == before

    keyring.lock()
    ask()
    keyring.kill()
    ask()
    keyring.kill_bus()
    ask()


def test_a_keyring_that_forgets_at_log_out_is_none(keyring: SecretService) -> None:
    keyring.make_default("session")

    assert not KeyringKeys().is_usable()
    with unavailable():
        KeyringKeys().create(NAME)


def test_no_variable_sends_a_key_elsewhere(
    keyring: SecretService, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = "/org/freedesktop/secrets/collection/session"
    with monkeypatch.context() as patch:
        patch.setenv("KEYRING_PROPERTY_PREFERRED_COLLECTION", place)
        patch.setenv("KEYRING_PROPERTY_SCHEME", "KeePassXC")
        key = KeyringKeys().create(NAME)

    keyring.kill()
    keyring.start()
    assert KeyringKeys().find(NAME) == key


def test_every_copy_of_a_key_is_deleted_also_where_it_is_not_the_default(
    keyring: SecretService,
) -> None:
    keys = KeyringKeys()
    key = keys.create(NAME)
    attributes = {"service": SERVICE, "username": NAME}
    keyring.add("login", attributes | {"application": "another"}, key.hex())
    keyring.add("session", attributes, key.hex())
    assert keyring.count(attributes) == 3

    keys.delete(NAME)

    assert keyring.count(attributes) == 0
    assert keys.find(NAME) is None


@pytest.mark.parametrize("text", ["", "00", "no key", "é" * 32])
def test_what_is_no_key_is_not_passed_for_one_and_can_be_deleted(
    keyring: SecretService, text: str
) -> None:
    keyring.add("login", {"service": SERVICE, "username": NAME}, text)
    keys = KeyringKeys()

    with unavailable() as caught:
        keys.find(NAME)
    assert str(caught.value) == ErrorCode.KEYS_UNAVAILABLE.value
    keys.delete(NAME)
    assert keys.find(NAME) is None


def test_a_deleted_key_is_gone_from_the_keyrings_file(monkeypatch: pytest.MonkeyPatch) -> None:
    with SecretService(is_plain=True) as service:  # only in a plain one can a key be seen
        find_it(service, monkeypatch)
        keys = KeyringKeys()
        kept, key = keys.create(OTHER), keys.create(NAME)
        assert key.hex() in service.keyring_file.read_text()

        keys.delete(NAME)

        files = [file.read_bytes() for file in service.keyrings.iterdir()]
        assert not any(key.hex().encode() in data or key in data for data in files)
        assert any(kept.hex().encode() in data for data in files)


def test_a_keyring_that_needs_a_password_holds_no_key_in_plain_form(keyring: SecretService) -> None:
    key = KeyringKeys().create(NAME)

    data = b"".join(file.read_bytes() for file in keyring.keyrings.iterdir())

    assert key not in data
    assert key.hex().encode() not in data
    assert NAME.encode() not in data


def test_a_plain_keyring_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with SecretService(is_plain=True) as service:
        find_it(service, monkeypatch)
        monkeypatch.setenv("XDG_DATA_HOME", str(service.keyrings.parent))

        assert not KeyringKeys().is_usable()
        with unavailable():
            KeyringKeys().create(NAME)

        assert "secret=" not in service.keyring_file.read_text()


def test_no_library_chooses_plain_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not by a variable, a file of settings or a plug-in, each of which keyring itself obeys."""
    written = tmp_path / "written"
    (tmp_path / "plain_back_end.py").write_text(PLAIN_BACK_END.format(file=str(written)))
    settings = tmp_path / "python_keyring" / "keyringrc.cfg"
    settings.parent.mkdir()
    settings.write_text("[backend]\ndefault-keyring=plain_back_end.Plain\n")
    plug_in = tmp_path / "plain-1.dist-info"
    plug_in.mkdir()
    (plug_in / "METADATA").write_text("Metadata-Version: 2.1\nName: plain\nVersion: 1\n")
    (plug_in / "entry_points.txt").write_text("[keyring.backends]\nplain = plain_back_end\n")
    for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "PYTHONPATH"):
        monkeypatch.setenv(variable, str(tmp_path))
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)

    for trap in ({}, {"PYTHON_KEYRING_BACKEND": "plain_back_end.Plain"}):
        assert said(OBEDIENT, trap) == "plain"
        assert written.exists()
        written.unlink()
        assert said(OURS, trap) == ErrorCode.KEYS_UNAVAILABLE.value
        assert not written.exists()


PLAIN_BACK_END = """
from pathlib import Path
from keyring.backend import KeyringBackend

class Plain(KeyringBackend):
    priority = 100

    def get_password(self, service, username):
        return None

    def set_password(self, service, username, password):
        Path({file!r}).write_text(password)
"""
OBEDIENT = "import keyring; keyring.set_password('Naklank', 'a', 'secret'); print('plain')"
OURS = """
from naklank.core.errors import NaklankError
from naklank.storage.keyring_keys import KeyringKeys
try:
    KeyringKeys().create("a")
except NaklankError as error:
    print(error)
"""


def said(script: str, variables: dict[str, str]) -> str:
    done = subprocess.run(
        [sys.executable, "-c", script],
        env=os.environ | variables,
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    return done.stdout.strip()


def test_on_windows_a_key_stays_on_its_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    vault = pretend_windows(monkeypatch)
    type(system_keyring())().set_password("Naklank", "old", "x")  # as the library would by itself
    assert {entry["Persist"] for entry in vault.credentials.values()} == {ROAMING}
    vault.credentials.clear()
    monkeypatch.setenv("KEYRING_PROPERTY_PERSIST", "enterprise")

    keys = KeyringKeys()
    keys.create(NAME)
    keys.create(OTHER)

    assert {entry["Persist"] for entry in vault.credentials.values()} == {LOCAL}
    vault.is_denied = True
    assert not keys.is_usable()
    with unavailable():
        keys.find(NAME)


# Files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "keys"


def test_a_key_file_is_its_owners_alone(folder: Path) -> None:
    folder.mkdir(mode=0o755)
    key = FileKeys(folder).create(NAME)

    (file,) = folder.iterdir()

    assert file.read_bytes() == key
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert FileKeys(folder).find(NAME) == key


def test_a_deleted_key_is_overwritten_in_its_place(folder: Path) -> None:
    keys = FileKeys(folder)
    key = keys.create(NAME)
    (file,) = folder.iterdir()
    with file.open("rb") as stream:  # holds what the disk holds there, with or without a name
        keys.delete(NAME)
        left = stream.read()

    assert len(left) == len(key)
    assert left != key
    assert not any(left[place : place + 4] == key[place : place + 4] for place in range(29))
    assert not list(folder.iterdir())


@pytest.mark.parametrize("ending", [".key.new", ".key.gone"])
def test_what_a_killed_run_left_of_a_key_goes_with_it(folder: Path, ending: str) -> None:
    keys = FileKeys(folder)
    left = folder / f"{NAME}{ending}"
    for is_there in (False, True):
        if is_there:
            keys.create(NAME)
        folder.mkdir(exist_ok=True)
        left.write_bytes(b"k" * 32)
        with left.open("rb") as stream:
            keys.delete(NAME)
            assert b"kkkk" not in stream.read()
        assert not list(folder.iterdir())


@pytest.mark.parametrize("data", [b"", b"k" * 31, b"k" * 33])
def test_half_a_key_is_not_passed_for_one(folder: Path, data: bytes) -> None:
    folder.mkdir()
    (folder / f"{NAME}.key").write_bytes(data)
    keys = FileKeys(folder)

    with unavailable():
        keys.find(NAME)
    keys.delete(NAME)
    assert keys.find(NAME) is None


def test_a_folder_that_is_none_cannot_say(folder: Path) -> None:
    folder.write_bytes(b"")
    keys = FileKeys(folder)

    assert not keys.is_usable()
    for ask in (keys.find, keys.delete, keys.create):
        with unavailable():
            ask(NAME)


def test_a_disk_that_takes_nothing_says_so(tmp_path: Path) -> None:
    with small_disk(tmp_path) as disk:
        keys = FileKeys(disk.folder / "keys")
        key = keys.create(NAME)
        filler = disk.fill()

        with pytest.raises(NaklankError, match=ErrorCode.DISK_FULL.value):
            keys.create(OTHER)
        assert keys.find(OTHER) is None
        assert keys.find(NAME) == key

        filler.unlink()
        disk.make_read_only()
        assert not keys.is_usable()
        with unavailable():
            keys.delete(NAME)
        assert keys.find(NAME) == key
