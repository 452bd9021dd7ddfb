"""Look whether everything that Naklank needs is there ready-made for each system it is built for.

    python packaging/wheels.py          a table of what differs between the systems
    python packaging/wheels.py --pin    the versions for packaging/constraints.txt, with markers

A build machine compiles nothing: a package without a wheel for one of these is a failure. It asks
the package index, so no test runs it; it needs uv, of the extra `freeze`. uv and not pip, which
judges `sys_platform == …` by the computer that it runs on. `build.py --renew` writes the pins.
"""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from typing import Final

from console import ROOT, say

MACOS: Final = "14.0"
"""The oldest macOS: the wheels of av for Apple's processors ask for it."""

_MAC: Final = "sys_platform == 'darwin' and platform_machine =="

_LINUX: Final = "sys_platform == 'linux' and python_version"

TARGETS: Final = {
    "Windows x86_64": ("x86_64-pc-windows-msvc", "3.12", "sys_platform == 'win32'"),
    "macOS arm64": ("aarch64-apple-darwin", "3.12", f"{_MAC} 'arm64'"),
    "macOS x86_64": ("x86_64-apple-darwin", "3.12", f"{_MAC} 'x86_64'"),
    "Linux x86_64": ("x86_64-manylinux_2_36", "3.12", f"{_LINUX} >= '3.12'"),
    "Debian 12": ("x86_64-manylinux_2_36", "3.11", f"{_LINUX} < '3.12'"),
}
"""What uv calls each, the Python it is built with, and how a requirement tells it from the others.

Python 3.12 is that of .github/workflows/build.yml, 3.11 Debian 12's own; its glibc is 2.36. Windows
on ARM runs the x86_64 build: typst has no wheel for it.
"""


def resolve(platform: str, python: str) -> dict[str, str]:
    """The version of each package, by its name. Raises CalledProcessError where a wheel lacks."""
    asked = [sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--no-header"]
    asked += ["--no-annotate", "--python-version", python, "--python-platform", platform]
    done = subprocess.run(
        [*asked, "--only-binary", ":all:", "pyproject.toml", "--extra", "freeze"],
        cwd=ROOT,
        check=True,
        encoding="utf-8",
        stdout=subprocess.PIPE,
        env={**os.environ, "MACOSX_DEPLOYMENT_TARGET": MACOS},
    )
    return pinned(done.stdout)


def pinned(text: str) -> dict[str, str]:
    """The versions in lines such as `numpy==2.4.6`."""
    lines = (line.split(" ")[0].split(";")[0] for line in text.splitlines() if "==" in line)
    return {name: version for name, _, version in (line.partition("==") for line in lines)}


def table(found: Mapping[str, Mapping[str, str]]) -> str:
    """Markdown: a row for each package that differs between the systems, and how many do not."""
    names = sorted({name for versions in found.values() for name in versions})
    rows = {name: [found[one].get(name, "not needed") for one in found] for name in names}
    differing = {name: row for name, row in rows.items() if len(set(row)) > 1}
    head = ["package", *found]
    lines = [head, ["---"] * len(head), *([name, *row] for name, row in differing.items())]
    lines.append([f"{len(rows) - len(differing)} others", *["the same"] * len(found)])
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def pins(found: Mapping[str, Mapping[str, str]]) -> str:
    """A line for each package and version; with a marker where systems take different ones."""
    lines = []
    for name in sorted({name for versions in found.values() for name in versions}):
        versions = sorted({found[one][name] for one in found if name in found[one]})
        if len(versions) == 1:  # a constraint asks for nothing where nobody needs the package
            lines.append(f"{name}=={versions[0]}")
            continue
        for version in versions:
            markers = [TARGETS[one][-1] for one in found if found[one].get(name) == version]
            either = " or ".join(f"({one})" if " and " in one else one for one in markers)
            lines.append(f"{name}=={version}; {either}")
    return "\n".join(lines)


def main(arguments: Sequence[str]) -> int:
    """0 when every wheel is there."""
    if list(arguments) not in ([], ["--pin"]):
        print((__doc__ or "").strip(), file=sys.stderr)
        return 2
    found: dict[str, dict[str, str]] = {}
    for name, (platform, python, _) in TARGETS.items():
        try:
            found[name] = resolve(platform, python)
        except subprocess.CalledProcessError:
            say(f"wheels: {name} lacks one; uv's own words stand above.")
        else:
            say(f"wheels: {name} has all {len(found[name])}.")
    print(pins(found) if arguments else table(found))
    return 0 if len(found) == len(TARGETS) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
