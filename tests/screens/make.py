"""Pictures of every screen and window: two languages, four looks, at 100 and 200 %.

    python tests/screens/make.py FOLDER [WORD]

`WORD` chooses the screens whose names have it. Nobody sees a window: Qt draws in memory.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
SCALES = ("1", "2")


def main() -> int:
    folder = Path(sys.argv[1]).resolve()
    words = [one for word in sys.argv[2:3] for one in ("-k", word)]
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:xdist", "-p", "no:cacheprovider"]
    settings = {"QT_QPA_PLATFORM": "offscreen", "NAKLANK_PICTURES": str(folder)}
    running = [
        subprocess.Popen(
            [*command, *words, str(TESTS / "screens" / "shoot.py")],
            cwd=TESTS.parent,
            env={**os.environ, **settings, "QT_SCALE_FACTOR": scale},
        )
        for scale in SCALES
    ]
    return max(process.wait() for process in running)


if __name__ == "__main__":
    sys.exit(main())
