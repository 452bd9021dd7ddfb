"""How far the text is, and how long it still takes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from naklank.core.session import State
from naklank.ui.model_words import left_text
from naklank.ui.review.waiting_card import WaitingCard
from support.stage import WAYS, Stage

Show = Callable[[QWidget], QWidget]


@pytest.fixture
def card(shown: Show) -> WaitingCard:
    card = WaitingCard(())
    card.resize(560, 400)
    shown(card)
    card.set_typing(typing=True)
    return card


def _places(card: WaitingCard) -> list[QRect]:
    return [one.geometry() for one in card.findChildren(QWidget)]


def test_what_is_not_known_is_not_said(card: WaitingCard) -> None:
    assert card.how_far.text() == ""
    card.set_progress(42.0, 75.0, None)
    assert card.how_far.text() == "Klaar tot 0:42 van 1:15."
    card.set_progress(0.0, 75.0, 12.4)
    assert card.how_far.text() == "Nog ongeveer 12 seconden."


def test_nothing_moves_while_it_is_typed(card: WaitingCard) -> None:
    before = _places(card)
    for second, left in ((5.0, None), (42.0, 12.0), (590.0, 400.0), (599.0, 0.2)):
        card.set_progress(second, 600.0, left)
        assert _places(card) == before
    assert card.progress.value() == 5990
    card.set_progress(600.4, 600.0, None)
    assert card.progress.value() == 6000


def test_another_recording_begins_anew(card: WaitingCard) -> None:
    card.set_progress(42.0, 75.0, 3.0)
    card.set_typing(typing=False)
    assert not card.how_far.isVisible()
    card.set_typing(typing=True)
    assert card.how_far.text() == ""
    assert card.progress.value() == 0


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.0, "Nog enkele seconden."),
        (4.9, "Nog enkele seconden."),
        (12.4, "Nog ongeveer 12 seconden."),
        (23.0, "Nog ongeveer 25 seconden."),
        (99.0, "Nog ongeveer 100 seconden."),
        (100.0, "Nog ongeveer 2 minuten."),
        (3 * 3600.0, "Nog ongeveer 180 minuten."),
    ],
)
def test_no_guess_looks_more_exact_than_it_is(seconds: float, words: str) -> None:
    assert left_text(seconds) == words


def test_the_page_tells_how_far_the_text_is(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    left = [7.0]
    typing = type(stage.table.desk.typing)
    monkeypatch.setattr(typing, "seconds_left", property(lambda _: left[0]))
    WAYS["transcribing"](stage)
    waiting = stage.window.review.waiting
    stage.wait(lambda: "Klaar tot 0:0" in waiting.how_far.text())
    assert waiting.how_far.text().endswith("Nog ongeveer 7 seconden.")
    left[0] = 2.0
    stage.wait(lambda: waiting.how_far.text().endswith("Nog enkele seconden."))
    stage.table.typist.release()
    stage.wait_for(State.REVIEWING)
    assert not stage.window.review._clock.isActive()


def test_the_practice_can_leave_out_the_question_to_tell_it_back(stage: Stage) -> None:
    stage.set(teach_back=False)
    WAYS["transcribing"](stage)
    waiting = stage.window.review.waiting
    stage.wait(waiting.progress.isVisible)
    assert not waiting.ask_back.isVisible()
    stage.set(teach_back=True)
    assert waiting.ask_back.isVisible()
    assert "in uw eigen woorden" in waiting.ask_back.text()
    stage.table.typist.release()
    stage.wait_for(State.REVIEWING)
