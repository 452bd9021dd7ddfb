"""Every screen and every window beside it, each by its name, as a person comes to it."""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QListWidget, QWidget

from naklank import ui
from naklank.audio.sound import Sound
from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.keys import KeyPlace
from naklank.core.live import LivePart
from naklank.core.recording import Loudness
from naklank.core.transcript import Word
from naklank.sentences.failures import sentence
from naklank.ui.beside.certificate_window import CertificateWindow
from naklank.ui.beside.passphrase_window import PassphraseWindow
from naklank.ui.beside.side_windows import SideWindows
from naklank.ui.first_start.window import FirstStartWindow
from naklank.ui.parts.message_bar import MessageKind
from naklank.ui.parts.opening import open_over
from naklank.ui.settings.window import SettingsWindow
from naklank.ui.speak.own_phone_window import OwnPhoneWindow
from support.desk import hold, spoken
from support.sounds import tone
from support.stage import WAYS, Stage, approved, checked, handed_over, reviewing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Way = Callable[[Stage], None]


def _recording(stage: Stage) -> None:
    """While somebody speaks."""
    stage.table.card.pace = 1.0
    stage.table.agree()
    stage.table.desk.start_recording()
    stage.table.card.say(Sound(tone(60.0, 16_000), 16_000))
    stage.wait(lambda: stage.window.speak.level.loudness is Loudness.GOOD)


def _warned(stage: Stage) -> None:
    error = NaklankError(ErrorCode.DISK_FULL)
    stage.window.messages.show_message(MessageKind.WARNING, lambda: sentence(error))


def _failed(stage: Stage) -> None:
    stage.tell(ErrorCode.ENGINE_DIED)


def _withdrawing(stage: Stage) -> None:
    reviewing(stage)
    stage.click(stage.window.steps.withdraw)


def _corrected(stage: Stage) -> None:
    checked(stage)
    stage.type_over("500", "250")
    stage.wait(stage.window.choice.isVisible)


def _kept(stage: Stage) -> None:
    """One summary waits."""
    approved(stage)
    stage.table.desk.hand_over_later()
    stage.table.kept(1)


def _settings(stage: Stage) -> None:
    stage.window.windows.open_settings()


def _journal(stage: Stage) -> None:
    handed_over(stage)
    _settings(stage)
    settings = QApplication.activeModalWidget()
    assert isinstance(settings, SettingsWindow)
    settings.keeping.journal.click()
    stage.wait(lambda: type(QApplication.activeModalWidget()).__name__ == "JournalWindow")


def _key_place(stage: Stage) -> None:
    """The keyring that was chosen does not answer."""
    desk = stage.table.desk
    stage.wait(lambda: desk.computer.key_places is not None)
    keeping = replace(desk.settings.keeping, keys=KeyPlace.KEYRING)
    hold(desk, replace(desk.loaded, settings=replace(desk.settings, keeping=keeping)))
    desk.computer.key_places = frozenset({KeyPlace.MEMORY, KeyPlace.FILE})
    desk.computer.known.emit()


def _phone(stage: Stage) -> None:
    approved(stage)
    stage.press(Qt.Key.Key_T)


def _qr(stage: Stage) -> None:
    approved(stage)
    stage.press(Qt.Key.Key_Q)


def _hard_word(stage: Stage) -> None:
    text = "Wat is er aan de hand? U heeft hypertensie. Wat gaan we doen? Neem 500 milligram."
    stage.table.typist.transcript = spoken(text)
    reviewing(stage)


def _own_phone(stage: Stage) -> None:
    stage.table.agree()
    open_over(OwnPhoneWindow(stage.table.desk, stage.window))


def _read_along(stage: Stage) -> None:
    """Somebody who hears badly, while the doctor speaks."""
    _recording(stage)
    stage.press(Qt.Key.Key_G)
    tap = stage.table.typist.heard[-1]
    said = [
        "U",
        "heeft",
        "een",
        "hoge",
        "bloeddruk.",
        "U",
        "neemt",
        "één",
        "tablet",
        "van",
        "10",
        "milligram,",
        "elke",
        "ochtend.",
    ]
    tap.on_part(LivePart(0.0, tuple(Word(at, at + 1.0, one, 0.9) for at, one in enumerate(said))))
    stage.wait(lambda: stage.table.desk.typing.live.text)


