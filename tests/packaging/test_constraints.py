"""What is built is the same versions, on each system that it is built for."""

from __future__ import annotations

import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from console import ROOT

SYSTEMS = [
    ("win32", "AMD64", "3.12"),
    ("darwin", "arm64", "3.12"),
    ("darwin", "x86_64", "3.12"),
    ("linux", "x86_64", "3.12"),
    ("linux", "x86_64", "3.11"),
]


@pytest.mark.parametrize(("system", "machine", "python"), SYSTEMS)
def test_each_system_has_one_version_of_what_is_asked_for(
    system: str, machine: str, python: str
) -> None:
    here = {"sys_platform": system, "platform_machine": machine, "python_version": python}
    pins: dict[str, str] = {}
    for line in (ROOT / "packaging/constraints.txt").read_text("utf-8").splitlines():
        pin = Requirement(line) if line and not line.startswith("#") else None
        if pin and (pin.marker is None or pin.marker.evaluate(here)):
            assert canonicalize_name(pin.name) not in pins, line
            (only,) = pin.specifier
            pins[canonicalize_name(pin.name)] = only.version
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    for line in [*project["dependencies"], *project["optional-dependencies"]["freeze"]]:
        asked = Requirement(line)
        if asked.marker is None or asked.marker.evaluate(here):
            assert pins[canonicalize_name(asked.name)] in asked.specifier, line
