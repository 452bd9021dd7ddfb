"""Keys by the names that stand on a Dutch keyboard."""

import sys

from naklank.translation import tr


def key_name(key: str) -> str:
    """A shortcut such as "Ctrl+Return" as it is read: "Ctrl Enter"."""
    return " ".join(_name(part) for part in key.split("+"))


def _name(part: str) -> str:
    names = {
        "Ctrl": "⌘" if sys.platform == "darwin" else "Ctrl",
        "Return": "Enter",
        "Space": tr("Space"),
        "Escape": "Esc",
    }
    return names.get(part, part)
