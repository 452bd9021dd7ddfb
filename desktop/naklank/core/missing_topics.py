"""Topics that have no text: asked as a form asks, never as medical advice."""

from typing import Final

from naklank.core.checks import Check, CheckKind
from naklank.core.summary import Summary
from naklank.core.topics import Topic

_ALWAYS: Final = Topic.WHEN_TO_CALL
"""Patients recalled 28 % of the signs to call for, the least of all they were told."""
_NEXT_STEPS: Final = (Topic.WHAT_WE_DO, Topic.NEXT_APPOINTMENT)
"""One of them is a next step. Asked only of a summary with headings: of others nobody knows."""


def missing_topics(summary: Summary, end: float) -> tuple[Check, ...]:
    """At most two checks without sound, at the end of the recording.

    One for when to call, always; one where no next step has text, which names both headings.
    """
    there = {passage.topic for passage in summary.passages} - {None}
    calls = () if _ALWAYS in there else (_ALWAYS,)
    steps = () if not there or there & set(_NEXT_STEPS) else _NEXT_STEPS
    return tuple(
        Check(CheckKind.MISSING_TOPIC, "", end, end, topics=topics)
        for topics in (calls, steps)
        if topics
    )


def are_there(check: Check, summary: Summary) -> bool:
    """Whether one of the topics that were missing has text by now."""
    return any(passage.topic in check.topics for passage in summary.passages)
