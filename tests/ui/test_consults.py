"""Kinds of consult: other topics and words; bad news has no clock, and no sound by itself."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from naklank.core.consult import Consult, Heading, headings_of
from naklank.core.session import State
from naklank.core.settings import ConsultHeadings
from naklank.core.topics import Topic
from naklank.ui.settings.consults_page import ConsultsPage
from naklank.ui.settings.window import SettingsWindow
from support.desk import spoken
from support.stage import Stage, agreed, approved, everything_said, writing

Key = Qt.Key


@pytest.mark.parametrize("consult", Consult)
def test_each_kind_asks_for_the_next_step_and_when_to_call(consult: Consult) -> None:
    topics = [one.topic for one in headings_of(consult, ())]
    assert len(topics) == len(set(topics)) >= 3
    assert {Topic.WHAT_WE_DO, Topic.WHEN_TO_CALL} <= set(topics)


def test_it_is_chosen_before_speaking_and_not_after(stage: Stage) -> None:
    agreed(stage)
    page = stage.window.speak
    page.consult.activated.emit(list(Consult).index(Consult.SHORT))
    rows = page.topics._rows
    assert [topic for topic, row in rows.items() if row.isVisible()] == [
        Topic.WHAT_IS_GOING_ON, Topic.WHAT_WE_DO, Topic.WHEN_TO_CALL,
    ]  # fmt: skip
    assert "halve minuut" in page.advice.text()
    stage.table.desk.start_recording()
    stage.speak(1.0)
    assert not page.consult.isEnabled()
    stage.press(Key.Key_Space)
    stage.press(Key.Key_Space)
    stage.press(Key.Key_Space)
    assert stage.table.desk.session.recording.topic is Topic.WHEN_TO_CALL
    stage.table.desk.choices.choose_consult(Consult.USUAL)
    assert stage.table.desk.session.consult is Consult.SHORT


def test_bad_news_has_no_clock_and_nothing_sounds_by_itself(stage: Stage) -> None:
    stage.table.typist.transcript = spoken("Wat weten we nu? De uitslag is niet goed. Bel ons.")
    agreed(stage)
    stage.table.desk.choices.choose_consult(Consult.BAD_NEWS)
    sign = stage.window.speak.sign
    stage.table.desk.start_recording()
    stage.speak(3.0)
    assert "0:" not in sign.accessibleName()
    assert "minuten" not in stage.window.speak.advice.text()
    stage.table.desk.recording.stop()
    stage.wait_for(State.REVIEWING)
    stage.settle()
    assert not stage.table.desk.listening.is_playing
    assert "koptelefoon" in stage.window.messages.text
    assert "Wat weten we nu?" in stage.window.review.view.toPlainText()
    stage.press(Key.Key_M)
    stage.wait(lambda: stage.table.desk.listening.is_playing)


def test_bad_news_is_handed_over_later_and_not_told_back(stage: Stage) -> None:
    agreed(stage)
    stage.table.desk.choices.choose_consult(Consult.BAD_NEWS)
    stage.table.typist.hold()
    stage.table.record()
    stage.wait(stage.window.review.waiting.progress.isVisible)
    assert not stage.window.review.waiting.ask_back.isVisible()
    stage.table.typist.release()
    stage.wait_for(State.REVIEWING)
    stage.press(Key.Key_M)
    stage.table.confirm_all()
    stage.table.desk.listening.approve()
    assert "Later meegeven" in stage.window.messages.text
    assert not stage.window.hand_over.teach_back.isVisible()
    headings = [one.heading for one in stage.table.desk.handing_over.sheet().blocks]
    assert "Wie kunt u bellen?" in headings
    assert "Wanneer belt u ons?" not in headings


def test_the_usual_kind_has_a_clock_and_the_usual_words(stage: Stage) -> None:
    approved(stage)
    headings = [one.heading for one in stage.table.desk.handing_over.sheet().blocks]
    assert "Wanneer belt u ons?" in headings
    assert stage.window.speak.sign.has_clock


def test_the_practices_own_words_are_shown_heard_and_printed(stage: Stage) -> None:
    own = (Heading(Topic.WHEN_TO_CALL, "Wie staat voor u klaar?"), Heading(Topic.WHAT_WE_DO))
    stage.set(consults=ConsultHeadings(usual=own))
    stage.table.typist.transcript = spoken("Wie staat voor u klaar? Bel de wijkzuster, niet ons.")
    agreed(stage)
    assert stage.table.desk.session.topics == (Topic.WHEN_TO_CALL, Topic.WHAT_WE_DO)
    assert "Wie staat voor u klaar?" in everything_said(stage.window.speak.topics)
    stage.table.record()
    stage.wait_for(State.REVIEWING)
    summary = stage.table.desk.session.summary
    assert summary is not None
    assert [one.topic for one in summary.passages] == [Topic.WHEN_TO_CALL]
    headings = [one.heading for one in stage.table.desk.handing_over.sheet().blocks]
    assert headings == ["Wie staat voor u klaar?"]


def test_whoever_types_sees_the_words_of_the_sheet(stage: Stage) -> None:
    own = (Heading(Topic.WHEN_TO_CALL, "Wie staat voor u klaar?"),)
    stage.set(consults=ConsultHeadings(usual=own))
    writing(stage)
    assert "Wie staat voor u klaar?" in everything_said(stage.window.write.boxes)


def test_a_heading_without_text_is_called_as_it_was_spoken(stage: Stage) -> None:
    agreed(stage)
    stage.table.desk.choices.choose_consult(Consult.BAD_NEWS)
    stage.table.typist.transcript = spoken("Wat weten we nu? De uitslag is niet goed.")
    stage.table.record()
    stage.wait_for(State.REVIEWING)
    assert "Wie kunt u bellen?" in everything_said(stage.window.review.checks)


def _numbers(stage: Stage) -> dict[int, Topic]:
    """Which number stands beside which topic while somebody speaks, from above."""
    stage.settle()
    rows = stage.window.speak.topics._rows
    shown = sorted((row.y(), topic.value) for topic, row in rows.items() if row.isVisible())
    return {rows[Topic(topic)]._number: Topic(topic) for _, topic in shown}


@pytest.mark.parametrize("consult", Consult)
def test_topics_are_shown_in_the_order_in_which_the_key_goes_through_them(
    stage: Stage, consult: Consult
) -> None:
    agreed(stage)
    stage.table.desk.choices.choose_consult(consult)
    topics = stage.table.desk.session.topics
    assert list(_numbers(stage).items()) == list(enumerate(topics, start=1))


OWN = (Heading(Topic.WHEN_TO_CALL), Heading(Topic.WHAT_IS_GOING_ON))


@pytest.mark.parametrize(
    ("consult", "own"),
    [(Consult.USUAL, ()), (Consult.SHORT, ()), (Consult.CHRONIC, ()), (Consult.USUAL, OWN)],
)
def test_a_digit_in_the_text_is_the_number_that_stood_beside_the_topic(
    stage: Stage, consult: Consult, own: tuple[Heading, ...]
) -> None:
    stage.set(consults=ConsultHeadings(usual=own))
    stage.table.typist.transcript = spoken("Dag mevrouw. Neem rust.")
    agreed(stage)
    stage.table.desk.choices.choose_consult(consult)
    numbers = _numbers(stage)
    stage.table.record()
    stage.wait_for(State.REVIEWING)
    stage.window.review.view.setFocus()
    for number in range(1, len(Topic) + 1):
        stage.press(Key(Key.Key_0 + number))
        summary = stage.table.desk.session.summary
        assert summary is not None
        # A digit that stood beside no topic changes nothing.
        topic = numbers.get(min(number, len(numbers)))
        assert [one.topic for one in summary.borders] == [topic]


@pytest.fixture
def page(stage: Stage) -> ConsultsPage:
    stage.window.windows.open_settings()
    window = stage.window.findChild(SettingsWindow)
    assert window is not None
    (page,) = (one for one in window.pages if isinstance(one, ConsultsPage))
    return page


def test_words_and_order_are_changed_in_the_settings(stage: Stage, page: ConsultsPage) -> None:
    settings = stage.table.desk.settings
    assert page.changed(settings) == settings
    page.consult.activated.emit(list(Consult).index(Consult.BAD_NEWS))
    assert page.words[0].placeholderText() == "Wat weten we nu?"
    page.words[1].setText("  Hoe nu   verder? ")
    page.up[1].click()
    page.used[3].setChecked(False)
    changed = page.changed(settings).consults
    assert changed == replace(
        ConsultHeadings(),
        bad_news=(
            Heading(Topic.WHAT_WE_DO, "Hoe nu verder?"),
            Heading(Topic.WHAT_IS_GOING_ON),
            Heading(Topic.WHEN_TO_CALL),
        ),
    )
    page.ours.click()
    assert page.changed(settings).consults == ConsultHeadings()
