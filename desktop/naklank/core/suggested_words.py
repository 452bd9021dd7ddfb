"""What is suggested for a check, put into the text in place of its words."""

import re
from typing import Final

from naklank.core.checks import Check
from naklank.core.summary import Summary
from naklank.core.topics import SENTENCE_ENDS

_BEFORE: Final = re.compile(r"^\W*")
_BEHIND: Final = re.compile(r"\W*$")


def is_put_in(check: Check, summary: Summary) -> bool:
    """Whether the suggestion of a check stands in the text by now."""
    words = summary.words_of(check)
    if not check.suggestion or not words:
        return False
    stands = " ".join(summary.words[at].text for at in words)
    return _bare(stands).casefold() == _bare(check.suggestion).casefold()


def words_to_put_in(check: Check, summary: Summary) -> str:
    """The suggestion as it would stand in the text: with the punctuation around the words there.

    With a capital too, where it begins a sentence; empty where nothing can be put in.
    """
    words = summary.words_of(check)
    if not check.suggestion or not words:
        return ""
    first, last = summary.words[words.start].text, summary.words[words.stop - 1].text
    meant = check.suggestion
    if _begins_sentence(words.start, summary):
        meant = meant[:1].upper() + meant[1:]
    return _found(_BEFORE, first) + meant + _found(_BEHIND, last)


def _begins_sentence(at: int, summary: Summary) -> bool:
    if any(passage.first == at for passage in summary.passages):
        return True
    before = summary.words[at - 1]
    return before.ends_line or before.text.endswith(SENTENCE_ENDS)


def _bare(text: str) -> str:
    return _BEHIND.sub("", _BEFORE.sub("", text))


def _found(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return match[0] if match else ""
