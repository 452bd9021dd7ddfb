"""The doctor's text: what is changed in it, and which checks that opens again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from naklank.core.all_checks import text_checks
from naklank.core.consult import knowing_headings
from naklank.core.corrections import Correction, corrections
from naklank.core.doubts import doubt_checks
from naklank.core.missing_topics import missing_topics
from naklank.core.phrases import group_doubts
from naklank.core.rechecking import rechecked
from naklank.core.session import Event, State
from naklank.core.suggested_words import is_put_in, words_to_put_in
from naklank.core.summary import first_summary
from naklank.workflow.history import History, Version

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from naklank.core.agreement import Agreement
    from naklank.core.checks import Check
    from naklank.core.ports.language import Lexicon
    from naklank.core.summary import Summary
    from naklank.core.topics import Topic
    from naklank.core.transcript import Language, Transcript, Word
    from naklank.workflow.listening_flow import ListeningFlow
    from naklank.workflow.session_controller import SessionController


class EditingFlow(QObject):
    """Corrects words and moves topics, back and forth; the transcript stays as heard."""

    def __init__(
        self,
        controller: SessionController,
        listening: ListeningFlow,
        lexicon: Callable[[Language], Lexicon],
    ) -> None:
        super().__init__(controller)
        self._controller = controller
        self._listening = listening
        self._lexicon = lexicon
        self._history = History()
        self._heard: tuple[Transcript, Summary] | None = None
        controller.began.connect(self._forget)
        controller.happened.connect(self._on_happened)

    def correct(self, first: int, end: int, text: str, agreement: Agreement | None = None) -> None:
        """Other words stand in the text; the transcript stays as heard.

        A check whose words change must be heard and confirmed anew: another dose is another dose.
        With them may change what goes home; it is undone together.
        """
        version = self._version
        if version is not None:
            summary = version.summary.corrected(first, end, text)
            checks = rechecked(version.summary, summary, version.review.checks, self._find)
            review = version.review.with_checks(self._all(version.summary, summary, checks))
            self._change(version, Version(summary, review, agreement or version.agreement))

    def set_topic(self, at: int, topic: Topic) -> None:
        """A topic begins at another word."""
        version = self._version
        if version is not None:
            summary = version.summary.with_topic_at(at, topic)
            checks = self._all(version.summary, summary, version.review.checks)
            review = version.review.with_checks(checks)
            self._change(version, Version(summary, review, version.agreement))

    def undo(self) -> None:
        """Text and topics as they were before the last change."""
        version = self._version
        if version is not None:
            self._go_to(self._history.back(version))

    def redo(self) -> None:
        """The last undone change, made again."""
        version = self._version
        if version is not None:
            self._go_to(self._history.forth(version))

    @property
    def corrections(self) -> list[Correction]:
        """Where the text says other words than the computer heard."""
        version, transcript = self._version, self._controller.session.transcript
        if version is None or transcript is None:
            return []
        if self._heard is None or self._heard[0] is not transcript:
            known = knowing_headings(self._known, self._controller.session.headings)
            self._heard = transcript, first_summary(transcript, (), known)
        return corrections(self._heard[1].words, version.summary.words)

    @property
    def suggestion(self) -> str:
        """What can be put in for the words of the check at hand; empty once it stands there."""
        session, current = self._controller.session, self._listening.current
        if current is None or session.summary is None:
            return ""
        check = session.review.checks[current]
        stands = is_put_in(check, session.summary)
        can_stand = words_to_put_in(check, session.summary)
        return check.suggestion if can_stand and not stands else ""

    def take_suggestion(self) -> None:
        """As if it had been typed: the check must still be heard and confirmed."""
        session, current = self._controller.session, self._listening.current
        if not self.suggestion or current is None or session.summary is None:
            return
        check = session.review.checks[current]
        words = session.summary.words_of(check)
        self.correct(words.start, words.stop, words_to_put_in(check, session.summary))

    @property
    def _version(self) -> Version | None:
        """What is being checked; None where nothing is."""
        session = self._controller.session
        if session.state is not State.REVIEWING or session.summary is None:
            return None
        return Version(session.summary, session.review, session.agreement)

    @property
    def _known(self) -> Lexicon:
        return self._lexicon(self._controller.session.language)

    def _find(self, words: Sequence[Word]) -> tuple[Check, ...]:
        return text_checks(words, self._known, self._controller.session.started.date())

    def _all(self, before: Summary, summary: Summary, checks: Sequence[Check]) -> tuple[Check, ...]:
        """With the engine's doubts that a changed phrase held, and topics that lost their text."""
        standing = self._standing(summary, checks)
        seconds = self._controller.session.recording.seconds
        known = missing_topics(before, seconds)
        lost = (one for one in missing_topics(summary, seconds) if one not in known)
        return tuple(dict.fromkeys((*checks, *standing, *lost)))

    def _standing(self, summary: Summary, checks: Sequence[Check]) -> tuple[Check, ...]:
        """What the engine doubts beside these checks, of words that still stand there."""
        transcript = self._controller.session.transcript
        if transcript is None:
            return ()
        doubts = doubt_checks(checks, transcript, self._known)
        still = (one for one in doubts if summary.has_words_of(one))
        return group_doubts(still, transcript.words, self._known)

    def _change(self, version: Version, after: Version) -> None:
        if after.summary != version.summary:
            self._history.remember(version)
            self._put(after)

    def _go_to(self, version: Version | None) -> None:
        """A check that was confirmed at that time, or since, needs no second yes.

        A doubt that was found since then, and made no check as an edit's held its place, makes one.
        """
        if version is not None:
            review = self._controller.session.review.back_at(version.review)
            doubted = self._standing(version.summary, review.checks)
            review = review.with_checks((*review.checks, *doubted))
            self._put(replace(version, review=review))

    def _put(self, version: Version) -> None:
        """What opened is taken in hand, and plays by itself where it was not heard."""
        review = version.review
        opened = review.opened_since(self._controller.session.review)
        self._listening.unhear(review.checks[at] for at in opened if not review.is_heard(at))
        self._controller.update(summary=version.summary, review=review, agreement=version.agreement)
        if opened and not review.is_heard(opened[0]):
            self._listening.play_by_itself(opened[0])
        elif opened:
            self._listening.take_in_hand(opened[0])

    def _on_happened(self, event: Event) -> None:
        typed_anew = event is Event.FINISH_TRANSCRIBING
        if typed_anew or self._controller.session.transcript is None:
            self._forget()

    def _forget(self) -> None:
        self._history.forget()
        self._heard = None
