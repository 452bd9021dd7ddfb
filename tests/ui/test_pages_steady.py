"""Nothing moves under the pointer when something changes within a page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from naklank.core.agreement import Role, TakeHome
from naklank.core.errors import ErrorCode
from naklank.core.session import State
from naklank.ui.parts.key_button import KeyButton
from support.stage import WAYS, Stage, moved, places, reviewing

Change = Callable[[Stage], None]


def _says_yes(stage: Stage) -> None:
    stage.click(stage.rows[0]._yes)
    assert stage.main.isEnabled()


def _says_no(stage: Stage) -> None:
    stage.click(stage.rows[0]._no)


def _chooses_typing(stage: Stage) -> None:
    stage.choose(TakeHome.TYPED)


def _starts(stage: Stage) -> None:
    stage.enter()
    stage.speak(4.0)


def _pauses(stage: Stage) -> None:
    stage.press(Qt.Key.Key_P)
    stage.wait_for(State.PAUSED)


def _resumes(stage: Stage) -> None:
    stage.press(Qt.Key.Key_P)
    stage.speak(1.0)


def _goes_to_the_next_topic(stage: Stage) -> None:
    stage.press(Qt.Key.Key_Space)


def _plays_along(stage: Stage) -> None:
    stage.press(Qt.Key.Key_M)
    assert stage.window.review.player.along.text() == "Stoppen"


def _confirms(stage: Stage) -> None:
    stage.press(Qt.Key.Key_K)
    stage.wait(lambda: not stage.table.desk.listening.is_playing)
    assert len(stage.table.desk.session.review.open) == 1


def _plays(stage: Stage) -> None:
    stage.press(Qt.Key.Key_Space)
    stage.wait(lambda: stage.table.desk.session.review.heard_whole)


def _prints(stage: Stage) -> None:
    stage.press(Qt.Key.Key_P)
    stage.wait_for(State.HANDED_OVER)


def _saves(stage: Stage) -> None:
    stage.table.desk.handing_over.save(stage.table.folder.parent)
    stage.wait_for(State.HANDED_OVER)


def _types(stage: Stage) -> None:
    stage.type("U heeft geen griep.")
    stage.wait(stage.main.isEnabled)


def _fails(stage: Stage) -> None:
    stage.table.desk.failed.emit(_error(ErrorCode.UNFORESEEN))
    assert stage.window.messages.text


def _error(code: ErrorCode) -> Exception:
    from naklank.core.errors import NaklankError

    return NaklankError(code, kind="RuntimeError", log="C:/Gebruikers/naklank/naklank.log" * 3)


CHANGES: list[tuple[str, Change]] = [
    ("agreeing", _says_yes),
    ("agreeing", _says_no),
    ("agreeing", _chooses_typing),
    ("agreed", _starts),
    ("recording", _pauses),
    ("recording", _goes_to_the_next_topic),
    ("paused", _resumes),
    ("reviewing", _plays_along),
    ("reviewing", _confirms),
    ("listening", _plays),
    ("approved", _prints),
    ("approved", _saves),
    ("writing", _types),
    ("writing beside sound", _types),
    *((name, _fails) for name in WAYS),
]


@pytest.mark.parametrize(("name", "change"), CHANGES)
def test_nothing_moves(stage: Stage, name: str, change: Change) -> None:
    stage.set(doctors=("dokter Van Dam",))
    WAYS[name](stage)
    stage.settle()
    before, page = places(stage.window), stage.page
    change(stage)
    stage.settle()
    assert stage.page is page
    assert not moved(before, places(stage.window))


@pytest.mark.parametrize("name", WAYS)
def test_a_message_that_is_closed_leaves_all_in_its_place(stage: Stage, name: str) -> None:
    WAYS[name](stage)
    stage.tell(ErrorCode.MICROPHONE_BUSY)
    stage.settle()
    before = places(stage.window)
    stage.click(stage.window.messages._close)
    stage.settle()
    assert stage.window.messages.text == ""
    assert not moved(before, places(stage.window))


def test_text_and_checks_come_where_the_wait_was(stage: Stage) -> None:
    WAYS["transcribing"](stage)
    stage.settle()
    before = places(stage.window)
    stage.table.typist.release()
    stage.wait_for(State.REVIEWING)
    stage.settle()
    assert not moved(before, places(stage.window))


def test_buttons_stand_still_while_words_are_typed_over(stage: Stage) -> None:
    reviewing(stage)
    before = places(stage.window)
    stage.press(Qt.Key.Key_Return)
    assert stage.window.review.view.is_editing
    stage.settle()
    assert not moved(before, places(stage.window))


def test_somebody_more_moves_no_button_that_goes_on(stage: Stage) -> None:
    before = {one: one.geometry() for one in stage.page.findChildren(KeyButton)}
    stage.table.desk.agree(stage.table.desk.session.agreement.with_participant(Role.INTERPRETER))
    stage.settle()
    footer: list[QWidget] = [stage.main, stage.window.agree.decline, stage.window.agree.kept]
    assert all(one.geometry() == before[one] for one in footer)  # type: ignore[index]
    assert stage.rows[0]._yes.isVisible()
