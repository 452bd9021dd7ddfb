"""Help for the talk: no reason is kept; leaflets that were chosen stand on the sheet."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea

from naklank.core.agreement import Role, TakeHome
from naklank.core.session import State
from naklank.ui.agree.conversation_window import ConversationWindow
from naklank.ui.agree.leaflets import LeafletsWindow
from support.stage import Stage, everything_said

Key = Qt.Key
LEAFLETS = ("Nieuwe heup: thuisarts.nl/heup", "Film over & na de operatie: balie")


@pytest.fixture
def window(stage: Stage) -> ConversationWindow:
    stage.set(leaflets=LEAFLETS)
    stage.press(Key.Key_F2)
    stage.wait(lambda: isinstance(QApplication.activeWindow(), ConversationWindow))
    opened = stage.window.findChild(ConversationWindow)
    assert opened is not None
    return opened


def test_one_key_away_with_four_reasons_and_the_patients_right(window: ConversationWindow) -> None:
    said = everything_said(window)
    for text in ("onthouden", "naaste", "operatie", "twijfel"):
        assert text in said
    assert "Zelf opnemen voor eigen gebruik mag." in said


def test_what_is_ticked_stands_on_the_sheet_and_may_be_taken_off(
    stage: Stage, window: ConversationWindow
) -> None:
    for box in window.leaflets.boxes.values():
        box.click()
    assert LEAFLETS[0] in stage.table.desk.handing_over.sheet().lines()
    window.leaflets.boxes[LEAFLETS[0]].click()
    assert stage.table.desk.session.leaflets == (LEAFLETS[1],)
    assert LEAFLETS[1] in stage.table.desk.handing_over.sheet().lines()


def test_a_long_leaflet_goes_on_below_and_cuts_nothing_off(stage: Stage) -> None:
    long = "Film over de operatie, en wat u daarna zelf doet: " * 3 + "ziekenhuis.nl/film"
    stage.set(leaflets=(*LEAFLETS, long))
    stage.press(Key.Key_F2)
    stage.wait(lambda: isinstance(QApplication.activeWindow(), ConversationWindow))
    window = stage.window.findChild(ConversationWindow)
    assert window is not None
    stage.settle()
    area = window.findChild(QScrollArea)
    assert area is not None
    assert area.horizontalScrollBar().maximum() == 0
    boxes = [window.leaflets.boxes[one] for one in (LEAFLETS[0], long)]
    assert boxes[1].height() > boxes[0].height()
    assert boxes[1].height() == boxes[1].heightForWidth(boxes[1].width())


def test_an_ampersand_is_drawn_once(window: ConversationWindow) -> None:
    box = window.leaflets.boxes[LEAFLETS[1]]
    box.clearFocus()
    picture, ground = box.grab().toImage(), box.palette().window().color()
    middle = range(10, box.height() - 10)
    drawn = [
        x for x in range(picture.width()) if any(picture.pixelColor(x, y) != ground for y in middle)
    ]
    assert max(drawn) - min(drawn) <= 34 + box.fontMetrics().horizontalAdvance(LEAFLETS[1])


def test_nothing_else_of_the_talk_is_kept(stage: Stage, window: ConversationWindow) -> None:
    before = stage.table.desk.session
    window.close_it.click()
    assert stage.table.desk.session == before
    assert stage.table.kept_files() == []


def test_the_next_patient_has_chosen_nothing(stage: Stage, window: ConversationWindow) -> None:
    window.leaflets.boxes[LEAFLETS[0]].click()
    stage.table.desk.withdraw()
    assert stage.table.desk.session.leaflets == ()
    assert not window.isVisible()


# Somebody says no


def test_a_no_offers_typing_information_or_nothing(stage: Stage) -> None:
    stage.set(leaflets=LEAFLETS)
    stage.click(stage.rows[0]._no)
    choice = stage.window.choice
    assert [one.text() for one in choice.answers] == [
        "Typen, zonder microfoon", "Geef gerichte informatie", "Laat het", "Terug",
    ]  # fmt: skip
    stage.press(Key.Key_1)
    assert stage.table.desk.session.agreement.take_home is TakeHome.TYPED
    stage.enter()
    assert stage.is_in(State.WRITING)
    assert stage.table.card.streams == 0


def test_information_alone_can_go_home(stage: Stage) -> None:
    stage.set(leaflets=LEAFLETS)
    stage.click(stage.rows[0]._no)
    stage.press(Key.Key_2)
    stage.wait(lambda: isinstance(QApplication.activeWindow(), LeafletsWindow))
    window = stage.window.findChild(LeafletsWindow)
    assert window is not None
    window.leaflets.boxes[LEAFLETS[0]].click()
    window.close_it.click()
    stage.enter()
    assert stage.is_in(State.WRITING)
    stage.click(stage.main)
    assert stage.is_in(State.APPROVED)
    stage.wait(lambda: stage.window.hand_over.sheet.page_count == 1)
    assert LEAFLETS[0] in stage.table.desk.handing_over.sheet().lines()


def test_without_a_list_no_information_is_offered(stage: Stage) -> None:
    stage.click(stage.rows[0]._no)
    offered = [one.text() for one in stage.window.choice.answers]
    assert offered == ["Typen, zonder microfoon", "Laat het", "Terug"]


def test_leaving_it_ends_it_without_a_trace(stage: Stage) -> None:
    stage.click(stage.rows[0]._no)
    stage.press(Key.Key_2)
    assert stage.is_in(State.AGREEING)
    assert stage.table.desk.session.agreement.participants[0].agrees is None
    assert stage.table.kept_files() == []


def test_back_keeps_the_no(stage: Stage) -> None:
    desk = stage.table.desk
    desk.agree(desk.session.agreement.with_participant(Role.COLLEAGUE).with_answer(0, agrees=True))
    stage.click(stage.rows[1]._no)
    stage.press(Key.Key_Escape)
    assert desk.session.agreement.is_refused
    assert not stage.main.isEnabled()
    stage.enter()
    assert stage.is_in(State.AGREEING)
    assert stage.table.card.streams == 0


def test_whoever_is_only_typed_for_is_not_asked_again(stage: Stage) -> None:
    stage.choose(TakeHome.TYPED)
    stage.click(stage.rows[0]._no)
    assert not stage.window.choice.isVisible()
