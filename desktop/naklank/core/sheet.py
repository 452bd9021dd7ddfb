"""One model of the page: paper, Word document and web page all show this and nothing else.

Only what is filled in by pen, the name and the questions, is left out of the web page. A name that
was typed is printed and stands in no file: `for_files`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final, Self

from naklank.core.transcript import Language, Stretch

FONT_SIZE: Final = 14
LARGE_FONT_SIZE: Final = 18
"""Points. 12 is the least and 14 advised for print; large print starts at 16 (RNIB clear print)."""

SMALLER: Final = 2
"""Points by which the head, the notices and the rules are smaller: 12, and 16 in large print."""


class Origin(Enum):
    """How the text of an approved sheet came about."""

    CHECKED = "checked"
    """Typed by the computer, checked by ear by the doctor."""
    UNHEARD = "unheard"
    """Typed by the computer, read by the doctor; the sound could not be listened to."""
    WRITTEN = "written"
    """Typed by the doctor."""


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, or none, and the sentences under it."""

    heading: str | None
    sentences: tuple[str, ...]
    is_emphasised: bool
    """What to do and when to call stand out."""
    strong: tuple[bool, ...]
    """For each sentence whether it tells to call the emergency number."""
    sounds: tuple[Stretch | None, ...]
    """Where each sentence is heard; None for one that was only typed."""
    calls: int = 0
    """How many of the last ones are the practice's lines on whom to call: on paper each has a line
    of its own as long as there is room."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything that stands on the page, in its order.

    `notices` stand out at the top: that it is a draft, or that nobody checked it by ear.
    """

    language: Language
    logo: bytes
    """The practice's, as a PNG; empty where it has none."""
    practice: str
    """Empty where the practice has set no name."""
    made_on: str
    title: str
    notices: tuple[str, ...]
    for_whom: str
    patient: str
    """For the printer alone; empty where there is room to write it by pen."""
    made_by: str
    """Who spoke or typed; empty where nobody is named."""
    edition: tuple[str, ...]
    """Which earlier sheet this one takes the place of."""
    blocks: tuple[Block, ...]
    questions: str
    rules: tuple[str, ...]
    code: str
    """Its short code in a sentence; empty where it has none."""
    listen: str
    """The name of the sound; shown only where the page can play it."""
    controls: Mapping[str, str]
    """The buttons beside it: "previous", "next" and "speed"."""

    def for_files(self) -> Self:
        """The same as it is written to files, which may be read by others than who holds it."""
        return replace(self, patient="")

    def lines(self) -> tuple[str, ...]:
        """All text that paper shows, from top to bottom."""
        body = [
            line
            for block in self.blocks
            for line in ((block.heading,) if block.heading else ()) + block.sentences
        ]
        lines = (
            self.practice,
            self.made_on,
            self.title,
            *self.notices,
            f"{self.for_whom} {self.patient}".strip(),
            self.made_by,
            *self.edition,
            *body,
            self.questions,
            *self.rules,
            self.code,
        )
        return tuple(line for line in lines if line)
