"""The sheet as a Word document, for the practice."""

from __future__ import annotations

import io
import re
from datetime import UTC
from typing import TYPE_CHECKING, Final

from naklank.core.sheet import FONT_SIZE, LARGE_FONT_SIZE, SMALLER

if TYPE_CHECKING:
    from datetime import datetime

    from docx.document import Document
    from docx.styles.style import ParagraphStyle
    from docx.text.paragraph import Paragraph

    from naklank.core.sheet import Sheet
    from naklank.core.transcript import Language

FONT: Final = "Arial"
"""A sans-serif with a plain zero that Word has everywhere; LibreOffice has its metric twin."""

LINE_SPACING: Final = 1.25
"""Word counts from the font's own line height, which is 1.15; together that is about 1.5."""

WIDTH: Final = 21.0
MARGIN: Final = 2.2
"""Centimetres, of the paper and at its sides."""

HEAD: Final = 950
"""Characters times points that fit on the head's line beside each other; else it takes two."""

INK: Final = "1A1F24"
TEAL: Final = "0D5C63"

_LOCALES: Final[dict[Language, str]] = {"nl": "nl-NL", "en": "en-GB"}
_BEHIND_A_BORDER: Final = ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")
"""What may stand behind a border in a paragraph's properties (ISO/IEC 29500-1, 17.3.1.26)."""
_WRITING_LINE: Final = "_" * 40
_NOT_XML: Final = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""The control characters, which a Word document cannot hold."""


def make_docx(sheet: Sheet, moment: datetime, *, large_print: bool = False) -> bytes:
    """The sheet on A4 as a Word document with real headings, its language and its title."""
    import docx

    document = docx.Document()
    size = LARGE_FONT_SIZE if large_print else FONT_SIZE
    _set_up(document, sheet, moment, size)
    _add_head(document, sheet, size - SMALLER)
    document.add_heading(sheet.title, level=1)
    for notice in sheet.notices:
        document.add_paragraph(notice, style="Notice")
    document.add_paragraph(f"{sheet.for_whom} {_shown(sheet.patient) or _WRITING_LINE}")
    for line in filter(None, (sheet.made_by, *sheet.edition)):
        document.add_paragraph(_shown(line))
    for block in sheet.blocks:
        said = [document.add_heading(block.heading, level=2)] if block.heading else []
        for sentence, strong in zip(block.sentences, block.strong, strict=True):
            said.append(document.add_paragraph())
            said[-1].add_run(_shown(sentence)).bold = strong or None
        if block.is_emphasised:
            for paragraph in said:
                _set_bar(paragraph)
    document.add_heading(sheet.questions, level=2)
    for _ in range(2):
        document.add_paragraph(_WRITING_LINE).paragraph_format.keep_with_next = True
    *rules, last = filter(None, (*sheet.rules, sheet.code))
    for rule in rules:
        # The last ones never stand alone on a page.
        document.add_paragraph(rule, style="Rule").paragraph_format.keep_with_next = True
    document.add_paragraph(last, style="Rule")
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _add_head(document: Document, sheet: Sheet, small: int) -> None:
    """The practice at the left and the moment at the right, or below it where both are long."""
    head = document.add_paragraph(style="Head")
    if sheet.practice:
        head.add_run(_shown(sheet.practice)).bold = True
    fits = (len(sheet.practice) + len(sheet.made_on)) * small < HEAD
    head.add_run(("\t" if fits else "\n") + sheet.made_on)


def _shown(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)


def _set_up(document: Document, sheet: Sheet, moment: datetime, size: int) -> None:
    """Page, styles and properties."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Cm, Pt

    section = document.sections[0]
    section.page_width, section.page_height = Cm(WIDTH), Cm(29.7)
    section.left_margin = section.right_margin = Cm(MARGIN)
    section.top_margin = section.bottom_margin = Cm(1.4)
    properties = document.core_properties
    properties.title, properties.language = sheet.title, _LOCALES[sheet.language]
    properties.author = properties.last_modified_by = properties.comments = ""
    # python-docx writes any time as if it were UTC.
    properties.created = properties.modified = moment.astimezone(UTC)
    _style(document, "Normal", size)
    _style(document, "Heading 1", size * 1.4, bold=True, colour=INK)
    _style(document, "Heading 2", size, bold=True, colour=TEAL)
    for name, bold, colour in (
        ("Head", False, INK),
        ("Notice", True, "8A5200"),
        ("Rule", False, INK),
    ):
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles[
            "Normal"
        ]
        _style(document, name, size - SMALLER, bold=bold, colour=colour)
    head: ParagraphStyle = document.styles["Head"]
    head.paragraph_format.tab_stops.add_tab_stop(Cm(WIDTH - 2 * MARGIN), WD_TAB_ALIGNMENT.RIGHT)
    head.paragraph_format.space_after = Pt(size)
    _set_language(document, _LOCALES[sheet.language])


def _style(
    document: Document, name: str, size: float, *, bold: bool = False, colour: str | None = None
) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    style: ParagraphStyle = document.styles[name]
    style.font.name, style.font.size, style.font.bold = FONT, Pt(size), bold
    if colour:
        style.font.color.rgb = RGBColor.from_string(colour)
    # Word's own headings name a theme font, which would win over ours.
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{kind}"), None)
    spacing = style.paragraph_format
    spacing.line_spacing = LINE_SPACING if name == "Normal" else 1.1
    spacing.space_before = Pt({"Heading 2": size * 0.5, "Notice": 2, "Rule": 4}.get(name, 0))
    spacing.space_after = Pt(2)


def _set_bar(paragraph: Paragraph) -> None:
    """A bar at the left, as on the PDF: one line from the heading to the last sentence."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    line = f'<w:left w:val="single" w:sz="18" w:space="6" w:color="{TEAL}"/>'
    border = parse_xml(f"<w:pBdr {nsdecls('w')}>{line}</w:pBdr>")
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - the library has no word for it
    properties.insert_element_before(border, *_BEHIND_A_BORDER)


def _set_language(document: Document, locale: str) -> None:
    """The language that spelling and screen readers use: of the whole document, not of a style."""
    from docx.oxml.ns import qn

    (language,) = document.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang")
    language.set(qn("w:val"), locale)
