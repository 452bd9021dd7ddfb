"""What every test gets: a data folder of its own session, and nothing left behind."""

from __future__ import annotations

import os
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from naklank.translation import use_language
from support.human_speech import speech_folder
from support.processes import children

if TYPE_CHECKING:
    from collections.abc import Iterator

    from naklank.audio.sound import Sound

pytest_plugins = ["support.virtual_sound"]

# Windows that nobody sees; the tests with a real screen start the app in a process of its own.
# Qt's own unseen screen is smaller than the windows are. A colon in a path would end its name.
_SCREEN = Path(__file__).with_name("support") / "usual_screen.json"
if os.environ.setdefault("QT_QPA_PLATFORM", "offscreen") == "offscreen" and ":" not in str(_SCREEN):
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={_SCREEN}"

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "resources" / "sample" / "dictation_en.flac"
SPEECH = speech_folder()


DEVICES = ("tests/audio/", "tests/computer/", "tests/e2e/test_window", "tests/stress/")
"""Tests with devices, screens and clocks: one at a time, while others run beside."""


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """All tests with devices in one process, the other files in those beside it."""
    from xdist.scheduler import LoadScopeScheduling

    class ByDevice(LoadScopeScheduling):  # type: ignore[misc]
        def _split_scope(self, nodeid: str) -> str:
            file = nodeid.split("::", maxsplit=1)[0]
            return "devices" if file.startswith(DEVICES) else file

    return ByDevice(config, log)


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One data folder for the whole run: the model is joined in it once."""
    # Accents and a space: user names have them (OpenWhispr/openwhispr#1399).
    return tmp_path_factory.mktemp("Dr. Müller-Çelik")


@pytest.fixture(autouse=True)
def _own_home(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NAKLANK_HOME", str(home))
    monkeypatch.delenv("NAKLANK_LANGUAGE", raising=False)
    use_language("nl")


@pytest.fixture(autouse=True)
def _nothing_left_behind() -> Iterator[None]:
    """Fail a test that leaves a thread or a child process."""
    threads = set(threading.enumerate())
    yield
    left = [thread for thread in set(threading.enumerate()) - threads if not _is_library(thread)]
    assert not left, f"threads left behind: {left}"
    processes = children()
    assert not processes, f"processes left behind: {processes}"


def _is_library(thread: threading.Thread) -> bool:
    # The monitor of tqdm, which openai-whisper starts, is a daemon.
    return "tqdm" in type(thread).__module__


@pytest.fixture(scope="session")
def speech() -> Path:
    """The folder with Dutch test speech; without it, what needs it is skipped, and says so."""
    if not (SPEECH / "real.tsv").is_file():
        if "NAKLANK_SPEECH" in os.environ:
            pytest.fail(f"no Dutch test speech in {SPEECH}")
        pytest.skip("no Dutch test speech beside the checkout")
    return SPEECH


@pytest.fixture(scope="session")
def model(home: Path) -> Path:
    """The folder with the checked weights of Whisper base."""
    from naklank.foundation.paths import resource
    from naklank.speech.models import BASE, read_catalogue, ready_model

    catalogue = read_catalogue(resource("models/catalogue.tsv"), BASE)
    return ready_model(home / "models" / BASE, catalogue)


@pytest.fixture(scope="session")
def sample() -> Sound:
    """The sample dictation that ships."""
    from naklank.audio.reading import read_sound

    return read_sound(SAMPLE)
