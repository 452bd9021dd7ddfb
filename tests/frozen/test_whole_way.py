"""What was built does its work where nothing else is installed: no Python, no desktop."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from naklank.audio.reading import read_sound, resample
from support.built_app import DATA, save
from support.documents import pdf_text
from support.empty_debian import HOME
from support.practice import assert_sounds_like
from support.sounds import CODECS, write_sound

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from support.empty_debian import EmptyDebian
    from support.stranger import Stranger
    from support.virtual_sound import VirtualSound

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample" / "dictation_en.flac"
SECONDS = 4
RATE = 48_000
"""Hertz; Opus takes few others."""

BOTH = pytest.mark.parametrize("program", ["package", "archive"], indirect=True)

DEPENDS_ON_THE_BUILD = ("model", "memory", "engine", "disk", "clock", "settings", "network")


@pytest.fixture(autouse=True)
def _no_data_before(with_libraries: EmptyDebian) -> Iterator[None]:
    yield
    for home in (HOME, "/home/dokter"):
        shutil.rmtree(with_libraries.inside(f"{home}/{DATA}"), ignore_errors=True)


def test_no_python_is_there(with_libraries: EmptyDebian) -> None:
    assert not list(with_libraries.inside("/usr/bin").glob("python*"))


@pytest.mark.parametrize("program", ["package"], indirect=True)
def test_every_kind_of_sound_is_read(
    program: str, with_libraries: EmptyDebian, pack: str, shared: Path
) -> None:
    with_libraries.run(program, "models", "import", pack)
    spoken = resample(read_sound(SAMPLE), RATE)
    for kind in CODECS:
        file = shared / f"geluid.{kind}"
        write_sound(file, spoken.samples[: SECONDS * RATE], RATE)
        typed = with_libraries.run(program, "transcribe", str(file), "--language", "en").stdout
        assert "going on" in typed, kind


@BOTH
def test_the_self_test_by_somebody_without_rights(
    program: str,
    with_libraries: EmptyDebian,
    desktop: dict[str, str],
    pack: str,
    sound_server: VirtualSound,
    speech: Path,
) -> None:
    told = with_libraries.run(program, "selftest", "--json", user="dokter", may_fail=True)
    assert told.returncode == 1, "there is no model yet"
    found = {one["item"]: one["found"] for one in json.loads(told.stdout)["items"]}
    assert found["model"] == "model_missing"
    with_libraries.run(program, "models", "import", pack, user="dokter")
    spoken = sound_server.speak(read_sound(speech / "long" / "nathalie_long_065s.flac"), "mic_a")
    told = with_libraries.run(
        program, "selftest", "--json", user="dokter", may_fail=True, **desktop
    )
    spoken.terminate()
    spoken.wait()
    items = {one["item"]: one for one in json.loads(told.stdout)["items"]}
    assert items["microphone"]["found"] == "microphone_works"
    assert items["output"]["found"] == "output_works"
    bad = [name for name in DEPENDS_ON_THE_BUILD if items[name]["grade"] == "bad"]
    assert not bad, told.stdout
    assert all(items["versions"]["facts"].values()), told.stdout


@BOTH
def test_a_sound_file_becomes_sound_and_paper(
    program: str, with_libraries: EmptyDebian, pack: str, shared: Path
) -> None:
    with_libraries.run(program, "models", "import", pack)
    out = shared / "from a file"
    sound = with_libraries.bring(SAMPLE)
    with_libraries.run(program, "handover", sound, "--language", "en", "--out", str(out))
    assert {file.suffix for file in out.iterdir()} == {".mp3", ".pdf", ".docx", ".html"}
    assert "blood pressure" in pdf_text(next(out.glob("*.pdf")))
    shutil.rmtree(out)


@BOTH
def test_the_whole_way_with_a_microphone(
    program: str,
    with_libraries: EmptyDebian,
    opened: Callable[[str], Stranger],
    practice: Callable[[str], None],
    dictate: Callable[[Stranger], Path],
    shared: Path,
) -> None:
    practice(program)
    home = shared / "home"
    home.mkdir()
    with opened(program) as stranger:
        spoken = dictate(stranger)
        while not stranger.sees("Tekst klopt", enabled=True):
            if stranger.sees("Klopt", enabled=True):
                stranger.press("k")
        stranger.press_until("ctrl+Return", "Bewaren in een map")
        save(stranger, home)
        stranger.press_until("ctrl+Delete", "Wie is erbij?")
    (folder,) = home.iterdir()
    assert sorted(file.suffix for file in folder.iterdir()) == [".html", ".mp3", ".pdf"]
    assert_sounds_like(next(folder.glob("*.mp3")), spoken)
    assert "De Linde" in pdf_text(next(folder.glob("*.pdf")))
    with_libraries.run(program, "verify", *(str(file) for file in sorted(folder.iterdir())))
    assert not list(with_libraries.inside(f"{HOME}/{DATA}/sessions").iterdir())
    shutil.rmtree(home)
