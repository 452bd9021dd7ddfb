"""Every place on the disk that the page for IT names is one, and there is no other."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

from support.practice import (
    SENTENCE,
    agree_by_keys,
    confirm_all,
    record,
    save_by_keys,
    set_up,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from support.pilot import Pilot
    from support.virtual_sound import VirtualSound


def test_a_whole_way(
    app: Callable[..., Pilot],
    sound_server: VirtualSound,
    model: Path,
    stick: Path,
    speech: Path,
    tmp_path: Path,
) -> None:
    home = tmp_path / "home"
    data = home / ".local/share/Naklank"
    (data / "models").mkdir(parents=True)
    (data / "models" / model.name).symlink_to(model)
    set_up(data)
    with app(NAKLANK_HOME="", HOME=str(home), XDG_CACHE_HOME="") as pilot:
        agree_by_keys(pilot)
        record(pilot, sound_server, speech / "real" / SENTENCE)
        pilot.wait_for_state("reviewing", 240)
        print(sorted(str(p.relative_to(home)) for p in home.rglob("*")))
        confirm_all(pilot)
        pilot.press("ctrl+Return")
        pilot.wait_for_state("approved")
        save_by_keys(pilot, stick)
        pilot.press("ctrl+Delete")
        pilot.wait_for_state("agreeing")
    print(sorted(str(p.relative_to(home)) for p in home.rglob("*")))
    print(sorted(str(p.relative_to(tmp_path)) for p in tmp_path.rglob("*") if not p.is_relative_to(home)))
    assert 0
