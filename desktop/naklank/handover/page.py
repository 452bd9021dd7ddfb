"""The sheet and its sound as one web page without internet and without scripts."""

from __future__ import annotations

import base64
from html import escape
from string import Template
from typing import TYPE_CHECKING

from naklank.core.sheet import FONT_SIZE, LARGE_FONT_SIZE, SMALLER
from naklank.paths import resource

if TYPE_CHECKING:
    from naklank.core.sheet import Block, Sheet


def make_html(sheet: Sheet, mp3: bytes | None, *, large_print: bool = False) -> bytes:
    """One HTML file that shows the sheet's text and plays its sound, if there is one."""
    size = LARGE_FONT_SIZE if large_print else FONT_SIZE
    template = Template(resource("sheet/page.html").read_text(encoding="utf-8"))
    page = template.substitute(
        language=sheet.language,
        size=size,
        small=size - SMALLER,
        head=_paragraphs((sheet.practice, sheet.made_on), "head"),
        title=escape(sheet.title),
        notices=_paragraphs(sheet.notices, "notice"),
        made_by=_paragraphs((sheet.made_by,), "made_by"),
        player="" if mp3 is None else _player(sheet.listen, mp3),
        blocks="\n".join(_section(block) for block in sheet.blocks),
        rules=_paragraphs(sheet.rules, "rule"),
    )
    return page.encode()


def _player(label: str, mp3: bytes) -> str:
    sound = base64.b64encode(mp3).decode("ascii")
    return (
        f'<section class="sound">\n<h2 id="listen">{escape(label)}</h2>\n'
        '<audio controls preload="metadata" aria-labelledby="listen" '
        f'src="data:audio/mpeg;base64,{sound}"></audio>\n</section>'
    )


def _section(block: Block) -> str:
    heading = f"<h2>{escape(block.heading)}</h2>\n" if block.heading else ""
    style = "emphasised" if block.emphasised else "said"
    return f"<section>\n{heading}{_paragraphs(block.sentences, style)}\n</section>"


def _paragraphs(lines: tuple[str, ...], style: str) -> str:
    """A paragraph for each line that says something."""
    return "\n".join(f'<p class="{style}">{escape(line)}</p>' for line in lines if line)
