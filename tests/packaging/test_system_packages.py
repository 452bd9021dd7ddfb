import os
import pty
from collections.abc import Iterable

import pytest

from support.fake_computer import FEDORA, SUDO, World
from system_packages import FOR_TESTS, FOR_WINDOW, SystemPackage

WINDOW = [one.name for one in FOR_WINDOW]
ALL = [one.name for one in FOR_TESTS]


def installed_but(*left_out: str) -> list[str]:
    return [f"{name} installed" for name in ALL if name not in left_out]


def test_root_installs_only_what_is_missing_after_one_question(world: World) -> None:
    world.has_packages(
        *installed_but("libreoffice-writer-nogui", "chromium"),
        "libreoffice-writer-nogui config-files",  # removed: its settings are still known
    )

    done = world.call("test")

    assert done.returncode == 0, done.stderr
    calls = world.calls()
    asked = [line for line in calls if line.startswith("dpkg-query")]
    assert len(asked) == 1
    assert [line for line in calls if line.startswith("apt-get")] == [
        "apt-get update",
        "apt-get install -y --no-install-recommends --no-remove libreoffice-writer-nogui chromium",
    ]
    assert "the words of apt-get, DEBIAN_FRONTEND=noninteractive" in done.stderr
    assert calls.index(asked[0]) == 0


def test_without_root_and_sudo_the_one_command_is_printed(world: World) -> None:
    world.user = 1000
    world.has_packages(*installed_but("libreoffice-writer-nogui", "fonts-liberation"))

    done = world.call("test")

    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == (
        "sudo apt-get update && sudo apt-get install -y --no-install-recommends --no-remove "
        "libreoffice-writer-nogui fonts-liberation"
    )
    assert world.programs() == ["dpkg-query"]


def test_sudo_that_asks_no_password_is_used(world: World) -> None:
    world.user = 1000
    world.fake("sudo", SUDO)
    world.has_packages()

    done = world.call("test")

    assert done.returncode == 0, done.stderr
    fetch = f"apt-get install -y --no-install-recommends --no-remove {' '.join(ALL)}"
    assert [line for line in world.calls() if line.startswith(("sudo", "apt-get"))] == [
        "sudo apt-get update",
        "apt-get update",
        f"sudo env DEBIAN_FRONTEND=noninteractive {fetch}",
        fetch,
    ]


def test_sudo_that_asks_a_password_is_used_only_at_a_terminal(world: World) -> None:
    world.user = 1000
    world.fake("sudo", 'case "$1" in -n) exit 1;; *) "$@";; esac')
    world.has_packages()

    done = world.call("test")
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("sudo apt-get update && ")
    world.calls()

    ours, theirs = pty.openpty()
    try:
        done = world.call("test", stdin=theirs)
    finally:
        os.close(ours)
        os.close(theirs)
    assert done.returncode == 0, done.stderr
    assert "sudo apt-get update" in world.calls()


def test_nothing_missing_leaves_apt_alone(world: World) -> None:
    world.user = 1000

    assert world.call("test").returncode == 0
    assert "apt-get" not in world.programs()


def test_a_failing_apt_get_stops_with_the_command_to_run_by_hand(world: World) -> None:
    world.has_packages()
    world.fails("apt-get", 100)

    done = world.call("test")

    assert done.returncode == 1
    assert "bootstrap: apt-get failed (exit 100)" in done.stderr
    assert done.stderr.splitlines()[-1].startswith("sudo apt-get update && ")
    assert world.programs() == ["dpkg-query", "apt-get"]


def test_a_desktop_libreoffice_is_not_replaced(world: World) -> None:
    world.has_packages(*installed_but("libreoffice-writer-nogui"), "libreoffice-writer installed")

    assert world.call("test").returncode == 0
    assert "apt-get" not in world.programs()


@pytest.mark.parametrize(
    ("release", "name"),
    [
        ({"ID": "ubuntu", "ID_LIKE": "debian"}, "chromium-browser"),
        ({"ID": "linuxmint", "ID_LIKE": "ubuntu debian"}, "chromium"),
    ],
)
def test_relatives_of_debian_have_their_own_name_for_chromium(
    world: World, release: dict[str, str], name: str
) -> None:
    world.release = release
    world.has_packages(*installed_but("chromium"))

    world.call("test")

    assert world.installed() == [[name]]


