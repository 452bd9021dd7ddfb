"""Where Dutch speech of people lies, which is not handed out with the project."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def speech_folder() -> Path:
    """What `NAKLANK_SPEECH` says, else a folder `speech` in any folder beside the checkout."""
    if told := os.environ.get("NAKLANK_SPEECH"):
        return Path(told)
    found = sorted(ROOT.parent.glob("*/speech/real.tsv"))
    return found[0].parent if found else ROOT.parent / "speech"
