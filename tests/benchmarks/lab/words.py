"""Dutch text as word error rates are computed on it: the same for what is said and what is typed.

As in the field (Whisper's own normaliser): small letters, no punctuation, stress accents away,
numbers in digits, units written out. "Vijfhonderd" and "500", "nul komma vijf" and "0,5", "mg" and
"milligram", "152/88" and "152 over 88" are the same. A row of digits said one by one is a telephone
number, whatever its grouping: up to three digits make one word ("112"), more count each by itself.
"Een" and "één" are not told apart. Not done: clock times ("half elf" is not 10.30).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from naklank.language.lexicon import load_lexicon
from naklank.language.spelling import normalise, without_stress

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

UNITS = {
    "mg": "milligram",
    "mcg": "microgram",
    "µg": "microgram",
    "kg": "kilo",
    "kilogram": "kilo",
    "ml": "milliliter",
    "mm": "millimeter",
    "cm": "centimeter",
    "mmol": "millimol",
    "%": "procent",
    "°": "graden",
    "€": "euro",
}
_PIECES = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['.][^\W\d_]+)*\d*[^\W\d_]*|[%°€]")
_THOUSANDS = re.compile(r"\d{1,3}(\.\d{3})+")
_ROW = re.compile(r"\d([.,]\d){2,}")
"""Digits that were said one by one and typed with points between them."""
_LEAST_PRESSURE = 40
"""Of the two numbers of a blood pressure: between smaller ones "over" is no slash."""
_SHORT_NUMBER = 3
_LONG_NUMBER = 6
"""Digits: three are one word (112), six in a row are only a telephone number."""


@dataclass(frozen=True, slots=True)
class Token:
    """One normalised word, and the place in the text of the word that it comes from."""

    text: str
    place: int


def tokens(words: Sequence[str]) -> tuple[Token, ...]:
    """The normalised words of a text that was split at spaces."""
    cut = [Token(text, place) for place, word in enumerate(words) for text in _cut(word)]
    joined = _without_slash_words(_with_decimals(cut))
    return tuple(
        Token("een", token.place) if token.text == "1" else token
        for token in _spelled_out(list(joined))
    )


def normalised(text: str) -> str:
    """The text as it is compared."""
    return " ".join(token.text for token in tokens(text.split()))


def _cut(word: str) -> Iterator[str]:
    """`10mg` is two words, `152/88` too, `zee-engte` as well; `1.000` is one."""
    for piece in _PIECES.findall(normalise(word)):
        if not piece[0].isdigit():
            yield _plain(piece)
        elif _ROW.fullmatch(piece):
            yield from re.split("[.,]", piece)
        elif _THOUSANDS.fullmatch(piece):
            yield piece.replace(".", "")
        else:
            yield piece.replace(",", ".")


@cache
def _plain(piece: str) -> str:
    if piece == "een":  # an article more often than a number
        return piece
    value = load_lexicon("nl").numbers.cardinal(piece)
    if value is not None:
        return f"{value:g}" if value != int(value) else str(int(value))
    bare = without_stress(piece)
    return UNITS.get(bare, bare)


def _with_decimals(given: Sequence[Token]) -> Iterator[Token]:
    """Nine, comma, four: 9.4."""
    rest = list(given)
    while rest:
        texts = [token.text for token in rest[:3]]
        if texts[1:2] == ["komma"] and texts[0].isdigit() and texts[-1].isdigit():
            rest[:3] = [Token(f"{texts[0]}.{texts[-1]}", rest[0].place)]
        else:
            yield rest.pop(0)


def _without_slash_words(given: Iterable[Token]) -> Iterator[Token]:
    """152 over 88 is 152/88."""
    row = [Token("", -1), *given, Token("", -1)]
    for (before, token), (_, behind) in pairwise(pairwise(row)):
        if token.text == "over" and _is_pressure(before) and _is_pressure(behind):
            continue
        yield token


def _is_pressure(token: Token) -> bool:
    return token.text.isdigit() and int(token.text) >= _LEAST_PRESSURE


def _spelled_out(given: Sequence[Token]) -> Iterator[Token]:
    """The tokens, with each row of digits that is a telephone number cut anew."""
    row: list[Token] = []
    for token in (*given, Token("", -1)):
        in_row = bool(row) and token.text == "een"  # "één, één, twee" may be typed with an article
        if token.text.isdigit() or in_row:
            row.append(Token("1", token.place) if in_row else token)
            continue
        yield from _row(row)
        row = []
        if token.place >= 0:
            yield token


def _row(row: Sequence[Token]) -> Iterator[Token]:
    if not _is_telephone(row):
        yield from row
        return
    digits = [(digit, token.place) for token in row for digit in token.text]
    if len(digits) <= _SHORT_NUMBER:
        yield Token("".join(digit for digit, _ in digits), digits[0][1])
    else:
        yield from (Token(digit, place) for digit, place in digits)


def _is_telephone(row: Sequence[Token]) -> bool:
    singles = len(row) >= _SHORT_NUMBER and all(len(token.text) == 1 for token in row)
    return singles or any(
        len(token.text) >= _LONG_NUMBER or (len(token.text) > 1 and token.text[0] == "0")
        for token in row
    )
