from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QWidget,
)

from naklank.core.agreement import (
    COMPANIONS,
    Agreement,
    Deciding,
    Participant,
    Role,
    TakeHome,
)
from naklank.core.topics import Topic
from naklank.ui.agree.participants_card import ParticipantsCard
from naklank.ui.agree.take_home_card import TakeHomeCard
from naklank.ui.parts.key_button import KeyButton
from naklank.ui.parts.steady_label import SteadyLabel
from naklank.ui.review.write_card import WriteCard
from naklank.ui.theme import font
from support.keys import click, hold_down, press

Show = Callable[[QWidget], QWidget]

THREE = Agreement(
    (
        Participant(Role.PATIENT, True),
        Participant(Role.INTERPRETER),
        Participant(Role.RELATIVE, False),
    )
)


@pytest.fixture
def people(shown: Show) -> ParticipantsCard:
    people = ParticipantsCard()
    people.resize(490, 460)
    shown(people)
    return people


def _button(widget: QWidget, name: str) -> QPushButton:
    return next(
        one
        for one in widget.findChildren(QPushButton)
        if one.accessibleName() == name and one.isVisible()
    )


def _says(widget: QWidget, text: str) -> bool:
    return any(text in label.text() for label in widget.findChildren(QLabel))


# Who is present


def test_nobody_s_answer_is_preset(people: ParticipantsCard) -> None:
    assert not any(button.isChecked() for button in people.findChildren(QPushButton))


def test_answers_are_asked_for_not_taken(people: ParticipantsCard) -> None:
    answers: list[tuple[int, bool]] = []
    people.answered.connect(lambda *answer: answers.append(answer))
    people.set_agreement(THREE)
    click(_button(people, "Tolk: akkoord"))
    click(_button(people, "Patiënt: niet akkoord"))
    assert answers == [(1, True), (0, False)]
    assert not _button(people, "Tolk: akkoord").isChecked()


def test_it_shows_what_each_has_said(people: ParticipantsCard) -> None:
    people.set_agreement(THREE)
    checked = [
        button.accessibleName() for button in people.findChildren(QPushButton) if button.isChecked()
    ]
    assert checked == ["Patiënt: akkoord", "Naaste: niet akkoord"]


def test_the_key_is_for_the_first_who_was_not_asked_and_each_press_for_one(
    people: ParticipantsCard,
) -> None:
    agreement = Agreement((Participant(Role.PATIENT), Participant(Role.RELATIVE)))
    answers: list[int] = []

    def answer(at: int, agrees: bool) -> None:  # noqa: FBT001 - a signal's argument
        nonlocal agreement
        answers.append(at)
        agreement = agreement.with_answer(at, agrees=agrees)
        people.set_agreement(agreement)

    people.answered.connect(answer)
    people.set_agreement(agreement)
    people.setFocus()  # as on the page: not on the list, whose letters look for a name
    press(people, Qt.Key.Key_A)
    hold_down(people, Qt.Key.Key_A)
    assert answers == [0]
    press(people, Qt.Key.Key_A)
    press(people, Qt.Key.Key_A)
    assert answers == [0, 1]


def test_somebody_who_said_no_is_not_asked_again_by_a_key(people: ParticipantsCard) -> None:
    answers: list[int] = []
    people.answered.connect(lambda at, _: answers.append(at))
    people.set_agreement(Agreement((Participant(Role.PATIENT, agrees=False),)))
    press(people, Qt.Key.Key_A)
    assert answers == []


def test_all_but_those_who_decide_can_be_removed(people: ParticipantsCard) -> None:
    removed: list[int] = []
    people.removed.connect(removed.append)
    people.set_agreement(THREE)
    click(_button(people, "Weg: Naaste"))
    click(_button(people, "Weg: Tolk"))
    assert removed == [2, 1]
    with pytest.raises(StopIteration):
        _button(people, "Weg: Patiënt")
    people.set_agreement(THREE.decided_by(Deciding.CHILD_AND_PARENT))
    for name in ("Weg: Kind", "Weg: Ouder"):
        with pytest.raises(StopIteration):
            _button(people, name)
    _button(people, "Weg: Tolk")


def test_somebody_more_is_added_by_role(people: ParticipantsCard) -> None:
    added: list[Role] = []
    people.added.connect(added.append)
    for role in ("Naaste", "Tolk", "Telefoontolk", "Collega"):
        _button(people, f"Erbij: {role}").click()
    assert added == list(COMPANIONS)


