"""Speaking more, or a topic anew, after the text was typed; and leaving it as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from naklank.core.recording import Insertion
from naklank.core.session import Event, State, advanced

if TYPE_CHECKING:
    from naklank.workflow.joining import Joining
    from naklank.workflow.listening_flow import ListeningFlow
    from naklank.workflow.session_controller import SessionController
    from naklank.workflow.typing_flow import TypingFlow


class SpeakingAgain:
    """Leads from the review back to the microphone, and to the review without it."""

    def __init__(
        self,
        controller: SessionController,
        typing: TypingFlow,
        listening: ListeningFlow,
        joining: Joining,
    ) -> None:
        self._controller = controller
        self._typing = typing
        self._listening = listening
        self._joining = joining
        self._waits_at: int | None = None
        """The word whose topic is spoken anew once no more doubts of the text can come."""
        typing.late_checks.added.connect(self._on_late_checks)
        controller.happened.connect(self._on_happened)

    def more(self) -> None:
        """Speak more after the stop: it can only be added to what stands."""
        if Event.SPEAK_ON in self._controller.allowed:
            self._leave_review()
            self._controller.apply(Event.SPEAK_ON)

    def topic_of(self, at: int) -> None:
        """Speak the topic of this word anew; what was said of it goes once that is typed.

        While doubts of the text are still looked for, it waits for these.
        """
        session = self._controller.session
        if self._controller.state is not State.REVIEWING or session.summary is None:
            return
        if session.review.awaits_more:
            self._waits_at = at
            return
        self._waits_at = None
        if Event.SPEAK_AGAIN in self._controller.allowed:
            self._leave_review()
            passage = session.summary.passage_of(at)
            number = session.recording.next_number
            insertion = Insertion(passage.first, passage.end, number, passage.topic)
            self._controller.apply(Event.SPEAK_AGAIN, insertion=insertion)

    def keep_as_it_was(self) -> None:
        """Nothing is spoken anew, or more, after all."""
        if Event.KEEP_AS_IT_WAS in self._controller.allowed:
            self._typing.cancel()
            # First: what was given up must not come back as if it had just been spoken.
            self._joining.clean(advanced(self._controller.session, Event.KEEP_AS_IT_WAS))
            self._controller.apply(Event.KEEP_AS_IT_WAS)

    def _leave_review(self) -> None:
        self._typing.cancel()
        self._listening.close()

    def _on_late_checks(self, checks: range) -> None:
        if self._waits_at is None:
            self._listening.take_up(checks)
        else:
            self.topic_of(self._waits_at)

    def _on_happened(self, _: Event) -> None:
        self._waits_at = None
