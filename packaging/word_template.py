"""Makes the Word template that ships, `resources/sheet/template.docx`: run it after a change here.

A practice copies that file, gives it a letterhead of its own in Word, and keeps the fields.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle
    from docx.text.paragraph import Paragraph

TEMPLATE: Final = Path(__file__).parents[1] / "resources" / "sheet" / "template.docx"

FONT: Final = "Arial"
"""A sans-serif with a plain zero that Word has everywhere; LibreOffice has its metric twin."""

SIZE: Final = 14
SMALL: Final = 12
"""Points, as on the PDF."""

LINE_SPACING: Final = 1.25
"""Word counts from the font's own line height, which is 1.15; together that is about 1.5."""

WIDTH: Final = 21.0
MARGIN: Final = 2.2
"""Centimetres, of the paper and at its sides."""

INK: Final = "1A1F24"
TEAL: Final = "0D5C63"
AMBER: Final = "8A5200"

_BEHIND_A_BORDER: Final = ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")
"""What may stand behind a border in a paragraph's properties (ISO/IEC 29500-1, 17.3.1.26)."""

WRITING_LINE: Final = "_" * 40


def build() -> Document:
    """The template as a document, not written anywhere."""
    document = docx.Document()
    _set_up(document)
    _add_head(document)
    document.add_heading("{{ title }}", level=1)
    _for_each(document, "notice in notices", "{{ notice }}", style="Notice")
    document.add_paragraph("{{ for_whom }} {{ patient }}")
    _for_each(document, "line in made_by", "{{ line }}")
    _line(document, "{%p for block in blocks %}")
    _line(document, "{%p if block.stands_out %}")
    _add_block(document, has_bar=True)
    _line(document, "{%p else %}")
    _add_block(document, has_bar=False)
    _line(document, "{%p endif %}")
    _line(document, "{%p endfor %}")
    document.add_heading("{{ questions }}", level=2)
    for _ in range(2):
        document.add_paragraph(WRITING_LINE).paragraph_format.keep_with_next = True
    _for_each(document, "rule in rules", "{{ rule }}", style="Rule")
    return document


def _add_head(document: Document) -> None:
    """The practice at the left and the moment at the right, or below it where both are long."""
    _line(document, "{%p if logo %}")
    document.add_paragraph("{{ logo }}", style="Head").alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _line(document, "{%p endif %}")
    _line(document, "{%p if head_fits_one_line %}")
    head = document.add_paragraph(style="Head")
    head.add_run("{{ practice }}").bold = True
    head.add_run("\t{{ made_on }}")
    _line(document, "{%p else %}")
    document.add_paragraph(style="Head").add_run("{{ practice }}").bold = True
    document.add_paragraph("{{ made_on }}", style="Head")
    _line(document, "{%p endif %}")


def _add_block(document: Document, *, has_bar: bool) -> None:
    """A topic's heading and its sentences; one that tells to call the emergency number is bold."""
    _line(document, "{%p if block.heading %}")
    heading = document.add_heading("{{ block.heading }}", level=2)
    _line(document, "{%p endif %}")
    _line(document, "{%p for sentence in block.sentences %}")
    said = document.add_paragraph("{%r if sentence.is_strong %}")
    said.add_run("{{ sentence.text }}").bold = True
    said.add_run("{%r else %}")
    said.add_run("{{ sentence.text }}")
    said.add_run("{%r endif %}")
    _line(document, "{%p endfor %}")
    if has_bar:
        _set_bar(heading)
        _set_bar(said)


def _for_each(document: Document, each: str, text: str, style: str | None = None) -> None:
    _line(document, f"{{%p for {each} %}}")
    # Never alone on a page of its own.
    document.add_paragraph(text, style=style).paragraph_format.keep_with_next = style == "Rule"
    _line(document, "{%p endfor %}")


def _line(document: Document, command: str) -> None:
    """A paragraph that is gone from the finished document."""
    document.add_paragraph(command)


def _set_up(document: Document) -> None:
    """Page, styles and properties."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(WIDTH), Cm(29.7)
    section.left_margin = section.right_margin = Cm(MARGIN)
    section.top_margin = section.bottom_margin = Cm(1.4)
    properties = document.core_properties
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.title = "Naklank"
    properties.created = properties.modified = datetime(2026, 11, 29, tzinfo=UTC)
    _style(document, "Normal", SIZE)
    _style(document, "Heading 1", SIZE * 1.4, bold=True, colour=INK)
    _style(document, "Heading 2", SIZE, bold=True, colour=TEAL)
    for name, bold, colour in (("Head", False, INK), ("Notice", True, AMBER), ("Rule", False, INK)):
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles[
            "Normal"
        ]
        _style(document, name, SMALL, bold=bold, colour=colour)
    head: ParagraphStyle = document.styles["Head"]
    head.paragraph_format.tab_stops.add_tab_stop(Cm(WIDTH - 2 * MARGIN), WD_TAB_ALIGNMENT.RIGHT)


def _style(
    document: Document, name: str, size: float, *, bold: bool = False, colour: str | None = None
) -> None:
    style: ParagraphStyle = document.styles[name]
    style.font.name, style.font.size, style.font.bold = FONT, Pt(size), bold
    if colour:
        style.font.color.rgb = RGBColor.from_string(colour)
    # Word's own headings name a theme font, which would win over ours.
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{kind}"), None)
    spacing = style.paragraph_format
    before = {"Heading 1": SIZE, "Heading 2": SIZE * 0.5, "Notice": 2, "Rule": 4}
    spacing.line_spacing = LINE_SPACING if name == "Normal" else 1.1
    spacing.space_before, spacing.space_after = Pt(before.get(name, 0)), Pt(2)


def _set_bar(paragraph: Paragraph) -> None:
    """A bar at the left, as on the PDF: one line from the heading to the last sentence."""
    line = f'<w:left w:val="single" w:sz="18" w:space="6" w:color="{TEAL}"/>'
    border = parse_xml(f"<w:pBdr {nsdecls('w')}>{line}</w:pBdr>")
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - the library has no word for it
    properties.insert_element_before(border, *_BEHIND_A_BORDER)


if __name__ == "__main__":
    build().save(str(TEMPLATE))