def test_who_decides_is_chosen_by_whose_consult_it_is(people: ParticipantsCard) -> None:
    asked: list[Deciding] = []
    people.decided.connect(asked.append)
    for at in range(people.deciding.count()):
        people.deciding.activated.emit(at)
    assert asked == list(Deciding)
    for deciding in Deciding:
        people.set_agreement(Agreement().decided_by(deciding))
        assert people.deciding.currentIndex() == asked.index(deciding)
        assert not any(one.isChecked() for one in people.findChildren(QPushButton))


def test_a_group_is_counted_and_named_by_nobody(people: ParticipantsCard) -> None:
    counts: list[int] = []
    people.counted.connect(counts.append)
    people.set_agreement(Agreement().decided_by(Deciding.GROUP))
    (box,) = (one for one in people.findChildren(QSpinBox) if one.isVisible())
    assert counts == []
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "12")
    assert counts == []  # 1 is no group, and 12 not yet meant
    press(people, Qt.Key.Key_Return)
    assert counts == [12]
    assert not box.hasFocus()
    assert _says(people, "Noem geen namen")
    assert _says(people, "Ik noem niemand bij naam.")
    people.set_agreement(Agreement())
    assert not box.isVisible()


def test_people_come_and_go_and_the_focus_stays(people: ParticipantsCard) -> None:
    people.set_agreement(THREE)
    button = _button(people, "Tolk: akkoord")
    button.setFocus(Qt.FocusReason.TabFocusReason)
    people.set_agreement(THREE.without_participant(2))
    assert button.hasFocus()
    people.set_agreement(THREE)
    assert _button(people, "Naaste: niet akkoord").isChecked()


def test_an_answer_moves_nothing(people: ParticipantsCard) -> None:
    def places() -> list[object]:
        people.layout().activate()  # type: ignore[union-attr]
        return [one.mapTo(people, one.rect().topLeft()) for one in people.findChildren(KeyButton)]

    agreement = Agreement((Participant(Role.PATIENT), Participant(Role.PHONE_INTERPRETER)))
    people.set_agreement(agreement)
    before = places()
    for at in (0, 1):
        for agrees in (True, False):
            people.set_agreement(agreement.with_answer(at, agrees=agrees))
            assert places() == before


def test_a_long_name_pushes_no_button_out(people: ParticipantsCard) -> None:
    people.set_agreement(Agreement(tuple(Participant(role) for role in Role)))
    people.layout().activate()  # type: ignore[union-attr]
    for width in (490, 380):
        people.resize(width, 460)
        for button in people.findChildren(QPushButton):
            left = button.mapTo(people, button.rect().topLeft()).x()
            assert 0 <= left <= width - button.width(), button.accessibleName()


def test_a_text_that_changes_keeps_the_room_of_the_longest(shown: Show) -> None:
    label = SteadyLabel()
    label.reserve(["kort", "een zin die in een smal vak niet op een regel past"])
    label.setText("kort")
    shown(label)
    before = label.heightForWidth(150)
    label.setText("een zin die in een smal vak niet op een regel past")
    assert label.heightForWidth(150) == before > 2 * label.fontMetrics().height()


def test_the_room_that_is_kept_follows_the_letters_and_the_texts(shown: Show) -> None:
    label = SteadyLabel()
    label.reserve(["een zin die in een smal vak niet op een regel past"])
    shown(label)
    before = label.heightForWidth(150)
    label.setFont(font(32))
    larger = label.heightForWidth(150)
    assert larger > before
    label.reserve(["een zin die in een smal vak niet op een regel past"] * 2)
    assert label.heightForWidth(150) == larger
    label.reserve(["een zin die in een smal vak niet op een regel past " * 2])
    assert label.heightForWidth(150) > larger


def _ink(label: QWidget) -> int:
    """How much of it is letters."""
    image = label.grab().toImage()
    dots = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(image.pixelColor(x, y).lightness() < 128 for x, y in dots)


def test_the_longest_text_is_seen_to_its_last_line(shown: Show) -> None:
    """Qt moves the letters of a label with a border down, if nobody says how far."""
    label = SteadyLabel()
    label.setObjectName("quote")
    label.setContentsMargins(16, 12, 16, 12)
    label.setText("Nee zeggen mag; jij ging langs. " * 4)
    shown(label)
    label.resize(400, label.heightForWidth(400))
    seen = _ink(label)
    label.resize(400, label.height() + 40)
    assert _ink(label) == seen


