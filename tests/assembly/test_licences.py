"""Everything that ships has a licence text, and none that Naklank may not be shipped with."""

from __future__ import annotations

import json
import re
import tomllib
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest
from license_expression import get_spdx_licensing

from conftest import ROOT
from naklank.assembly.licences import (
    collect_licences,
    parts_inside,
    read_licences,
    read_parts,
    required,
    texts_of,
    to_json,
)
from naklank.core.licences import Component

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
FREE = re.compile(
    r"MIT|MIT-0|0BSD|BSD-[23]-Clause(-Clear)?|Apache-2\.0|PSF-2\.0|Unicode-3\.0|Zlib|CC0-1\.0"
    r"|OFL-1\.1|CC-BY-3\.0|blessing|bzip2-1\.0\.6|Sleepycat|LicenseRef-(SCOWL|public-domain)"
    r"|MPL-[12]\.[01]|LGPL-[23]\.[01]-(only|or-later)|GPL-3\.0-or-later WITH GCC-exception-3\.1"
    r"|GPL-2\.0-or-later WITH Bootloader-exception"
)
"""Licences that let Naklank be under the EUPL, once their texts, notes and sources are given."""
EXPLAINED = {
    "x264": "GPL-2.0-or-later",
    "x265": "GPL-2.0-or-later",
    "oneMKL (inside CTranslate2)": "LicenseRef-ISSL",
    "Intel OpenMP runtime": "LicenseRef-ISSL",
}
"""Those that ask for more: `about_*.md` says what. Another one must be decided on by a person."""


@pytest.fixture(scope="module")
def components() -> tuple[Component, ...]:
    return collect_licences(PROJECT["dependencies"])


def _fits(licence: str) -> bool:
    """Whether one of the choices that it gives is free in all that it demands."""
    choices = licence.strip("()").split(" OR ")
    return any(all(FREE.fullmatch(one.strip("() ")) for one in c.split(" AND ")) for c in choices)


def test_each_declared_package_and_what_it_brings_is_there(
    components: tuple[Component, ...],
) -> None:
    names = {one.name.casefold().replace("_", "-") for one in components}
    assert {"av", "segno", "pyside6-essentials", "jinja2"} <= names, "declared"
    assert {"tokenizers", "protobuf", "cffi", "lxml", "shiboken6"} <= names, "brought along"
    assert {"lame", "qt", "ffmpeg", "silero vad (weights)", "whisper (weights)"} <= names, "inside"
    assert not names & {"pytest", "ruff", "torch", "pyinstaller"}, "not shipped"


def test_each_has_a_licence_that_is_one_and_its_text(components: tuple[Component, ...]) -> None:
    spdx = get_spdx_licensing()
    for one in components:
        strange = spdx.validate(re.sub(r"LicenseRef-[\w-]+", "MIT", one.licence)).invalid_symbols
        assert strange == [], one.name
        assert one.licence, one.name
        assert one.texts, one.name
        assert any(len(text.text) > 300 for text in one.texts), one.name
        assert one.home.startswith("http") or one.home == "", one.name
    assert sum(one.home == "" for one in components) < 5, "nearly all tell of a page"


def test_none_is_shipped_that_does_not_go_with_ours(components: tuple[Component, ...]) -> None:
    unfit = {one.name: one.licence for one in components if not _fits(one.licence)}
    assert unfit.items() <= EXPLAINED.items()
    for one in components:
        if one.name in EXPLAINED or one.licence.startswith("LGPL"):
            assert one.note or not one.inside, one.name


@pytest.mark.parametrize(
    ("licence", "fits"),
    [
        ("MIT", True),
        ("LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only", True),
        ("GPL-3.0-or-later", False),
        ("MIT AND GPL-3.0-only", False),
        ("AGPL-3.0-only", False),
        ("LicenseRef-ISSL", False),
        ("", False),
    ],
)
def test_what_does_not_go_with_ours_is_found(licence: str, fits: bool) -> None:  # noqa: FBT001 - a table
    assert _fits(licence) is fits


def test_what_is_explained_stands_in_the_text_about_licences() -> None:
    for language in ("nl", "en"):
        about = (ROOT / "resources" / "licences" / f"about_{language}.md").read_text("utf-8")
        for word in ("x264", "x265", "oneMKL", "LGPL", "download.qt.io", "PySide6/Qt/lib"):
            assert word in about


def test_no_library_in_a_package_is_forgotten() -> None:
    """A new one in a new version of a wheel must be written down."""
    distributions = required(PROJECT["dependencies"])
    claimed = {file for _, _, files in parts_inside(read_parts(), distributions) for file in files}
    libraries = {
        path
        for one in distributions.values()
        for file in one.files or ()
        if re.search(r"^lib[^/]*\.so[.\d]*$|\.dylib$|\.dll$", file.name)
        for path in [Path(str(one.locate_file(file)))]
    }
    assert len(libraries) > 100
    assert sorted(map(str, libraries - claimed)) == []


def test_every_part_has_a_text_also_those_of_other_systems() -> None:
    for part in read_parts():
        assert part.resource or texts_of(part.licence), part.name
        assert part.resource or part.files, part.name


def test_the_lgpl_brings_the_gpl_along() -> None:
    assert [one.title for one in texts_of("LGPL-3.0-or-later")] == ["LGPL-3.0", "GPL-3.0"]


def test_a_licence_without_a_text_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        texts_of("WTFPL")


def test_a_package_that_is_required_and_missing_is_an_error() -> None:
    with pytest.raises(PackageNotFoundError):
        required(["naklank-of-nobody"])
    assert required(["naklank-of-nobody; sys_platform == 'plan9'"]) == {}


def test_a_frozen_app_reads_what_its_build_has_collected(
    components: tuple[Component, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = to_json(components)
    assert len(saved) < sum(len(text.text) for one in components for text in one.texts)
    (tmp_path / "collected.json").write_text(saved, encoding="utf-8")
    monkeypatch.setattr("naklank.assembly.licences.resource", lambda _: tmp_path / "collected.json")
    assert read_licences() == components
    assert json.loads(saved)["components"][0]["name"] == components[0].name
