"""Write the SHA-256 of all that is handed out beside it, as `sha256sum --check` reads it.

python packaging/hashes.py DIST
"""

import hashlib
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

NAME: Final = "SHA256SUMS"


def write(folder: Path) -> Path:
    """The list of the folder's files; folders in it are not handed out."""
    lines = []
    for file in sorted(folder.iterdir()):
        if file.is_file() and file.name != NAME:
            with file.open("rb") as stream:
                lines.append(f"{hashlib.file_digest(stream, 'sha256').hexdigest()}  {file.name}\n")
    listed = folder / NAME
    listed.write_text("".join(lines), encoding="utf-8", newline="\n")
    return listed


def main(arguments: Sequence[str]) -> int:
    """0 when the list is written."""
    if len(arguments) != 1:
        print((__doc__ or "").strip(), file=sys.stderr)
        return 2
    print(write(Path(arguments[0])).read_text(encoding="utf-8"), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
