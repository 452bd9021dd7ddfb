"""The piloted app, with a stick in it: the folder that `NAKLANK_STICK` names."""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from naklank import app
from naklank.handover.drives import About, Drive
from naklank.handover.sticks import PluggedSticks
from support import piloted_app

STICK = Drive("/dev/naklank", os.environ["NAKLANK_STICK"], "exfat", "rw")

if __name__ == "__main__":
    plugged = partial(PluggedSticks, lambda: [STICK], lambda *_: About("KINGSTON", STICK.folder))
    setattr(app, "PluggedSticks", plugged)  # noqa: B010 - to mypy a class is no variable
    sys.exit(piloted_app.main())
