"""Whether a folder lies on this computer, on another, or is copied to the internet."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from naklank.core.folders import FolderKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

_SYNCED: Final = (
    "onedrive",
    "dropbox",
    "google drive",
    "googledrive",
    "my drive",
    "mijn drive",
    "icloud",
    "mobile documents",
    "cloudstorage",
    "nextcloud",
    "owncloud",
    "sharepoint",
    "box sync",
    "megasync",
    "pcloud",
    "stack",
)
"""How the folders of programs that copy to the internet are called, or begin."""

_SYNCED_BY: Final = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
"""What Windows says of where they lie."""

_NETWORK: Final = frozenset(
    {"nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afpfs", "webdav", "davfs", "9p"}
    | {"fuse.sshfs", "fuse.davfs2", "fuse.gvfsd-fuse", "fuse.rclone", "ncpfs", "afs", "ceph"}
)
"""File systems that reach over a network, as psutil names them."""


class Mount(NamedTuple):
    """Where a file system begins, and which one."""

    point: str
    kind: str


def folder_kind(
    folder: Path,
    mounts: Callable[[], Iterable[Mount]] | None = None,
    variables: Mapping[str, str] = os.environ,
) -> FolderKind:
    """What a folder is; a folder that cannot be looked at is what its path says.

    May wait for a network that is away: never on the main thread.
    """
    mounts = mounts or _mounts
    synced = [Path(variables[name]) for name in _SYNCED_BY if variables.get(name)]
    if any(folder.is_relative_to(root) for root in synced) or any(map(_is_synced, folder.parts)):
        return FolderKind.SYNCED
    if str(folder).startswith(("\\\\", "//")):
        return FolderKind.NETWORK
    holding = [one for one in mounts() if folder.is_relative_to(one.point)]
    deepest = max(holding, key=lambda one: len(one.point), default=None)
    if deepest is not None and deepest.kind.casefold() in _NETWORK:
        return FolderKind.NETWORK
    return FolderKind.LOCAL


def _is_synced(part: str) -> bool:
    name = part.casefold()
    return any(name == one or name.startswith((f"{one} ", f"{one}-")) for one in _SYNCED)


def _mounts() -> list[Mount]:
    import psutil

    return [
        # Windows tells of a drive of another computer among its options.
        Mount(one.mountpoint, "smb" if "remote" in one.opts.split(",") else one.fstype)
        for one in psutil.disk_partitions(all=True)
    ]
