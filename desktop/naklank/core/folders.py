"""What kind of folder a path leads to, as far as that matters to a patient's recording."""

from enum import Enum


class FolderKind(Enum):
    """Who can read along in a folder."""

    LOCAL = "local"
    NETWORK = "network"
    """On another computer: the files cross a network."""
    SYNCED = "synced"
    """A program copies it to the internet by itself."""
