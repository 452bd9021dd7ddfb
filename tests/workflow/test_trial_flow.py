"""A sentence for trial: by real recorder and player, and nothing of it stays."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

from naklank.audio.sound import Sound
from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.recording import InputName
from naklank.core.session import State
from naklank.core.transcript import Transcript
from naklank.core.voice import VoiceOwner, VoicePart
from naklank.workflow.recording_flow import Microphone
from naklank.workflow.voice_flow import Reading
from support.desk import TEXT, Table
from support.own_voice import read_out, words_of
from support.sounds import tone

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from naklank.core.recording import SoundFile
    from naklank.core.voice import Clip

DEFAULT = InputName()


def speak(table: Table, seconds: float = 2.0) -> None:
    """From the key to the one that ends it."""
    trial = table.desk.trial
    trial.record(DEFAULT)
    table.bot.waitUntil(lambda: trial.microphone is Microphone.OPEN)
    table.card.say(Sound(tone(seconds, 16_000), 16_000))
    table.card.wait_until_said(20.0)
    trial.stop()


def left(table: Table) -> list[Path]:
    voices = table.folder.parent / "voices"
    return [*table.kept_files(), *voices.glob("*")]


def test_it_is_played_back_and_typed_and_nothing_of_it_stays(table: Table) -> None:
    trial = table.desk.trial
    told: list[NaklankError] = []
    trial.failed.connect(told.append)
    speak(table)
    table.bot.waitUntil(lambda: trial.text is not None and trial.clip is not None)
    assert trial.text == TEXT
    assert trial.clip is not None
    assert trial.clip.seconds > 1.9
    table.bot.waitUntil(lambda: not trial.is_played, timeout=20_000)
    assert len(table.card.played) / table.card.rate > 1.9
    assert table.card.played.max() > 0.05
    assert left(table) == []
    assert (told, table.failures) == ([], [])
    assert table.desk.controller.state is State.AGREEING
    assert not table.desk.session.recording.takes


def test_it_can_be_heard_again_and_said_again(table: Table) -> None:
    trial = table.desk.trial
    speak(table)
    table.bot.waitUntil(lambda: trial.is_possible and not trial.is_played, timeout=20_000)
    before = len(table.card.played)
    trial.play()
    table.bot.waitUntil(lambda: not trial.is_played, timeout=20_000)
    assert len(table.card.played) > before
    speak(table)
    assert trial.clip is None
    table.bot.waitUntil(lambda: trial.text is not None and trial.clip is not None)
    assert left(table) == []


def test_who_leaves_in_the_middle_leaves_nothing(table: Table) -> None:
    trial = table.desk.trial
    trial.record(DEFAULT)
    table.bot.waitUntil(lambda: trial.microphone is Microphone.OPEN)
    trial.give_up()
    assert trial.microphone is Microphone.CLOSED
    assert (left(table), table.card.streams) == ([], 0)
    table.typist.hold()
    speak(table)
    table.bot.waitUntil(lambda: trial.is_typing)
    trial.give_up()
    assert left(table) == []
    assert trial.is_possible
    assert (trial.clip, trial.text) == (None, None)
    table.agree()
    table.record()  # the engine serves the next one
    table.typist.release()
    table.wait_for(State.REVIEWING)


def test_a_microphone_that_is_missing_is_told(table: Table) -> None:
    trial = table.desk.trial
    told: list[ErrorCode] = []
    trial.failed.connect(lambda error: told.append(error.code))
    trial.record(InputName("Gone"))
    table.bot.waitUntil(lambda: bool(told))
    assert told == [ErrorCode.MICROPHONE_MISSING]
    assert trial.is_possible
    assert left(table) == []


def test_an_engine_that_fails_is_told_and_the_sound_is_played_all_the_same(table: Table) -> None:
    trial = table.desk.trial
    told: list[ErrorCode] = []
    trial.failed.connect(lambda error: told.append(error.code))
    table.typist.fail_next(NaklankError(ErrorCode.ENGINE_DIED, engine="x"))
    speak(table)
    table.bot.waitUntil(lambda: told == [ErrorCode.ENGINE_DIED] and trial.clip is not None)
    assert trial.text is None
    assert left(table) == []


def test_where_nothing_was_understood_the_text_is_empty(table: Table) -> None:
    table.typist.transcript = Transcript("nl", 2.0, ())
    speak(table)
    table.bot.waitUntil(lambda: table.desk.trial.text == "")


def test_it_does_not_begin_while_a_summary_is_made(table: Table) -> None:
    table.agree()
    assert not table.desk.trial.is_possible
    table.desk.trial.record(DEFAULT)
    assert table.desk.trial.microphone is Microphone.CLOSED
    assert table.card.streams == 0


def test_it_neither_begins_nor_clears_away_while_a_voice_is_being_cut(
    table: Table, sample: Sound, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both lie in the same place while they are recorded."""
    desk, may_cut = table.desk, threading.Event()
    cutter = desk.equipment.voice_cutter
    cut, seen = cutter.cut, []

    def wait(file: SoundFile, part: VoicePart) -> tuple[Clip, ...]:
        may_cut.wait(20)
        seen.append(file.path.exists())
        return cut(file, part)

    monkeypatch.setattr(cutter, "cut", wait)
    drawn: list[bool] = []
    desk.trial.changed.connect(lambda: drawn.append(desk.trial.is_possible))
    desk.voices.record(Reading(VoiceOwner("", "nl"), VoicePart.OPENING), DEFAULT)
    table.bot.waitUntil(lambda: desk.voices.microphone is Microphone.OPEN)
    table.card.say(read_out(words_of(sample, 4), 0.3))
    table.card.wait_until_said(20.0)
    desk.voices.stop()
    table.bot.waitUntil(lambda: desk.voices.microphone is Microphone.CLOSED)
    assert not desk.trial.is_possible
    desk.trial.record(DEFAULT)
    assert not table.card.streams
    desk.trial.give_up()  # its page was seen for a moment
    may_cut.set()
    table.bot.waitUntil(lambda: desk.voices.reading is None)
    assert seen == [True]
    assert drawn[-1]
    assert desk.voices.contents


def test_it_is_typed_in_the_language_and_with_the_words_of_the_practice(table: Table) -> None:
    desk = table.desk
    typing = replace(desk.settings.typing, words=("Zilverlinde",))
    desk.save_settings(replace(desk.settings, speech_language="en", typing=typing))
    speak(table)
    table.bot.waitUntil(lambda: desk.trial.text is not None)
    spoken = table.typist.asked[-1]
    assert (spoken.language, spoken.words) == ("en", ("Zilverlinde",))


def test_the_end_of_the_day_leaves_nothing_of_one_under_way(table: Table) -> None:
    table.desk.trial.record(DEFAULT)
    table.bot.waitUntil(lambda: table.desk.trial.microphone is Microphone.OPEN)
    table.desk.close()
    assert (left(table), table.card.streams) == ([], 0)