def _passphrase(stage: Stage) -> None:
    open_over(PassphraseWindow(is_new=False, parent=stage.window))


def _certificate(stage: Stage) -> None:
    """Once something was handed over there is one."""
    approved(stage)
    stage.table.desk.handing_over.prepare()
    seals = stage.table.desk.equipment.seals
    stage.wait(lambda: seals.state().practice)
    practice = seals.state().practice
    assert practice is not None
    open_over(CertificateWindow(seals.certificate(), practice, stage.window))


_BEFORE: dict[str, Way] = {"plain_words": _hard_word, "kept": _kept}
"""What must have happened before a window of `SideWindows` opens, or has something in it."""


def _side_window(name: str) -> Way:
    def go(stage: Stage) -> None:
        _BEFORE.get(name, WAYS["agreeing"])(stage)
        stage.settle()
        getattr(stage.window.windows, f"open_{name}")()

    return go


def _side_windows() -> dict[str, Way]:
    """Whatever can be opened beside the four steps, also what nobody has thought of here."""
    names = [one.removeprefix("open_") for one in dir(SideWindows) if one.startswith("open_")]
    return {name.replace("_", " "): _side_window(name) for name in names}


SCREENS: dict[str, Way] = {
    **WAYS,
    "recording": _recording,
    "warned": _warned,
    "failed": _failed,
    "withdrawing": _withdrawing,
    "corrected": _corrected,
    "key place": _key_place,
    "journal": _journal,
    "phone": _phone,
    "qr code": _qr,
    "own phone": _own_phone,
    "read along": _read_along,
    "passphrase": _passphrase,
    "certificate": _certificate,
    **_side_windows(),
}
"""How to come to each; its window is the one in front."""

SHOWS = {
    "key place": "KeyPlaceWindow",
    "journal": "JournalWindow",
    "phone": "PhoneWindow",
    "qr code": "QrWindow",
    "own phone": "OwnPhoneWindow",
    "read along": "LiveWindow",
    "passphrase": "PassphraseWindow",
    "certificate": "CertificateWindow",
    "conversation": "ConversationWindow",
    "first start": "FirstStartWindow",
    "help": "HelpWindow",
    "kept": "KeptWindow",
    "keys": "KeysWindow",
    "leaflets": "LeafletsWindow",
    "licences": "LicencesWindow",
    "log": "LogWindow",
    "plain words": "PlainWordsWindow",
    "selftest": "SelftestWindow",
    "settings": "SettingsWindow",
    "verify": "VerifyWindow",
}
"""Which window that is, where it is another than the main one."""


def in_front(stage: Stage) -> QWidget:
    """The window that a person looks at."""
    stage.settle()
    shown = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    dialogs = [one for one in shown if isinstance(one, QDialog)]
    modal = QApplication.activeModalWidget()
    return modal or (dialogs[-1] if dialogs else stage.window)


def views(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """What there is to see in the window in front: settings and first start have pages."""
    window = in_front(stage)
    if isinstance(window, FirstStartWindow):
        for at, step in enumerate(window.steps):
            window.show_step(at)
            stage.settle()
            yield type(step).__name__.lower(), window
        return
    if not isinstance(window, SettingsWindow):
        yield "", window
        return
    names = window.findChild(QListWidget)
    assert names is not None
    for at, page in enumerate(window.pages):
        names.setCurrentRow(at)
        stage.settle()
        yield type(page).__name__.removesuffix("Page").lower(), window


def every_dialog() -> set[type[QDialog]]:
    """Every kind of window that Naklank can open over its own."""
    for module in pkgutil.walk_packages(ui.__path__, "naklank.ui."):
        importlib.import_module(module.name)
    found: set[type[QDialog]] = set()
    waiting = [QDialog]
    while waiting:
        below = [one for one in waiting.pop().__subclasses__() if one not in found]
        found.update(one for one in below if one.__module__.startswith("naklank."))
        waiting += below
    return found
