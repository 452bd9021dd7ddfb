from __future__ import annotations

import functools
from collections.abc import Callable

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from naklank.handover.paper import make_pdf
from naklank.ui.hand_over.sheet_view import SheetView, _Page
from support.documents import LONG, MOMENT, USUAL, sheet_of

Show = Callable[[QWidget], QWidget]


@pytest.fixture(scope="module")
def one_page() -> bytes:
    return make_pdf(sheet_of("nl", USUAL["nl"]), MOMENT)


@pytest.fixture(scope="module")
def more_pages() -> bytes:
    return make_pdf(sheet_of("nl", LONG), MOMENT)


@pytest.fixture
def view(shown: Show) -> SheetView:
    view = SheetView()
    view.resize(420, 500)
    shown(view)
    return view


def _pages(view: SheetView) -> list[_Page]:
    return [page for page in view.findChildren(_Page) if page.parent() is not None]


def _fits(page: QWidget, view: SheetView) -> bool:
    """As wide as the view and of the shape of A4."""
    shape = page.height() / page.width()
    return page.width() == view.viewport().width() - 6 and abs(shape - 297 / 210) < 0.01


def _dark_dots(page: QWidget) -> int:
    image = page.grab().toImage()
    return sum(
        QColor(image.pixel(x, y)).lightness() < 100
        for x in range(image.width())
        for y in range(image.height())
    )


def test_each_page_is_shown_as_wide_as_there_is_room(
    view: SheetView, qtbot: QtBot, more_pages: bytes
) -> None:
    view.show_pdf(more_pages)
    assert view.page_count == len(_pages(view)) > 1
    page = _pages(view)[0]
    for width in (420, 800):
        view.resize(width, 500)
        qtbot.waitUntil(functools.partial(_fits, page, view))
        assert page.width() > width - 40
    assert view.verticalScrollBar().maximum() > 0


def test_it_shows_the_sheet_and_says_its_text(view: SheetView, one_page: bytes) -> None:
    view.show_pdf(one_page)
    (page,) = _pages(view)
    assert _dark_dots(page) > 500
    assert page.accessibleName() == "Pagina 1 van 1"
    assert "Samenvatting van uw gesprek" in page.accessibleDescription()


def test_it_is_drawn_with_all_dots_of_the_screen(
    view: SheetView, one_page: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_Page, "devicePixelRatioF", lambda _: 2.5)
    view.show_pdf(one_page)
    (page,) = _pages(view)
    page.grab()
    assert page._image.width() == pytest.approx(page.width() * 2.5, abs=1)


def test_another_sheet_takes_its_place(view: SheetView, one_page: bytes, more_pages: bytes) -> None:
    view.show_pdf(more_pages)
    view.verticalScrollBar().setValue(200)
    view.show_pdf(one_page)
    assert len(_pages(view)) == view.page_count == 1
    assert view.verticalScrollBar().value() == 0


@pytest.mark.parametrize("pdf", [b"", b"no PDF", b"%PDF-1.7\nbroken"])
def test_what_is_no_pdf_shows_nothing(view: SheetView, one_page: bytes, pdf: bytes) -> None:
    view.show_pdf(one_page)
    view.show_pdf(pdf)
    assert view.page_count == 0
    assert _pages(view) == []
