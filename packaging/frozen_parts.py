"""What goes into the frozen folder and what stays out, for the PyInstaller spec.

An entry of PyInstaller's lists is (name in the folder, file on this machine, kind).
"""

from __future__ import annotations

import re
import sys
from importlib.metadata import packages_distributions
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

Entry = tuple[str, str, str]

EXCLUDED_MODULES: Final = [
    "numba",
    "sympy",  # onnxruntime's tools for makers of models
    "tkinter",
    "readline",  # nobody types into this Python
    "sqlite3",
    "unittest",
    "hf_xet",  # fetches models from the public hub, which the app never does
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtOpenGL",
]

WITH_METADATA: Final = [
    "PySide6-Essentials",  # the self-test tells these four versions
    "faster-whisper",
    "ctranslate2",
    "typst",
    "keyring",  # finds its back ends by its entry points
]

WITH_DATA: Final = ["faster_whisper", "docx", "docxtpl", "fontpkg_noto_sans", "hunspell"]
WITH_LIBRARIES: Final = ["c2pa"]
WITH_SUBMODULES: Final = ["keyring.backends", "wakepy.methods", "wakepy.dbus_adapters"]

_SYSTEM_FOLDERS: Final = ("/lib/", "/usr/lib/", "/lib64/", "/usr/local/lib/")

_OF_THE_SYSTEM_KEPT: Final = re.compile(
    r"lib(portaudio|jack|db-5"  # no desktop has PortAudio by itself; JACK and its database follow
    r"|xcb-(cursor|icccm|image|keysyms|render-util|util)"  # nor these of Qt's window under X
    r"|python3|ssl|crypto|ffi|bz2|lzma|uuid|mpdec|expat)\b"
)
"""Of the building machine's own libraries these go along.

All others stay out: PortAudio's libasound.so.2 looks for its plug-ins where its own build says,
and aborts the process without its data; a foreign CUPS, fontconfig, D-Bus or GL beside the
system's own is a crash that waits. The Debian package names them as what it depends on.
"""

_UNUSED_QT: Final = re.compile(
    r"(?:(?:^|/)PySide6/(?:Qt/)?|^)(?:"
    r"qml/|metatypes/|(?:Qt/)?resources/"
    r"|plugins/(?:tls|networkinformation|egldeviceintegrations|generic|qmltooling|sqldrivers"
    r"|multimedia|position|assetimporters|wayland-graphics-integration-client)/"
    r"|plugins/platforms/[a-z]*(?:eglfs|linuxfb|vnc|vkkhrdisplay|minimal|webgl)"
    r"|plugins/platformthemes/[a-z]*qgtk3"
    r"|plugins/platforminputcontexts/[a-z]*qtvirtualkeyboard"
    r"|plugins/imageformats/[a-z]*(?:qicns|qpdf|qtga|qtiff|qwbmp)"
    r"|(?:lib/)?(?:lib)?Qt6?(?:Qml|Quick|VirtualKeyboard|OpenGL|EglF|Eglfs|Designer|Sql|Test"
    r"|WaylandCompositor|WebEngine)"
    r")"
)
"""What PyInstaller's hooks bring along and no line of ours asks for.

No secured connections: the one module that may reach the network has its own (httpx2).
"""

_TRANSLATIONS: Final = re.compile(r"(?:^|/)translations/(?!qtbase_(?:nl|en)\.qm$)[^/]*\.qm$")
"""Qt's own words in languages that the app does not speak."""

_LEFTOVERS: Final = re.compile(
    r"\.(?:pyi|rlib|d|lib|a|h|hpp|c|cpp|pyx|pxd|cmake)$|/py\.typed$|(?:^|/)tests?/|direct_url\.json$"
    r"|/RECORD$|/INSTALLER$|/REQUESTED$"
)
"""What is for those who build, and what pip notes of its own work, machine paths among it."""


def of_the_builder(shipped: Container[str]) -> list[str]:
    """The modules installed here of packages that are not `shipped` (normalised names).

    Some libraries try whether one of them is there: it would go along, and no notice name it.
    """
    from packaging.utils import canonicalize_name

    return sorted(
        module
        for module, owners in packages_distributions().items()
        if module.isidentifier()
        and not any(canonicalize_name(owner) in shipped for owner in owners)
    )


def kept(entries: Iterable[Entry]) -> list[Entry]:
    """The entries that go along, in an order that is the same in every build."""
    return sorted(entry for entry in entries if not _is_dropped(*entry[:2]))


def _is_dropped(name: str, file: str) -> bool:
    place = PurePath(name).as_posix()
    if any(rule.search(place) for rule in (_UNUSED_QT, _TRANSLATIONS, _LEFTOVERS)):
        return True
    of_the_system = sys.platform == "linux" and file.startswith(_SYSTEM_FOLDERS)
    return of_the_system and not _OF_THE_SYSTEM_KEPT.match(PurePath(name).name)
