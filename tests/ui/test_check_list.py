from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QWidget

from naklank.core.checks import Check, CheckKind
from naklank.core.review import Review
from naklank.core.summary import Summary, SummaryWord
from naklank.core.topics import Topic
from naklank.core.transcript import DropReason, Stretch
from naklank.sentences.words import check_kind
from naklank.ui.review.check_list import CheckList
from support.keys import hold_down, press
from support.summaries import misheard, place, review

Show = Callable[[QWidget], QWidget]


@pytest.fixture
def checks(shown: Show) -> CheckList:
    checks = CheckList()
    checks.resize(340, 420)
    shown(checks)
    checks.set_review(review(0), 1)
    return checks


def _rows(checks: CheckList) -> QListWidget:
    rows = checks.findChild(QListWidget)
    assert rows is not None
    return rows


def _said(checks: CheckList) -> list[str]:
    role = Qt.ItemDataRole.AccessibleTextRole
    rows = _rows(checks)
    return [rows.item(at).data(role) for at in range(rows.count())]


def test_it_counts_what_is_left(checks: CheckList) -> None:
    titles = []
    for confirmed in ((), (0, 1, 2), (0, 1, 2, 3)):
        checks.set_review(review(*confirmed), None)
        titles.append(checks.title)
    checks.set_review(Review(), None)
    assert titles == ["Nog 4 punten", "Nog 1 punt", "Alle punten kloppen"]
    assert checks.title == "Geen losse punten"


def test_it_says_why_all_must_be_heard_where_checks_may_lack(checks: CheckList) -> None:
    said = [checks._explanation.text()]
    checks.set_review(Review(awaits_more=True).without_more(), None)
    said.append(checks._explanation.text())
    assert checks.title == "Luister nog tot het einde"
    assert said[0].startswith("Stopt na elk punt")
    assert said[1] == "De computer kon zijn tekst niet nagaan. Luister daarom alles af."


def test_where_only_sound_is_missing_it_says_how_much(checks: CheckList) -> None:
    said = []
    for seconds, done in ((12.3, (0, 1, 2)), (12.3, (0, 1, 2, 3)), (0.2, (0, 1, 2, 3))):
        checks.set_review(replace(review(*done), needs_whole=True), None)
        checks.set_seconds_left(seconds)
        said.append(checks._explanation.text())
    assert checks.title == "Luister nog tot het einde"
    assert said[0].startswith("Stopt na elk punt")
    assert said[1] == "Nog 13 seconden. Daarna: Tekst klopt. M: verder luisteren."
    assert said[2].startswith("Nog 1 seconde.")


def _many(checks: CheckList, current: int) -> None:
    many = tuple(Check(CheckKind.NUMBER, str(at), at, at + 0.5) for at in range(20))
    checks.set_review(Review(many), current)


def test_above_the_place_at_hand_stands_one_and_below_it_what_comes(checks: CheckList) -> None:
    rows = _rows(checks)
    tops = []
    for at in (0, 1, 2, 10, 4):
        _many(checks, at)
        tops.append(rows.visualItemRect(rows.item(max(0, at - 1))).top())
    assert tops == [0] * 5
    checks.resize(340, 360)
    QApplication.processEvents()
    assert rows.visualItemRect(rows.item(3)).top() == 0


def test_a_row_that_was_clicked_stays_below_the_mouse(checks: CheckList) -> None:
    rows = _rows(checks)
    _many(checks, 4)
    checks.check_chosen.connect(lambda at: _many(checks, at))
    before = rows.visualItemRect(rows.item(5))
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=before.center())
    assert rows.currentRow() == 5
    assert rows.visualItemRect(rows.item(5)) == before


def test_a_row_says_the_words_of_the_page_and_has_what_was_heard_at_hand(
    checks: CheckList,
) -> None:
    heard = Check(CheckKind.DOSE, "tien milligram", 1.0, 1.8)
    page = Summary(
        (SummaryWord("10", Stretch(1.0, 1.3)), SummaryWord("milligram.", Stretch(1.3, 1.8)))
    )
    checks.set_review(Review((heard,)), None, page)
    assert _said(checks) == ["10 milligram, dosis · 0:01"]
    assert "tien milligram" in _rows(checks).item(0).toolTip()


