"""What somebody in the room reads while the doctor speaks; nothing of it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal

from naklank.core.live import LivePart, live_text, with_part
from naklank.core.session import Event, State
from naklank.core.transcript import Stretch

if TYPE_CHECKING:
    from collections.abc import Callable

    from naklank.core.transcript import Word
    from naklank.workflow.session_controller import SessionController

_SPEAKING: Final = (State.AGREED, State.RECORDING, State.PAUSED)


class _PartListener(QObject):
    """Carries what grows over to the main thread."""

    grew = Signal(object, object)

    def on_part(self, part: LivePart) -> None:
        self.grew.emit(self, part)


class LiveText(QObject):
    """In memory alone, from the first word to the end of the recording."""

    changed = Signal()

    def __init__(self, controller: SessionController) -> None:
        super().__init__(controller)
        self._controller = controller
        self._listener: _PartListener | None = None
        self._words: tuple[Word, ...] = ()
        self._text = ""
        self.is_wanted = False
        """Whether somebody reads along: asked for each patient anew, and each time."""
        controller.began.connect(self.end)
        controller.changed.connect(self._draw)
        controller.happened.connect(self._on_happened)

    @property
    def text(self) -> str:
        """As it reads by now, without the interpreter."""
        return self._text

    @property
    def is_possible(self) -> bool:
        """Whether what is spoken now is to be typed at all."""
        session = self._controller.session
        return session.state in _SPEAKING and session.agreement.take_home.has_text

    @property
    def is_coming(self) -> bool:
        """Whether the engine hears what is spoken."""
        return self._listener is not None

    def want(self, is_wanted: bool) -> None:  # noqa: FBT001 - the one thing that is said
        """Somebody reads along, or does not any more."""
        self.is_wanted = is_wanted
        self.changed.emit()

    def listen(self) -> Callable[[LivePart], None]:
        """Who hears what is typed of the recording that begins, or goes on, now."""
        self._listener = _PartListener(self)
        self._listener.grew.connect(self._on_grew, Qt.ConnectionType.QueuedConnection)
        return self._listener.on_part

    def end(self) -> None:
        """Nothing of it stays, and what comes late is not heard."""
        self.is_wanted = False
        self._forget()

    def _on_happened(self, event: Event) -> None:
        if event is Event.DISCARD_RECORDING:
            self._forget()

    def _forget(self) -> None:
        self._listener = None
        self._words = ()
        self._draw()

    def _on_grew(self, listener: _PartListener, part: LivePart) -> None:
        if listener is self._listener:
            self._words = with_part(self._words, part)
            self._draw()

    def _draw(self) -> None:
        """An interpreter may have begun to speak, or the recording have ended."""
        if self._controller.state not in _SPEAKING and (self._listener or self.is_wanted):
            self.end()
            return
        spoken = self._controller.session.spoken
        since = spoken.interpreter_since
        now = () if since is None else (Stretch(since, float("inf")),)
        self._text = live_text(self._words, (*spoken.interpreted, *now))
        self.changed.emit()
