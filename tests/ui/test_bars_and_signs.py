from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QWidget

from naklank.core.recording import Level, Loudness, TopicMark
from naklank.core.topics import Topic
from naklank.ui.colours import LIGHT
from naklank.ui.parts.level_meter import LevelMeter
from naklank.ui.parts.message_bar import MessageBar, MessageKind
from naklank.ui.speak.recording_sign import RecordingSign, Sign
from naklank.ui.speak.topic_list import TopicList
from naklank.ui.steps_bar import StepsBar
from support.keys import click, hold_down, press

Show = Callable[[QWidget], QWidget]


def _colours(widget: QWidget) -> set[str]:
    image = widget.grab().toImage()
    return {
        QColor(image.pixel(x, y)).name()
        for x in range(0, image.width(), 2)
        for y in range(image.height())
    }


def _buttons(widget: QWidget) -> list[QPushButton]:
    return widget.findChildren(QPushButton)


# The steps


@pytest.fixture
def steps(shown: Show) -> StepsBar:
    steps = StepsBar()
    steps.resize(1024, 66)
    shown(steps)
    return steps


def test_a_reachable_step_is_chosen_by_click_and_by_key(steps: StepsBar) -> None:
    chosen: list[int] = []
    steps.step_chosen.connect(chosen.append)
    steps.set_steps(2, {0, 1})
    buttons = _buttons(steps)[:4]
    for button in buttons:
        click(button)
    assert chosen == [0, 1]
    buttons[1].setFocus(Qt.FocusReason.TabFocusReason)
    press(steps, Qt.Key.Key_Space)
    assert chosen == [0, 1, 1]


def test_the_steps_say_where_one_is(steps: StepsBar) -> None:
    steps.set_steps(1, {0})
    names = [button.accessibleName() for button in _buttons(steps)[:4]]
    assert names == ["Afspreken, klaar", "Inspreken, u bent hier", "Nakijken", "Meegeven"]


def test_a_step_that_was_skipped_is_not_called_done(steps: StepsBar) -> None:
    steps.set_steps(2, skipped={1})
    names = [button.accessibleName() for button in _buttons(steps)[:4]]
    assert names == ["Afspreken, klaar", "Inspreken", "Nakijken, u bent hier", "Meegeven"]


def test_going_on_a_step_moves_nothing(steps: StepsBar) -> None:
    places = []
    for step in range(4):
        steps.set_steps(step, {0})
        steps.set_withdrawable(step > 0)
        places.append([(button.geometry(), button.sizeHint()) for button in _buttons(steps)])
    assert all(one == places[0] for one in places)


def test_a_long_name_ends_in_dots_and_pushes_nothing_out(steps: StepsBar) -> None:
    steps.set_who("dokter Van der Meulen-Bosch van Rosenthal", "Gezondheidscentrum De Linde")
    steps.layout().activate()  # type: ignore[union-attr]
    for child in steps.findChildren(QWidget):
        assert steps.rect().contains(child.geometry())
    who = next(label for label in steps.findChildren(QLabel) if label.objectName() == "hint")
    assert who.text().endswith("…")
    assert "Linde" in who.toolTip()
    assert "Linde" in who.accessibleName()


def test_who_speaks_is_not_read_as_one_with_the_button_beside_it(steps: StepsBar) -> None:
    steps.resize(1400, 66)
    steps.set_who("dokter Van Dam", "De Linde")
    steps.set_withdrawable(True)
    steps.layout().activate()  # type: ignore[union-attr]
    who = next(label for label in steps.findChildren(QLabel) if label.objectName() == "hint")
    gap = steps.withdraw.x() - who.x() - who.contentsRect().right()
    between = steps.verify.x() - steps.withdraw.geometry().right()
    assert gap >= between + 12


def test_the_doctor_is_named_whole_where_the_practice_has_no_room(steps: StepsBar) -> None:
    steps.set_who("dr. A. de Vries", "Huisartsenpraktijk De Linde")
    for wide, said in (
        (1024, "dr. A. de Vries"),
        (1366, "dr. A. de Vries · Huisartsenpraktijk De Linde"),
    ):
        steps.resize(wide, steps.height())
        steps.layout().activate()  # type: ignore[union-attr]
        assert steps._who.text() == said


