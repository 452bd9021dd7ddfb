"""A practice's own Word template, made by hand in Word's own format: filled in, or refused."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Pt

import word_template as shipped
from naklank.core.errors import ErrorCode, NaklankError
from naklank.foundation.paths import resource
from naklank.handover.word import check_template, make_docx
from support.documents import MOMENT, ODD, approved_of, pdf_info, pdf_text, soffice_to_pdf
from support.pictures import png

if TYPE_CHECKING:
    from collections.abc import Callable

    from docx.document import Document

ALL_FIELDS = (
    "{{ made_on }}",
    "{{ title }}",
    "{%p for notice in notices %}",
    "{{ notice }}",
    "{%p endfor %}",
    "{{ for_whom }} {{ patient }}",
    "{%p for line in made_by %}",
    "{{ line }}",
    "{%p endfor %}",
    "{%p for block in blocks %}",
    "{{ block.heading }}",
    "{%p for sentence in block.sentences %}",
    "{{ sentence.text }}",
    "{%p endfor %}",
    "{%p endfor %}",
    "{{ questions }}",
    "{%p for rule in rules %}",
    "{{ rule }}",
    "{%p endfor %}",
)


def written(document: Document) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def template(*lines: str, head: str = "", foot: str = "") -> bytes:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    section = document.sections[0]
    if head:
        section.header.paragraphs[0].text = head
    if foot:
        section.footer.paragraphs[0].text = foot
    return written(document)


def without(field: str) -> bytes:
    """All fields but this one, which stands on a line of its own or beside another."""
    assert any(field in line for line in ALL_FIELDS)
    return template(*(line.replace(field, "") for line in ALL_FIELDS))


def with_file(data: bytes, name: str, content: bytes) -> bytes:
    """The document with one file of its archive put in, or replaced."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        for one in old.namelist():
            if one != name:
                new.writestr(one, old.read(one))
        new.writestr(name, content)
    return target.getvalue()


def refused(data: bytes, **own: str) -> NaklankError:
    with pytest.raises(NaklankError) as raised:
        check_template(data, own)
    return raised.value


def lines_of(data: bytes) -> list[str]:
    return [one.text for one in docx.Document(io.BytesIO(data)).paragraphs if one.text]


def test_the_one_that_ships_is_what_its_tool_makes() -> None:
    kept = docx.Document(io.BytesIO(resource("sheet/template.docx").read_bytes()))
    made = docx.Document(io.BytesIO(written(shipped.build())))
    assert kept.element.xml == made.element.xml
    assert kept.styles.element.xml == made.styles.element.xml


def test_the_one_that_ships_is_taken() -> None:
    check_template(resource("sheet/template.docx").read_bytes(), {})


def test_a_letterhead_and_own_fields_stand_where_the_practice_put_them() -> None:
    data = template(
        "AGB {{ own.agb }}",
        *ALL_FIELDS,
        head="Praktijk De Linde, Dorpsstraat 1",
        foot="{{ practice }} – {{ own.iban }}",
    )
    own = {"agb": "01234567", "iban": "NL00 <BANK> & zo"}
    check_template(data, own)
    sheet = approved_of("nl", blocks=())
    document = docx.Document(io.BytesIO(make_docx(sheet, MOMENT, template=data, own=own)))
    assert document.paragraphs[0].text == "AGB 01234567"
    section = document.sections[0]
    assert section.header.paragraphs[0].text == "Praktijk De Linde, Dorpsstraat 1"
    assert section.footer.paragraphs[0].text == "Praktijk De Linde – NL00 <BANK> & zo"


def test_libreoffice_prints_a_template_of_a_practice_whole(tmp_path: Path) -> None:
    data = template("{{ logo }}", *ALL_FIELDS, head="Praktijk De Linde, Dorpsstraat 1")
    sheet = replace(approved_of("nl"), logo=png())
    file = tmp_path / "eigen.docx"
    file.write_bytes(make_docx(sheet, MOMENT, template=data))
    pdf = soffice_to_pdf(file, tmp_path)
    text = " ".join(pdf_text(pdf).split())
    assert "Praktijk De Linde, Dorpsstraat 1" in text
    for line in sheet.lines()[1:]:
        assert line in text
    assert pdf_info(pdf)["Title"] == sheet.title


def test_the_logo_is_as_large_as_fits_and_says_whose_it_is() -> None:
    sheet = replace(approved_of("nl", practice='"De Linde" & <Zn>'), logo=png(550, 65))
    document = docx.Document(io.BytesIO(make_docx(sheet, MOMENT)))
    (picture,) = document.inline_shapes
    assert (picture.width.cm, picture.height.cm) == pytest.approx((5.5, 0.65), abs=0.01)
    (described,) = document.element.body.iter(qn("wp:docPr"))
    assert described.get("descr") == '"De Linde" & <Zn>'


@pytest.mark.parametrize("sentence", [*ODD, "{_{ a }_} {_% b %_}", "een_twee __drie__"])
def test_what_a_doctor_says_is_never_a_command(sentence: str) -> None:
    data = template(*ALL_FIELDS)
    sheet = approved_of("nl", practice=sentence, patient=sentence.split(maxsplit=1)[0])
    block = replace(sheet.blocks[0], sentences=(sentence,), strong=(False,), sounds=(None,))
    made = make_docx(replace(sheet, blocks=(block,)), MOMENT, template=data)
    assert sentence in lines_of(made)


