"""Of a frozen folder make the installer and the portable archive for Windows.

packaging/build.py calls it on Windows; it needs Inno Setup 6.3 and Visual Studio's C++ tools, which
hold Microsoft's runtimes. `NAKLANK_WINDOWS_SIGN` is the command that signs one file, with `$f`
where the file comes, such as `signtool sign /fd SHA256 /sha1 … /tr … /td SHA256 $f`; without it
nothing is signed, and that is said. Not yet proved on Windows.
"""

import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from console import ROOT, SetUpError, say

SIGN: Final = "NAKLANK_WINDOWS_SIGN"
SCRIPT: Final = ROOT / "packaging" / "windows" / "naklank.iss"

PROGRAMS: Final = ("naklank.exe", "Naklank-window.exe")

RUNTIMES: Final = (
    "concrt140.dll",
    "msvcp140.dll",
    "msvcp140_1.dll",
    "msvcp140_2.dll",
    "vcomp140.dll",
    "vcruntime140.dll",
    "vcruntime140_1.dll",
)
"""Beside the program, where Windows looks first: a practice's computer may lack all of them.

vcomp140 is OpenMP, with which CTranslate2 computes; Microsoft allows each of them to be shipped.
"""

Run = Callable[[Sequence[str | Path]], object]


def make(frozen: Path, out: Path, version: str, run: Run, runtimes: Path) -> list[Path]:
    """The files to hand out. `runtimes` is Microsoft's folder x64, below its redistributables."""
    add_runtimes(frozen, runtimes)
    sign = os.environ.get(SIGN, "")
    if sign:
        for name in PROGRAMS:
            run(_signing(sign, frozen / name))
    else:
        say(f"windows: {SIGN} is not set; nothing is signed.")
    out.mkdir(parents=True, exist_ok=True)
    compiler = [_inno_setup(), f"/DVersion={version}", f"/DFrozen={frozen}", f"/DOut={out}"]
    run([*compiler, *(["/DSigned", f"/Snaklank={sign}"] if sign else []), SCRIPT])
    portable = out / f"naklank-{version}-windows-x64-portable"
    zipped = shutil.make_archive(str(portable), "zip", frozen.parent, frozen.name)
    return [out / f"naklank-{version}-windows-x64-setup.exe", Path(zipped)]


def add_runtimes(frozen: Path, runtimes: Path) -> None:
    """Copy Microsoft's runtimes beside the program. Raises SetUpError where one is missing."""
    found = {one.name.lower(): one for one in runtimes.rglob("*")}
    missing = [name for name in RUNTIMES if name not in found]
    if missing:
        raise SetUpError(f"not found in {runtimes}: {', '.join(missing)}")
    for name in RUNTIMES:
        shutil.copyfile(found[name], frozen / name)


def _signing(command: str, file: Path) -> list[str | Path]:
    return [file if word == "$f" else word for word in command.split()]


def _inno_setup() -> str:
    found = shutil.which("ISCC")
    usual = Path(os.environ.get("PROGRAMFILES(X86)", ""), "Inno Setup 6", "ISCC.exe")
    return found or str(usual)


def microsoft_runtimes() -> Path:
    """Of the newest Visual Studio; vswhere lies at the same place on every computer."""
    where = Path(os.environ["PROGRAMFILES(X86)"], "Microsoft Visual Studio/Installer/vswhere.exe")
    asked: list[str | Path] = [
        where,
        "-latest",
        "-products",
        "*",
        "-find",
        r"VC\Redist\MSVC\14.*\x64",
    ]
    answer = subprocess.run(asked, check=True, capture_output=True, encoding="utf-8").stdout
    if not answer.strip():
        raise SetUpError("Visual Studio's C++ redistributables are not installed.")
    return Path(answer.splitlines()[-1])
