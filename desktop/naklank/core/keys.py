"""Where the keys of the sessions can lie."""

from enum import Enum


class KeyPlace(Enum):
    """The place of a session's key, chosen once by the practice."""

    KEYRING = "keyring"
    """The operating system's own safe."""
    FILE = "file"
    """A file that its owner alone may read: weaker."""
    MEMORY = "memory"
    """Nowhere: it ends with the app, and the recording with it."""
