"""The Word template of a practice: opened, filled in, and refused with the place of its fault."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Any, Final

from naklank.core.errors import ErrorCode, NaklankError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from docxtpl import DocxTemplate

LARGEST: Final = 20_000_000
"""Bytes; a letterhead with a picture has a hundredth of that."""

_PLACE: Final = 80
"""Characters of the template that are shown around a fault."""

_OUTSIDE: Final = re.compile(rb'<Relationship\b(?=[^>]*TargetMode="External")[^>]*>')
_TARGET: Final = re.compile(rb'Target="([^"]*)"')
_OF_LIBRARIES: Final = (AttributeError, OSError, TypeError, ValueError)
"""What python-docx and zipfile meet in a file that is not what its name says."""

_HARMLESS: Final = (b"/hyperlink", b"/attachedTemplate")
"""What a reader must click, and what is taken out when it is filled in."""


def opened(data: bytes) -> DocxTemplate:
    """The template, ready to be filled in once. Raises TEMPLATE_NOT_WORD or TEMPLATE_NOT_WHOLE."""
    from docx.opc.exceptions import OpcError
    from docxtpl import DocxTemplate

    try:
        _look_inside(data)
        template = DocxTemplate(io.BytesIO(data))
        template.init_docx()
    except (zipfile.BadZipFile, OpcError, SyntaxError, LookupError, *_OF_LIBRARIES) as error:
        raise NaklankError(ErrorCode.TEMPLATE_NOT_WORD) from error
    return template


def fill_in(template: DocxTemplate, fields: Mapping[str, object]) -> None:
    """Put the fields where they are named.

    Raises TEMPLATE_FIELD_UNKNOWN or TEMPLATE_FAULTY, with the words around the fault as `place`.
    """
    from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError
    from jinja2.sandbox import SandboxedEnvironment

    # A template is a program: it reads the fields it is given, and nothing of this computer.
    environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    try:
        template.render(dict(fields), environment)
        _let_go_of_its_template(template)
    except UndefinedError as error:
        name = re.findall(r"'([^']*)'", str(error))[-1]
        raise NaklankError(
            ErrorCode.TEMPLATE_FIELD_UNKNOWN, name=name, place=_where_named(template, name)
        ) from error
    except TemplateSyntaxError as error:
        place, why = _line_of(error), error.message or ""
        raise NaklankError(ErrorCode.TEMPLATE_FAULTY, place=place, why=why) from error
    except (TemplateError, SyntaxError, ArithmeticError, LookupError, TypeError) as error:
        # A loop around half a paragraph, say: what is wrong shows only in the whole.
        raise NaklankError(ErrorCode.TEMPLATE_FAULTY, place="?", why=str(error)) from error


def said_in(data: bytes) -> str:
    """Everything that a finished document shows, its head and foot too, a line a paragraph."""
    from docx import Document

    return "\n".join(_paragraphs(Document(io.BytesIO(data))))


def _look_inside(data: bytes) -> None:
    """A picture that lies elsewhere would be fetched by Word; a program would be run by it."""
    if len(data) > LARGEST:
        raise ValueError("too large")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.endswith("vbaProject.bin"):
                raise NaklankError(ErrorCode.TEMPLATE_NOT_WHOLE, what="vbaProject.bin")
            if not name.endswith(".rels"):
                continue
            for found in _OUTSIDE.findall(archive.read(name)):
                if not any(kind in found for kind in _HARMLESS):
                    target = _TARGET.search(found)
                    what = target[1].decode("utf-8", "replace") if target else name
                    raise NaklankError(ErrorCode.TEMPLATE_NOT_WHOLE, what=what)


def _let_go_of_its_template(template: DocxTemplate) -> None:
    """Word notes in a document where the template it was begun from lies, and would look there."""
    from docx.oxml.ns import qn

    settings = template.docx.part._settings_part  # noqa: SLF001 - the library has no word for it
    for element in settings.element.findall(qn("w:attachedTemplate")):
        settings.rels.pop(element.get(qn("r:id")), None)
        settings.element.remove(element)


def _where_named(template: DocxTemplate, name: str) -> str:
    """The words of the template around the first place that names this field."""
    from docx import Document

    named = re.compile(rf"\{{[^}}]*\b{re.escape(name)}\b")
    for text in _paragraphs(Document(template.template_file)):
        if found := named.search(text):
            return _around(text, found.start())
    return "?"


def _line_of(error: Any) -> str:  # noqa: ANN401 - docxtpl adds to jinja's error the lines around it
    lines = list(getattr(error, "docx_context", ()))
    # It gives them from three lines before the fault on, or from the first.
    at = min(3, error.lineno - 1)
    text = lines[at] if at < len(lines) else ""
    return _around(text, 0) or "?"


def _around(text: str, at: int) -> str:
    start = max(0, at - _PLACE // 4)
    return text[start : start + _PLACE].strip()


def _paragraphs(document: Any) -> Iterator[str]:  # noqa: ANN401 - docx names no type for the parts of a package
    """The text of the body, then of the heads, feet and footnotes."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import qn

    parts = [one for one in document.part.package.parts if "wordprocessingml" in one.content_type]
    others = [parse_xml(one.blob) for one in parts if _is_beside(one.partname)]
    for root in (document.element.body, *others):
        for paragraph in root.iter(qn("w:p")):
            yield "".join(piece.text or "" for piece in paragraph.iter(qn("w:t")))


def _is_beside(name: str) -> bool:
    return re.search(r"/(header|footer|footnotes)\d*\.xml$", name) is not None
