"""Start a built Naklank as a stranger would, and see that it types, makes paper, and opens.

    python packaging/smoke.py PROGRAM MODEL [WINDOW]

PROGRAM is the frozen `naklank`, MODEL a pack or folder that it takes its speech model from, WINDOW
the program of the window where it is another one. What needs a device that a build machine lacks
is told and not judged: microphone, loudspeaker, printer, keyring. No library is needed.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from console import ROOT, SetUpError, say

SAMPLE: Final = ROOT / "resources" / "sample" / "dictation_en.flac"

JUDGED: Final = ("model", "memory", "engine", "disk", "clock", "settings", "network", "versions")
"""Items of the self-test that depend on the build alone."""

MINUTES: Final = 10
WINDOW_SECONDS: Final = 20
"""How long the window must stay open to be called open."""


def ask(program: Path, *arguments: str | Path, home: Path, may_fail: bool = False) -> str:
    """What the program prints. Raises SetUpError where it fails."""
    say(f"{program.name} {' '.join(map(str, arguments))}")
    done = subprocess.run(
        [program, *arguments],
        check=False,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env=variables(home),
        timeout=MINUTES * 60,
    )
    if done.returncode and not may_fail:
        raise SetUpError(f"{arguments[0]} ended with {done.returncode}")
    return done.stdout


def variables(home: Path) -> dict[str, str]:
    """Nothing of the build machine's own Python, and a data folder of its own."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {**own, "NAKLANK_HOME": str(home), "NAKLANK_LANGUAGE": "en"}


def judge(report: str) -> list[str]:
    """What is bad in a report of the self-test, among the items that are judged."""
    items = {one["item"]: one for one in json.loads(report)["items"]}
    for one in items.values():
        say(f"  {one['grade']:8}{one['item']:12}{one['text']}")
    missing = [name for name in JUDGED if name not in items]
    return missing + [name for name in JUDGED if items.get(name, {}).get("grade") == "bad"]


def main(arguments: Sequence[str]) -> int:
    """0 when all of it works."""
    if len(arguments) not in (2, 3):
        print((__doc__ or "").strip(), file=sys.stderr)
        return 2
    program, model, window = (Path(one).resolve() for one in (*arguments, arguments[0])[:3])
    try:
        # Users' names have accents and spaces (and so do their folders).
        with tempfile.TemporaryDirectory(prefix="Dr. Müller-Çelik ") as temporary:
            walk(program, model, window, Path(temporary))
    except (SetUpError, OSError, subprocess.SubprocessError, ValueError) as error:
        say(f"smoke: {error}")
        return 1
    say("smoke: it types, makes paper, and opens.")
    return 0


def walk(program: Path, model: Path, window: Path, folder: Path) -> None:
    """Raises SetUpError where something does not work."""
    home = folder / "home"
    sys.path.insert(0, str(ROOT / "desktop"))
    from naklank import __version__

    version = ask(program, "--version", home=home).strip()
    if version != f"naklank {__version__}":
        raise SetUpError(f"it calls itself {version!r}")
    ask(program, "models", "import", model, home=home)
    text = ask(program, "transcribe", SAMPLE, "--language", "en", home=home)
    said = set(SAMPLE.with_suffix(".txt").read_text("utf-8").lower().split())
    typed = set(text.lower().split())
    if len(said & typed) < len(said) / 2:
        raise SetUpError(f"it typed something else than what is said: {text}")
    out = folder / "out"
    ask(program, "handover", SAMPLE, "--language", "en", "--out", out, home=home)
    made = sorted(one.suffix for one in out.iterdir() if one.stat().st_size)
    if made != [".docx", ".html", ".mp3", ".pdf"]:
        raise SetUpError(f"it made {made}")
    bad = judge(ask(program, "selftest", "--json", home=home, may_fail=True))
    if bad:
        raise SetUpError(f"the self-test finds bad: {', '.join(bad)}")
    open_window(window, home)


def open_window(window: Path, home: Path) -> None:
    """Raises SetUpError where it ends by itself."""
    say(f"{window.name}: the window, for {WINDOW_SECONDS} seconds")
    with subprocess.Popen([window], env=variables(home)) as process:
        try:
            code = process.wait(WINDOW_SECONDS)
        except subprocess.TimeoutExpired:
            process.terminate()
            process.wait(60)
        else:
            raise SetUpError(f"the window ended by itself, with {code}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
