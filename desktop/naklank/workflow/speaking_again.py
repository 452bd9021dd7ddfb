"""Speaking more, or a topic anew, after the text was typed; and leaving it as it was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from naklank.core.recording import Insertion
from naklank.core.session import Event, State, advanced

if TYPE_CHECKING:
    from naklank.core.session import Session
    from naklank.core.summary import SummaryWord
    from naklank.core.topics import Topic
    from naklank.workflow.joining import Joining
    from naklank.workflow.listening_flow import ListeningFlow
    from naklank.workflow.session_controller import SessionController
    from naklank.workflow.typing_flow import TypingFlow


@dataclass(frozen=True, slots=True)
class _Wish:
    """To speak anew the topic of a word in a text that is edited meanwhile."""

    identity: str
    word: SummaryWord
    topic: Topic | None

    def place_in(self, session: Session) -> int | None:
        """Where the word stands by now; None where it is gone, or under another topic.

        A place in the text moves with each edit, a place in the sound does not.
        """
        summary = session.summary
        if summary is None or session.identity != self.identity:
            return None
        at = next((at for at, word in enumerate(summary.words) if self._is_of(word)), None)
        is_there = at is not None and summary.passage_of(at).topic is self.topic
        return at if is_there else None

    def _is_of(self, word: SummaryWord) -> bool:
        if self.word.sound is None or word.sound is None:
            return word is self.word
        return word.sound.start <= self.word.sound.middle <= word.sound.end


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
        self._wish: _Wish | None = None
        """What is spoken anew once no more doubts of the text can come."""
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
        passage = session.summary.passage_of(at)
        if session.review.awaits_more:
            self._wish = _Wish(session.identity, session.summary.words[at], passage.topic)
        elif Event.SPEAK_AGAIN in self._controller.allowed:
            self._leave_review()
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
        """Where the wished is not there any more, the review goes on as if nothing was wished."""
        wish, self._wish = self._wish, None
        at = wish.place_in(self._controller.session) if wish else None
        if at is None:
            self._listening.take_up(checks)
        else:
            self.topic_of(at)

    def _on_happened(self, _: Event) -> None:
        self._wish = None
