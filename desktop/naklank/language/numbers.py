"""Number words and typed numbers to values: a rule for compounds instead of a list."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

_THOUSANDS: Final = re.compile(r"[1-9]\d{0,2}([.,]\d{3})+")  # "0.500" is a half
_DECIMAL: Final = re.compile(r"\d+([.,]\d+)?")
FRACTIONS: Final = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
"""Signs that are a number by themselves and behind a whole one (1½)."""
_UNITS: Final = range(1, 10)
_TENS: Final = range(20, 100, 10)
_POWER_LIMIT: Final = 1000


@dataclass(frozen=True, slots=True)
class NumberWords:
    """How one language builds its number words (the `[numbers]` table of its word list).

    `links` join unit and ten ("drie-ën-twintig", "twenty-one"), `powers` are glued behind their
    factor ("tweehonderd"), `halves` close a compound ("tweeënhalf"), `ordinal_endings` tell what
    the cardinal has in their place ("derde": "drie"), `decimal` is the decimal mark.
    """

    words: Mapping[str, float]
    links: tuple[str, ...]
    powers: Mapping[str, int]
    halves: tuple[str, ...]
    ordinal_endings: Mapping[str, str]
    decimal: str

    def value(self, text: str) -> float | None:
        """The value of a normalised word or typed number; None if it is neither."""
        cardinal = self.cardinal(text)
        return self._ordinal(text) if cardinal is None else cardinal

    def cardinal(self, text: str) -> float | None:
        """As `value`, without ordinals: a third is not said in a telephone number."""
        if text[-1:] in FRACTIONS:
            whole = self._typed(text[:-1]) if text[:-1] else 0
            return None if whole is None else whole + FRACTIONS[text[-1]]
        return self._typed(text) if text[:1].isdecimal() else self._cardinal(text)

    def _typed(self, text: str) -> float | None:
        """1.000 is a thousand in Dutch and one in English; 2.5 is what it looks like in both."""
        thousands = "," if self.decimal == "." else "."
        if _THOUSANDS.fullmatch(text) and self.decimal not in text:
            return float(text.replace(thousands, ""))
        if _DECIMAL.fullmatch(text):
            return float(text.replace(",", "."))
        return None

    def _cardinal(self, text: str) -> float | None:
        if text in self.words:
            return self.words[text]
        for word, power in sorted(self.powers.items(), key=lambda item: -item[1]):
            if word in text:
                return self._multiple(text, word, power)
        half = self._with_half(text)
        return self._unit_and_ten(text) if half is None else half

    def _multiple(self, text: str, word: str, power: int) -> float | None:
        """`honderdtweeënvijftig`: the factor before the power, the rest behind it."""
        before, _, behind = text.partition(word)
        factor = self._cardinal(before) if before else 1
        rest = self._rest(behind)
        if factor is None or rest is None or factor >= _POWER_LIMIT or rest >= power:
            return None
        return factor * power + rest

    def _rest(self, text: str) -> float | None:
        if not text:
            return 0
        candidates = (text, *(text.removeprefix(link) for link in self.links))  # honderd(en)een
        return next((rest for part in candidates if (rest := self._cardinal(part))), None)

    def _with_half(self, text: str) -> float | None:
        """`tweeënhalf`, `drieëneenhalve`."""
        for half in self.halves:
            for link in self.links:
                if text.endswith(link + half):
                    whole = self.words.get(text.removesuffix(link + half))
                    if whole is not None:
                        return whole + 0.5
        return None

    def _unit_and_ten(self, text: str) -> float | None:
        """`drieëntwintig` and `twenty-three`: unit and ten in either order."""
        for link in self.links:
            for cut in re.finditer(re.escape(link), text):  # negen-en-twintig has "en" twice
                parts = (text[: cut.start()], text[cut.end() :])
                unit, ten = sorted(self.words.get(part, 0) for part in parts)
                if unit in _UNITS and ten in _TENS:
                    return unit + ten
        return None

    def _ordinal(self, text: str) -> float | None:
        for ending, instead in self.ordinal_endings.items():
            if text.endswith(ending):
                value = self._cardinal(text.removesuffix(ending) + instead)
                if value is not None:
                    return value
        return None
