"""From what was typed to a text with its checks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from naklank.core.consult import knowing_headings
from naklank.core.doubts import with_doubts
from naklank.core.finding import find_checks
from naklank.core.missing_topics import missing_topics
from naklank.core.offers import with_offers
from naklank.core.phrases import group_checks
from naklank.core.review import Review, gap_checks
from naklank.core.splicing import spliced_review, spliced_summary, spliced_transcript
from naklank.core.suggestions import with_suggestions
from naklank.core.summary import draft_summary

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from naklank.core.checks import Check
    from naklank.core.ports.language import Lexicon
    from naklank.core.ports.wording import Vocabulary
    from naklank.core.recording import Recording
    from naklank.core.session import Session
    from naklank.core.transcript import Language, Transcript
    from naklank.workflow.joining import Joined


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What is known of a language, and of the names and terms in it."""

    lexicon: Callable[[Language], Lexicon]
    vocabulary: Callable[[Language, tuple[str, ...]], Vocabulary]

    def checks(
        self, transcript: Transcript, recording: Recording, today: date, words: tuple[str, ...]
    ) -> tuple[Check, ...]:
        """All that must be heard of what was typed, but for topics that are missing.

        `words` are the practice's own.
        """
        known = self.lexicon(transcript.language)
        meant = self.vocabulary(transcript.language, words).suggestions(transcript)
        found = with_suggestions(find_checks(transcript, known), meant)
        offered = with_offers(found, transcript.words, today, known)
        places = (*offered, *gap_checks(recording))
        return with_doubts(group_checks(places, transcript.words, known), transcript, known)


def drafted(
    session: Session,
    transcript: Transcript,
    knowledge: Knowledge,
    words: tuple[str, ...],
    joined: Joined | None,
) -> dict[str, Any]:
    """What the session holds once its recording was typed. A tenth of a second and more.

    `transcript` is of `session.spoken`; `joined` is the whole where that was spoken anew.
    """
    spoken = session.spoken
    checks = knowledge.checks(transcript, spoken, session.started.date(), words)
    lexicon = knowing_headings(knowledge.lexicon(transcript.language), session.headings)
    summary = draft_summary(transcript, spoken.marks, lexicon)
    before, insertion = session.transcript, session.insertion
    if joined is None or insertion is None or before is None or session.summary is None:
        missing = missing_topics(summary, spoken.seconds)
        review = Review((*checks, *missing), awaits_more=True)
        return {"transcript": transcript, "summary": summary, "review": review}
    splice, seconds = joined.splice, joined.recording.seconds
    whole = spliced_summary(session.summary, summary, splice, insertion)
    return {
        "recording": joined.recording,
        "insertion": None,
        "transcript": spliced_transcript(before, transcript, splice),
        "summary": whole,
        "review": spliced_review(session.review, checks, splice, whole, seconds),
    }
