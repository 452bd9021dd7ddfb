"""The sheet as a Word document, for the practice: its template filled in, or the one that ships."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.logo import logo_size
from naklank.core.sheet import FONT_SIZE, LARGE_FONT_SIZE, SMALLER, Block, Sheet
from naklank.foundation.paths import resource
from naklank.handover.word_template import fill_in, opened, said_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from docx.document import Document
    from docxtpl import DocxTemplate

    from naklank.core.transcript import Language

HEAD: Final = 950
"""Characters times points that fit on the head's line beside each other; else it takes two."""

_LOCALES: Final[dict[Language, str]] = {"nl": "nl-NL", "en": "en-GB"}
_WRITING_LINE: Final = "_" * 40
_NOT_XML: Final = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""The control characters, which a Word document cannot hold."""


def make_docx(
    sheet: Sheet,
    moment: datetime,
    *,
    large_print: bool = False,
    template: bytes | None = None,
    own: Mapping[str, str] | None = None,
) -> bytes:
    """The sheet as a Word document with its language and its title.

    `template` is a practice's own; `own` are the fields that the practice has named itself.
    Raises TEMPLATE_NOT_WORD, TEMPLATE_NOT_WHOLE, TEMPLATE_FIELD_UNKNOWN or TEMPLATE_FAULTY.
    """
    if template is None:
        template = resource("sheet/template.docx").read_bytes()
    word = opened(template)
    fill_in(word, _fields(sheet, own or {}, word, large_print=large_print))
    document: Document = word.docx
    if large_print:
        _enlarge(document, LARGE_FONT_SIZE - FONT_SIZE)
    _describe(document, sheet, moment)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def check_template(template: bytes, own: Mapping[str, str]) -> None:
    """Fill it in with a made-up sheet that has everything, and with one that has next to nothing.

    Raises what `make_docx` raises, and TEMPLATE_INCOMPLETE where something of the sheet is
    missing: a template that forgets when to call must not be found out by a patient.
    """
    everything = _made_up_sheet()
    said = said_in(make_docx(everything, _MOMENT, template=template, own=own))
    for name, lines in _parts(everything):
        if not all(line in said for line in lines):
            raise NaklankError(ErrorCode.TEMPLATE_INCOMPLETE, name=name)
    make_docx(_bare(everything), _MOMENT, template=template, own=own)


def _fields(
    sheet: Sheet, own: Mapping[str, str], word: DocxTemplate, *, large_print: bool
) -> dict[str, object]:
    """What a template can name."""
    small = (LARGE_FONT_SIZE if large_print else FONT_SIZE) - SMALLER
    return {
        "logo": _logo(sheet, word),
        "practice": _shown(sheet.practice),
        "made_on": _shown(sheet.made_on),
        "head_fits_one_line": (len(sheet.practice) + len(sheet.made_on)) * small < HEAD,
        "title": _shown(sheet.title),
        "notices": _all_shown(sheet.notices),
        "for_whom": _shown(sheet.for_whom),
        "patient": _shown(sheet.patient) or _WRITING_LINE,
        "made_by": _all_shown(line for line in (sheet.made_by, *sheet.edition) if line),
        "blocks": [_block(block) for block in sheet.blocks],
        "questions": _shown(sheet.questions),
        "rules": _all_shown(line for line in (*sheet.rules, sheet.code) if line),
        "own": {name: _shown(text) for name, text in own.items()},
    }


def _block(block: Block) -> dict[str, object]:
    return {
        "heading": _shown(block.heading or ""),
        "stands_out": block.is_emphasised,
        "sentences": [
            {"text": _shown(sentence), "is_strong": strong}
            for sentence, strong in zip(block.sentences, block.strong, strict=True)
        ],
    }


def _all_shown(lines: Iterable[str]) -> list[str]:
    return [_shown(line) for line in lines]


def _shown(text: str) -> str:
    """The text as XML shows it, to the letter: docxtpl has signs of its own with a _ in them."""
    from markupsafe import Markup, escape

    return Markup(str(escape(_NOT_XML.sub("\ufffd", text))).replace("_", "&#95;"))  # noqa: S704 - escaped


def _logo(sheet: Sheet, word: DocxTemplate) -> object:
    """The picture in the text, or nothing."""
    from docx.shared import Cm
    from docxtpl import InlineImage
    from markupsafe import Markup, escape

    if not sheet.logo:
        return ""
    width, height = logo_size(sheet.logo)

    class Logo(InlineImage):  # type: ignore[misc] # published without types
        def __html__(self) -> str:
            """With the words that a screen reader says for it."""
            words = escape(_NOT_XML.sub("\ufffd", sheet.practice) or "Logo")
            return Markup(str(self).replace("<wp:docPr ", f'<wp:docPr descr="{words}" ', 1))  # noqa: S704

    return Logo(word, io.BytesIO(sheet.logo), width=Cm(width), height=Cm(height))


def _enlarge(document: Document, points: int) -> None:
    """Make every letter larger by so many points, whatever sizes the template has."""
    from docx.oxml.ns import qn

    parts = [document.styles.element, document.element]
    for section in document.sections:
        parts += [section.header._element, section.footer._element]  # noqa: SLF001 - no other way
    for part in parts:
        for size in (*part.iter(qn("w:sz")), *part.iter(qn("w:szCs"))):
            half_points = int(size.get(qn("w:val"))) + 2 * points
            size.set(qn("w:val"), str(half_points))


def _describe(document: Document, sheet: Sheet, moment: datetime) -> None:
    """Title, language and date; and nobody's name."""
    properties = document.core_properties
    properties.title, properties.language = sheet.title, _LOCALES[sheet.language]
    properties.author = properties.last_modified_by = properties.comments = ""
    # python-docx writes any time as if it were UTC.
    properties.created = properties.modified = moment.astimezone(UTC)
    _set_language(document, _LOCALES[sheet.language])


