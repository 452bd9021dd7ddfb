"""The settings of the sheet: a logo of whatever kind, and a template that is refused in time."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import docx
import pytest
from PySide6.QtGui import QColor, QImage

from naklank.core.logo import LARGEST, read_logo
from naklank.core.settings import Practice, Settings
from naklank.foundation.paths import resource
from naklank.ui.settings.logo_field import small_png
from naklank.ui.settings.sheet_page import SheetPage
from support.pictures import png
from support.stage import Stage

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="10">'
    '<rect width="40" height="10" fill="#0d5c63"/></svg>'
)


@pytest.fixture
def page(stage: Stage) -> SheetPage:
    page = SheetPage(stage.table.desk)
    stage.table.bot.addWidget(page)
    loaded = stage.table.desk.loaded
    page.show_settings(loaded.settings, loaded.locked)
    return page


def picture(file: Path, width: int, height: int) -> str:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#0d5c63"))
    image.setText("Author", "Jan de Vries")
    assert image.save(str(file))
    return str(file)


@pytest.mark.parametrize("name", ["logo.png", "logo.jpg", "logo.bmp", "logo.webp"])
def test_a_picture_of_any_kind_becomes_a_small_png(name: str, tmp_path: Path) -> None:
    logo = read_logo(small_png(picture(tmp_path / name, 4000, 1000)))
    image = QImage.fromData(logo)
    assert (image.width(), image.height()) == (620, 155)
    colour = image.pixelColor(300, 80)
    assert abs(colour.red() - 13) + abs(colour.green() - 92) + abs(colour.blue() - 99) < 12
    assert b"Jan de Vries" not in logo


def test_a_drawn_one_is_sharp(tmp_path: Path) -> None:
    file = tmp_path / "logo.svg"
    file.write_text(SVG, encoding="utf-8")
    image = QImage.fromData(small_png(str(file)))
    assert (image.width(), image.height()) == (620, 155)


def test_a_busy_one_is_made_smaller_until_it_fits(tmp_path: Path) -> None:
    image = QImage(1300, 310, QImage.Format.Format_RGB32)
    for x in range(image.width()):
        for y in range(image.height()):
            image.setPixel(x, y, 0xFF000000 | (x * 7919 + y * 104_729) * 2_654_435_761 & 0xFFFFFF)
    file = tmp_path / "druk.png"
    assert image.save(str(file))
    assert len(small_png(str(file))) <= LARGEST


def test_a_logo_is_shown_saved_and_taken_away(page: SheetPage, tmp_path: Path) -> None:
    page.logo.take(picture(tmp_path / "logo.png", 300, 100))
    assert page.logo.picture.pixmap().height() > 0
    settings = page.changed(Settings())
    assert read_logo(settings.practice.logo)
    page.logo.remove.click()
    assert page.changed(settings).practice.logo == b""
    assert not page.logo.remove.isEnabled()


def test_what_is_no_picture_is_told_and_the_old_logo_stays(page: SheetPage, tmp_path: Path) -> None:
    page.logo.show_logo(png())
    file = tmp_path / "brief.png"
    file.write_text("geen plaatje", encoding="utf-8")
    page.logo.take(str(file))
    assert "brief.png" in page.told.text()
    assert page.logo.logo == png()


def test_a_template_that_fits_is_taken(stage: Stage, page: SheetPage, tmp_path: Path) -> None:
    file = tmp_path / "eigen.docx"
    file.write_bytes(resource("sheet/template.docx").read_bytes())
    page.template._on_chosen(str(file))
    stage.wait(lambda: page.told.text().startswith("✓"))
    assert page.changed(Settings()).practice.template == str(file)


def test_a_faulty_one_is_refused_with_its_place_and_the_one_before_holds(
    stage: Stage, page: SheetPage, tmp_path: Path
) -> None:
    page.show_settings(replace(Settings(), practice=Practice(template="/srv/goed.docx")), set())
    document = docx.Document()
    document.add_paragraph("Beste {{ naam }}, dit is besproken")
    file = tmp_path / "fout.docx"
    document.save(str(file))
    page.template._on_chosen(str(file))
    stage.wait(page.told.text)
    assert "fout.docx" in page.told.text()
    assert "Beste {{ naam }}, dit is besproken" in page.told.text()
    assert page.changed(Settings()).practice.template == "/srv/goed.docx"


def test_own_fields_are_known_to_the_template(
    stage: Stage, page: SheetPage, tmp_path: Path
) -> None:
    document = docx.Document(str(resource("sheet/template.docx")))
    document.add_paragraph("AGB {{ own.agb }}")
    file = tmp_path / "eigen.docx"
    document.save(str(file))
    page.fields.setPlainText("agb = 01 = 23\n\ngeen veld\n1e = x")
    page.template._on_chosen(str(file))
    stage.wait(lambda: page.told.text().startswith("✓"))
    assert page.changed(Settings()).practice.fields == (("agb", "01 = 23"),)


def test_back_to_the_one_that_ships(page: SheetPage) -> None:
    page.show_settings(replace(Settings(), practice=Practice(template="/srv/goed.docx")), set())
    page.template.back.click()
    assert page.changed(Settings()).practice.template == ""


def test_the_one_that_ships_is_given_out(stage: Stage, page: SheetPage, tmp_path: Path) -> None:
    file = tmp_path / "sjabloon.docx"
    stage.table.desk.templates.give_out(file)
    stage.wait(page.told.text)
    assert "sjabloon.docx" in page.told.text()
    assert "{{ title }}" in [one.text for one in docx.Document(str(file)).paragraphs]


def test_what_the_policy_locks_is_greyed_out(page: SheetPage) -> None:
    keys = {"practice.logo", "practice.template", "practice.fields"}
    page.show_settings(Settings(), keys)
    assert not page.logo.isEnabled()
    assert not page.template.isEnabled()
    assert not page.fields.isEnabled()