def test_the_words_to_ask_with_are_true_to_what_goes_home(people: ParticipantsCard) -> None:
    people.set_agreement(Agreement())
    assert _says(people, "neem dat op")
    assert _says(
        people,
        "Ik vat ons gesprek kort samen en neem dat op. De opname is voor u en voor wie u wilt. "
        "Daarna wissen wij haar van deze computer. Nee zeggen mag; uw zorg blijft hetzelfde.",
    )
    people.set_keeps_copy(True)
    assert _says(people, "Wij bewaren zelf een kopie.")
    assert not _says(people, "wissen")
    people.set_agreement(Agreement(take_home=TakeHome.PAPER_ONLY))
    assert _says(people, "Daarna wissen wij het geluid.")
    people.set_agreement(Agreement(take_home=TakeHome.OWN_PHONE))
    assert _says(people, "u neemt dat op met uw telefoon: het geluid, geen film")
    assert _says(
        people,
        "Uw opname is voor u en voor wie u wilt. Zet de opname niet op internet zonder ja van uw "
        "arts. Die van ons wissen wij daarna.",
    )
    people.set_agreement(Agreement(take_home=TakeHome.TYPED))
    assert _says(people, "Er wordt niets opgenomen")
    assert _says(people, "geen ja voor nodig")


def test_a_refusal_says_what_to_do(people: ParticipantsCard) -> None:
    people.set_agreement(THREE)
    assert _says(people, "de microfoon blijft dicht. Kies typen.")


# What goes home


@pytest.fixture
def home(shown: Show) -> TakeHomeCard:
    home = TakeHomeCard()
    home.resize(460, 440)
    shown(home)
    home.set_chosen(TakeHome.SOUND_AND_PAPER)
    return home


def test_showing_a_choice_gives_no_signal(home: TakeHomeCard) -> None:
    chosen: list[TakeHome] = []
    home.chosen.connect(chosen.append)
    for one in TakeHome:
        home.set_chosen(one)
    assert chosen == []
    assert [card.isChecked() for card in home.findChildren(QRadioButton)] == [
        False, False, False, False, True,
    ]  # fmt: skip


def test_a_click_anywhere_on_the_card_chooses(home: TakeHomeCard) -> None:
    chosen: list[TakeHome] = []
    home.chosen.connect(chosen.append)
    for card in home.findChildren(QRadioButton):
        where = card.rect().bottomRight() - card.rect().topLeft() - card.rect().center() / 20
        QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=where)
    assert chosen == list(TakeHome)


def test_arrows_choose_too(home: TakeHomeCard) -> None:
    chosen: list[TakeHome] = []
    home.chosen.connect(chosen.append)
    home.findChildren(QRadioButton)[0].setFocus(Qt.FocusReason.TabFocusReason)
    press(home, Qt.Key.Key_Down)
    assert chosen == [TakeHome.SOUND_ONLY]


def test_paper_only_says_that_the_sound_is_deleted(home: TakeHomeCard) -> None:
    said = [card.accessibleDescription() for card in home.findChildren(QRadioButton)]
    assert "Daarna wissen we het geluid." in said[2]


# Typing


@pytest.fixture
def written(shown: Show) -> WriteCard:
    written = WriteCard()
    written.resize(900, 420)
    shown(written)
    written.setFocus()
    return written


def test_tab_goes_from_box_to_box(written: WriteCard) -> None:
    changes: list[bool] = []
    written.changed.connect(lambda: changes.append(True))
    boxes = written.findChildren(QPlainTextEdit)
    for at, box in enumerate(boxes):
        assert box.hasFocus()
        QTest.keyClicks(box, f"regel {at}")
        press(written, Qt.Key.Key_Tab)
    assert written.texts() == {topic: f"regel {at}" for at, topic in enumerate(Topic)}
    assert changes


def test_the_box_at_the_focus_is_in_sight(written: WriteCard) -> None:
    for _ in range(4):
        press(written, Qt.Key.Key_Tab)
    box = written.findChildren(QPlainTextEdit)[-1]
    middle = box.mapTo(written.viewport(), box.rect().center())
    assert box.hasFocus()
    assert written.viewport().rect().contains(middle)


def test_given_texts_give_no_signal_and_empty_the_others(written: WriteCard) -> None:
    changes: list[bool] = []
    written.changed.connect(lambda: changes.append(True))
    written.set_texts({Topic.WHAT_WE_DO: "U begint met lisinopril.\nElke dag."})
    written.set_texts({Topic.WHAT_YOU_DO: "Eet minder zout."})
    assert changes == []
    assert written.texts()[Topic.WHAT_WE_DO] == ""
    assert written.texts()[Topic.WHAT_YOU_DO] == "Eet minder zout."


def test_the_same_text_leaves_the_cursor_where_it_was(written: WriteCard) -> None:
    box = written.findChildren(QPlainTextEdit)[0]
    QTest.keyClicks(box, "hoge bloeddruk")
    press(written, Qt.Key.Key_Home)
    written.set_texts(written.texts())
    assert box.textCursor().position() == 0
