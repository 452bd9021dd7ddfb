"""A check in two lines: its words, and why and where they must be heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from naklank.core.alignment import bare
from naklank.core.checks import CheckKind
from naklank.core.missing_topics import are_there
from naklank.core.suggested_words import is_put_in
from naklank.sentences.words import check_kind, check_text, clock_text, topic_name
from naklank.translation import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from naklank.core.checks import Check
    from naklank.core.summary import Summary
    from naklank.core.topics import Topic
    from naklank.core.transcript import DropReason


def check_lines(
    check: Check, summary: Summary | None, headings: Mapping[Topic, str]
) -> tuple[str, str]:
    """As the text stands now: what was suggested and put in is no question any more.

    `headings` are what the topics are called where that is not as usual.
    """
    if check.topics:
        names = " · ".join(headings.get(topic) or topic_name(topic) for topic in check.topics)
        return names, _missing(check, summary)
    where = clock_text(check.start)
    words = _words(check, summary)
    if summary is not None and is_put_in(check, summary):
        words = check.suggestion
    elif check.suggestion:
        words = f"{words} · {check.suggestion}?"
    return words, f"{_why(check)} · {where}"


def _words(check: Check, summary: Summary | None) -> str:
    """As they stand on the page, with numbers in digits, where the place has words there."""
    places = summary.words_of(check) if summary is not None and check.text else range(0)
    if summary is None or not places:
        return check_text(check)
    return bare(" ".join(summary.words[at].text for at in places))


def _why(check: Check) -> str:
    if check.kind is CheckKind.UNSUPPORTED and check.reason is not None:
        return _reason(check.reason)
    if check.weekday:
        return tr("this date is a {weekday}").format(weekday=check.weekday)
    return check_kind(check.kind)


def _missing(check: Check, summary: Summary | None) -> str:
    """That topics have no text: what is missing, and no advice about it."""
    if summary is not None and are_there(check, summary):
        return tr("has text now")
    if len(check.topics) > 1:
        return tr("no text stands under these headings")
    return tr("no text stands under this heading")


def _reason(reason: DropReason) -> str:
    """Why typed words were left out."""
    return {
        "no_speech": tr("left out: nobody speaks here"),
        "loop": tr("left out: typed again and again"),
        "phrase": tr("left out: made up"),
        "echo": tr("left out: from the word list"),
        "language": tr("left out: another language"),
    }[reason]
