"""A keyring of our own: a message bus and a real gnome-keyring-daemon that nobody else sees.

Needs the packages dbus and gnome-keyring; no desktop, no rights. The bus starts nothing by itself:
what a test has killed stays dead, and nobody answers a prompt.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Self

import secretstorage
from jeepney import DBusErrorResponse, message_bus
from jeepney.io.blocking import Proxy, open_dbus_connection
from secretstorage.defines import SS_PATH, SS_PREFIX
from secretstorage.util import DBusAddressWrapper

from support import processes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jeepney.io.blocking import DBusConnection

PASSWORD: Final = "the user's own"  # noqa: S105 - of a keyring that lives for one test
PATIENCE: Final = 20.0
"""Seconds in which a server does what it is asked."""

PROMPTER: Final = "org.gnome.keyring.SystemPrompter"
"""The name under which a desktop asks its user for the password."""

_COLLECTION: Final = "/org/freedesktop/secrets/collection/"
_BUS: Final = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={folder}/bus</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""

# A keyring without a password is plain text.
_PLAIN: Final = "[keyring]\ndisplay-name=Login\nctime=0\nmtime=0\nlock-on-idle=false\n"


class SecretService:
    """A bus with an unlocked keyring, in a `with` block.

    `with_keyring=False`: the bus alone. `is_plain`: a keyring without a password, which opens for
    anybody and lies on the disk in plain text; it is started with the password None. Its file lies
    below `data`.
    """

    def __init__(
        self, *, with_keyring: bool = True, is_plain: bool = False, data: Path | None = None
    ) -> None:
        # Not pytest's: the path of a socket has 107 characters at most.
        self.folder = Path(tempfile.mkdtemp(prefix="keyring-"))
        self._data = data or self.folder / "data"
        self._with_keyring = with_keyring
        self._is_plain = is_plain
        self._bus: subprocess.Popen[bytes] | None = None
        self._daemon: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"unix:path={self.folder}/bus"

    @property
    def keyrings(self) -> Path:
        """The folder with the files of the keyring."""
        return self._data / "keyrings"

    @property
    def keyring_file(self) -> Path:
        return self.keyrings / "login.keyring"

    def environment(self) -> dict[str, str]:
        """What a child process needs, beside its own variables, to find this keyring."""
        return {"DBUS_SESSION_BUS_ADDRESS": self.address}

    def __enter__(self) -> Self:
        try:
            self._start_bus()
            if self._with_keyring:
                self.start(None if self._is_plain else PASSWORD)
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._end(self._daemon)
        self._end(self._bus)
        shutil.rmtree(self.folder, ignore_errors=True)

    def start(self, password: str | None = PASSWORD) -> None:
        """Start the keyring; without the right password it is locked."""
        unlock = () if password is None else ("--unlock",)
        self._daemon = self._run(
            "gnome-keyring-daemon", "--foreground", "--components=secrets", *unlock
        )
        assert self._daemon.stdin is not None
        with self._daemon.stdin as stream:
            stream.write((password or "").encode())
        self._wait_until(lambda: self._has_default(is_locked=password != PASSWORD))

    def lock(self) -> None:
        """As the user does, or the screen saver."""
        with self.connection() as connection:
            secretstorage.get_default_collection(connection).lock()

    def make_default(self, collection: str) -> None:
        with self.connection() as connection:
            service = DBusAddressWrapper(SS_PATH, f"{SS_PREFIX}Service", connection)
            service.call("SetAlias", "so", "default", _COLLECTION + collection)

    def add(self, collection: str, attributes: dict[str, str], secret: str) -> None:
        """Store something past the code under test."""
        with self.connection() as connection:
            place = secretstorage.Collection(connection, _COLLECTION + collection)
            place.create_item("", attributes, secret.encode())

    def count(self, attributes: dict[str, str]) -> int:
        """How many entries have these attributes, in all collections."""
        with self.connection() as connection:
            return len(list(secretstorage.search_items(connection, attributes)))

    def kill(self) -> None:
        """The keyring dies as by a crash; the bus goes on."""
        assert self._daemon is not None
        self._daemon.kill()
        self._end(self._daemon)

    def kill_bus(self) -> None:
        assert self._bus is not None
        self._bus.kill()
        self._end(self._bus)

    def hang(self) -> None:
        """The keyring stops answering, until it is killed or the block ends."""
        assert self._daemon is not None
        self._daemon.send_signal(signal.SIGSTOP)

    @contextmanager
    def connection(self) -> Iterator[DBusConnection]:
        """To ask the keyring, past the code under test."""
        with closing(open_dbus_connection(self.address)) as connection:
            yield connection

    @contextmanager
    def user_who_does_not_answer(self) -> Iterator[None]:
        """A prompt is shown to somebody, and stays."""
        with self.connection() as connection:
            Proxy(message_bus, connection).RequestName(PROMPTER)
            yield

    def _start_bus(self) -> None:
        settings = self.folder / "bus.conf"
        settings.write_text(_BUS.format(folder=self.folder))
        if self._is_plain:
            self.keyrings.mkdir(parents=True, mode=0o700)
            self.keyring_file.write_text(_PLAIN)
        self._bus = self._run("dbus-daemon", f"--config-file={settings}", "--nofork", "--nopidfile")
        assert self._bus.stdin is not None
        self._bus.stdin.close()
        self._wait_until(self._is_listening)

    def _is_listening(self) -> bool:
        try:  # its socket has a name before anybody listens there
            with self.connection():
                return True
        except OSError:
            return False

    def _has_default(self, *, is_locked: bool) -> bool:
        with self.connection() as connection:
            try:
                collection = secretstorage.get_collection_by_alias(connection, "default")
                return collection.is_locked() is is_locked
            except (secretstorage.SecretStorageException, DBusErrorResponse):
                return False

    def _run(self, *command: str) -> subprocess.Popen[bytes]:
        folder = str(self.folder)
        own = {"HOME": folder, "XDG_RUNTIME_DIR": folder, "XDG_DATA_HOME": str(self._data)}
        dying = ("setpriv", "--pdeathsig", "TERM", "--", *command)  # also when we are killed
        with (self.folder / "log").open("ab") as log:
            process = subprocess.Popen(
                dying,
                env={"PATH": os.environ["PATH"], **own, **self.environment()},
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
            )
        processes.SERVERS.add(process.pid)
        return process

    def _end(self, process: subprocess.Popen[Any] | None) -> None:
        if process is None:
            return
        process.send_signal(signal.SIGCONT)
        process.terminate()
        process.wait(PATIENCE)
        processes.SERVERS.discard(process.pid)

    def _wait_until(self, condition: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < end, (self.folder / "log").read_text()
            time.sleep(0.02)
