"""From what was typed to a text with its checks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from naklank.core.all_checks import typed_checks
from naklank.core.consult import knowing_headings
from naklank.core.missing_topics import missing_topics
from naklank.core.review import Review
from naklank.core.splicing import spliced_review, spliced_summary, spliced_transcript
from naklank.core.summary import first_summary

if TYPE_CHECKING:
    from collections.abc import Callable

    from naklank.core.ports.language import Lexicon
    from naklank.core.ports.wording import Vocabulary
    from naklank.core.session import Session
    from naklank.core.transcript import Language, Transcript
    from naklank.workflow.joining import Joined


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What is known of a language, and of the names and terms in it."""

    lexicon: Callable[[Language], Lexicon]
    vocabulary: Callable[[Language, tuple[str, ...]], Vocabulary]


def make_review(
    session: Session,
    transcript: Transcript,
    knowledge: Knowledge,
    words: tuple[str, ...],
    joined: Joined | None,
) -> dict[str, Any]:
    """What the session holds once its recording was typed. A tenth of a second and more.

    `transcript` is of `session.spoken`; `words` are the practice's own, and `joined` is the
    whole where that was spoken anew.
    """
    spoken = session.spoken
    lexicon = knowledge.lexicon(transcript.language)
    vocabulary = knowledge.vocabulary(transcript.language, words)
    checks = typed_checks(transcript, spoken, session.started.date(), lexicon, vocabulary)
    knowing = knowing_headings(lexicon, session.headings)
    summary = first_summary(transcript, spoken.marks, knowing)
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
