"""What goes into the frozen folder, and what is told about it to the desktop."""

from __future__ import annotations

import subprocess
import sys
import tarfile
from typing import TYPE_CHECKING

import pytest

import linux_packages
from build import fingerprints, size
from freezing import moment, settle, version
from frozen_parts import kept, of_the_builder
from naklank import RELEASED, __version__

if TYPE_CHECKING:
    from pathlib import Path

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="made on Linux alone")
SITE = "/somewhere/site-packages/"

DROPPED = [
    "PySide6/Qt/lib/libQt6Quick.so.6",
    "libQt6VirtualKeyboard.so.6",
    "PySide6/Qt/plugins/tls/libqopensslbackend.so",
    "PySide6/plugins/tls/qschannelbackend.dll",
    "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
    "PySide6/Qt/translations/qtbase_de.qm",
    "c2pa/libs/libc2pa_c.rlib",
    "keyring-25.7.0.dist-info/RECORD",
]
KEPT = [
    "PySide6/Qt/lib/libQt6Widgets.so.6",
    "PySide6/Qt/plugins/platforms/libqxcb.so",
    "PySide6/plugins/platforms/qwindows.dll",
    "PySide6/Qt/plugins/printsupport/libcupsprintersupport.so",
    "PySide6/Qt/translations/qtbase_nl.qm",
    "c2pa/libs/libc2pa_c.so",
    "keyring-25.7.0.dist-info/entry_points.txt",
    "hunspell/dictionaries/en_US.dic",
    "naklank/resources/sheet/nl.json",
    "faster_whisper/assets/silero_vad_v6.onnx",
]


def test_what_no_line_of_ours_asks_for_stays_out() -> None:
    entries = [(name, SITE + name, "DATA") for name in [*DROPPED, *KEPT]]
    assert [name for name, _file, _kind in kept(entries)] == sorted(KEPT)


def test_what_only_the_builder_has_is_not_found_by_chance() -> None:
    left = of_the_builder({"segno", "python-docx"})
    assert {"pytest", "mypy", "numpy"} <= set(left)
    assert not {"segno", "docx"} & set(left)
    assert "_pytest" in left


@LINUX
def test_the_systems_own_libraries_stay_its_own() -> None:
    system = "/usr/lib/x86_64-linux-gnu/"
    names = ["libasound.so.2", "libcups.so.2", "libfontconfig.so.1", "libGL.so.1"]
    along = ["libportaudio.so.2", "libpython3.11.so.1.0", "libxcb-cursor.so.0"]
    entries = [(name, system + name, "BINARY") for name in [*names, *along]]
    assert [name for name, _file, _kind in kept(entries)] == along
    of_a_wheel = [("av.libs/libasound-1.so.2", SITE + "av.libs/libasound-1.so.2", "BINARY")]
    assert kept(of_a_wheel) == of_a_wheel


def test_there_is_one_version() -> None:
    assert version() == __version__
    assert moment() % 86_400 == 0
    assert RELEASED.startswith("20")


@LINUX
def test_the_archive_has_the_same_bytes_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []
    for name in ("one", "two"):
        monkeypatch.setattr(linux_packages, "WORK", tmp_path / name)
        frozen = tmp_path / name / "naklank"
        for file in sorted(["b", "a", "_internal/c"], reverse=name == "two"):
            (frozen / file).parent.mkdir(parents=True, exist_ok=True)
            (frozen / file).write_text(file)
        (frozen / "link").symlink_to("a")
        (frozen / "a").chmod(0o700)
        settle(frozen)
        made.append(linux_packages.portable_archive(frozen, tmp_path / name))
    assert made[0].read_bytes() == made[1].read_bytes()
    unpacked = tmp_path / "unpacked"
    unpacked.mkdir()
    tar = subprocess.run(["zstd", "-dc", made[0]], capture_output=True, check=True).stdout
    (tmp_path / "tar").write_bytes(tar)
    with tarfile.open(tmp_path / "tar") as archive:
        archive.extractall(unpacked, filter="data")
    (folder,) = unpacked.iterdir()
    assert fingerprints(folder) == fingerprints(tmp_path / "one" / "naklank")
    assert size(folder) == len("b") + len("a") + len("_internal/c")
    assert (folder / "a").stat().st_mode & 0o777 == 0o755


@LINUX
def test_the_package_names_whose_work_it_carries(tmp_path: Path) -> None:
    (tmp_path / "THIRD-PARTY.txt").write_text("LAME\n    LGPL\n\n======\nFor: LAME\n======\nBlah")
    linux_packages.document(tmp_path, tmp_path / "doc")
    told = (tmp_path / "doc" / "copyright").read_text()
    assert told.startswith("LAME\n    LGPL\n")
    assert "/usr/lib/naklank/THIRD-PARTY.txt" in told
    assert "European Union Public Licence v. 1.2" in told
    assert "Blah" not in told


@LINUX
def test_the_desktop_is_told_rightly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linux_packages, "WORK", tmp_path)
    linux_packages.place_on_desktop(tmp_path)
    (entry,) = tmp_path.rglob("*.desktop")
    (told,) = tmp_path.rglob("*.metainfo.xml")
    subprocess.run(["desktop-file-validate", entry], check=True)
    subprocess.run(["appstreamcli", "validate", "--no-net", told], check=True)
    assert f'version="{__version__}" date="{RELEASED}"' in told.read_text()
    (icon,) = tmp_path.rglob("*.svg")
    assert f"Icon={icon.stem}\n" in entry.read_text()
