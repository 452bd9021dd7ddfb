"""Plainer words are offered on request, and each is taken or left by one key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton

from naklank.core.plain_words import PlainOffer, PlainReason
from naklank.core.session import State
from naklank.ui.review.plain_words_window import PlainWordsWindow
from support import keys
from support.desk import spoken
from support.stage import ENTER, WAYS, Stage, everything_said

Key = Qt.Key
TEXT = "U heeft hypertensie. Neem driemaal daags een tablet. U hoeft niet te stoppen met sporten."


def review(stage: Stage, text: str = TEXT) -> None:
    stage.table.typist.transcript = spoken(text)
    stage.table.review()
    stage.wait(lambda: not stage.table.desk.listening.is_playing)


def opened(stage: Stage) -> PlainWordsWindow | None:
    windows = stage.window.findChildren(PlainWordsWindow)
    return next((one for one in windows if one.isVisible()), None)


def ask(stage: Stage) -> PlainWordsWindow:
    stage.press(Key.Key_E)
    window = opened(stage)
    assert window is not None
    window.activateWindow()
    stage.wait(window.isActiveWindow)
    stage.hear()
    return window


def rows(window: PlainWordsWindow) -> list[str]:
    return [window.list.item(at).text().split("\n")[0] for at in range(window.list.count())]


def words(stage: Stage) -> str:
    summary = stage.table.desk.session.summary
    assert summary is not None
    return " ".join(word.text for word in summary.words)


def test_the_offers_stand_in_the_order_of_the_text_and_nothing_is_changed(stage: Stage) -> None:
    review(stage)
    window = ask(stage)
    assert rows(window) == [
        "hypertensie. → hoge bloeddruk.",
        "driemaal daags → 's ochtends, 's middags en 's avonds",
        "hoeft niet te stoppen met sporten. → mag blijven sporten.",
    ]
    assert window.now.text() == "Nu: U heeft hypertensie."
    assert window.then.text() == "Dan: U heeft hoge bloeddruk."
    assert words(stage) == TEXT


def test_one_key_takes_and_another_leaves(stage: Stage) -> None:
    review(stage)
    window = ask(stage)
    keys.press(window, Key.Key_N)
    assert words(stage).startswith("U heeft hoge bloeddruk. Neem driemaal daags")
    assert len(rows(window)) == 2
    keys.press(window, Key.Key_Z)
    assert rows(window) == ["hoeft niet te stoppen met sporten. → mag blijven sporten."]
    keys.press(window, Key.Key_N)
    assert words(stage) == (
        "U heeft hoge bloeddruk. Neem driemaal daags een tablet. U mag blijven sporten."
    )
    assert rows(window) == []
    assert window.nothing.isVisible()
    assert not window.take.isEnabled()
    assert not window.leave.isEnabled()


def test_arrows_choose_and_other_keys_take_nothing(stage: Stage) -> None:
    review(stage)
    window = ask(stage)
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Up):
        keys.press(window, key)
    assert window.list.currentRow() == 1
    for key in (ENTER, Key.Key_Space, Key.Key_K, Key.Key_E, Key.Key_H):
        keys.press(window, key)
    for _ in range(4):
        keys.hold_down(window, Key.Key_N)
    assert words(stage) == TEXT
    keys.press(window, Key.Key_N)
    assert "Neem 's ochtends, 's middags en 's avonds een tablet." in words(stage)
    assert window.list.currentRow() == 1


def test_what_is_changed_at_a_place_must_be_confirmed_anew(stage: Stage) -> None:
    review(stage)
    stage.table.confirm_all()
    review_before = stage.table.desk.session.review
    assert not review_before.open
    window = ask(stage)
    keys.press(window, Key.Key_Down)
    keys.press(window, Key.Key_N)
    reopened = [review_before.checks[at].text for at in stage.table.desk.session.review.open]
    assert any("driemaal daags" in text for text in reopened)
    assert not stage.table.desk.listening.is_playing  # nobody sees the text now
    window.close()
    stage.wait(lambda: stage.table.desk.listening.is_playing)


def test_a_remark_can_only_be_left(stage: Stage) -> None:
    review(stage, "Neem eenmaal daags een tablet.")
    window = ask(stage)
    assert rows(window) == ["eenmaal daags"]
    assert window.list.item(0).text().endswith("op welk moment van de dag?")
    assert window.then.text() == ""
    keys.press(window, Key.Key_N)
    assert words(stage) == "Neem eenmaal daags een tablet."
    keys.press(window, Key.Key_Z)
    assert rows(window) == []


def test_where_nothing_is_found_that_is_said(stage: Stage) -> None:
    review(stage, "U bent ziek. Bel ons.")
    window = ask(stage)
    assert window.nothing.isVisible()
    assert "Niets gevonden dat eenvoudiger kan." in everything_said(window)


@pytest.mark.parametrize("key", [Key.Key_Escape, ENTER])
def test_it_is_closed_by_key(stage: Stage, key: Key) -> None:
    review(stage)
    window = ask(stage)
    keys.press(window, key, keys.CTRL if key is ENTER else keys.PLAIN)
    assert opened(stage) is None
    assert stage.is_in(State.REVIEWING)


def test_nothing_can_be_taken_when_the_text_is_not_checked(stage: Stage) -> None:
    review(stage)
    desk = stage.table.desk
    offer = desk.plain_words.offers()[0]
    ask(stage)
    desk.discard_recording()
    stage.wait(lambda: opened(stage) is None)
    stage.press(Key.Key_E)
    stage.window.windows.open_plain_words()
    assert opened(stage) is None
    assert desk.plain_words.offers() == ()
    desk.plain_words.take(offer)
    assert desk.session.summary is None


def test_while_it_is_typed_nothing_is_offered(stage: Stage) -> None:
    WAYS["transcribing"](stage)
    assert stage.window.review.plain.isVisible()
    assert not stage.window.review.plain.isEnabled()
    stage.press(Key.Key_E)
    assert opened(stage) is None
    stage.table.typist.release()


def test_an_offer_for_another_text_is_not_put_in(stage: Stage) -> None:
    review(stage)
    desk = stage.table.desk
    offer = desk.plain_words.offers()[0]
    desk.editing.correct(0, 1, "Meneer, u")
    before = words(stage)
    desk.plain_words.take(offer)
    desk.plain_words.take(PlainOffer(0, 2, PlainReason.HARD_WORD, "iets anders"))
    assert words(stage) == before


def test_a_screen_reader_hears_all_of_it(stage: Stage) -> None:
    review(stage)
    window = ask(stage)
    assert window.list.accessibleName() == "Wat eenvoudiger kan"
    view = QAccessible.queryAccessibleInterface(window.list)
    assert view is not None
    first = view.child(0)
    assert first is not None
    said = first.text(QAccessible.Text.Name)
    assert said == "hypertensie. → hoge bloeddruk. · moeilijk woord"
    for button in window.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.accessibleName() or button.text()
