"""Every control has a name, a role and room for a finger; in both languages, in a small window."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QScrollArea, QScrollBar, QWidget

from naklank.core.agreement import Agreement, Participant, Role
from naklank.core.recording import TopicMark
from naklank.core.topics import Topic
from naklank.ui.agree.participants_card import ParticipantsCard
from naklank.ui.agree.take_home_card import TakeHomeCard
from naklank.ui.hand_over.sheet_view import SheetView
from naklank.ui.parts.choice_bar import Answer, Choice, ChoiceBar
from naklank.ui.parts.confirm import ConfirmBar, Question
from naklank.ui.parts.level_meter import LevelMeter
from naklank.ui.parts.message_bar import MessageBar, MessageKind
from naklank.ui.review.check_list import CheckList
from naklank.ui.review.summary_view import SummaryView
from naklank.ui.review.write_card import WriteCard
from naklank.ui.speak.recording_sign import RecordingSign
from naklank.ui.speak.topic_list import TopicList
from naklank.ui.steps_bar import StepsBar
from support.summaries import review, summary

Show = Callable[[QWidget], QWidget]


def _steps() -> QWidget:
    steps = StepsBar()
    steps.set_steps(2, {0, 1})
    steps.set_withdrawable(True)
    return steps


def _message() -> QWidget:
    bar = MessageBar()
    bar.show_message(MessageKind.WARNING, lambda: "Het geluid is bewaard.")
    return bar


def _topics() -> QWidget:
    topics = TopicList()
    topics.set_progress((TopicMark(Topic.WHAT_WE_DO, 0.0),), 3.0)
    return topics


def _people() -> QWidget:
    people = ParticipantsCard()
    people.set_agreement(Agreement(tuple(Participant(role) for role in Role)))
    return people


def _summary() -> QWidget:
    view = SummaryView()
    view.set_summary(summary(), review(0), 1)
    return view


def _checks() -> QWidget:
    checks = CheckList()
    checks.set_review(review(0), 1)
    return checks


def _confirm() -> QWidget:
    window = QWidget()
    confirm = ConfirmBar(window)
    confirm.ask(Question("Wissen?", "Niet wissen", "Wissen", lambda: None))
    return window


def _choice() -> QWidget:
    window = QWidget()
    choice = ChoiceBar(window)
    answers = (Answer("Ja", "Dan wel.", lambda: None), Answer("Nee", "Dan niet.", lambda: None))
    choice.ask(Choice("Wat nu?", answers))
    return window


MAKERS: dict[str, Callable[[], QWidget]] = {
    "steps": _steps,
    "message": _message,
    "sign": RecordingSign,
    "level": LevelMeter,
    "topics": _topics,
    "people": _people,
    "home": TakeHomeCard,
    "summary": _summary,
    "checks": _checks,
    "sheet": SheetView,
    "write": WriteCard,
    "confirm": _confirm,
    "choice": _choice,
}


def _all(interface: QAccessibleInterface) -> list[QAccessibleInterface]:
    children = [interface.child(at) for at in range(interface.childCount())]
    below = [one for child in children if child is not None for one in _all(child)]
    return [interface, *below]


def _focusable(widget: QWidget) -> list[QWidget]:
    inside = [widget, *widget.findChildren(QWidget)]
    return [
        one
        for one in inside
        if one.isVisible()
        and one.focusPolicy() is not Qt.FocusPolicy.NoFocus
        and one.focusProxy() is None
        and not isinstance(one, QScrollBar)
        and one.objectName() != "qt_scrollarea_viewport"
    ]


@pytest.mark.parametrize("name", MAKERS)
def test_every_control_has_a_name(shown: Show, name: str) -> None:
    widget = MAKERS[name]()
    widget.resize(max(500, widget.minimumSizeHint().width()), 480)
    shown(widget)
    for control in _focusable(widget):
        interface = QAccessible.queryAccessibleInterface(control)
        assert interface.text(QAccessible.Text.Name), control
        nothing = {QAccessible.Role.NoRole, QAccessible.Role.Client}
        assert interface.role() not in nothing or isinstance(control, QScrollArea), control


@pytest.mark.parametrize("name", MAKERS)
def test_every_item_that_a_reader_meets_can_be_said(shown: Show, name: str) -> None:
    widget = MAKERS[name]()
    shown(widget)
    wanted = (
        QAccessible.Role.Button,
        QAccessible.Role.RadioButton,
        QAccessible.Role.CheckBox,
        QAccessible.Role.ListItem,
        QAccessible.Role.EditableText,
    )
    for one in _all(QAccessible.queryAccessibleInterface(widget)):
        if one.role() in wanted and not one.state().invisible:
            assert one.text(QAccessible.Text.Name), one.object()


@pytest.mark.parametrize("name", MAKERS)
def test_what_is_pressed_is_large_enough(shown: Show, name: str) -> None:
    widget = MAKERS[name]()
    widget.resize(max(500, widget.minimumSizeHint().width()), 480)
    shown(widget)
    for button in widget.findChildren(QAbstractButton):
        if button.isVisible():
            assert min(button.width(), button.height()) >= 44, button.accessibleName()


@pytest.mark.parametrize("name", MAKERS)
def test_it_fits_half_of_the_smallest_window(shown: Show, name: str) -> None:
    widget = MAKERS[name]()
    shown(widget)
    room = 1024 if name in ("steps", "message", "write", "confirm") else 455
    assert widget.minimumSizeHint().width() <= room
    if not isinstance(widget, QAbstractScrollArea):
        assert widget.minimumSizeHint().height() <= 430


@pytest.mark.parametrize(
    "name", sorted(MAKERS.keys() - {"confirm", "choice"})
)  # whose words are given to it
def test_made_anew_it_speaks_another_language(
    shown: Show, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def words() -> list[str]:
        widget = shown(MAKERS[name]())
        found = _all(QAccessible.queryAccessibleInterface(widget))
        return [one.text(QAccessible.Text.Name) for one in found]

    dutch = words()
    monkeypatch.setenv("NAKLANK_LANGUAGE", "en")
    assert words() != dutch


def test_the_text_of_a_summary_is_there_for_a_reader(shown: Show) -> None:
    view = _summary()
    shown(view)
    interface = QAccessible.queryAccessibleInterface(view)
    text = interface.textInterface()
    assert text.text(0, text.characterCount()).startswith("Wat is er aan de hand?\nU heeft")
    assert interface.state().readOnly
