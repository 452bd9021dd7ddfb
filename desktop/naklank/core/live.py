"""What is typed while somebody speaks, for a reader in the room: unchecked, and kept nowhere."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from naklank.core.interpreting import others
from naklank.core.transcript import Stretch, Word

BREAK: Final = 1.0
"""Seconds of silence behind which a new line begins: where a sentence came to rest."""


@dataclass(frozen=True, slots=True)
class LivePart:
    """From this second of what is spoken on, the text reads so by now."""

    start: float
    words: tuple[Word, ...]


def with_part(words: Sequence[Word], part: LivePart) -> tuple[Word, ...]:
    """The text with its newest part: what stood there from its start on was typed ahead."""
    return (*(word for word in words if word.start < part.start), *part.words)


def live_text(words: Sequence[Word], interpreted: Sequence[Stretch]) -> str:
    """As it is read, without what an interpreter says; a line for each breath."""
    return "\n".join(" ".join(line) for line in _lines(others(words, interpreted)))


def _lines(words: Sequence[Word]) -> Iterator[list[str]]:
    line: list[str] = []
    end = 0.0
    for word in words:
        if line and word.start - end >= BREAK:
            yield line
            line = []
        line.append(word.text)
        end = word.end
    if line:
        yield line
