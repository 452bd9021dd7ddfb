"""Every way through agreement, on the screen and in the state machine; actions are counted."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from naklank.core.agreement import COMPANIONS, Deciding, Role, TakeHome
from naklank.core.session import Event, State
from naklank.core.topics import Topic
from naklank.workflow.recording_flow import Microphone
from support.keys import CTRL, PLAIN
from support.stage import ENTER, Stage

if TYPE_CHECKING:
    from collections.abc import Callable

Key = Qt.Key
RECORDED = [one for one in TakeHome if one.is_recorded]


class Hand:
    """Counts what somebody has to do."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.actions = 0

    def press(self, key: Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        self.actions += 1
        self.stage.press(key, modifier)

    def decide(self, deciding: Deciding) -> None:
        """Choose in the list who decides: one choice."""
        self.actions += 1
        self.stage.window.agree.participants.deciding.activated.emit(list(Deciding).index(deciding))

    def add(self, role: Role) -> None:
        self.actions += 1
        self.stage.window.agree.participants._roles[role].click()

    def choose(self, take_home: TakeHome) -> None:
        self.actions += 1
        self.stage.choose(take_home)


@pytest.fixture
def hand(stage: Stage) -> Hand:
    return Hand(stage)


def _alone(_hand: Hand) -> None:
    """Patient of 16 or older."""


ROUTINE: list[tuple[str, Callable[[Hand], object], int, int]] = [
    # what is done first, how many must say yes, and all actions until it records
    ("patient alone", _alone, 1, 3),
    ("with a relative", lambda hand: hand.add(Role.RELATIVE), 2, 5),
    ("with an interpreter", lambda hand: hand.add(Role.INTERPRETER), 2, 5),
    ("with a telephone interpreter", lambda hand: hand.add(Role.PHONE_INTERPRETER), 2, 5),
    ("with a colleague", lambda hand: hand.add(Role.COLLEAGUE), 2, 5),
    ("child under 12", lambda hand: hand.decide(Deciding.PARENT), 1, 4),
    ("child of 12 to 15", lambda hand: hand.decide(Deciding.CHILD_AND_PARENT), 2, 5),
    ("representative", lambda hand: hand.decide(Deciding.REPRESENTATIVE), 1, 4),
    ("group", lambda hand: hand.decide(Deciding.GROUP), 1, 4),
    ("sound only", lambda hand: hand.choose(TakeHome.SOUND_ONLY), 1, 4),
    ("paper only", lambda hand: hand.choose(TakeHome.PAPER_ONLY), 1, 4),
]


@pytest.mark.parametrize(("first", "people", "actions"), [row[1:] for row in ROUTINE])
def test_the_actions_of_each_routine_case(
    hand: Hand, first: Callable[[Hand], object], people: int, actions: int
) -> None:
    first(hand)
    for _ in range(people):
        assert hand.stage.is_in(State.AGREEING)
        hand.press(Key.Key_A)
    hand.press(ENTER, CTRL)
    hand.press(ENTER, CTRL)
    hand.stage.wait(lambda: hand.stage.is_in(State.RECORDING))
    assert hand.actions == actions
    hand.stage.speak(0.5)


def test_typing_takes_two_actions(hand: Hand) -> None:
    hand.choose(TakeHome.TYPED)
    hand.press(ENTER, CTRL)
    assert hand.stage.is_in(State.WRITING)
    assert hand.actions == 2


def test_agreed_early_takes_two_actions_and_one_to_confirm(hand: Hand) -> None:
    hand.press(Key.Key_A)
    hand.press(Key.Key_L)
    hand.stage.hear()
    hand.stage.window.early.confirm.click()
    assert hand.stage.is_in(State.AGREED)
    assert hand.actions + 1 == 3


def _is_shut(stage: Stage) -> bool:
    """No stream exists, and none can be opened: not by the machine, not by a key."""
    desk = stage.table.desk
    for key, modifier in ((ENTER, CTRL), (Key.Key_L, PLAIN)):
        stage.press(key, modifier)
    desk.start_recording()
    return (
        stage.is_in(State.AGREEING)
        and not stage.window.agree.go_on.isEnabled()
        and not stage.window.agree.early.isEnabled()
        and not stage.window.early.isVisible()
        and not {Event.AGREE, Event.START_RECORDING} & desk.controller.allowed
        and desk.recording.microphone is Microphone.CLOSED
        and stage.table.card.streams == 0
        and stage.table.kept_files() == []
    )


@pytest.mark.parametrize("deciding", Deciding)
@pytest.mark.parametrize("companion", [None, *COMPANIONS])
def test_every_room_is_shut_until_the_last_yes_and_by_any_no(
    stage: Stage, deciding: Deciding, companion: Role | None
) -> None:
    desk = stage.table.desk
    agreement = desk.session.agreement.decided_by(deciding)
    if companion is not None:
        agreement = agreement.with_participant(companion)
    desk.agree(agreement)
    people = range(len(agreement.participants))
    for at in people:
        assert _is_shut(stage)
        stage.rows[at]._yes.click()
    assert stage.window.agree.go_on.isEnabled()
    assert stage.table.card.streams == 0
    for at in people:
        stage.rows[at]._no.click()
        stage.press(Key.Key_Escape)  # nothing else is wanted
        assert _is_shut(stage)
        stage.rows[at]._yes.click()
    stage.enter()
    assert stage.is_in(State.AGREED)
    assert stage.table.card.streams == 0


@pytest.mark.parametrize(("before", "after"), list(product(RECORDED, TakeHome)))
def test_a_choice_of_what_goes_home_neither_gives_nor_takes_a_yes(
    stage: Stage, before: TakeHome, after: TakeHome
) -> None:
    stage.choose(before)
    assert not stage.window.agree.go_on.isEnabled()
    stage.choose(after)
    assert stage.table.desk.session.agreement.participants[0].agrees is None
    assert stage.window.agree.go_on.isEnabled() is (after is TakeHome.TYPED)
    stage.press(Key.Key_A)
    stage.choose(before)
    assert stage.table.desk.session.agreement.allows_microphone
    assert stage.table.card.streams == 0


def test_somebody_who_comes_in_later_is_asked_too(stage: Stage) -> None:
    stage.press(Key.Key_A)
    stage.enter()
    stage.click(stage.window.steps._steps[0])
    stage.window.agree.participants._roles[Role.COLLEAGUE].click()
    assert _is_shut(stage)


def test_a_copy_for_each_of_the_group(stage: Stage) -> None:
    desk = stage.table.desk
    desk.agree(desk.session.agreement.decided_by(Deciding.GROUP).with_count(8))
    stage.choose(TakeHome.TYPED)
    stage.enter()
    desk.typing.set_written({Topic.WHAT_WE_DO: "Kom volgende week weer."})
    desk.listening.approve()
    assert stage.window.hand_over.paper.copies.value() == 8


def test_another_language_for_this_session_is_one_choice(stage: Stage) -> None:
    shown = stage.window.agree.take_home.language
    assert shown.currentText() == "U spreekt Nederlands"
    assert shown.accessibleName() == "Taal die gesproken wordt, en van het blad"
    shown.setFocus(Qt.FocusReason.TabFocusReason)
    stage.press(Key.Key_Down)
    desk = stage.table.desk
    assert (desk.session.language, desk.settings.speech_language) == ("en", "nl")
    assert stage.window.agree.participants.rules.startswith("I will briefly sum up our talk")
    stage.press(Key.Key_A)
    stage.click(stage.window.agree.decline)
    assert shown.currentText() == "U spreekt Nederlands"


def test_the_language_stands_in_sight_in_the_smallest_window(stage: Stage) -> None:
    stage.set(doctors=("dokter Van Dam", "dokter Özgür"))
    stage.settle()
    shown = stage.window.agree.take_home.language
    assert shown.visibleRegion().boundingRect() == shown.rect()


def test_what_the_patient_hears_is_in_the_language_of_the_summary(stage: Stage) -> None:
    """The screen stays in Dutch: what is said aloud is found in English sound."""
    desk = stage.table.desk
    desk.choices.choose_language("en")
    stage.table.agree()
    row = stage.window.speak.topics._rows[Topic.WHAT_IS_GOING_ON]
    assert "What is going on?" in row.accessibleName()
    assert stage.window.speak.main.text() == "Opname starten"
    stage.table.typist.hold()
    stage.table.record()
    waiting = stage.window.review.waiting
    stage.wait(waiting.ask_back.isVisible)
    asked = "Intussen: “Could you tell me in your own words what we agreed?”"
    assert waiting.ask_back.text() == asked
    stage.table.typist.release()
    stage.wait_for(State.REVIEWING)
    stage.table.confirm_all()
    desk.listening.approve()
    stage.settle()
    question = stage.window.hand_over.teach_back.question.text()
    assert question == "“Will you tell me what you are going to do at home?”"
