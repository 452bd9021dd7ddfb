"""A frozen folder says whose work it carries, and what is in it."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

import notices
import sbom
from conftest import ROOT
from naklank.assembly.licences import texts_of
from naklank.speech.models import BASE, read_catalogue


@pytest.fixture
def frozen(tmp_path: Path) -> Path:
    """As PyInstaller lays it out, with few of its files."""
    inside = tmp_path / "naklank" / "_internal"
    for name in (
        "av.libs/libmp3lame-8f9e436f.so.0.0.0",
        "PySide6/Qt/lib/libQt6Core.so.6",
        "libpython3.11.so.1.0",
        "numpy/_core/_multiarray_umath.cpython-311-x86_64-linux-gnu.so",
        "_cffi_backend.cpython-311-x86_64-linux-gnu.so",
        "vcruntime140.dll",
    ):
        file = inside / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(name.encode())
    licences = inside / "naklank" / "resources" / "licences"
    licences.mkdir(parents=True)
    (licences / "parts.toml").write_bytes((ROOT / "resources/licences/parts.toml").read_bytes())
    return tmp_path / "naklank"


def test_the_notices_name_what_is_there_and_carry_every_text_once(frozen: Path) -> None:
    assert notices.main(frozen) == 0
    text = (frozen / "THIRD-PARTY.txt").read_text(encoding="utf-8")
    listed = text.partition("=" * 100)[0].splitlines()
    assert "LAME (in av 18" in "\n".join(listed)
    assert "Python" in listed, "of what only a frozen app carries"
    assert not any(line.startswith("x264") for line in listed), "not in this folder"
    assert any(line.startswith("libffi (inside cffi)") for line in listed), "in a module"
    (lgpl,) = texts_of("LGPL-2.0-or-later")
    assert text.count(lgpl.text.rstrip()) == 1
    resources = frozen / "_internal" / "naklank" / "resources"
    saved = json.loads((resources / "licences" / "collected.json").read_text(encoding="utf-8"))
    assert {"LAME", "Qt", "segno"} <= {one["name"] for one in saved["components"]}


def test_the_same_folder_gives_the_same_notices(frozen: Path) -> None:
    made = []
    for _ in range(2):
        notices.main(frozen)
        made.append({one: one.read_bytes() for one in sorted(frozen.rglob("*")) if one.is_file()})
    assert made[0] == made[1]


@pytest.mark.parametrize("name", ["libreadline.so.8", "mystery.dll", "libmystery.1.dylib"])
def test_a_library_that_nobody_wrote_down_ends_it(
    frozen: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    (frozen / "_internal" / name).write_bytes(b"")
    assert notices.main(frozen) == 1
    assert name in capsys.readouterr().out
    assert not (frozen / "THIRD-PARTY.txt").exists()


def test_a_bundle_has_nothing_at_its_top(frozen: Path) -> None:
    bundle = frozen.parent / "Naklank.app"
    (bundle / "Contents").mkdir(parents=True)
    (frozen / "_internal").rename(bundle / "Contents" / "Resources")
    assert notices.main(bundle) == 0
    assert [one.name for one in bundle.iterdir()] == ["Contents"]
    assert (bundle / "Contents" / "Resources" / "THIRD-PARTY.txt").is_file()


def test_a_folder_that_is_not_ours_ends_it(tmp_path: Path) -> None:
    assert notices.main(tmp_path) == 1


@pytest.fixture(scope="module")
def bill(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Of a folder with LAME in it alone."""
    folder = tmp_path_factory.mktemp("frozen")
    (folder / "libmp3lame-8f9e436f.so.0.0.0").write_bytes(b"lame")
    found: dict[str, Any] = json.loads(sbom.bill_of_materials(folder))
    return found


def test_the_bill_lists_what_ships_and_nothing_of_who_builds(bill: dict[str, Any]) -> None:
    names = {one["name"] for one in bill["components"]}
    assert {"av", "segno", "shiboken6", "LAME", "The Dutch dictionary of OpenTaal"} <= names
    assert not names & {"pytest", "torch", "mypy", "pyinstaller", "x264", "naklank"}
    assert all(one.get("licenses") for one in bill["components"])


def test_it_carries_no_moment_no_chance_and_no_path(bill: dict[str, Any]) -> None:
    assert "serialNumber" not in bill
    assert "timestamp" not in bill["metadata"]
    assert str(ROOT) not in json.dumps(bill)


def test_libraries_and_weights_have_their_hashes(bill: dict[str, Any]) -> None:
    rows = {one["bom-ref"]: one for one in bill["components"]}
    (lame,) = rows["part:LAME"]["components"]
    assert lame["hashes"][0]["content"] == hashlib.sha256(b"lame").hexdigest()
    catalogue = read_catalogue(ROOT / "resources" / "models" / "catalogue.tsv", BASE)
    assert [one["hashes"][0]["content"] for one in rows["model:base"]["components"]] == [
        file.sha256 for file in catalogue
    ]


def test_who_carries_a_library_depends_on_it(bill: dict[str, Any]) -> None:
    graph = {row["ref"]: row["dependsOn"] for row in bill["dependencies"]}
    (carrier,) = [ref for ref in graph if "part:LAME" in graph[ref]]
    assert carrier.startswith("av==")
    assert "model:base" in graph["root-component"]
    assert {ref for targets in graph.values() for ref in targets} <= graph.keys()


def test_a_bill_that_breaks_the_schema_is_not_written() -> None:
    with pytest.raises(ValueError, match="required"):
        sbom._check('{"specVersion": "1.6"}')
