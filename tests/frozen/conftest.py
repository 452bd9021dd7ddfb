"""What packaging/build.py made, in an empty Debian; run by `python packaging/build.py --prove`."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from support.built_app import record, set_up
from support.desktop_session import session_bus
from support.empty_debian import EmptyDebian
from support.practice import SENTENCE
from support.screen import Screen
from support.stranger import Stranger

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from support.virtual_sound import VirtualSound

DIST = Path(__file__).resolve().parents[2] / "dist"


def made(pattern: str) -> Path:
    """The one file in dist/ of this name."""
    found = sorted(DIST.glob(pattern))
    assert len(found) == 1, f"{pattern} in {DIST}: build it first (packaging/build.py)"
    return found[0]


@pytest.fixture(scope="session", autouse=True)
def _is_possible() -> None:
    if os.geteuid() != 0 or not shutil.which("debootstrap"):
        pytest.fail("these tests make an empty Debian: they need root and debootstrap")


@pytest.fixture(scope="session")
def shared() -> Iterator[Path]:
    """Seen inside and outside at the same place: sockets, the model, what goes home."""
    with tempfile.TemporaryDirectory(prefix="naklank-frozen-") as folder:
        Path(folder).chmod(0o755)
        # The sockets of the sound server, the message bus and the readers lie in it.
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(tempfile, "tempdir", folder)
            patch.setenv("XDG_RUNTIME_DIR", folder)
            yield Path(folder)


@pytest.fixture(scope="session")
def debian(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmptyDebian]:
    """One for all tests, as making it takes a minute or two; the package is not yet installed."""
    root = tmp_path_factory.mktemp("debian")
    yield EmptyDebian.make(root, shared)
    shutil.rmtree(root)


@pytest.fixture(scope="session")
def package() -> Path:
    return made("naklank_*.deb")


@pytest.fixture(scope="session")
def with_libraries(debian: EmptyDebian, package: Path) -> EmptyDebian:
    """The same with the libraries that the package asks for, and without the package."""
    needs = subprocess.run(
        ["dpkg-deb", "--field", package, "Depends"], capture_output=True, text=True, check=True
    ).stdout.strip()
    debian.run("apt-get", "satisfy", "--yes", "--no-install-recommends", needs)
    return debian


@pytest.fixture(scope="session")
def pack(shared: Path) -> str:
    """The model as it lies on a stick."""
    zipped = made("naklank-model-base-*.zip")
    shutil.copyfile(zipped, shared / zipped.name)
    return str(shared / zipped.name)


@pytest.fixture
def program(request: pytest.FixtureRequest, with_libraries: EmptyDebian) -> Iterator[str]:
    """How the app is called: installed, or unpacked where anybody may write."""
    if request.param == "package":
        with_libraries.install(made("naklank_*.deb"))
        yield "/usr/bin/naklank"
        with_libraries.run("dpkg", "--purge", "naklank")
    else:
        place = with_libraries.inside("/home/dokter/Mijn programma's")
        place.mkdir()
        archive = made("naklank-*-linux-*.tar.zst")
        subprocess.run(["tar", "-x", "-f", archive, "-C", place], check=True)
        (folder,) = place.iterdir()
        yield f"/home/dokter/Mijn programma's/{folder.name}/naklank"
        shutil.rmtree(place)


@pytest.fixture(scope="session")
def screen() -> Iterator[Screen]:
    with Screen() as screen:
        yield screen


@pytest.fixture(scope="session")
def desktop(screen: Screen, shared: Path, sound_server: VirtualSound) -> Iterator[dict[str, str]]:
    """What a program inside is told of the desktop outside."""
    sound_server.folder.chmod(0o755)
    with session_bus() as bus:
        yield {
            "DISPLAY": screen.display,
            "PULSE_SERVER": sound_server.address,
            "ALSA_CONFIG_PATH": str(sound_server.alsa_config),
            "DBUS_SESSION_BUS_ADDRESS": bus,
            "XDG_RUNTIME_DIR": str(shared),
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }


@pytest.fixture
def opened(
    with_libraries: EmptyDebian, screen: Screen, desktop: dict[str, str]
) -> Callable[[str], Stranger]:
    """Opens the window of the app that is called so."""

    def open_app(program: str) -> Stranger:
        command = with_libraries.command(program, **desktop)
        return Stranger(screen, desktop["DBUS_SESSION_BUS_ADDRESS"], command)

    return open_app


@pytest.fixture
def practice(with_libraries: EmptyDebian, pack: str) -> Callable[[str], None]:
    """Sets up a practice that works with the app that is called so."""

    def set_it_up(program: str) -> None:
        set_up(with_libraries, program, pack)

    return set_it_up


@pytest.fixture
def dictate(sound_server: VirtualSound, speech: Path) -> Callable[[Stranger], Path]:
    """Agrees and speaks a sentence, which is the answer, until its text stands."""

    def speak(stranger: Stranger) -> Path:
        spoken = speech / "real" / SENTENCE
        record(stranger, sound_server, spoken)
        return spoken

    return speak
