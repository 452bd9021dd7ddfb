"""Every name that Naklank gives to a file or folder can be written on each system.

Windows' rules are the narrowest (Microsoft, "Naming Files, Paths, and Namespaces"); FAT and exFAT
on a stick have the same signs.
"""

from __future__ import annotations

import itertools
import re
import subprocess
from datetime import datetime
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

import pytest

from naklank.core.sheet_making import set_name
from naklank.core.transcript import LANGUAGES
from naklank.foundation.paths import resource
from naklank.handover.folder import SET_PREFIX, free_names
from naklank.handover.sheet_texts import read_sheet_texts
from naklank.speech.models.catalogue import read_models
from naklank.translation import tr
from support.it_page import data_files

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).resolve().parents[1]
MOMENT = datetime(2026, 12, 31, 23, 59).astimezone()

LONGEST_PATH = 259
"""Signs of a whole path on a Windows that was not told to allow longer ones."""
FURTHEST = r"C:\Users\voornaam.achternaam-lang\AppData\Local\Programs\Naklank\_internal\naklank"
"""Where an installed file can lie for a user with a long name."""


def faults(name: str) -> list[str]:
    """Why a single name cannot be written on Windows."""
    rules = {
        "a sign that is not allowed": bool(re.search(r'[<>:"/\\|?*\x00-\x1f]', name)),
        "ends in a full stop or a space": name.endswith((".", " ")),
        "reserved": PureWindowsPath(name).is_reserved(),
        "too long": len(name) > 120,
        "empty": not name,
    }
    return [why for why, is_so in rules.items() if is_so]


def made_up_names() -> set[str]:
    """Of files and folders that are made while it runs."""
    names = {SET_PREFIX + "abcdefgh"}
    for language in LANGUAGES:
        texts = read_sheet_texts(language)
        name = set_name(MOMENT, texts)
        names |= {f"{name}.docx", *texts.files.values(), *itertools.islice(free_names(name), 12)}
        for path in data_files(language):
            names |= set(PurePosixPath(path.replace("…", "0a1b")).parts)
    for model in read_models(resource("models")):
        names |= {model.name, *(file.name for file in model.files)}
    return names


def offered_names(language: str, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Of files that are proposed when somebody saves something."""
    monkeypatch.setenv("NAKLANK_LANGUAGE", language)
    journal = tr("journal {date}.csv").format(date="2026-12-31")
    return {journal, "zegel.naklank-seal", "praktijk.cer", tr("template.docx")}


def shipped() -> list[PurePosixPath]:
    """Every file of the program, as git knows it."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--", "desktop/naklank", "resources"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return [PurePosixPath(name) for name in listed.stdout.split("\0") if name]


def test_what_it_makes_can_be_written_everywhere() -> None:
    names = made_up_names()
    assert "1 Luister.mp3" in names
    assert {"samenvatting 2026-12-31 23.59 (2)", "summary 2026-12-31 23.59.docx"} <= names
    assert {name: faults(name) for name in names if faults(name)} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_it_proposes_can_be_written_everywhere(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = offered_names(language, monkeypatch)
    assert {name: faults(name) for name in names if faults(name)} == {}


def test_what_ships_can_be_unpacked_everywhere() -> None:
    files = shipped()
    assert len(files) > 300
    parts = {part for file in files for part in file.parts}
    assert {part: faults(part) for part in parts if faults(part)} == {}
    assert all(part.isascii() for part in parts)
    deepest = max((str(PureWindowsPath(FURTHEST, file)) for file in files), key=len)
    assert len(deepest) <= LONGEST_PATH, deepest


def test_no_two_names_differ_in_their_capitals_alone() -> None:
    assert _twins(map(str, shipped())) == []
    assert _twins(made_up_names()) == []
    assert _twins(["a/Read.md", "a/read.md"]) == [("a/Read.md", "a/read.md")]


def _twins(names: Iterable[str]) -> list[tuple[str, str]]:
    """Windows and macOS take them for one file."""
    ordered = sorted(names, key=lambda name: (name.casefold(), name))
    return [
        (one, other)
        for one, other in itertools.pairwise(ordered)
        if one.casefold() == other.casefold()
    ]


@pytest.mark.parametrize(
    "name", ["10:30.txt", "con.txt", "LPT1", "naam.", "naam ", "a/b", "", "vraag?.pdf", "x" * 121]
)
def test_a_bad_name_would_be_found(name: str) -> None:
    assert faults(name)
