"""Keys by the names that stand on a Dutch keyboard."""

import sys

from naklank.translation import tr


def key_name(key: str) -> str:
    """A shortcut such as "Ctrl+Return" as it is read: "Ctrl Enter"."""
    parts = [key] if key == "+" else key.split("+")
    return " ".join(map(_name, parts))


def _name(part: str) -> str:
    names = {
        "Ctrl": "⌘" if sys.platform == "darwin" else "Ctrl",
        "Return": "Enter",
        "Space": tr("Space"),
        "Escape": "Esc",
    }
    return names.get(part, part)
