"""The licences of all that ships, collected from what is installed, or as the build has done it.

Packages tell theirs in their metadata (PEP 639); what no package tells stands in
`resources/licences/parts.toml`. A frozen app has no metadata: its build leaves `collected.json`.
"""

from __future__ import annotations

import hashlib
import json
import platform
import re
import tomllib
from dataclasses import dataclass
from fnmatch import fnmatch
from importlib.metadata import Distribution, distribution
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from naklank.core.licences import Component, LicenceText
from naklank.foundation.paths import resource

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

COLLECTED: Final = "licences/collected.json"
"""Among the resources of a frozen app."""

_A_TEXT: Final = re.compile(
    r"(?:^|/)(?:licen[cs]es?|copying|notice|authors|thirdpartynotices)[^/]*$|\.dist-info/licenses/",
    re.IGNORECASE,
)
_CODE: Final = (".py", ".pyc", ".pyi", ".h", ".so")
_SOURCES: Final = frozenset(
    ("source", "source code", "source-code", "code", "repository", "github", "homepage")
)
"""As authors call the page of their source."""
_WITH_GPL: Final = "LGPL-3.0"
"""Adds to the GPL, and is none without it."""


@dataclass(frozen=True, slots=True)
class Part:
    """A row of parts.toml."""

    name: str
    licence: str
    copyright: str
    home: str
    note: str = ""
    inside: tuple[str, ...] = ()
    """The packages that carry it; none for what only a frozen app has, or that is a resource."""
    files: tuple[str, ...] = ()
    resource: str = ""
    """Its licence, among our own resources."""
    processors: tuple[str, ...] = ()
    """Of the machines whose packages carry it; none for all."""

    def claims(self, file: Path) -> bool:
        """Whether it is this part's, by its name, or by its path for a pattern with a slash."""
        return any(
            fnmatch(file.as_posix() if "/" in pattern else file.name, pattern)
            for pattern in self.files
        )

    @property
    def is_for_this_machine(self) -> bool:
        """Whether packages for this processor carry it."""
        return not self.processors or platform.machine().lower() in self.processors


def read_licences() -> tuple[Component, ...]:
    """All components of this app, sorted by name. Takes some tenths of a second."""
    collected = resource(COLLECTED)
    if collected.is_file():
        return _from_json(json.loads(collected.read_text(encoding="utf-8")))
    return collect_licences(distribution("naklank").requires or ())


def collect_licences(requirements: Iterable[str]) -> tuple[Component, ...]:
    """The components that these requirements bring on this machine."""
    distributions = required(requirements)
    told, parts = _told(), read_parts()
    packages = [_package(name, one, told) for name, one in distributions.items()]
    inside = [
        part_component(part, ", ".join(f"{one.name} {one.version}" for one in carriers))
        for part, carriers, _ in parts_inside(parts, distributions)
    ]
    ours = [part_component(part) for part in parts if part.resource]
    return tuple(sorted([*packages, *inside, *ours], key=lambda one: one.name.casefold()))


def required(requirements: Iterable[str]) -> dict[str, Distribution]:
    """What is installed of these and of all that they require, by normalised name.

    Raises PackageNotFoundError for one that is required here and missing.
    """
    from packaging.requirements import Requirement
    from packaging.utils import canonicalize_name

    found: dict[str, Distribution] = {}
    seen: set[tuple[str, frozenset[str]]] = set()

    def walk(line: str, extras: frozenset[str]) -> None:
        requirement = Requirement(line)
        marker = requirement.marker
        wanted = [{"extra": extra} for extra in (*extras, "")]
        if marker is not None and not any(marker.evaluate(one) for one in wanted):
            return
        name = canonicalize_name(requirement.name)
        more = frozenset(requirement.extras)
        if (name, more) not in seen:
            seen.add((name, more))
            found[name] = distribution(name)
            for further in found[name].requires or ():
                walk(further, more)

    for line in requirements:
        walk(line, frozenset())
    return found


def read_parts() -> tuple[Part, ...]:
    """All rows of parts.toml. Raises msgspec.ValidationError where one is written wrongly."""
    import msgspec

    return msgspec.convert(_table()["part"], tuple[Part, ...])


