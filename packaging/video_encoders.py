"""Leave out of the frozen folder the two makers of video that lie in PyAV's wheel for Linux.

x264 and x265 are under the GPL, and CTranslate2's wheel holds Intel's oneMKL, which is not free:
nobody may pass on both together. Naklank makes no video. But FFmpeg's libavcodec is not loaded
without libraries that hold what it might call, so stand-ins of a few bytes take their place: each
of their functions answers zero, which FFmpeg takes for an encoder that could not be opened.
"""

import platform
import re
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from console import SetUpError

MARK: Final = "Naklank's stand-in for a maker of video"
_LARGEST: Final = 65_536
"""Bytes that a stand-in never reaches; a library of somebody else is not read for the mark."""

_ENCODERS: Final = "libx26[45]-*.so*"
_WITH_MKL: Final = "x86_64"
"""The processor whose wheel of CTranslate2 holds oneMKL; the answers below are in its language."""

_ASKED: Final = "Uvw"
_FUNCTIONS: Final = "TWi"
"""What nm calls symbols that a library looks for, and functions that it has; the rest is data."""


def leave_out(libraries: Path) -> list[Path]:
    """Replace the encoders in the folder of PyAV's libraries; what was replaced.

    Raises SetUpError where FFmpeg would then miss something.
    """
    if platform.machine() != _WITH_MKL:
        return []
    encoders = sorted(libraries.glob(_ENCODERS))
    others = [one for one in sorted(libraries.glob("*.so*")) if one not in encoders]
    asked = {name for one in others for name, kind, _ in _symbols(one) if kind in _ASKED}
    for encoder in encoders:
        had = [symbol for symbol in _symbols(encoder) if symbol[1] not in _ASKED]
        _assemble(_source([symbol for symbol in had if symbol[0] in asked]), encoder)
    for one in others:
        if missing := re.findall(r"undefined symbol: (x26\w+)", _run(["ldd", "-r", one])):
            raise SetUpError(f"{one.name} would miss {', '.join(missing)}")
    return encoders


def is_stand_in(file: Path) -> bool:
    return file.stat().st_size < _LARGEST and MARK.encode() in file.read_bytes()


def _symbols(library: Path) -> Iterator[tuple[str, str, int]]:
    """Of each its name, its kind as nm tells it, and its size in bytes."""
    for line in _run(["nm", "--dynamic", "--format=posix", library]).splitlines():
        name, kind, *numbers = line.split()
        size = int(numbers[1], 16) if len(numbers) > 1 else 0
        yield name.partition("@")[0], kind, size


def _source(symbols: Sequence[tuple[str, str, int]]) -> str:
    """In the language of GNU as: one function under all names, and zeros for data."""
    functions = [name for name, kind, _ in symbols if kind in _FUNCTIONS]
    data = [(name, size) for name, kind, size in symbols if kind not in _FUNCTIONS]
    lines = [f'.section .rodata\n.asciz "{MARK}"\n.text']
    lines += [f".globl {name}\n.type {name}, @function\n{name}:" for name in functions]
    lines += ["xorl %eax, %eax\nret\n.data"]
    lines += [
        f".globl {name}\n.type {name}, @object\n.size {name}, {size}\n{name}: .zero {size}"
        for name, size in data
    ]
    return "\n".join([*lines, '.section .note.GNU-stack, "", @progbits', ""])


def _assemble(source: str, library: Path) -> None:
    """Make a library under this name, with binutils alone: the same bytes each time."""
    with tempfile.TemporaryDirectory() as temporary:
        text, made = Path(temporary, "source.s"), Path(temporary, "source.o")
        text.write_text(source, encoding="ascii")
        _run(["as", "-o", made, text])
        library.unlink()
        _run(["ld", "-shared", "-soname", library.name, "-o", library, made])


def _run(command: Sequence[str | Path]) -> str:
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise SetUpError(f"{command[0]} failed: {done.stderr}")
    return done.stdout + done.stderr
