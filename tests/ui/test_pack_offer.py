"""A stick brings the model that is missing: one question, and then it types."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.speech_models import ModelState
from naklank.core.sticks import Stick
from naklank.ui.settings.speech_page import SpeechPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from support.stage import Stage

STICK = Stick("KINGSTON", Path("/KINGSTON"), "1", 1_000_000_000)


@pytest.fixture
def bare(stage: Stage) -> Stage:
    """A computer without any model."""
    stage.table.models.states["base"] = ModelState.ABSENT
    stage.table.models.carried = {"KINGSTON": ("base",)}
    stage.table.desk.typing._on_ready(NaklankError(ErrorCode.MODEL_MISSING, model="base"))
    return stage


def _plug_in(stage: Stage) -> None:
    stage.table.sticks.sticks[:] = [STICK]
    _look(stage)


def _look(stage: Stage) -> None:
    """Not in two seconds."""
    looking = stage.table.desk.packs._looking
    stage.wait(lambda: not looking._is_looking)
    looking._begin()
    stage.wait(lambda: not looking._is_looking)


def _is_asked(stage: Stage) -> bool:
    return stage.window.choice.isVisible()


def test_the_stick_is_offered_taken_and_types(bare: Stage) -> None:
    assert "staat niet op deze computer" in bare.window.messages.text
    assert not _is_asked(bare)
    restarted: list[object] = []
    bare.table.desk.typing.engine_changed.connect(lambda: restarted.append(1))
    _plug_in(bare)
    asked = "Op de stick KINGSTON staat het spraakmodel base. Overnemen op deze computer?"
    assert bare.window.choice.text.text() == asked
    bare.press(Qt.Key.Key_1)
    bare.wait(lambda: bare.table.models.states["base"] is ModelState.INSTALLED)
    bare.wait(lambda: "typt" in bare.window.messages.text)
    bare.wait(lambda: bare.table.desk.typing.is_engine_ready)
    assert restarted
    _look(bare)
    assert bare.table.desk.packs.packs == ()
    assert not _is_asked(bare)
    assert not bare.table.desk.packs._looking._is_wanted


def test_no_is_heard_until_the_stick_comes_again(bare: Stage) -> None:
    _plug_in(bare)
    bare.press(Qt.Key.Key_Escape)
    _look(bare)
    assert not _is_asked(bare)
    assert bare.table.models.states["base"] is ModelState.ABSENT
    bare.table.sticks.sticks.clear()
    _look(bare)
    _plug_in(bare)
    assert _is_asked(bare)


def test_what_came_along_with_the_app_is_offered(bare: Stage) -> None:
    bare.table.models.carried = {"": ("base",)}
    _look(bare)
    assert "Naast Naklank staat het spraakmodel base" in bare.window.choice.text.text()


def test_a_pack_that_is_damaged_says_so(bare: Stage) -> None:
    broken = NaklankError(ErrorCode.MODEL_DAMAGED, model="base", file="x.zip", folder="E:")
    bare.table.models.fail_next(broken)
    _plug_in(bare)
    bare.press(Qt.Key.Key_1)
    bare.wait(lambda: "beschadigd" in bare.window.messages.text)
    assert bare.table.models.states["base"] is ModelState.ABSENT


def test_nobody_is_asked_while_a_patient_is_there(bare: Stage) -> None:
    bare.table.agree()
    assert not bare.table.desk.packs._looking._is_wanted
    bare.table.sticks.sticks[:] = [STICK]
    assert not _is_asked(bare)
    bare.table.desk.withdraw()
    bare.wait(lambda: _is_asked(bare))


def test_no_stick_is_looked_at_where_the_model_types(stage: Stage) -> None:
    stage.wait(lambda: stage.table.desk.typing.is_engine_ready)
    assert not stage.table.desk.packs._looking._is_wanted


def test_the_settings_copy_another_model_from_the_stick(
    stage: Stage, shown: Callable[[QWidget], QWidget]
) -> None:
    stage.table.models.carried = {"KINGSTON": ("small",)}
    page = SpeechPage(stage.table.desk)
    page.show_settings(stage.table.desk.settings, frozenset())
    shown(page)
    stage.table.desk.models.refresh()
    stage.wait(lambda: stage.table.desk.models.work is None)
    _plug_in(stage)
    assert page.models.fetch["small"].text() == "Overnemen"
    assert page.models.fetch["medium"].text() == "Downloaden"
    assert not _is_asked(stage)
    stage.click(page.models.fetch["small"])
    stage.wait(lambda: stage.table.models.states["small"] is ModelState.INSTALLED)
    assert stage.table.models.mirrors == [], "no network"
    page.hide()
    assert not stage.table.desk.packs._looking._is_wanted
