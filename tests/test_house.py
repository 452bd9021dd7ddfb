"""The house keeps its measures: sizes, names, docstrings, and no import that is not declared."""

from __future__ import annotations

import ast
import importlib
import inspect
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from operator import attrgetter
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "desktop" / "naklank"
LONGEST_FILE = 400
LONG_FUNCTION = 25
"""Lines that nine of ten functions stay below."""
NAMELESS = re.compile(r"(?i)manager|helpers?\b|utils?\b|common\b|logic\b|misc\b")
"""Names that say nothing about what lives there."""


def _files(*folders: str) -> list[Path]:
    return sorted(file for folder in folders for file in (ROOT / folder).rglob("*.py"))


@pytest.mark.parametrize("folder", ["desktop", "tests", "packaging"])
def test_no_file_is_too_long(folder: str) -> None:
    lengths = {file: len(file.read_text("utf-8").splitlines()) for file in _files(folder)}
    assert lengths
    assert {str(file): lines for file, lines in lengths.items() if lines > LONGEST_FILE} == {}


@pytest.mark.parametrize("folder", ["desktop", "tests"])
def test_nine_of_ten_functions_are_short(folder: str) -> None:
    lengths = sorted(
        (node.end_lineno or 0) - node.lineno + 1
        for file in _files(folder)
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef)
    )
    assert lengths[int(len(lengths) * 0.9)] <= LONG_FUNCTION


def test_each_file_says_what_it_is_for() -> None:
    silent = [file for file in _files("desktop") if not _docstring(file)]
    assert silent == []


def test_each_public_thing_says_what_it_promises() -> None:
    """Itself, or what it overrides: of a base, or of a protocol that its class fulfils."""
    modules = {file: importlib.import_module(_module(file)) for file in _files("desktop")}
    protocols = [
        one
        for module in modules.values()
        for one in vars(module).values()
        if getattr(one, "_is_protocol", False) and one.__module__ == module.__name__
    ]
    assert protocols
    silent = [
        f"{_module(file)}.{'.'.join(path)}"
        for file, module in modules.items()
        for path in _silent(ast.parse(file.read_text("utf-8")))
        if not _is_told_elsewhere(module, path, protocols)
    ]
    assert not silent, "\n".join(silent)


def test_names_say_what_lives_there() -> None:
    classes = [
        node.name
        for file in _files("desktop")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.ClassDef)
    ]
    names = [*classes, *(file.stem for file in _files("desktop"))]
    assert [
        name for name in (*names, *(f.stem for f in _files("desktop"))) if NAMELESS.search(name)
    ] == []


def test_nothing_is_imported_that_is_not_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    engines = [line for name in extras.keys() - {"dev", "freeze"} for line in extras[name]]
    lines = [*project["dependencies"], *engines]
    declared = {_distribution(line) for line in lines}
    providers = packages_distributions()
    foreign = {
        module
        for file in PACKAGE.rglob("*.py")
        for module in _imported(file)
        if module not in sys.stdlib_module_names and module != "naklank"
    }
    assert foreign
    strangers = {
        module
        for module in foreign
        if not declared & {_plain(name) for name in providers.get(module, [module])}
    }
    assert strangers == set()


def _docstring(file: Path) -> str | None:
    return ast.get_docstring(ast.parse(file.read_text("utf-8")))


def _module(file: Path) -> str:
    parts = file.relative_to(ROOT / "desktop").with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _silent(node: ast.AST, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The public functions, methods and classes without a docstring, each by its names."""
    for one in ast.iter_child_nodes(node):
        if not isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            continue
        if one.name.startswith("_"):
            continue
        if ast.get_docstring(one) is None:
            yield (*path, one.name)
        if isinstance(one, ast.ClassDef):
            yield from _silent(one, (*path, one.name))


def _is_told_elsewhere(module: ModuleType, path: tuple[str, ...], protocols: list[type]) -> bool:
    """Whether it overrides what is documented in the house, or is another library's."""
    *classes, name = path
    if not classes:
        return False
    owner: type = attrgetter(".".join(classes))(module)
    fulfilled = [one for one in protocols if one is not owner and _members(one) <= set(dir(owner))]
    return any(
        bool(inspect.getdoc(vars(base)[name])) or not base.__module__.startswith("naklank")
        for base in (*owner.__mro__[1:], *fulfilled)
        if name in vars(base)
    )


def _members(protocol: type) -> set[str]:
    return {name for name in vars(protocol) if not name.startswith("_")}


def _distribution(line: str) -> str:
    return _plain(re.split(r"[<>=!~; \[]", line)[0])


def _plain(name: str) -> str:
    return name.lower().replace("_", "-")


def _imported(file: Path) -> set[str]:
    """The first names of all absolute imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found
