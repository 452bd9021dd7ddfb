"""Debian's packages outside .venv: which are needed, which are missing, installing them."""

import os
import platform
import shlex
import shutil
import sys
from collections.abc import Sequence
from typing import NamedTuple

from console import SetUpError, answer, call, say


class SystemPackage(NamedTuple):
    """A Debian package, why it is needed, and how to know it where there is no dpkg."""

    name: str
    reason: str
    program: str = ""
    equals: tuple[str, ...] = ()  # packages that serve as well and must not be replaced
    on_ubuntu: str = ""  # its name there, where it differs


FOR_VENV = SystemPackage("python3-venv", "Debian's Python cannot make a .venv without it")

# Debian 13 and Ubuntu 24.04 call two of these ...t64; apt-get knows them by both names, dpkg does
# not. What these bring along themselves is not listed. The desktop's own look (GTK) is not needed.
FOR_WINDOW = (
    SystemPackage("libgl1", "Qt starts nothing without it"),
    SystemPackage("libegl1", "Qt starts nothing without it"),
    SystemPackage("libglib2.0-0", "Qt starts nothing without it", equals=("libglib2.0-0t64",)),
    SystemPackage("libfontconfig1", "Qt finds letters with it, and it brings some"),
    SystemPackage("libxkbcommon0", "Qt reads the keyboard with it"),
    SystemPackage("libdbus-1-3", "Qt talks to the desktop with it"),
    SystemPackage("libxcb-cursor0", "Qt's window under X"),
    SystemPackage("libxcb-icccm4", "Qt's window under X"),
    SystemPackage("libxcb-keysyms1", "Qt's window under X"),
    SystemPackage("libxcb-randr0", "Qt's window under X"),
    SystemPackage("libxcb-shape0", "Qt's window under X"),
    SystemPackage("libxcb-xkb1", "Qt's window under X"),
    SystemPackage("libxkbcommon-x11-0", "Qt's window under X"),
    SystemPackage("libwayland-cursor0", "Qt's window under Wayland"),
    SystemPackage("libwayland-egl1", "Qt's window under Wayland"),
    SystemPackage("libcups2", "Qt prints with it", equals=("libcups2t64",)),
    SystemPackage("libportaudio2", "the microphone and the loudspeaker"),
    SystemPackage(
        "libasound2-plugins",
        "leads PortAudio to the sound server of the desktop",
        equals=("pipewire-alsa",),
    ),
    SystemPackage("libpulse0", "tells whether the loudspeaker is muted"),
)

_READERS = (
    SystemPackage("poppler-utils", "reads the printed sheet back", "pdftotext"),
    SystemPackage(
        "libreoffice-writer-nogui",
        "opens the Word document as a practice would",
        "soffice",
        equals=("libreoffice-writer",),
    ),
    SystemPackage("fonts-liberation", "gives LibreOffice letters as wide as Word's"),
    SystemPackage(
        "chromium",
        "opens the HTML page as a patient would",
        "chromium",
        equals=("chromium-browser",),
        on_ubuntu="chromium-browser",
    ),
    SystemPackage(
        "firefox-esr",
        "opens it as another patient would",
        "firefox-esr",
        equals=("firefox",),
        on_ubuntu="firefox",
    ),
    SystemPackage("libatomic1", "the driver of the browser tests does not start without it"),
    SystemPackage("strace", "shows every connection a process opens: there must be none"),
)

# The tests start each of these for themselves, with folders and addresses of their own. The
# programs named are not those in /usr/sbin, where a user's PATH often does not look.
_STAND_INS = (
    SystemPackage("pulseaudio", "stands in for the sound card", "pulseaudio"),
    SystemPackage("pulseaudio-utils", "speaks into its microphones", "pactl"),
    SystemPackage("cups", "stands in for the print queue"),
    SystemPackage("cups-client", "sets the print queue up and looks into it", "lpstat"),
    SystemPackage("cups-filters", "turns what is printed into what the printer reads"),
    SystemPackage("cups-ipp-utils", "stands in for the printer", "ipptool"),
    SystemPackage(
        "dbus", "neither printer nor keyring starts without a message bus", "dbus-daemon"
    ),
    SystemPackage("gnome-keyring", "keeps the keys as on a desktop", "gnome-keyring-daemon"),
    SystemPackage("exfatprogs", "makes the memory stick of the tests"),
    SystemPackage("exfat-fuse", "plugs it in"),
    SystemPackage("xvfb", "stands in for the screen", "Xvfb"),
    SystemPackage("xauth", "lets xvfb-run start a screen"),
    SystemPackage("xdotool", "moves, clicks and types as a hand does", "xdotool"),
    SystemPackage("openbox", "gives the window under test the keyboard", "openbox"),
    SystemPackage("at-spi2-core", "the bus on which a screen reader asks"),
    SystemPackage("gir1.2-atspi-2.0", "asks there as a screen reader does"),
    SystemPackage("python3-gi", "lets the system's Python use that"),
)

