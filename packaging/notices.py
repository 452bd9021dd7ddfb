"""The notices that a frozen app ships.

`python packaging/notices.py FOLDER` writes THIRD-PARTY.txt into the folder, for people, and
`collected.json` among the app's resources, for its window; FOLDER may be a Mac's bundle. Of what no
package tells only what really lies in the folder is named; a native library there whose licence
nobody wrote down ends it.
"""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Final

from naklank.assembly.licences import (
    COLLECTED,
    Part,
    collect_licences,
    part_component,
    read_parts,
    to_json,
)
from video_encoders import is_stand_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from naklank.core.licences import Component

ROOT: Final = Path(__file__).resolve().parent.parent
_NATIVE: Final = re.compile(r"\.(?:so[.\d]*|dll|dylib|pyd)$")
_MODULE: Final = re.compile(r"^(?!lib).*\.(?:abi3|cpython-\w+[-\w]*|cp\d\w*[-\w]*)\.|\.pyd$")
"""Of a Python package, whose licence it has; some hold a part as well."""
_MICROSOFT: Final = re.compile(r"^(?:api-ms-|ucrtbase|vcruntime|msvcp|concrt)", re.IGNORECASE)
"""The runtime that Microsoft lets be passed on with an app; the page for IT names it."""
_RULE: Final = "=" * 100


def requirements() -> list[str]:
    """Of the app itself, without extras."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found: list[str] = project["dependencies"]
    return found


def frozen_licences(folder: Path) -> tuple[Component, ...]:
    """What the folder carries: its packages, and of the parts those of which a file is there."""
    there = {part.name: part for part, _ in frozen_parts(folder)}
    found = {one.name: one for one in collect_licences(requirements())}
    kept = [one for one in found.values() if not one.inside or one.name in there]
    added = [part_component(part) for name, part in there.items() if name not in found]
    return tuple(sorted([*kept, *added], key=lambda one: one.name.casefold()))


def frozen_parts(folder: Path) -> list[tuple[Part, list[Path]]]:
    """The parts of which a file lies in the folder, each with these files."""
    files = native_files(folder)
    found = [(part, [file for file in files if part.claims(file)]) for part in read_parts()]
    return [(part, claimed) for part, claimed in found if claimed]


def native_files(folder: Path) -> list[Path]:
    """Those of others: our own stand-ins carry the names of what they stand for."""
    return sorted(
        path
        for path in folder.rglob("*")
        if path.is_file() and (_NATIVE.search(path.name) or path.suffix in (".onnx", ".dic", ""))
        if not is_stand_in(path)
    )


def unclaimed(folder: Path, parts: Sequence[Part]) -> list[Path]:
    """The native libraries whose licence stands nowhere."""
    return [
        file
        for file in native_files(folder)
        if _NATIVE.search(file.name)
        and not _MODULE.search(file.name)
        and not _MICROSOFT.match(file.name)
        and not any(part.claims(file) for part in parts)
    ]


def as_text(components: Sequence[Component]) -> str:
    """A list of all, then every text once."""
    return "\n".join(_lines(components))


def _lines(components: Sequence[Component]) -> Iterator[str]:
    yield "Naklank is under the EUPL-1.2. With it ships the work of others, under their own terms."
    yield ""
    users: dict[str, list[str]] = {}
    for one in components:
        where = f" (in {one.inside})" if one.inside else ""
        yield f"{one.name} {one.version}".rstrip() + where
        for line in (one.licence, one.copyright, one.home, one.note):
            if line:
                yield f"    {line}"
        for text in one.texts:
            users.setdefault(text.text, []).append(one.name)
    for words, names in users.items():
        yield from ("", _RULE, "For: " + ", ".join(dict.fromkeys(names)), _RULE, "", words.rstrip())
    yield ""


def main(folder: Path) -> int:
    if strangers := unclaimed(folder, read_parts()):
        names = ", ".join(sorted({str(one.relative_to(folder)) for one in strangers}))
        print(f"Write down in resources/licences/parts.toml whose these are: {names}")
        return 1
    components = frozen_licences(folder)
    sealed = folder / "Contents" / "Resources"  # a bundle is signed, and has nothing at its top
    place = sealed if sealed.is_dir() else folder
    (place / "THIRD-PARTY.txt").write_text(as_text(components), encoding="utf-8", newline="\n")
    resources = [one.parents[1] for one in folder.rglob("resources/licences/parts.toml")]
    for one in resources:
        (one / COLLECTED).write_text(to_json(components), encoding="utf-8", newline="\n")
    print(
        f"{len(components)} licences" if resources else "This folder has no resources of Naklank."
    )
    return 0 if resources else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