def _set_language(document: Document, locale: str) -> None:
    """The language that spelling and screen readers use: of the whole document, not of a style."""
    from docx.oxml.ns import qn

    for language in document.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang"):
        language.set(qn("w:val"), locale)


_MOMENT: Final = datetime(2026, 1, 31, 12, 0, tzinfo=UTC)


def _made_up_sheet() -> Sheet:
    """Every field has words of its own, so that a missing one is seen."""
    sentences = ("Zin een.", "Zin twee.")
    blocks = (
        Block(None, ("Zin zonder kop.",), is_emphasised=False, strong=(False,), sounds=(None,)),
        Block("Kop een", sentences, is_emphasised=True, strong=(False, True), sounds=(None, None)),
        Block("Kop twee", ("Zin drie.",), is_emphasised=False, strong=(False,), sounds=(None,)),
    )
    return Sheet(
        language="nl",
        logo=b"",
        practice="Praktijknaam",
        made_on="Datum en tijd",
        title="Titel",
        notices=("Let op een.", "Let op twee."),
        for_whom="Voor wie:",
        patient="Naam",
        made_by="Van wie",
        edition=("Versie",),
        blocks=blocks,
        questions="Vragen",
        rules=("Regel een.", "Regel twee."),
        code="Code",
        listen="",
        controls={},
    )


def _bare(sheet: Sheet) -> Sheet:
    return replace(
        sheet, practice="", notices=(), patient="", made_by="", edition=(), blocks=(), code=""
    )


def _parts(sheet: Sheet) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What must be found again, by the field that shows it. A letterhead may name the practice."""
    headings = tuple(block.heading for block in sheet.blocks if block.heading)
    sentences = tuple(sentence for block in sheet.blocks for sentence in block.sentences)
    return (
        ("made_on", (sheet.made_on,)),
        ("title", (sheet.title,)),
        ("notices", sheet.notices),
        ("for_whom", (sheet.for_whom,)),
        ("patient", (sheet.patient,)),
        ("made_by", (sheet.made_by, *sheet.edition)),
        ("block.heading", headings),
        ("sentence.text", sentences),
        ("questions", (sheet.questions,)),
        ("rules", (*sheet.rules, sheet.code)),
    )
