"""Whether somebody works at this computer from afar: the sound then crosses a network."""

from __future__ import annotations

import os
import re
import sys
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_SM_REMOTESESSION: Final = 0x1000
_FIRST_FORWARDED: Final = 10
"""The first X display that sshd forwards (X11DisplayOffset of sshd_config(5))."""


class RemoteKind(Enum):
    """What shows that a session is remote."""

    REMOTE_DESKTOP = "remote_desktop"
    CITRIX = "citrix"
    HORIZON = "horizon"
    XRDP = "xrdp"
    SSH = "ssh"
    LOGIN = "login"
    SOUND_SERVER = "sound_server"


def remote_session() -> bool:
    """Whether this session is worked at from afar, as far as the system tells; never raises."""
    return remote_kind(os.environ) is not None


def windows_metric() -> bool:
    """What Windows says of this session now. Not yet proved on Windows."""
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.user32.GetSystemMetrics(_SM_REMOTESESSION))
    return False


def login_record(session: str) -> str:
    """What systemd's logind keeps of a session, by its XDG_SESSION_ID; "" where there is none."""
    if not session.isalnum():
        return ""
    try:
        return Path("/run/systemd/sessions", session).read_text("utf-8", "replace")
    except OSError:
        return ""


def remote_kind(
    environment: Mapping[str, str],
    system: str = sys.platform,
    *,
    metric: Callable[[], bool] = windows_metric,
    record: Callable[[str], str] = login_record,
) -> RemoteKind | None:
    """The first sign of a remote session; None where there is none.

    A screen that is only mirrored (VNC, TeamViewer, macOS Screen Sharing) leaves no sign. None of
    these was seen on a real remote system yet; they stand as their makers tell:
    GetSystemMetrics(SM_REMOTESESSION) and SESSIONNAME (Microsoft, "Detecting the Remote Desktop
    Services environment"; Citrix names its sessions ICA-…); ViewClient_… (Omnissa Horizon, "Client
    System Information Sent to Remote Desktops"); XRDP_SESSION and XRDP_SOCKET_PATH (xrdp's sesman);
    SSH_CONNECTION (ssh(1)); REMOTE in logind's record (sd_session_is_remote(3)); PULSE_SERVER
    (PulseAudio, "Server Strings").
    """
    if system == "win32":
        return _on_windows({name.upper(): value for name, value in environment.items()}, metric)
    if environment.get("SSH_CONNECTION") or _is_forwarded(environment.get("DISPLAY", "")):
        return RemoteKind.SSH
    return _on_linux(environment, record) if system == "linux" else None


def _on_windows(environment: Mapping[str, str], metric: Callable[[], bool]) -> RemoteKind | None:
    name = environment.get("SESSIONNAME", "").upper()
    if name.startswith("ICA-"):
        return RemoteKind.CITRIX
    if any(variable.startswith("VIEWCLIENT_") for variable in environment):
        return RemoteKind.HORIZON
    if metric() or name.startswith("RDP-"):
        return RemoteKind.REMOTE_DESKTOP
    return RemoteKind.SSH if environment.get("SSH_CONNECTION") else None


def _on_linux(environment: Mapping[str, str], record: Callable[[str], str]) -> RemoteKind | None:
    if environment.get("XRDP_SESSION") or environment.get("XRDP_SOCKET_PATH"):
        return RemoteKind.XRDP
    if "REMOTE=1" in record(environment.get("XDG_SESSION_ID", "")).splitlines():
        return RemoteKind.LOGIN
    server = environment.get("PULSE_SERVER", "")
    # A machine's name in braces may stand before each: {name}unix:/run/…
    is_here = re.match(r"(\{[^}]*\})?(unix:|/|$)", server)
    return None if is_here else RemoteKind.SOUND_SERVER


def _is_forwarded(display: str) -> bool:
    """Whether an X display is one that sshd forwards, such as localhost:10.0."""
    parts = re.fullmatch(r"localhost:(\d+)(\.\d+)?", display)
    return parts is not None and int(parts[1]) >= _FIRST_FORWARDED