def test_large_print_makes_every_letter_larger() -> None:
    document = docx.Document()
    document.styles["Normal"].font.size = Pt(14)
    for line in ALL_FIELDS:
        document.add_paragraph().add_run(line).font.size = Pt(11)
    made = make_docx(approved_of("nl"), MOMENT, template=written(document), large_print=True)
    sizes = {
        run.font.size.pt
        for paragraph in docx.Document(io.BytesIO(made)).paragraphs
        for run in paragraph.runs
        if run.text and run.font.size
    }
    assert sizes == {15}


@pytest.mark.parametrize(
    ("field", "name"),
    [
        ("{{ made_on }}", "made_on"),
        ("{{ title }}", "title"),
        ("{{ notice }}", "notices"),
        ("{{ for_whom }}", "for_whom"),
        ("{{ patient }}", "patient"),
        ("{{ line }}", "made_by"),
        ("{{ block.heading }}", "block.heading"),
        ("{{ sentence.text }}", "sentence.text"),
        ("{{ questions }}", "questions"),
        ("{{ rule }}", "rules"),
    ],
)
def test_one_that_loses_a_part_of_the_sheet_is_refused(field: str, name: str) -> None:
    error = refused(without(field))
    assert (error.code, error.details) == (ErrorCode.TEMPLATE_INCOMPLETE, {"name": name})


def test_one_that_shows_only_what_stands_out_is_refused() -> None:
    lines = list(ALL_FIELDS)
    at = lines.index("{{ sentence.text }}")
    lines[at : at + 1] = ["{%p if block.stands_out %}", "{{ sentence.text }}", "{%p endif %}"]
    assert refused(template(*lines)).details == {"name": "sentence.text"}


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Titel: {{ titel }}, en verder", "titel"),
        ("{{ blok.heading }}", "blok"),
        ("{{ own.agb }}", "agb"),
        ("{{ title.__class__.__mro__ }}", "__class__"),
    ],
)
@pytest.mark.parametrize("where", ["body", "head"])
def test_a_field_that_nobody_knows_is_named_with_its_place(
    line: str, name: str, where: str
) -> None:
    data = template(*ALL_FIELDS, line) if where == "body" else template(*ALL_FIELDS, head=line)
    error = refused(data)
    assert error.code in {ErrorCode.TEMPLATE_FIELD_UNKNOWN, ErrorCode.TEMPLATE_FAULTY}
    assert name in f"{error.details}"
    if error.code is ErrorCode.TEMPLATE_FIELD_UNKNOWN:
        assert error.details == {"name": name, "place": line}


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Hier {{ title ontbreekt iets", "Hier {{ title ontbreekt iets"),
        ("Een {% lus %} die er niet is", "Een {% lus %} die er niet is"),
        ("{{ title | onbekend }}", "{{ title | onbekend }}"),
        ("{%p endfor %}", "endfor"),
    ],
)
def test_a_fault_is_told_with_the_words_around_it(line: str, place: str) -> None:
    error = refused(template("Een regel", line, *ALL_FIELDS))
    assert error.code is ErrorCode.TEMPLATE_FAULTY
    assert place in error.details["place"]
    assert error.details["why"]


def test_a_loop_without_an_end_is_refused() -> None:
    assert refused(template(*ALL_FIELDS[:-1])).code is ErrorCode.TEMPLATE_FAULTY


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.7",
        b"PK\x03\x04 torn",
        with_file(template("x"), "word/document.xml", b"<torn"),
        with_file(template("x"), "[Content_Types].xml", b"<Types/>"),
        bytes(20_000_001),
    ],
)
def test_what_is_no_word_document_is_refused(data: bytes) -> None:
    assert refused(data).code is ErrorCode.TEMPLATE_NOT_WORD


def relation(kind: str, target: str) -> Callable[[bytes], bytes]:
    """Adds to the settings' relations, where Word notes the template of a document."""

    def added(data: bytes) -> bytes:
        base = "http://schemas.openxmlformats.org"
        rels = (
            f'<?xml version="1.0"?><Relationships xmlns="{base}/package/2006/relationships">'
            f'<Relationship Id="rId1" Type="{base}/officeDocument/2006/relationships/{kind}" '
            f'Target="{target}" TargetMode="External"/></Relationships>'
        )
        return with_file(data, "word/_rels/settings.xml.rels", rels.encode())

    return added


def test_a_picture_that_lies_elsewhere_is_refused() -> None:
    data = relation("image", "https://voorbeeld.invalid/logo.png")(template(*ALL_FIELDS))
    error = refused(data)
    assert error.code is ErrorCode.TEMPLATE_NOT_WHOLE
    assert error.details == {"what": "https://voorbeeld.invalid/logo.png"}


def test_a_program_in_it_is_refused() -> None:
    error = refused(with_file(template(*ALL_FIELDS), "word/vbaProject.bin", b"x"))
    assert error.code is ErrorCode.TEMPLATE_NOT_WHOLE


def test_where_its_own_template_lies_does_not_go_with_the_document() -> None:
    document = docx.Document()
    for line in ALL_FIELDS:
        document.add_paragraph(line)
    settings = document.part._settings_part
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
    identity = settings.relate_to("file:///C:/Users/jan/Brief.dotm", kind, is_external=True)
    element = settings.element.makeelement(qn("w:attachedTemplate"), {qn("r:id"): identity})
    settings.element.append(element)
    data = written(document)
    check_template(data, {})
    made = make_docx(approved_of("nl"), MOMENT, template=data)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert not [one for one in archive.namelist() if b"Brief.dotm" in archive.read(one)]
