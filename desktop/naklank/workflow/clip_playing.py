"""A sound of its own on the loudspeaker: no part of the recording that is checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from naklank.core.errors import NaklankError
from naklank.core.transcript import Stretch
from naklank.workflow.loudspeaker import SILENT, WHY, SignalPlayerListener

if TYPE_CHECKING:
    from collections.abc import Callable

    from naklank.core.ports.sound import Played, Player
    from naklank.core.voice import Clip


class ClipPlaying(QObject):
    """Plays a clip from its beginning, in place of what plays; it does not count as heard."""

    position_changed = Signal(float)
    """How much of it has sounded, from 0 to 1."""
    ended = Signal(object)
    """How it ended, as Played."""
    failed = Signal(object)

    def __init__(self, player: Player, lend: Callable[[], None], parent: QObject) -> None:
        """`lend` has those who play the recording give the player away."""
        super().__init__(parent)
        self._player = player
        self._lend = lend
        self._listener: SignalPlayerListener | None = None
        self.is_silent = False
        """Whether the last playing could not be heard by anybody."""

    @property
    def is_playing(self) -> bool:
        """Whether a clip was begun whose end is still awaited."""
        return self._listener is not None

    def play(self, clip: Clip) -> None:
        """From its beginning to its end, as fast as it was spoken."""
        self._lend()
        stretch = Stretch(0.0, clip.seconds)
        listener = SignalPlayerListener(stretch, "", self)
        listener.position.connect(self._on_position, Qt.ConnectionType.QueuedConnection)
        listener.ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)
        self._listener = listener
        self._player.load_clip(clip)
        self._player.play(stretch, 1.0, listener)

    def stop(self) -> None:
        """Fall silent; how it ended is still told."""
        if self._listener is not None:
            self._player.stop()

    def forget(self) -> None:
        """Fall silent, and tell nobody how it ended."""
        if self._listener is not None:
            self._listener = None
            self._player.stop()

    def _on_position(self, listener: SignalPlayerListener, second: float) -> None:
        if listener is self._listener:
            self.position_changed.emit(second / listener.stretch.seconds)

    def _on_ended(self, listener: SignalPlayerListener, played: Played, _heard: float) -> None:
        listener.deleteLater()
        if listener is not self._listener:
            return
        self._listener = None
        self.is_silent = played in SILENT
        self.ended.emit(played)
        if played in WHY:
            self.failed.emit(NaklankError(WHY[played]))
