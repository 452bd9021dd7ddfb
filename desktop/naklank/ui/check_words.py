"""A check in two lines: its words, and why and where they must be heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from naklank.core.checks import CheckKind
from naklank.core.suggested_words import is_put_in
from naklank.translation import tr
from naklank.ui.words import check_kind, check_text, clock_text

if TYPE_CHECKING:
    from naklank.core.checks import Check
    from naklank.core.summary import Summary
    from naklank.core.transcript import DropReason


def check_lines(check: Check, summary: Summary | None) -> tuple[str, str]:
    """As the text stands now: what was suggested and put in is no question any more."""
    where = clock_text(check.start)
    words = check_text(check)
    if summary is not None and is_put_in(check, summary):
        words = check.suggestion
    elif check.suggestion:
        words = f"{words} · {check.suggestion}?"
    return words, f"{_why(check)} · {where}"


def _why(check: Check) -> str:
    if check.kind is CheckKind.UNSUPPORTED and check.reason is not None:
        return _reason(check.reason)
    return check_kind(check.kind)


def _reason(reason: DropReason) -> str:
    """Why typed words were left out."""
    return {
        "no_speech": tr("left out: nobody speaks here"),
        "loop": tr("left out: typed again and again"),
        "phrase": tr("left out: made up"),
        "echo": tr("left out: from the word list"),
        "language": tr("left out: another language"),
    }[reason]
