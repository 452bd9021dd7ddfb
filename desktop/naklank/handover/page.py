"""The sheet and its sound as one web page without internet and without scripts."""

from __future__ import annotations

import base64
from html import escape
from string import Template
from typing import TYPE_CHECKING

from naklank.core.sheet import FONT_SIZE, LARGE_FONT_SIZE
from naklank.paths import resource

if TYPE_CHECKING:
    from naklank.core.sheet import Block, Sheet


def make_html(sheet: Sheet, mp3: bytes, *, large_print: bool = False) -> bytes:
    """One HTML file that shows the sheet's text and plays its sound."""
    template = Template(resource("sheet/page.html").read_text(encoding="utf-8"))
    page = template.substitute(
        language=sheet.language,
        size=LARGE_FONT_SIZE if large_print else FONT_SIZE,
        title=escape(sheet.title),
        notices=_paragraphs(sheet.notices, "notice"),
        made_on=escape(sheet.made_on),
        listen=escape(sheet.listen),
        sound=base64.b64encode(mp3).decode("ascii"),
        blocks="\n".join(_section(block) for block in sheet.blocks),
        rules=_paragraphs(sheet.rules, "rule"),
    )
    return page.encode()


def _section(block: Block) -> str:
    heading = f"<h2>{escape(block.heading)}</h2>\n" if block.heading else ""
    style = "emphasised" if block.emphasised else "said"
    return f"<section>\n{heading}{_paragraphs(block.sentences, style)}\n</section>"


def _paragraphs(lines: tuple[str, ...], style: str) -> str:
    return "\n".join(f'<p class="{style}">{escape(line)}</p>' for line in lines)
