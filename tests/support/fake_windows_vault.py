"""Windows' Credential Manager as a dictionary, below the library's own code for it."""

from __future__ import annotations

import importlib
import sys
from types import ModuleType, SimpleNamespace
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import pytest

ROAMING: Final = 3
LOCAL: Final = 2


class VaultError(Exception):
    """pywintypes.error: what Windows says, and who asked."""

    def __init__(self, winerror: int, funcname: str) -> None:
        super().__init__(winerror, funcname)
        self.winerror = winerror
        self.funcname = funcname


class WindowsVault:
    """What `win32cred` offers, and whether the vault denies everything, as a policy can."""

    CRED_TYPE_GENERIC = 1
    CRED_PERSIST_LOCAL_MACHINE = LOCAL
    CRED_PERSIST_ENTERPRISE = ROAMING

    def __init__(self) -> None:
        self.credentials: dict[str, dict[str, Any]] = {}
        self.is_denied = False

    def CredRead(self, Type: int, TargetName: str) -> dict[str, Any]:  # noqa: N802, N803
        assert Type == self.CRED_TYPE_GENERIC
        return dict(self._held(TargetName, "CredRead"))

    def CredWrite(self, credential: dict[str, Any], flags: int) -> None:  # noqa: N802
        assert flags == 0
        self._check("CredWrite")
        blob = credential["CredentialBlob"].encode("utf-16-le")
        self.credentials[credential["TargetName"]] = credential | {"CredentialBlob": blob}

    def CredDelete(self, Type: int, TargetName: str) -> None:  # noqa: N802, N803
        assert Type == self.CRED_TYPE_GENERIC
        self._held(TargetName, "CredDelete")
        del self.credentials[TargetName]

    def _held(self, target: str, asked: str) -> dict[str, Any]:
        self._check(asked)
        if target not in self.credentials:
            raise VaultError(1168, asked)
        return self.credentials[target]

    def _check(self, asked: str) -> None:
        if self.is_denied:
            raise VaultError(1312, asked)


def pretend_windows(patch: pytest.MonkeyPatch) -> WindowsVault:
    """Have the library's back end for Windows work here, and system_keyring choose it."""
    vault = WindowsVault()
    package = ModuleType("win32ctypes.pywin32")
    contents = {"win32cred": vault, "pywintypes": SimpleNamespace(error=VaultError)}
    for name, content in contents.items():
        setattr(package, name, content)
    patch.setattr(vault, "__name__", "win32cred", raising=False)
    patch.setitem(sys.modules, "win32ctypes", ModuleType("win32ctypes"))
    patch.setitem(sys.modules, "win32ctypes.pywin32", package)
    patch.delitem(sys.modules, "keyring.backends.Windows", raising=False)
    importlib.import_module("keyring.backends")
    patch.setattr(sys, "platform", "win32")
    return vault
