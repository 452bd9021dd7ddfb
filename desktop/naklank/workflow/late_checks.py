"""The checks that are found behind the text: by a second decoding, which no text waits for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from naklank.core.doubts import doubt_checks
from naklank.core.moving import moved_transcript
from naklank.core.phrases import group_doubts
from naklank.core.session import State

if TYPE_CHECKING:
    from collections.abc import Callable

    from naklank.core.ports.language import Lexicon
    from naklank.core.transcript import Language, Transcript
    from naklank.workflow.session_controller import SessionController


class LateChecks(QObject):
    """Puts them behind the checks that lie there; until then nothing can be approved."""

    added = Signal(object)
    """Their places among the checks of the review."""

    def __init__(
        self, controller: SessionController, lexicon: Callable[[Language], Lexicon]
    ) -> None:
        super().__init__(controller)
        self._controller = controller
        self._lexicon = lexicon
        self._doubted: Transcript | None = None
        """With every doubt; it waits until the text is reviewed."""
        self._is_over = False
        """Whether none will come any more."""
        self._begin = 0.0

    def forget(self) -> None:
        """Another recording is typed, or another session lies on the desk."""
        self._doubted = None
        self._is_over = False
        self._begin = 0.0

    def begin_at(self, second: float) -> None:
        """What is typed will stand at this second of the whole."""
        self._begin = second

    def take(self, transcript: Transcript) -> None:
        """All doubts of the text are known."""
        self._doubted = transcript
        self.add()

    def give_up(self) -> None:
        """No more will be found; the text stands, and all of it must be heard."""
        self._doubted = None
        self._is_over = True
        self.add()

    def add(self) -> None:
        """Add the checks, if all doubts are known, or end the waiting, where a text is reviewed."""
        if self._controller.state is not State.REVIEWING:
            return
        review, heard = self._controller.session.review, self._controller.session.transcript
        doubted, self._doubted = self._doubted, None
        if doubted is not None and heard is not None:
            part = moved_transcript(doubted, self._begin) if self._begin else doubted
            lexicon = self._lexicon(part.language)
            found = doubt_checks(review.checks, part, lexicon)
            found = group_doubts(found, part.words, lexicon)
            doubts = tuple(dict.fromkeys((*heard.doubts, *part.doubts)))
            whole = replace(heard, doubts=doubts)
            self._controller.update(transcript=whole, review=review.with_more(found))
            self.added.emit(range(len(review.checks), len(review.checks) + len(found)))
        elif self._is_over and review.awaits_more:
            self._controller.update(review=review.without_more())
            self.added.emit(range(0))
