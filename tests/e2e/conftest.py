from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.pilot import Pilot
from support.practice import set_up
from support.print_queue import PrintQueue, print_queue
from support.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from support.virtual_sound import VirtualSound


@pytest.fixture(scope="module")
def screen() -> Iterator[Screen]:
    with Screen() as screen:
        yield screen


@pytest.fixture
def data(tmp_path: Path, model: Path) -> Path:
    """A data folder of its own, with the model of all tests and the settings of a practice."""
    data = tmp_path / "gegevens"
    (data / "models").mkdir(parents=True)
    (data / "models" / model.name).symlink_to(model)
    set_up(data)
    return data


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture(scope="module")
def printers() -> Iterator[PrintQueue]:
    with print_queue() as queue:
        yield queue


@pytest.fixture
def app(
    screen: Screen, sound_server: VirtualSound, printers: PrintQueue, data: Path
) -> Callable[..., Pilot]:
    """Opens the app, as often as a test likes.

    `watcher` is a command that runs it, `extra` are variables of its own.
    """

    def open_app(*watcher: str | Path, **extra: str) -> Pilot:
        temporary = data / "tmp"
        temporary.mkdir(exist_ok=True)
        environment = {
            **screen.environment(),
            "PULSE_SERVER": sound_server.address,
            "ALSA_CONFIG_PATH": str(sound_server.alsa_config),
            "CUPS_SERVER": printers.address,
            "NAKLANK_HOME": str(data),
            "HOME": str(data),
            "TMPDIR": str(temporary),
            "XDG_CACHE_HOME": str(data / "cache"),
            "XDG_RUNTIME_DIR": str(temporary),
            **extra,
        }
        return Pilot(screen, environment, watcher)

    return open_app
