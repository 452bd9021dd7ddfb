"""The notation of a risk rule, and the regular expression that it stands for.

The words of a text become one line, a word as `<letters of its tags>` with the punctuation behind
it, and a rule is matched on that line.
"""

import re
from typing import Final, NamedTuple

from naklank.core.checks import CheckKind
from naklank.core.ports.language import Lexicon, Tag
from naklank.core.sentence_ends import CLOSING_MARKS, mark_of
from naklank.core.transcript import Word


class Rule(NamedTuple):
    """A check is made of the words that match `words`, where they stand right behind `after`.

    The notation is that of `re`, with a tag's name for one word: A&B has both tags, A!B has A and
    not B, WORD is any word. Two words stand next to each other without punctuation; "," is a comma
    between them and "." the end of a sentence. A word of an earlier check matches nothing.
    """

    kind: CheckKind
    words: str
    after: str = ""


_TAG_NAME: Final = re.compile(r"[A-Z_]{2,}(?:[&!][A-Z_]{2,})*")
_LETTERS: Final = {tag: chr(0x4E00 + at) for at, tag in enumerate(Tag)}  # nothing to `re`
TAKEN: Final = "#"
"""The tag of a word that belongs to a check already."""
_PUNCTUATION: Final = dict.fromkeys(CLOSING_MARKS, ".") | dict.fromkeys(",;:", ",")


def compiled(rule: Rule) -> re.Pattern[str]:
    """The expression of a rule; its group `check` is what the check is made of."""
    return re.compile(f"{_in_letters(rule.after)}(?P<check>{_in_letters(rule.words)})")


def code(word: Word, lexicon: Lexicon) -> str:
    """A word as `<letters of its tags>` and the punctuation behind it, for the rules to match."""
    letters = "".join(_LETTERS[tag] for tag in lexicon.tags(word.text))
    return f"<{letters}>{_PUNCTUATION.get(mark_of(word.text), '')}"


def _in_letters(notation: str) -> str:
    return _TAG_NAME.sub(lambda name: _one_word(name[0]), notation).replace(" ", "")


def _one_word(name: str) -> str:
    """The expression for one free word: `A&B!C` as a look-ahead for each tag."""
    if name == "WORD":
        return f"(?:<[^>{TAKEN}]*>)"
    tags = re.findall(r"([&!]?)([A-Z_]+)", name)
    asked = ((sign == "!", _LETTERS[Tag[tag]]) for sign, tag in tags)
    looks = "".join(f"(?{'!' if no else '='}[^>]*{letter})" for no, letter in asked)
    return f"(?:<{looks}[^>]*>)"