_PACKERS = (
    SystemPackage("binutils", "tells PyInstaller what a library asks for", "objdump"),
    SystemPackage("dpkg-dev", "tells which packages those libraries are in", "dpkg-shlibdeps"),
    SystemPackage("zstd", "packs the portable archive", "zstd"),
    SystemPackage("desktop-file-utils", "judges the entry in the menu", "desktop-file-validate"),
    SystemPackage("appstream", "judges what software centres are told", "appstreamcli"),
)

FOR_BUILD = (*FOR_WINDOW, *_PACKERS)

FOR_TESTS = (
    *FOR_WINDOW,
    *_READERS,
    *(_PACKERS if sys.platform == "linux" else ()),
    *(_STAND_INS if sys.platform == "linux" else ()),
)

FOR_PROOF = (*FOR_TESTS, SystemPackage("debootstrap", "makes a Debian with nothing in it"))


def apt_distribution() -> str:
    """The os-release ID of a Debian or a relative with its tools; nothing elsewhere."""
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        return ""
    family = {release["ID"], *release.get("ID_LIKE", "").split()}
    tools = shutil.which("apt-get") and shutil.which("dpkg-query")
    return release["ID"] if family & {"debian", "ubuntu"} and tools else ""


def installed_packages(names: Sequence[str]) -> set[str]:
    """Those of `names` that are installed, by one dpkg-query call."""
    # It exits 1 as soon as one name is unknown to it, and still lists the others.
    _, text = answer(["dpkg-query", "-W", r"-f=${Package} ${db:Status-Status}\n", *names])
    pairs = (line.split() for line in text.splitlines())
    return {pair[0] for pair in pairs if pair[1:] == ["installed"]}


def missing_packages(wanted: Sequence[SystemPackage], distribution: str) -> list[str]:
    """The names to install so that every package in `wanted` is there."""
    found = installed_packages([name for one in wanted for name in (one.name, *one.equals)])
    return [
        one.on_ubuntu if one.on_ubuntu and distribution == "ubuntu" else one.name
        for one in wanted
        if found.isdisjoint({one.name, *one.equals})
    ]


def root_prefix() -> list[str] | None:
    """What to put before a command to run it as root; None if this user cannot."""
    if sys.platform != "win32" and os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    may_ask = sys.stdin is not None and sys.stdin.isatty()
    return ["sudo"] if may_ask or answer(["sudo", "-n", "true"])[0] == 0 else None


def apt_install(names: Sequence[str]) -> None:
    """Install the Debian packages `names`, or say how to."""
    update = ["apt-get", "update"]
    # --no-remove: a set-up must never take away what someone uses.
    fetch = ["apt-get", "install", "-y", "--no-install-recommends", "--no-remove", *names]
    by_hand = f"sudo {shlex.join(update)} && sudo {shlex.join(fetch)}"
    prefix = root_prefix()
    if prefix is None:
        raise SetUpError(
            f"these packages need an administrator; run this, then call again:\n{by_hand}"
        )
    say(f"Installing system packages: {' '.join(names)}.")
    # `env` because sudo may refuse to pass a variable on.
    for command in (update, ["env", "DEBIAN_FRONTEND=noninteractive", *fetch]):
        code = call([*prefix, *command], chatter=True)
        if code != 0:
            raise SetUpError(
                f"apt-get failed (exit {code}) and its own words stand above; mend that, or run "
                f"this by hand, then call again:\n{by_hand}"
            )


def require_programs(wanted: Sequence[SystemPackage]) -> None:
    """Stop if a program that `wanted` names is not there; for systems without apt."""
    missing = [
        f"{one.program} ({one.reason})"
        for one in wanted
        if one.program and shutil.which(one.program) is None
    ]
    if missing:
        raise SetUpError(
            f"the tests start programs that are not on this computer: {', '.join(missing)}; "
            "install them and call this again."
        )


def see_to_packages(wanted: Sequence[SystemPackage]) -> None:
    """Have every package in `wanted` installed; without apt, only look for the programs."""
    distribution = apt_distribution() if wanted else ""
    if not distribution:
        require_programs(wanted)
        return
    missing = missing_packages(wanted, distribution)
    if missing:
        apt_install(missing)
