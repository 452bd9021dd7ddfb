from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from naklank.computer.remote import (
    RemoteKind,
    login_record,
    remote_kind,
    remote_session,
    windows_metric,
)

if TYPE_CHECKING:
    from pathlib import Path

HERE: list[tuple[str, dict[str, str]]] = [
    ("linux", {}),
    ("linux", {"DISPLAY": ":0"}),
    ("linux", {"DISPLAY": ":10.0"}),
    ("linux", {"DISPLAY": "localhost:0.0"}),
    ("linux", {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0", "XDG_SESSION_ID": "2"}),
    ("linux", {"PULSE_SERVER": "unix:/run/user/1000/pulse/native"}),
    ("linux", {"PULSE_SERVER": "/run/user/1000/pulse/native"}),
    ("linux", {"PULSE_SERVER": "{5f2}unix:/run/user/1000/pulse/native"}),
    ("linux", {"SSH_AUTH_SOCK": "/run/user/1000/keyring/ssh", "SSH_CONNECTION": ""}),
    ("linux", {"SESSIONNAME": "RDP-Tcp#0"}),
    ("win32", {"SESSIONNAME": "Console"}),
    ("win32", {"SESSIONNAME": "Console", "CLIENTNAME": "Console"}),
    ("win32", {}),
    ("win32", {"XRDP_SESSION": "1"}),
    ("darwin", {"DISPLAY": "/private/tmp/com.apple.launchd.x/org.xquartz:0"}),
    ("darwin", {}),
]
AFAR: list[tuple[str, dict[str, str], RemoteKind]] = [
    ("linux", {"SSH_CONNECTION": "10.0.0.2 50000 10.0.0.1 22"}, RemoteKind.SSH),
    ("linux", {"DISPLAY": "localhost:10.0"}, RemoteKind.SSH),
    ("linux", {"DISPLAY": "localhost:12"}, RemoteKind.SSH),
    ("linux", {"DISPLAY": ":10", "XRDP_SESSION": "1"}, RemoteKind.XRDP),
    ("linux", {"XRDP_SOCKET_PATH": "/run/xrdp/sockdir/1000"}, RemoteKind.XRDP),
    ("linux", {"PULSE_SERVER": "tcp:server:4713"}, RemoteKind.SOUND_SERVER),
    ("linux", {"PULSE_SERVER": "server"}, RemoteKind.SOUND_SERVER),
    ("linux", {"PULSE_SERVER": "{5f2}tcp6:server"}, RemoteKind.SOUND_SERVER),
    ("win32", {"SESSIONNAME": "RDP-Tcp#3"}, RemoteKind.REMOTE_DESKTOP),
    ("win32", {"SessionName": "rdp-tcp#3"}, RemoteKind.REMOTE_DESKTOP),
    ("win32", {"SESSIONNAME": "ICA-CGP#1", "CLIENTNAME": "THUIS"}, RemoteKind.CITRIX),
    ("win32", {"SESSIONNAME": "ICA-tcp#0"}, RemoteKind.CITRIX),
    (
        "win32",
        {"SESSIONNAME": "Console", "ViewClient_Machine_Name": "THUIS"},
        RemoteKind.HORIZON,
    ),
    ("win32", {"SSH_CONNECTION": "10.0.0.2 50000 10.0.0.1 22"}, RemoteKind.SSH),
    ("darwin", {"SSH_CONNECTION": "10.0.0.2 50000 10.0.0.1 22"}, RemoteKind.SSH),
]


def kind(
    system: str, environment: dict[str, str], *, metric: bool = False, record: str = ""
) -> RemoteKind | None:
    return remote_kind(environment, system, metric=lambda: metric, record=lambda _session: record)


@pytest.mark.parametrize(("system", "environment"), HERE)
def test_who_sits_before_it_is_not_far(system: str, environment: dict[str, str]) -> None:
    assert kind(system, environment) is None


@pytest.mark.parametrize(("system", "environment", "expected"), AFAR)
def test_a_remote_session_shows(
    system: str, environment: dict[str, str], expected: RemoteKind
) -> None:
    assert kind(system, environment) is expected


def test_windows_itself_is_asked_and_only_there() -> None:
    # A session that began at the desk and is now worked at from home still names itself Console.
    here = {"SESSIONNAME": "Console"}
    assert kind("win32", here, metric=True) is RemoteKind.REMOTE_DESKTOP
    assert kind("linux", here, metric=True) is None


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ("UID=1000\nREMOTE=1\nTYPE=wayland\n", RemoteKind.LOGIN),
        ("UID=1000\nREMOTE=0\nTYPE=wayland\n", None),
        ("UID=1000\nIS_REMOTE=1\n", None),
        ("", None),
    ],
)
def test_what_logind_says_counts(record: str, expected: RemoteKind | None) -> None:
    assert kind("linux", {"XDG_SESSION_ID": "2"}, record=record) is expected
    assert kind("darwin", {"XDG_SESSION_ID": "2"}, record=record) is None


@pytest.mark.parametrize("session", ["", "c999999", "../../../etc/passwd", "a\0b"])
def test_a_session_that_logind_does_not_know_has_no_record(session: str) -> None:
    assert login_record(session) == ""


def test_the_readers_answer_on_this_system(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert windows_metric() is False
    for name in ("SSH_CONNECTION", "XRDP_SESSION", "XRDP_SOCKET_PATH", "XDG_SESSION_ID"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/native")
    monkeypatch.setenv("DISPLAY", ":0")
    assert remote_session() is False
    monkeypatch.setenv("DISPLAY", "localhost:10.0")
    assert remote_session() is True
