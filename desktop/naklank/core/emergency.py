"""Whether a sentence says to call the emergency number: 112 is a blood pressure too."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

_NUMBER: Final = re.compile(
    r"(?<!\w)(?<!\d[ ./,\u2013-])(?<!\d\s[/\u2013-]\s)112(?!\w|[.,]\d|\s?[/\u2013-]?\s?\d)"
)
"""By itself: not in 112µg, 112/70, or 030 112 45 67."""
_CLAUSE_END: Final = re.compile(r"[;?!()]|[.,](?!\d)")
_SIGNS: Final = r"[/%°]"


def says_to_call(sentence: str, words: Mapping[str, Sequence[str]], *, is_of_calling: bool) -> bool:
    """Whether 112 stands in it as a number to call, and not as a value.

    Where the text is of calling (`is_of_calling`) any 112 by itself is one; elsewhere one of the
    words "calling" stands in the same clause. A word of "before" directly before it, or one of
    "behind" directly behind it, makes it a value. In doubt it is none: then the fixed line on whom
    to call stands on the sheet as well, and one line too many harms nobody.
    """
    return any(
        _is_to_call(clause, words, is_of_calling=is_of_calling)
        for clause in _CLAUSE_END.split(sentence.casefold())
    )


def _is_to_call(clause: str, words: Mapping[str, Sequence[str]], *, is_of_calling: bool) -> bool:
    if not is_of_calling and not re.search(rf"\b{_one_of(words['calling'])}\b", clause):
        return False
    before = re.compile(rf"\b{_one_of(words['before'])}[\s:=]*$")
    behind = re.compile(rf"\s*(?:{_one_of(words['behind'])}\b|{_SIGNS})")
    return any(
        not before.search(clause[: found.start()]) and not behind.match(clause, found.end())
        for found in _NUMBER.finditer(clause)
    )


def _one_of(words: Sequence[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, words))})"
