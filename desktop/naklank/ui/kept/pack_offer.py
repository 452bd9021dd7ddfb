"""The offer to take a speech model that lies on a stick, or that came along with the app."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from naklank.sentences.failures import sentence
from naklank.translation import tr
from naklank.ui.parts.choice_bar import Answer, Choice
from naklank.ui.parts.message_bar import MessageKind
from naklank.workflow.model_work import Work

if TYPE_CHECKING:
    from naklank.core.errors import NaklankError
    from naklank.core.speech_models import ModelPack
    from naklank.workflow.desk import Desk
    from naklank.workflow.model_work import Errand


class PackOffer(QObject):
    """Asks once, and tells how it went to whoever said yes."""

    asked = Signal(object)
    """A Choice."""
    told = Signal(object, object)
    """A MessageKind, and a Saying."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._is_awaited = False
        desk.packs.offered.connect(self._on_offered)
        desk.models.done.connect(self._on_done)
        desk.models.failed.connect(self._on_failed)

    def _on_offered(self, pack: ModelPack) -> None:
        question = (
            tr("On the stick {stick} lies the speech model {name}. Copy it to this computer?")
            if pack.stick
            else tr("The speech model {name} lies beside Naklank. Copy it to this computer?")
        )
        copy = Answer(
            tr("Copy it"),
            tr("It is checked byte by byte, without a network. Then Naklank types with it."),
            lambda: self._take(pack),
        )
        not_now = Answer(
            tr("Not now"),
            tr("You can still take it in the settings, under Speech."),
            lambda: None,
        )
        self.asked.emit(Choice(question.format(stick=pack.stick, name=pack.name), (copy, not_now)))

    def _take(self, pack: ModelPack) -> None:
        self._is_awaited = True
        self._desk.packs.take(pack)
        self.told.emit(MessageKind.NOTICE, partial(_copying_text, pack.name))

    def _on_done(self, errand: Errand) -> None:
        if self._is_awaited and errand.work is Work.TAKING_IN:
            self._is_awaited = False
            self.told.emit(MessageKind.NOTICE, partial(_here_text, errand.name))

    def _on_failed(self, error: NaklankError) -> None:
        if self._is_awaited:
            self._is_awaited = False
            self.told.emit(MessageKind.ERROR, partial(sentence, error))


def _copying_text(name: str) -> str:
    words = tr("The speech model {name} is being copied. You can go on meanwhile.")
    return words.format(name=name)


def _here_text(name: str) -> str:
    return tr("{name} is on this computer now, and types.").format(name=name)
