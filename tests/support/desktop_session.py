"""A session bus of our own, and on it the part of a desktop that keeps the screen awake."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import tempfile
import threading
from dataclasses import dataclass, field
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING, Self

from jeepney import MessageType, new_error, new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

from support.processes import SERVERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jeepney.low_level import Message

SCREEN_SAVER = "org.freedesktop.ScreenSaver"
GNOME = "org.gnome.SessionManager"
PATIENCE = 30.0
"""Seconds."""


@contextlib.contextmanager
def session_bus() -> Iterator[str]:
    """The address of a real D-Bus, for DBUS_SESSION_BUS_ADDRESS."""
    with tempfile.TemporaryDirectory(prefix="naklank-bus-") as folder:
        address = f"unix:path={Path(folder, 'bus')}"
        command = ["dbus-daemon", "--session", f"--address={address}", "--nofork", "--nopidfile"]
        with subprocess.Popen(
            [*command, "--print-address"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        ) as daemon:
            SERVERS.add(daemon.pid)
            assert daemon.stdout
            daemon.stdout.readline()  # it answers now
            try:
                yield address
            finally:  # else a test that fails would wait for it for ever
                daemon.terminate()
        SERVERS.discard(daemon.pid)


@dataclass
class Desktop:
    """One of a desktop's services, which keeps what it is asked; in a `with` block.

    While `may_answer` is cleared it says nothing, as a desktop that hangs.
    """

    address: str
    service: str = SCREEN_SAVER
    agrees: bool = True
    may_answer: threading.Event = field(default_factory=threading.Event)
    asked: SimpleQueue[tuple[str, tuple[object, ...]]] = field(default_factory=SimpleQueue)
    _cookie: int = 6

    def __enter__(self) -> Self:
        self.may_answer.set()
        self._connection = open_dbus_connection(self.address)
        self._connection.send_and_get_reply(message_bus.RequestName(self.service))
        self._thread = threading.Thread(target=self._serve, name=self.service)
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self.may_answer.set()
        self._connection.sock.shutdown(socket.SHUT_RDWR)
        self._thread.join()
        self._connection.close()

    def next_call(self) -> tuple[str, tuple[object, ...]]:
        """The name of the next call that came in, and with what."""
        return self.asked.get(timeout=PATIENCE)

    def _serve(self) -> None:
        with contextlib.suppress(OSError):  # the end
            while True:
                message = self._connection.receive()
                if message.header.message_type is MessageType.method_call:
                    self._answer(message)

    def _answer(self, message: Message) -> None:
        name = next(value for key, value in message.header.fields.items() if key.name == "member")
        self.asked.put((str(name), message.body))
        self.may_answer.wait(PATIENCE)
        if not self.agrees:
            self._connection.send(new_error(message, "org.freedesktop.DBus.Error.AccessDenied"))
        elif name == "Inhibit":
            self._cookie += 1
            self._connection.send(new_method_return(message, "u", (self._cookie,)))
        else:
            self._connection.send(new_method_return(message))