def test_settings_and_withdrawing_are_asked_for(steps: StepsBar) -> None:
    asked: list[str] = []
    steps.settings_asked.connect(lambda: asked.append("settings"))
    steps.withdraw_asked.connect(lambda: asked.append("withdraw"))
    steps.set_withdrawable(True)
    click(steps._settings)
    click(steps.withdraw)
    assert sorted(asked) == ["settings", "withdraw"]


# The messages


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        (MessageKind.NOTICE, ""),
        (MessageKind.WARNING, "Pas op: "),
        (MessageKind.ERROR, "Dat ging niet: "),
    ],
)
def test_a_message_that_is_no_good_news_says_so_and_none_is_red(
    shown: Show, kind: MessageKind, word: str
) -> None:
    bar = MessageBar()
    bar.resize(1024, 64)
    shown(bar)
    bar.show_message(kind, lambda: "Het geluid is bewaard.")
    assert bar.accessibleName() == f"{word}Het geluid is bewaard."
    assert LIGHT.microphone not in _colours(bar)


def test_a_message_of_two_lines_takes_no_more_room_than_silence(shown: Show) -> None:
    bar = MessageBar()
    bar.resize(1024, bar.sizeHint().height())
    shown(bar)
    silent = bar.minimumSizeHint().height(), bar.sizeHint().height()
    bar.show_message(MessageKind.ERROR, lambda: "De microfoon is weg. Wat u zei, is bewaard. " * 3)
    bar.layout().activate()  # type: ignore[union-attr]
    text = next(one for one in bar.findChildren(QLabel) if bar.text in one.text())
    assert (bar.minimumSizeHint().height(), bar.sizeHint().height()) == silent
    assert text.heightForWidth(text.width()) <= text.height()
    assert text.visibleRegion().boundingRect().height() == text.height()


def test_a_longer_message_scrolls_and_moves_nothing(shown: Show) -> None:
    bar = MessageBar()
    bar.resize(1024, bar.sizeHint().height())
    shown(bar)
    silent = bar.minimumSizeHint().height(), bar.sizeHint().height()
    bar.show_message(MessageKind.ERROR, lambda: "Wat u zei, is bewaard. " * 30)
    assert (bar.minimumSizeHint().height(), bar.sizeHint().height()) == silent
    QApplication.processEvents()
    assert bar.findChildren(QScrollArea)[0].verticalScrollBar().maximum() > 0


def test_a_message_is_closed_by_its_cross(shown: Show) -> None:
    bar = MessageBar()
    shown(bar)
    closed: list[bool] = []
    bar.closed.connect(lambda: closed.append(True))
    bar.show_message(MessageKind.NOTICE, lambda: "Afgerond.")
    click(_buttons(bar)[0])
    assert bar.text == ""
    assert closed == [True]
    assert _buttons(bar)[0].isHidden()


def test_text_with_tags_in_a_message_stays_text(shown: Show) -> None:
    bar = MessageBar()
    shown(bar)
    bar.show_message(MessageKind.NOTICE, lambda: "<b>map</b>")
    assert next(one for one in bar.findChildren(QLabel) if "map" in one.text()).textFormat() is (
        Qt.TextFormat.PlainText
    )


# The large sign


@pytest.mark.parametrize("sign", Sign)
def test_only_an_open_microphone_is_red(shown: Show, sign: Sign) -> None:
    widget = RecordingSign()
    shown(widget)
    widget.set_sign(sign)
    is_open = sign in (Sign.SPEAK, Sign.RECORDING, Sign.INTERPRETER)
    assert (LIGHT.microphone in _colours(widget)) is is_open


