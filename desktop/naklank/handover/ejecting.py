"""Letting go of a stick, by the system's own means; each raises OSError where it does not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_PATIENCE: Final = 60.0
"""Seconds: what is not written yet is written first."""

_UDISKS: Final = "org.freedesktop.UDisks2"

_FSCTL_LOCK_VOLUME: Final = 0x00090018
_FSCTL_DISMOUNT_VOLUME: Final = 0x00090020
_IOCTL_STORAGE_EJECT_MEDIA: Final = 0x002D4808


def system_eject() -> Callable[[str, Path], None]:
    """The one for this system: it takes the device and the folder of a stick."""
    if sys.platform == "win32":
        return windows_eject
    return mac_eject if sys.platform == "darwin" else linux_eject


def linux_eject(
    device: str, _: Path, call: Callable[[str, str, str, str, tuple[Any, ...]], Any] | None = None
) -> None:
    """Ask UDisks, as file managers do: it lets whoever sits at the screen.

    `call` takes a D-Bus path, interface, method, signature and body.
    """
    if call is None:
        _with_system_bus(lambda real: linux_eject(device, _, real))
        return
    block = f"/org/freedesktop/UDisks2/block_devices/{_escaped(Path(device).name)}"
    asked = (f"{_UDISKS}.Block", "Drive")
    drive = call(block, "org.freedesktop.DBus.Properties", "Get", "ss", asked)[1]
    call(block, f"{_UDISKS}.Filesystem", "Unmount", "a{sv}", ({},))
    # From here on nothing is written to it: without its light going out it may be pulled as well.
    for method in ("PowerOff", "Eject"):
        try:
            call(drive, f"{_UDISKS}.Drive", method, "a{sv}", ({},))
        except OSError:
            continue
        return


def windows_eject(
    _: str, folder: Path, control: Callable[[str, tuple[int, ...]], None] | None = None
) -> None:
    """Lock, dismount and eject the volume, as Explorer does; another program may hold it."""
    codes = (_FSCTL_LOCK_VOLUME, _FSCTL_DISMOUNT_VOLUME, _IOCTL_STORAGE_EJECT_MEDIA)
    (control or _device_io_control)(f"\\\\.\\{str(folder).rstrip(chr(92))}", codes)


def mac_eject(_: str, folder: Path, run: Callable[[list[str]], None] | None = None) -> None:
    """By diskutil."""
    (run or _run)(["/usr/sbin/diskutil", "eject", str(folder)])


def _with_system_bus(work: Callable[[Callable[..., Any]], None]) -> None:
    """Raises OSError without a bus, without UDisks on it, and where it refuses."""
    from jeepney import DBusAddress, new_method_call
    from jeepney.io.blocking import open_dbus_connection
    from jeepney.wrappers import DBusErrorResponse, unwrap_msg

    with open_dbus_connection("SYSTEM") as connection:

        def call(path: str, interface: str, method: str, signature: str, body: Any) -> Any:  # noqa: ANN401 - as D-Bus has it
            address = DBusAddress(path, _UDISKS, interface)
            message = new_method_call(address, method, signature, body)
            try:
                answer = unwrap_msg(connection.send_and_get_reply(message, timeout=_PATIENCE))
            except DBusErrorResponse as error:
                raise OSError(error.name) from error
            return answer[0] if answer else None

        work(call)


def _escaped(name: str) -> str:
    """As UDisks makes a D-Bus path of a device's name."""
    return "".join(c if c.isascii() and c.isalnum() else f"_{ord(c):02x}" for c in name)


def _run(command: list[str]) -> None:
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=_PATIENCE)  # noqa: S603 - no shell
    except subprocess.SubprocessError as error:
        raise OSError("diskutil refused") from error


def _device_io_control(volume: str, codes: tuple[int, ...]) -> None:
    """Not yet proved on Windows."""
    if sys.platform == "win32":
        import ctypes
        from ctypes import wintypes

        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateFileW.restype = wintypes.HANDLE
        kernel.DeviceIoControl.argtypes = [
            wintypes.HANDLE,
            wintypes.DWORD,
            *(ctypes.c_void_p, wintypes.DWORD) * 2,
            ctypes.c_void_p,
            ctypes.c_void_p,
        ]
        kernel.CloseHandle.argtypes = [wintypes.HANDLE]
        read_write, share_both, existing = 0xC0000000, 3, 3
        handle = kernel.CreateFileW(volume, read_write, share_both, None, existing, 0, None)
        if handle == wintypes.HANDLE(-1).value:
            raise ctypes.WinError(ctypes.get_last_error())
        try:
            for code in codes:
                size = wintypes.DWORD()
                if not kernel.DeviceIoControl(
                    handle, code, None, 0, None, 0, ctypes.byref(size), None
                ):
                    raise ctypes.WinError(ctypes.get_last_error())
        finally:
            kernel.CloseHandle(handle)
    else:
        raise OSError("no Windows")
