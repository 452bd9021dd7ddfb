"""Whether a correction changes what was said, where that can harm."""

from collections.abc import Sequence
from typing import Final

from naklank.core.ports.language import Lexicon, Tag
from naklank.core.transcript import Word

_ASKED: Final = frozenset(
    {
        Tag.NUMBER,
        Tag.UNIT,
        Tag.TIMES,
        Tag.SIDE,
        Tag.AMOUNT,
        Tag.DAY_WORD,
        Tag.WEEKDAY,
        Tag.MONTH,
        Tag.NEGATION,
        Tag.PERIOD,
        Tag.DAY_PART,
        Tag.CLOCK,
        Tag.EVERY,
        Tag.BOUND,
        Tag.BUILD,
        Tag.CEASE,
    }
)
"""Of a number, a dose, a side, a date and a negation sound and paper must say the same. A name is
not among them: it is nearly always the computer that did not know it."""


def changes_meaning(before: Sequence[str], after: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether other numbers, units, sides, times or negations stand there, or in another order.

    Of "2 's ochtends en 1 's avonds" the order matters. "tien" and "10" are the same, and so are
    all ways to write it that the lexicon knows.
    """
    old, new = _written(before, lexicon), _written(after, lexicon)
    # "Op" is mostly a little word, but "bouwt u op" is not "bouwt u af".
    turns = all(any(Tag.PARTICLE in lexicon.tags(word) for word in one) for one in (old, new))
    asked = _ASKED | {Tag.PARTICLE} if turns else _ASKED
    return _risks(old, asked, lexicon) != _risks(new, asked, lexicon)


def _written(texts: Sequence[str], lexicon: Lexicon) -> list[str]:
    words = lexicon.written([Word(0.0, 0.0, text, 1.0) for text in texts])
    return [word.text for word in words]


def _risks(words: Sequence[str], asked: frozenset[Tag], lexicon: Lexicon) -> list[str]:
    """In one way of writing: of "500mg" for "500 milligram" nobody needs to be asked."""
    risky = (word for word in words if lexicon.tags(word) & asked)
    return [same for word in risky for same in lexicon.same(word)]