def parts_inside(
    parts: Sequence[Part], distributions: Mapping[str, Distribution]
) -> Iterator[tuple[Part, tuple[Distribution, ...], tuple[Path, ...]]]:
    """The parts that packages carry here, each with these packages and its files."""
    for part in parts:
        found = {
            name: files
            for name in part.inside
            if name in distributions and (files := _files_of(part, distributions[name]))
        }
        if found and part.is_for_this_machine:
            carriers = tuple(distributions[name] for name in found)
            yield (
                part,
                carriers,
                tuple(sorted({file for files in found.values() for file in files})),
            )


def part_component(part: Part, inside: str = "") -> Component:
    """A part with its texts; `inside` names the packages that carry it."""
    if part.resource:
        file = resource(part.resource)
        texts: tuple[LicenceText, ...] = (LicenceText(part.name, file.read_text("utf-8")),)
    else:
        texts = texts_of(part.licence)
    about = (part.licence, part.copyright, part.home, part.note)
    return Component(part.name, "", inside, *about, texts)


def texts_of(expression: str) -> tuple[LicenceText, ...]:
    """The texts of all licences and exceptions that an SPDX expression names.

    Raises FileNotFoundError for one whose text is not here.
    """
    names = [
        re.sub(r"-only$|-or-later$", "", name)
        for name in re.findall(r"[\w.+-]+", expression)
        if name not in ("AND", "OR", "WITH")
    ]
    if _WITH_GPL in names and "GPL-3.0" not in names:
        names.append("GPL-3.0")
    return tuple(
        LicenceText(name, resource(f"licences/texts/{name}.txt").read_text(encoding="utf-8"))
        for name in dict.fromkeys(names)
    )


def to_json(components: Sequence[Component]) -> str:
    """Each text once: many components share one."""
    texts = {_key(text): text.text for one in components for text in one.texts}
    rows = [
        {
            "name": one.name,
            "version": one.version,
            "inside": one.inside,
            "licence": one.licence,
            "copyright": one.copyright,
            "home": one.home,
            "note": one.note,
            "texts": [[text.title, _key(text)] for text in one.texts],
        }
        for one in components
    ]
    return json.dumps({"components": rows, "texts": texts}, ensure_ascii=False, indent=1)


def _from_json(saved: Mapping[str, Any]) -> tuple[Component, ...]:
    return tuple(
        Component(
            **{
                **row,
                "texts": tuple(
                    LicenceText(title, saved["texts"][key]) for title, key in row["texts"]
                ),
            }
        )
        for row in saved["components"]
    )


def _key(text: LicenceText) -> str:
    return hashlib.sha256(text.text.encode()).hexdigest()[:16]


def _package(name: str, found: Distribution, told: Mapping[str, str]) -> Component:
    metadata = found.metadata.json
    licence = told.get(name) or metadata.get("license_expression") or metadata.get("license") or ""
    texts = tuple(_own_texts(found)) or texts_of(str(licence))
    home = _home(metadata.get("project_url") or (), str(metadata.get("home_page") or ""))
    return Component(found.name, found.version, "", str(licence), "", home, "", texts)


def _files_of(part: Part, found: Distribution) -> list[Path]:
    paths = [Path(str(found.locate_file(file))) for file in found.files or ()]
    return [path for path in paths if part.claims(path)]


def _own_texts(found: Distribution) -> Iterator[LicenceText]:
    for file in sorted(found.files or (), key=str):
        if _A_TEXT.search(file.as_posix()) and file.suffix not in _CODE:
            path = Path(str(found.locate_file(file)))
            if path.is_file():
                yield LicenceText(file.name, path.read_text(encoding="utf-8", errors="replace"))


def _home(addresses: Iterable[str], page: str) -> str:
    """A page of its source, or the first it tells of; nothing where it tells of none."""
    rows = [row.partition(",") for row in addresses]
    for label, _, address in rows:
        if label.strip().casefold() in _SOURCES:
            return address.strip()
    return page or next((address.strip() for _, _, address in rows), "")


def _told() -> Mapping[str, str]:
    told: Mapping[str, str] = _table()["distributions"]
    return told


def _table() -> Mapping[str, Any]:
    return tomllib.loads(resource("licences/parts.toml").read_text(encoding="utf-8"))
