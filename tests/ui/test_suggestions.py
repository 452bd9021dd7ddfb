"""What may have been meant is offered, and put in by one key; never by itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from naklank.core.checks import Check, CheckKind
from naklank.core.review import Review
from naklank.ui.review.suggestion_button import SuggestionButton
from support import keys
from support.desk import spoken
from support.stage import Stage, moved, places

Show = Callable[[QWidget], QWidget]
N, K = Qt.Key.Key_N, Qt.Key.Key_K


@pytest.fixture
def misheard(stage: Stage) -> Stage:
    """The first check, heard already, has a suggestion; the second has none."""
    stage.table.typist.transcript = spoken("U begint met Lee-Noppil. Neem 500 milligram.")
    stage.table.review()
    desk = stage.table.desk
    assert desk.session.summary is not None
    sound = desk.session.summary.words[3].sound
    assert sound is not None
    others = [one for one in desk.session.review.checks if one.start > sound.end]
    found = Check(CheckKind.MEDICINE, "Lee-Noppil", sound.start, sound.end, suggestion="lisinopril")
    desk.controller.update(review=Review((found, *others)))
    desk.listening.play_check(0)
    stage.table.wait_until_heard(0)
    stage.wait(lambda: not desk.listening.is_playing)
    return stage


def _text(stage: Stage) -> str:
    return stage.window.review.view.toPlainText()


def test_it_is_put_in_by_its_key_and_still_to_be_confirmed(misheard: Stage) -> None:
    button = misheard.window.review.suggestion
    assert button.accessibleName() == "Neem over: lisinopril"
    assert "Lee-Noppil." in _text(misheard)
    misheard.settle()
    before = places(misheard.window)
    card = misheard.table.card
    pace, card.pace = card.pace, 0.1  # what plays now is not heard before it is asked about
    misheard.press(N)
    misheard.settle()
    assert "U begint met lisinopril. Neem" in _text(misheard)
    assert not button.isVisible()
    assert not moved(before, places(misheard.window))
    assert not misheard.table.desk.session.review.confirmed
    misheard.press(K)
    assert not misheard.table.desk.session.review.confirmed  # other words were heard
    card.pace = pace
    misheard.table.wait_until_heard(0)
    misheard.press(K)
    assert misheard.table.desk.session.review.confirmed == {0}
    assert not button.isVisible()


def test_it_can_be_clicked_and_the_check_be_confirmed_without_it(misheard: Stage) -> None:
    misheard.press(K)
    assert "Lee-Noppil." in _text(misheard)
    misheard.press(N)
    assert "Lee-Noppil." in _text(misheard)
    misheard.table.desk.listening.play_check(0)
    misheard.click(misheard.window.review.suggestion)
    assert "lisinopril." in _text(misheard)
    assert not misheard.table.desk.session.review.confirmed


def test_a_held_key_or_a_typed_letter_puts_nothing_in(misheard: Stage) -> None:
    misheard.hear()
    for _ in range(4):
        keys.hold_down(misheard.window, N)
    misheard.press(Qt.Key.Key_Return)
    misheard.type("n")
    misheard.press(Qt.Key.Key_Escape)
    assert "Lee-Noppil." in _text(misheard)


def test_a_long_name_is_cut_short_and_whole_in_the_tip(shown: Show) -> None:
    button = SuggestionButton()
    button.resize(240, 44)
    shown(button)
    button.set_suggestion("amoxicilline met clavulaanzuur")
    assert button.width() == 240
    assert button.text().endswith("…")
    assert button.toolTip() == "Neem over: amoxicilline met clavulaanzuur"
    button.set_suggestion("lisinopril")
    assert button.text() == "Neem over: lisinopril"
