"""Large text for somebody who reads along: asked for, unchecked, and gone with the recording."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from naklank.core.agreement import Role, TakeHome
from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.live import LivePart
from naklank.core.session import State
from naklank.core.transcript import Word
from naklank.ui.beside.keys_window import keys_of
from naklank.ui.cover import Cover
from naklank.ui.speak.recording_sign import Sign
from support import keys
from support.keys import CTRL, PLAIN
from support.stage import ENTER, WAYS, Stage, everything_said

if TYPE_CHECKING:
    from naklank.ui.speak.live_window import LiveWindow

Key = Qt.Key
SAID = "bloeddruk"


def record(stage: Stage) -> None:
    stage.table.agree()
    stage.table.desk.start_recording()
    stage.speak(2.0)


def opened(stage: Stage) -> LiveWindow:
    stage.press(Key.Key_G)
    window = stage.window.speak.live.reading
    assert window is not None
    stage.wait(window.isActiveWindow)
    return window


def press(stage: Stage, window: LiveWindow, key: Key) -> None:
    stage.hear()
    keys.press(window, key, CTRL if key is ENTER else PLAIN)


def grow(stage: Stage, text: str, start: float = 0.0) -> None:
    """The engine has typed this, from this second on."""
    words = [
        Word(start + at / 4, start + at / 4 + 0.2, one, 0.9) for at, one in enumerate(text.split())
    ]
    stage.table.typist.heard[-1].on_part(LivePart(start, tuple(words)))
    stage.settle()


def read(stage: Stage) -> str:
    window = stage.window.speak.live.reading
    assert window is not None
    return window.text.toPlainText()


def test_it_never_opens_by_itself(stage: Stage) -> None:
    record(stage)
    grow(stage, f"Uw {SAID} is hoog.")
    assert stage.window.speak.live.reading is None
    assert SAID not in everything_said(stage.window)


def test_one_key_opens_it_and_what_was_said_before_stands_there(stage: Stage) -> None:
    record(stage)
    assert keys_of(stage.window)["G"] == "Grote tekst"
    grow(stage, f"Uw {SAID} is hoog.")
    window = opened(stage)
    assert window.isFullScreen()
    assert read(stage) == f"Uw {SAID} is hoog."
    assert window.unchecked.isVisible()
    assert window.unchecked.text().startswith("Nog niet nagekeken")
    assert window.sign.sign is stage.window.speak.sign.sign
    assert stage.window.speak.live.isChecked()


def test_drafts_give_way(stage: Stage) -> None:
    record(stage)
    opened(stage)
    grow(stage, "Uw bloed")
    grow(stage, f"Uw {SAID} is hoog.")
    grow(stage, "Neem rust.", 2.0)
    assert read(stage) == f"Uw {SAID} is hoog.\nNeem rust."


def test_until_a_text_comes_it_says_what_to_expect(stage: Stage) -> None:
    stage.table.agree()
    opened(stage)
    assert read(stage) == "Hier komt te staan wat de arts zegt."
    stage.table.desk.start_recording()
    stage.speak(1.0)
    stage.settle()
    assert read(stage) == "De tekst komt een paar seconden later."


def test_whoever_asks_in_the_middle_where_nothing_is_typed_hears_how_to_get_it(
    stage: Stage,
) -> None:
    stage.set(typing=replace(stage.table.desk.settings.typing, while_speaking=False))
    record(stage)
    assert stage.table.typist.heard == []
    window = opened(stage)
    assert read(stage) == "De tekst komt na een korte pauze: druk op Pauze en ga verder."
    press(stage, window, Key.Key_P)
    stage.wait_for(State.PAUSED)
    press(stage, window, Key.Key_P)
    stage.wait(lambda: stage.table.typist.heard)
    grow(stage, "Neem rust.")
    assert read(stage) == "Neem rust."


def test_where_the_engine_does_not_run_it_says_so(stage: Stage) -> None:
    stage.table.desk.typing._on_ready(NaklankError(ErrorCode.ENGINE_UNUSABLE, engine="x"))
    record(stage)
    opened(stage)
    assert read(stage) == "Deze computer kan niet typen wat er gezegd wordt."


def test_all_keys_of_speaking_are_there_too(stage: Stage) -> None:
    stage.table.agree()
    window = opened(stage)
    press(stage, window, ENTER)
    stage.wait_for(State.RECORDING)
    stage.speak(2.0)
    press(stage, window, Key.Key_Space)
    assert stage.table.desk.session.recording.topic is stage.table.desk.session.topics[1]
    press(stage, window, Key.Key_P)
    stage.wait_for(State.PAUSED)
    assert window.sign.sign is Sign.PAUSED
    press(stage, window, Key.Key_P)
    stage.speak(2.0)
    assert not window.twins[0][0].isVisible()  # no interpreter is there
    press(stage, window, ENTER)
    stage.wait_for(State.REVIEWING)
    assert not window.isVisible()


@pytest.mark.parametrize("key", [Key.Key_Escape, Key.Key_G])
def test_it_closes_and_the_recording_goes_on(stage: Stage, key: Key) -> None:
    record(stage)
    window = opened(stage)
    press(stage, window, key)
    assert not window.isVisible()
    stage.wait_for(State.RECORDING)
    assert not stage.window.speak.live.isChecked()
    assert not stage.table.desk.typing.live.is_wanted


def test_an_interpreter_is_not_shown(stage: Stage) -> None:
    desk = stage.table.desk
    agreement = desk.session.agreement.with_participant(Role.INTERPRETER)
    desk.agree(agreement.with_answer(0, agrees=True).with_answer(1, agrees=True))
    desk.confirm_agreement()
    desk.start_recording()
    stage.speak(4.0)
    window = opened(stage)
    press(stage, window, Key.Key_T)
    since = desk.session.spoken.interpreter_since
    assert since is not None
    grow(stage, "Neem rust.")
    grow(stage, "take rest", since + 0.5)
    assert read(stage) == "Neem rust."
    stage.speak(4.0)
    stage.wait(lambda: desk.recording.seconds >= since + 2)
    press(stage, window, Key.Key_T)
    grow(stage, "Drink water.", desk.recording.seconds + 0.5)
    assert read(stage) == "Neem rust.\nDrink water."


@pytest.mark.parametrize("end", ["stop", "delete", "withdraw"])
def test_it_goes_with_the_recording(stage: Stage, tmp_path: Path, end: str) -> None:
    record(stage)
    window = opened(stage)
    grow(stage, f"Uw {SAID} is hoog.")
    late = stage.table.typist.heard[-1].on_part
    desk = stage.table.desk
    if end == "stop":
        desk.recording.stop()
        stage.wait_for(State.REVIEWING)
        assert not window.isVisible()
    elif end == "delete":
        desk.discard_recording()
    else:
        desk.withdraw()
        assert not window.isVisible()
    late(LivePart(0.0, (Word(0.0, 1.0, SAID, 0.9),)))
    stage.settle()
    assert desk.typing.live.text == ""
    assert SAID not in everything_said(window)
    files = (one for one in tmp_path.rglob("*") if one.is_file())
    assert not any(SAID.encode() in one.read_bytes() for one in files)


def test_the_next_patient_must_ask_for_it(stage: Stage) -> None:
    record(stage)
    opened(stage)
    stage.table.desk.withdraw()
    WAYS["recording"](stage)
    assert not stage.table.desk.typing.live.is_wanted
    window = stage.window.speak.live.reading
    assert window is not None
    assert not window.isVisible()


def test_where_only_sound_goes_home_there_is_nothing_to_read(stage: Stage) -> None:
    stage.choose(TakeHome.SOUND_ONLY)
    stage.table.agree()
    assert not stage.window.speak.live.isVisible()
    stage.press(Key.Key_G)
    assert stage.window.speak.live.reading is None


def test_in_a_pause_it_is_covered_too(stage: Stage, qapp: QApplication) -> None:
    record(stage)
    window = opened(stage)
    grow(stage, f"Uw {SAID} is hoog.")
    stage.table.desk.recording.pause()
    stage.wait_for(State.PAUSED)
    stage.set(keeping=replace(stage.table.desk.settings.keeping, cover_minutes=1))
    cover = Cover(stage.table.desk, stage.guard, qapp, 60)
    try:
        stage.wait(lambda: cover.is_up)
        found = window.childAt(window.rect().center())
        while found is not None and found.parentWidget() is not window:
            found = found.parentWidget()
        assert found is not None
        assert "niemand" in found.accessibleName()
    finally:
        qapp.removeEventFilter(cover)
        cover.deleteLater()


def test_it_follows_the_newest_words_unless_somebody_reads_further_up(stage: Stage) -> None:
    record(stage)
    window = opened(stage)
    long = " ".join(f"woord{at}" for at in range(200))
    grow(stage, long)
    bar = window.text.verticalScrollBar()
    assert 0 < bar.value() == bar.maximum()
    bar.setValue(2)
    grow(stage, "nog een woord", 60.0)
    assert bar.value() == 2
