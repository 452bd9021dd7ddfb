"""Where and how long what went wrong is said in the window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from naklank.core.errors import ErrorCode
from naklank.sentences.failures import sentence
from naklank.sentences.words import full_disk_at_the_end_text
from naklank.ui.beside.side_windows import missing_place_text
from naklank.ui.pages import AGREE, SPEAK
from naklank.ui.parts.message_bar import MessageKind
from naklank.workflow.recording_flow import Microphone

if TYPE_CHECKING:
    from collections.abc import Callable

    from naklank.core.errors import NaklankError
    from naklank.ui.beside.side_windows import SideWindows
    from naklank.ui.parts.message_bar import MessageBar, Saying
    from naklank.workflow.desk import Desk


class Failures(QObject):
    """Says each where it is read: in the bar, on the page that speaks of it, or as a question."""

    def __init__(
        self,
        desk: Desk,
        messages: MessageBar,
        windows: SideWindows,
        step: Callable[[], int],
        parent: QObject,
    ) -> None:
        """`step` tells which one is seen, for a page may say by itself what failed."""
        super().__init__(parent)
        self._desk = desk
        self._messages = messages
        self._windows = windows
        self._step = step
        self._passing: Saying | None = None
        """What is said of a microphone that is lost, and holds until it is found or closed."""
        self._unexplained: NaklankError | None = None
        """No key could be had, and nobody knows yet where keys can lie on this computer."""
        desk.failed.connect(self._on_failed)
        desk.computer.known.connect(self._on_computer_known)
        desk.recording.microphone_changed.connect(self._on_microphone)
        desk.typing.engine_changed.connect(self.tell_engine)

    def tell_engine(self) -> None:
        """Before anybody speaks: on this computer the text must be typed by hand."""
        error = self._desk.typing.engine_error
        if error is not None and self._step() in (AGREE, SPEAK):
            self._messages.add_message(MessageKind.WARNING, partial(sentence, error))

    def _on_failed(self, error: NaklankError) -> None:
        say: Saying = partial(sentence, error)
        if error.code is ErrorCode.MICROPHONE_LOST:
            self._passing = say
        elif error.code is ErrorCode.DISK_FULL and error is self._desk.recording.failure:
            if self._step() == SPEAK:
                return  # its page says what is kept, and the way on, for as long as it is full
            say = partial(full_disk_at_the_end_text, self._desk.session.recording.seconds)
        elif error.code is ErrorCode.KEYS_UNAVAILABLE:
            if self._is_asked_instead(error):
                return
            if self._desk.needs_key_place:
                say = partial(missing_place_text, self._desk)
        if error.code is ErrorCode.VOICE_MISSING:
            self._messages.show_message(MessageKind.WARNING, say)
        elif self._step() == AGREE:
            self._messages.add_message(MessageKind.ERROR, say)  # beside what else the start tells
        else:
            self._messages.show_message(MessageKind.ERROR, say)

    def _is_asked_instead(self, error: NaklankError) -> bool:
        """A place for keys that was never chosen is asked for, and by whoever needs it."""
        desk = self._desk
        if desk.computer.key_places is None:
            self._unexplained = error
            return True
        if not (desk.needs_key_place and desk.may_choose_key_place):
            return False
        if error is desk.recording.failure:
            self._windows.ask_for_keys()
        return self._step() in (AGREE, SPEAK)  # nothing is to be kept yet

    def _on_computer_known(self) -> None:
        error, self._unexplained = self._unexplained, None
        if error is not None:
            self._on_failed(error)

    def _on_microphone(self, microphone: Microphone) -> None:
        if microphone is Microphone.CLOSED and self._passing:
            self._messages.take_back(self._passing)
            self._passing = None
