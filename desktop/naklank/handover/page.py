"""The sheet and its sound as one web page without internet, which also works without scripts."""

from __future__ import annotations

import base64
import hashlib
import re
from html import escape
from string import Template
from typing import TYPE_CHECKING, Final

from naklank.core.sheet import FONT_SIZE, LARGE_FONT_SIZE, SMALLER
from naklank.foundation.paths import resource

if TYPE_CHECKING:
    from naklank.core.sheet import Block, Sheet
    from naklank.core.transcript import Stretch

LARGER: Final = 1.5
"""How many times as large the letters are for a reader who asks for it."""

_NUMBER: Final = re.compile(r"\d{1,8}(?:[ .,:/-]\d{1,8}){0,5}(?: [^\W\d_]{1,12}\b)?")
"""A number with its unit or its month, which no end of a line may part: the same in sheet.typ."""


def make_html(
    sheet: Sheet, mp3: bytes | None, *, large_print: bool = False, offset: float = 0.0
) -> bytes:
    """One HTML file that shows the sheet's text and plays its sound, if there is one.

    Never for whom it is: that is written by pen, or printed. `offset`: seconds in the MP3 before
    the approved recording begins.
    """
    script = resource("sheet/page.js").read_text(encoding="utf-8") if mp3 else ""
    size = LARGE_FONT_SIZE if large_print else FONT_SIZE
    template = Template(resource("sheet/page.html").read_text(encoding="utf-8"))
    page = template.substitute(
        language=sheet.language,
        size=size,
        small=f"{(size - SMALLER) / size:.6f}",
        larger=size * LARGER,
        logo=_logo(sheet),
        head=_paragraphs((sheet.practice, sheet.made_on), "head"),
        title=escape(sheet.title),
        notices=_paragraphs(sheet.notices, "notice"),
        made_by=_paragraphs((sheet.made_by, *sheet.edition), "made_by"),
        player="" if mp3 is None else _player(sheet, mp3),
        blocks="\n".join(_section(block, offset if mp3 else None) for block in sheet.blocks),
        rules=_paragraphs((*sheet.rules, sheet.code), "rule"),
        script_hash=_hash(script) if script else "'none'",
        script=f"<script>{script}</script>" if script else "",
    )
    return page.encode()


def _logo(sheet: Sheet) -> str:
    """Beside the practice's name it says nothing new; alone it is read out as what it is."""
    if not sheet.logo:
        return ""
    picture = base64.b64encode(sheet.logo).decode("ascii")
    words = "" if sheet.practice else "Logo"
    return f'<img class="logo" alt="{words}" src="data:image/png;base64,{picture}">'


def _hash(script: str) -> str:
    """What the content security policy lets run: this script and no other."""
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _player(sheet: Sheet, mp3: bytes) -> str:
    words = " ".join(f'data-{name}="{escape(text)}"' for name, text in sheet.controls.items())
    sound = base64.b64encode(mp3).decode("ascii")
    return (
        f'<section class="sound" {words}>\n<h2 id="listen">{escape(sheet.listen)}</h2>\n'
        '<audio controls preload="metadata" aria-labelledby="listen" '
        f'src="data:audio/mpeg;base64,{sound}"></audio>\n</section>'
    )


def _section(block: Block, offset: float | None) -> str:
    heading = f"<h2>{escape(block.heading)}</h2>\n" if block.heading else ""
    kind = ' class="emphasised"' if block.is_emphasised else ""
    sentences = "\n".join(
        f'<p class="{"said strong" if strong else "said"}"{_heard(sound, offset)}>'
        f"{_whole_numbers(sentence)}</p>"
        for sentence, strong, sound in zip(block.sentences, block.strong, block.sounds, strict=True)
    )
    return f"<section{kind}>\n{heading}{sentences}\n</section>"


def _whole_numbers(sentence: str) -> str:
    """A number is not torn from its unit or its month by the end of a line, as on paper."""
    text, at = "", 0
    for number in _NUMBER.finditer(sentence):
        text += escape(sentence[at : number.start()])
        text += f'<span class="whole">{escape(number[0])}</span>'
        at = number.end()
    return text + escape(sentence[at:])


def _heard(sound: Stretch | None, offset: float | None) -> str:
    """Where the sentence is heard in the MP3, for the script."""
    if sound is None or offset is None:
        return ""
    return f' data-start="{sound.start + offset:.2f}" data-end="{sound.end + offset:.2f}"'


def _paragraphs(lines: tuple[str, ...], style: str) -> str:
    """A paragraph for each line that says something."""
    return "\n".join(f'<p class="{style}">{escape(line)}</p>' for line in lines if line)
