"""Keys in the keyring of the operating system."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import psutil
import pytest

from naklank.core.errors import ErrorCode
from naklank.storage.keyring_keys import SERVICE, KeyringKeys, system_keyring
from support.fake_windows_vault import LOCAL, ROAMING, pretend_windows
from support.key_places import NAME, OTHER, find_it, unavailable
from support.secret_service import SecretService

if TYPE_CHECKING:
    from pathlib import Path


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