def test_run_asks_for_the_venv_package_alone_and_only_if_venv_cannot_be_made(
    world: World,
) -> None:
    world.has_packages()
    (world.home / "no-ensurepip").touch()

    done = world.call("run")

    assert done.returncode == 0, done.stderr
    assert world.installed() == [["python3-venv"]]

    (world.home / "no-ensurepip").touch()
    assert world.call("run").returncode == 0
    assert world.programs() == ["naklank"]


def test_a_python_that_stays_without_ensurepip_is_named(world: World) -> None:
    world.has_packages("python3-venv installed")
    (world.home / "no-ensurepip").touch()

    done = world.call("run")

    assert done.returncode == 1
    assert "lacks the modules venv and ensurepip" in done.stderr
    assert "apt-get" not in world.programs()


def test_the_window_gets_its_packages_and_none_of_the_tests(world: World) -> None:
    world.display = {"DISPLAY": ":0"}
    world.has_packages()
    (world.home / "no-ensurepip").touch()

    done = world.call("run")

    assert done.returncode == 0, done.stderr
    assert world.installed() == [["python3-venv", *WINDOW]]

    world.has_packages(*(f"{name} installed" for name in WINDOW))
    assert world.call("run").returncode == 0
    assert world.programs() == ["dpkg-query", "naklank"]


def test_the_sample_job_asks_for_no_package(world: World) -> None:
    world.user = 1000
    world.has_packages()

    assert world.call("run").returncode == 0
    assert {"apt-get", "dpkg-query"}.isdisjoint(world.programs())


def test_a_window_without_its_packages_is_not_opened(world: World) -> None:
    world.user = 1000
    world.display = {"DISPLAY": ":0"}
    world.has_packages(*installed_but("libxcb-icccm4", "libportaudio2"))

    done = world.call("run")

    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == (
        "sudo apt-get update && sudo apt-get install -y --no-install-recommends --no-remove "
        "libxcb-icccm4 libportaudio2"
    )
    assert world.programs() == ["dpkg-query"]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("libglib2.0-0", "libglib2.0-0t64"),  # their names in Debian 13 and Ubuntu 24.04
        ("libcups2", "libcups2t64"),
        ("libasound2-plugins", "pipewire-alsa"),
    ],
)
def test_a_package_of_another_name_serves_as_well(world: World, ours: str, theirs: str) -> None:
    world.display = {"DISPLAY": ":0"}
    world.has_packages(*installed_but(ours), f"{theirs} installed")

    assert world.call("run").returncode == 0
    assert "apt-get" not in world.programs()


def test_the_tests_need_what_the_window_needs() -> None:
    assert set(FOR_WINDOW) < set(FOR_TESTS)
    assert len(ALL) == len(set(ALL))


def test_every_program_that_a_test_starts_is_asked_for() -> None:
    asked = {one.program for one in FOR_TESTS}

    assert asked >= {"pdftotext", "soffice", "chromium"}
    assert asked >= {"pulseaudio", "pactl", "lpstat", "ipptool", "dbus-daemon"}
    assert "gnome-keyring-daemon" in asked
    assert asked >= {"Xvfb", "xdotool", "openbox"}


def fake_programs(world: World, wanted: Iterable[SystemPackage]) -> None:
    for one in wanted:
        if one.program:
            world.fake(one.program, "exit 0")


def test_elsewhere_the_programs_themselves_are_looked_for(world: World) -> None:
    world.release = FEDORA
    fake_programs(world, (one for one in FOR_TESTS if one.program not in ("pdftotext", "Xvfb")))

    done = world.call("test")

    assert done.returncode == 1
    assert "not on this computer: pdftotext (reads the printed sheet back), Xvfb (" in done.stderr
    assert "soffice" not in done.stderr
    assert world.programs() == []

    fake_programs(world, FOR_TESTS)
    assert world.call("test").returncode == 0
    assert "apt-get" not in world.programs()


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_the_servers_of_linux_are_asked_for_on_linux_alone(world: World, platform: str) -> None:
    world.platform, world.release = platform, {}

    done = world.call("test")

    assert done.returncode == 1
    assert "pdftotext (" in done.stderr
    assert "pulseaudio" not in done.stderr
    assert "Xvfb" not in done.stderr