def test_the_sign_says_what_it_shows(shown: Show) -> None:
    widget = RecordingSign()
    shown(widget)
    said = []
    for sign in Sign:
        widget.set_sign(sign)
        said.append(widget.text)
    assert said == [
        "Microfoon is dicht",
        "Even wachten…",
        "Spreek maar",
        "OPNAME LOOPT",
        "OPNAME, TOLK SPREEKT",
        "MICROFOON WEG, EVEN WACHTEN",
        "Pauze",
    ]
    widget.set_seconds(107.9)
    assert widget.accessibleName() == "Pauze, 1:47"


# The level


@pytest.mark.parametrize(
    ("peak", "word", "bar"),
    [
        (-12.0, "goed", LIGHT.green),
        (-45.0, "te zacht", LIGHT.amber),
        (-0.2, "te hard", LIGHT.amber),
        (-96.0, "geen geluid", LIGHT.chip),
    ],
)
def test_a_level_is_a_bar_and_a_word(shown: Show, peak: float, word: str, bar: str) -> None:
    meter = LevelMeter()
    shown(meter)
    meter.set_level(Level(peak, 1.0))
    assert meter.word == word
    assert meter.accessibleName() == f"Geluid: {word}"
    assert bar in _colours(meter)
    assert LIGHT.microphone not in _colours(meter)


def test_between_two_words_the_level_stays_good() -> None:
    meter = LevelMeter()
    seen = []
    for level in (Level(-12.0, 1.0), Level(-50.0, 2.0), Level(-50.0, 3.0)):
        meter.set_level(level)
        seen.append(meter.loudness)
    assert seen == [Loudness.GOOD, Loudness.GOOD, Loudness.SOFT]


def test_another_take_and_a_closed_microphone_begin_anew() -> None:
    meter = LevelMeter()
    meter.set_level(Level(-12.0, 30.0))
    meter.set_level(Level(-90.0, 0.1))
    seen = [meter.word]
    meter.clear()
    assert [*seen, meter.word] == ["geen geluid", ""]


# The topics


@pytest.fixture
def topics(shown: Show) -> TopicList:
    topics = TopicList()
    topics.resize(480, 400)
    shown(topics)
    return topics


def test_the_topics_say_how_far_one_is(topics: TopicList) -> None:
    marks = (
        TopicMark(Topic.WHAT_IS_GOING_ON, 1.0),
        TopicMark(Topic.WHAT_WE_DO, 19.0),
        TopicMark(Topic.WHAT_IS_GOING_ON, 40.0),
        TopicMark(Topic.WHAT_WE_DO, 42.0),
    )
    topics.set_progress(marks, 47.0)
    assert [row.accessibleName() for row in _buttons(topics)] == [
        "1. Wat is er aan de hand?, 0:20",
        "2. Wat gaan we doen?, nu: Wat, hoeveel, wanneer en hoe lang.",
        "3. Wat doet u zelf?",
        "4. Wanneer belt u ons?",
        "5. Uw volgende afspraak",
    ]


def test_no_row_moves_when_the_next_topic_begins(topics: TopicList) -> None:
    places = []
    for count in range(6):
        marks = tuple(TopicMark(topic, at * 10.0) for at, topic in enumerate(Topic))[:count]
        topics.set_progress(marks, count * 10.0)
        places.append([row.geometry() for row in _buttons(topics)])
    assert all(one == places[0] for one in places)


def test_a_hint_that_needs_two_lines_has_their_room_before_it_shows(shown: Show) -> None:
    topics = TopicList()
    topics.resize(300, 600)
    shown(topics)
    line = topics.fontMetrics().height()
    assert max(row.height() for row in _buttons(topics)) >= 3 * line


def test_a_topic_is_chosen_by_click_and_by_key_but_not_by_a_held_one(topics: TopicList) -> None:
    chosen: list[Topic] = []
    topics.topic_chosen.connect(chosen.append)
    rows = _buttons(topics)
    click(rows[3])
    rows[1].setFocus(Qt.FocusReason.TabFocusReason)
    press(topics, Qt.Key.Key_Return)
    hold_down(topics, Qt.Key.Key_Return)
    assert chosen == [Topic.WHEN_TO_CALL, Topic.WHAT_WE_DO]
