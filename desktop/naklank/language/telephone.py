"""A telephone number that was said digit by digit."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from naklank.language.numbers import NumberWords
    from naklank.language.spoken_words import SpokenNumbers, SpokenWords


def digits_said(
    said: SpokenWords, at: int, numbers: NumberWords, spoken: SpokenNumbers
) -> tuple[int, str]:
    """Where the digits end that are said in one breath, and these; `at` itself where none begin.

    "Nul drie nul, één twee" are the groups 030 and 12: a pause keeps its place as a space.
    """
    last = said.of_check(at).stop
    digits, end = "", at
    while end < last and (end == at or said.is_followed(end - 1)):
        times = spoken.doubled.get(said.text(end), 0)
        more = _digits(said.text(end + bool(times)), numbers, spoken)
        if not more or end + bool(times) >= last:
            break
        digits += more * max(times, 1)
        end += 1 + bool(times)
    return end, digits


def _digits(text: str, numbers: NumberWords, spoken: SpokenNumbers) -> str:
    if text in spoken.noughts:
        return "0"
    value = None if text[:1].isdecimal() else numbers.cardinal(text)
    return f"{value:g}" if value is not None and value in range(100) else ""
