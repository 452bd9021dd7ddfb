"""Pictures of every screen and window: two languages, four looks, at 100, 150, 200 and 250 %.

    python tests/screens/make.py FOLDER [WORD]

`WORD` chooses the screens whose names have it. Nobody sees a window: Qt draws in memory.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
SCREENS = {"1": (1280, 840), "1.5": (1366, 768), "2": (2560, 1680), "2.5": (2560, 1600)}
"""How many pixels a screen has at a scale; the second one is a small laptop's."""


def main() -> int:
    folder = Path(sys.argv[1]).resolve()
    words = [one for word in sys.argv[2:3] for one in ("-k", word)]
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:xdist", "-p", "no:cacheprovider"]
    with tempfile.TemporaryDirectory() as screens:
        running = [
            subprocess.Popen(
                [*command, *words, str(TESTS / "screens" / "shoot.py")],
                cwd=TESTS.parent,
                env={
                    **os.environ,
                    "NAKLANK_PICTURES": str(folder),
                    "QT_QPA_PLATFORM": f"offscreen:configfile={_screen(Path(screens), scale)}",
                    "QT_SCALE_FACTOR": scale,
                },
            )
            for scale in SCREENS
        ]
        return max(process.wait() for process in running)


def _screen(folder: Path, scale: str) -> Path:
    """What Qt shall take for the screen."""
    width, height = SCREENS[scale]
    place = {"name": "one", "x": 0, "y": 0, "width": width, "height": height}
    inches = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    file = folder / f"{scale}.json"
    file.write_text(json.dumps({"screens": [{**place, **inches}]}))
    return file


if __name__ == "__main__":
    sys.exit(main())
