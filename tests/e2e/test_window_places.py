"""The page for IT names every file that a whole way leaves on the disk, on Linux."""

from __future__ import annotations

from typing import TYPE_CHECKING

from naklank.core.transcript import LANGUAGES
from support.it_page import data_files, named, naming
from support.practice import SENTENCE, agree_by_keys, confirm_all, record, save_by_keys, set_up

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.pilot import Pilot
    from support.virtual_sound import VirtualSound

DATA = "~/.local/share/Naklank"
ONLY_SOMETIMES = {
    "sessions/…/deleted",  # between two steps of deleting
    "folders.json",
    "voices/….voice",
    "voices/recording.naklank",
    "log/naklank.log",
    "come-forward",
}
"""What a quiet way does not make; tests/test_it_page.py holds these against the code."""


def test_the_files_of_a_whole_way_are_those_of_the_page(
    app: Callable[..., Pilot],
    sound_server: VirtualSound,
    model: Path,
    stick: Path,
    speech: Path,
    tmp_path: Path,
) -> None:
    home = tmp_path / "home"
    data = home / DATA.removeprefix("~/")
    (data / "models").mkdir(parents=True)
    (data / "models" / model.name).symlink_to(model)
    set_up(data)
    found = set()
    with app(NAKLANK_HOME="", HOME=str(home), XDG_CACHE_HOME="") as pilot:
        agree_by_keys(pilot)
        record(pilot, sound_server, speech / "real" / SENTENCE)
        pilot.wait_for_state("reviewing", 240)
        found |= _files(home)
        confirm_all(pilot)
        pilot.press("ctrl+Return")
        pilot.wait_for_state("approved")
        found |= _files(home)
        save_by_keys(pilot, stick)
        pilot.press("ctrl+Delete")
        pilot.wait_for_state("agreeing")
    found |= _files(home)
    found = {file for file in found if not file.endswith(".new")}  # on its way to its own name
    for language in LANGUAGES:
        own = {f"{DATA}/{name}": name for name in data_files(language)}
        meant = {file: naming(file, {*own, *named(language)}) for file in found}
        assert [file for file, name in meant.items() if name is None] == []
        assert set(own) - set(meant.values()) == {f"{DATA}/{name}" for name in ONLY_SOMETIMES}


def _files(home: Path) -> set[str]:
    """Of a user's home, and links, as the page writes them; without a model's own files."""
    return {
        f"~/{path.relative_to(home).as_posix()}"
        for path in home.rglob("*")
        if path.is_symlink() or path.is_file()
    }
