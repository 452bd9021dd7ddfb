"""The agreed rules, said by the practice's own voice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from naklank.core.errors import NaklankError
    from naklank.workflow.voice_flow import Reading, VoiceFlow


class SpokenRules(QObject):
    """Says exactly the words that stand there, or nothing."""

    changed = Signal()
    """It begins or ends, or other words can be said."""
    failed = Signal(object)

    def __init__(self, voices: VoiceFlow) -> None:
        super().__init__(voices)
        self._voices = voices
        self._said: Reading | None = None
        """What was asked for last."""
        voices.changed.connect(self._on_changed)
        voices.failed.connect(self._on_failed)

    @property
    def has_any(self) -> bool:
        """Whether some words can be said."""
        return any(words for parts in self._voices.contents.values() for words in parts.values())

    @property
    def spoken(self) -> str:
        """The words that are being said; none while it is silent."""
        said = self._said
        return said.words if said is not None and said is self._voices.played else ""

    def can_say(self, words: str) -> bool:
        """Whether somebody has recorded just these words."""
        return self._voices.reading_of(words) is not None

    def say(self, words: str) -> None:
        """From their beginning, if somebody has recorded just these."""
        self._said = self._voices.reading_of(words)
        if self._said is not None:
            self._voices.play(self._said)

    def stop(self) -> None:
        """Fall silent; what else plays goes on."""
        if self.spoken:
            self._voices.stop_playing()

    def _on_changed(self) -> None:
        played = self._voices.played
        if self._voices.reading or (played is not None and played is not self._said):
            self._said = None  # the settings are at work
        self.changed.emit()

    def _on_failed(self, error: NaklankError) -> None:
        if self._said is not None:
            self._said = None
            self.failed.emit(error)