def test_each_row_says_words_why_when_and_how_it_stands(checks: CheckList) -> None:
    assert _said(checks) == [
        "niet, ontkenning · 0:04, klopt",
        "lisinopril, medicijn · 0:07, nu",
        "1 tablet van 10 milligram, dosis · 0:07",
        "112, telefoon · 0:15",
    ]


def test_a_click_chooses_a_check(checks: CheckList) -> None:
    chosen: list[int] = []
    checks.check_chosen.connect(chosen.append)
    rows = _rows(checks)
    where = rows.visualItemRect(rows.item(2)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert chosen == [2]


def test_arrows_move_and_enter_chooses(checks: CheckList) -> None:
    chosen: list[int] = []
    checks.check_chosen.connect(chosen.append)
    checks.setFocus()
    press(checks, Qt.Key.Key_Down)
    assert chosen == []
    press(checks, Qt.Key.Key_Return)
    hold_down(checks, Qt.Key.Key_Return)
    assert chosen == [2]


def test_nothing_moves_when_a_check_becomes_current_or_right(checks: CheckList) -> None:
    rows = _rows(checks)

    def places() -> list[int]:
        return [rows.visualItemRect(rows.item(at)).top() for at in range(rows.count())]

    before = places()
    checks.set_review(review(0, 1), 2)
    assert places() == before


def test_a_long_list_scrolls_to_the_current_one(checks: CheckList) -> None:
    many = tuple(Check(CheckKind.NUMBER, str(at), at, at + 0.5) for at in range(40))
    checks.set_review(Review(many), 39)
    rows = _rows(checks)
    assert rows.viewport().rect().contains(rows.visualItemRect(rows.item(39)).center())
    checks.set_review(review(), None)
    assert rows.count() == 4


def test_speech_without_text_has_words_of_its_own(checks: CheckList) -> None:
    checks.set_review(Review((Check(CheckKind.UNCOVERED, "", 3, 4),)), None)
    assert _said(checks) == ["geen tekst, hier wordt gesproken · 0:03"]


@pytest.mark.parametrize("kind", CheckKind)
def test_each_kind_has_a_word(kind: CheckKind) -> None:
    assert check_kind(kind)


def test_a_suggestion_stands_beside_the_words_until_it_is_put_in(checks: CheckList) -> None:
    text, check = misheard()
    checks.set_review(Review((check,)), None, text)
    assert _said(checks) == ["Lee-Noppil · lisinopril?, medicijn · 0:07"]
    at = place("lisinopril.")
    checks.set_review(Review((check,)), None, text.corrected(at, at + 1, "lisinopril."))
    assert _said(checks) == ["lisinopril, medicijn · 0:07"]


def test_what_was_left_out_says_why(checks: CheckList) -> None:
    reasons = get_args(DropReason)
    checks.set_review(
        Review(tuple(Check(CheckKind.UNSUPPORTED, "Muziek", 3, 4, reason=one) for one in reasons)),
        None,
    )
    said = _said(checks)
    assert len(set(said)) == len(reasons)
    assert all(one.startswith("Muziek, weggelaten: ") for one in said)
    # Of an older session nobody knows the reason.
    checks.set_review(Review((Check(CheckKind.UNSUPPORTED, "Muziek", 3, 4),)), None)
    assert _said(checks) == ["Muziek, getypt, maar hier spreekt niemand · 0:03"]


def test_a_missing_topic_is_told_without_a_time_and_told_again_when_text_came(
    checks: CheckList,
) -> None:
    text, _ = misheard()
    missing = Check(CheckKind.MISSING_TOPIC, "", 60, 60, topics=(Topic.NEXT_APPOINTMENT,))
    checks.set_review(Review((missing,)), 0, Summary(text.words))
    assert _said(checks) == ["Uw volgende afspraak, onder dit kopje staat geen tekst, nu"]
    there = Summary(text.words).with_topic_at(0, Topic.NEXT_APPOINTMENT)
    checks.set_review(Review((missing,)), 0, there)
    assert _said(checks) == ["Uw volgende afspraak, staat er nu, nu"]


def test_the_day_on_which_a_date_falls_is_told(checks: CheckList) -> None:
    wrong = Check(CheckKind.WRONG_WEEKDAY, "dinsdag 3 december", 3, 4, weekday="donderdag")
    checks.set_review(Review((wrong,)), None)
    assert _said(checks) == ["dinsdag 3 december, deze datum is een donderdag · 0:03"]
