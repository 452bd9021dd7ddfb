"""The computer kept awake while it records."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from wakepy import DBusAdapter

PATIENCE: Final = 5.0
"""Seconds that `close` waits for a system that hangs; wakepy gives each call of D-Bus two."""


class KeepAwake:
    """The port `Wakefulness`, by wakepy.

    The screen stays on too, not only the computer: a screen that is dark or locked in
    mid-recording hides the sign that it records, and the button to stop. Closing a laptop's lid,
    and a lock that the practice forces on Windows, are stronger.

    Windows knows a request by its thread, wakepy too, and a desktop's answer can take seconds: so
    each hold has a thread of its own, from `hold` to `release`.
    """

    def __init__(self) -> None:
        self._hold: _Hold | None = None
        self._is_wanted = False

    @property
    def is_held(self) -> bool | None:
        """Whether the system has agreed to stay awake; None while it has not answered."""
        return self._hold.is_held if self._hold is not None and self._is_wanted else False

    def hold(self) -> None:
        """Keep awake from now on; returns at once. Once is enough."""
        if not self._is_wanted:
            self._is_wanted = True
            self._hold = _Hold(self._hold)

    def release(self) -> None:
        """Let the computer sleep again; returns at once."""
        self._is_wanted = False
        if self._hold is not None:
            self._hold.release()

    def close(self) -> None:
        """Let it sleep, and return when the thread has ended, or the system hangs."""
        self.release()
        if self._hold is not None:
            self._hold.join(PATIENCE)


class _Hold:
    """One request to stay awake, which waits for the one before to be taken back."""

    def __init__(self, earlier: _Hold | None) -> None:
        self.is_held: bool | None = None
        self._released = threading.Event()
        # A daemon, and so is the thread that wakepy starts from it on Windows: no app hangs at its
        # end for want of a release.
        self._thread = threading.Thread(
            target=self._run, args=(earlier,), name="keep-awake", daemon=True
        )
        self._thread.start()

    def release(self) -> None:
        self._released.set()

    def join(self, seconds: float | None = None) -> None:
        self._thread.join(seconds)

    def _run(self, earlier: _Hold | None) -> None:
        if earlier is not None:
            earlier.join()
        try:
            self._stay_awake()
        except Exception:  # noqa: BLE001 - whatever a desktop answers, the recording goes on
            self.is_held = False

    def _stay_awake(self) -> None:
        from wakepy import keep

        buses: list[DBusAdapter] = []
        try:
            with keep.presenting(on_fail="pass", dbus_adapter=_bus(buses)) as mode:
                self.is_held = mode.active
                if mode.active:
                    self._released.wait()
        finally:
            for bus in buses:
                bus.close_connections()


def _bus(made: list[DBusAdapter]) -> type[DBusAdapter] | None:
    """The way to D-Bus, told to `made`; None where there is no D-Bus.

    Of itself wakepy leaves the connection open when no desktop agrees, and else collects all
    garbage when it closes it: on this thread that could destroy what belongs to Qt's, and it holds
    up every other thread.
    """
    if sys.platform in {"win32", "darwin"}:
        return None
    from wakepy.dbus_adapters.jeepney import JeepneyDBusAdapter

    class Bus(JeepneyDBusAdapter):
        def __init__(self) -> None:
            super().__init__()
            made.append(self)

        def close_connections(self) -> None:
            while self._connections:
                self.close_connection(self._connections.popitem()[1])

    return Bus
