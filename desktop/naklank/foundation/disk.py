"""How much a disk can still hold."""

import shutil
from pathlib import Path


def free_space(folder: Path) -> int | None:
    """Bytes free to this user where the folder is or would be made; None when nobody can say.

    Never raises. May wait for a disk that hangs, so never asked on the main thread. A quota of
    the user's is not known: on Linux and Windows the disk does not tell it.
    """
    for place in (folder, *folder.parents):
        try:
            usage = shutil.disk_usage(place)
        except (FileNotFoundError, NotADirectoryError):
            continue
        except (OSError, ValueError):
            return None
        # Some network and user-space file systems answer zero to every such question.
        return usage.free if usage.total else None
    return None
