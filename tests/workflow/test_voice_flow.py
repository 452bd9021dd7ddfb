"""A doctor's own opening and closing: from the microphone to what goes home."""

from __future__ import annotations

import re
import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication

from naklank.audio.home_sound import as_clip, as_sound, home_sound, in_a_row
from naklank.audio.mp3 import encode_mp3
from naklank.audio.reading import read_sound
from naklank.audio.sound import Sound
from naklank.audio.sound_card import OutputState
from naklank.audio.spool import read_takes
from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.recording import InputName
from naklank.core.seals import Judgement
from naklank.core.session import State, Way
from naklank.core.settings import Voicing
from naklank.core.voice import SpokenEnds, VoiceOwner, VoicePart, ends_for
from naklank.workflow.recording_flow import Microphone
from naklank.workflow.voice_flow import Reading
from support.desk import MOMENT, PATIENCE, Table
from support.own_voice import clips, read_out, whole_voice, words_of
from support.sounds import correlation, part_found

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from naklank.core.recording import SoundFile
    from naklank.core.voice import Clip, Voice

DOCTOR = VoiceOwner("dokter Van Dam", "nl")
OPENING = Reading(DOCTOR, VoicePart.OPENING)
MICROPHONE = InputName()


def wait(table: Table, what: Callable[[], object]) -> None:
    table.bot.waitUntil(lambda: bool(what()), timeout=PATIENCE)


def read(table: Table, reading: Reading, sound: Sound) -> None:
    """Into the microphone, until it is kept or refused."""
    voices = table.desk.voices
    voices.record(reading, MICROPHONE)
    wait(table, lambda: voices.microphone is Microphone.OPEN)
    table.card.say(sound)
    table.card.wait_until_said(PATIENCE / 1000)
    voices.stop()
    wait(table, lambda: voices.reading is None)


def choose(table: Table, ends: SpokenEnds, doctor: str = DOCTOR.doctor) -> None:
    table.desk.save_settings(replace(table.desk.settings, doctors=(doctor,), voice=Voicing(ends)))


def keep_whole_voice(table: Table) -> dict[VoicePart, tuple[Clip, ...]]:
    voice = whole_voice()
    for part, pieces in voice.items():
        table.desk.equipment.voices.put(DOCTOR, part, pieces)
    return voice


def files_of(table: Table) -> list[Path]:
    return [file for file in (table.folder.parent / "voices").glob("*") if file.is_file()]


def saved(table: Table, folder: Path) -> Path:
    folder.mkdir()
    table.desk.handing_over.save(folder)
    table.wait_for(State.HANDED_OVER)
    (made,) = folder.iterdir()
    return made


def sound_file(table: Table) -> SoundFile:
    return table.desk.controller.sound_file(1)


def test_what_is_read_is_kept_for_this_doctor_and_can_be_heard(table: Table, sample: Sound) -> None:
    said = read_out(words_of(sample, 4), 0.3)
    read(table, OPENING, said)
    assert not table.failures
    assert table.desk.voices.contents == {DOCTOR: {VoicePart.OPENING: ""}}
    (clip,) = table.desk.equipment.voices.load(DOCTOR)[VoicePart.OPENING]
    assert part_found(as_sound(clip), said) > 0.8

    table.desk.voices.play(OPENING)
    wait(table, lambda: table.desk.voices.played is None)
    played = table.card.played
    assert part_found(as_sound(clip), Sound(played, table.card.rate)) > 0.99


def test_twelve_months_are_twelve_pieces(table: Table, sample: Sound) -> None:
    reading = Reading(DOCTOR, VoicePart.MONTHS)
    failures: list[NaklankError] = []
    table.desk.voices.failed.connect(failures.append)
    read(table, reading, read_out(words_of(sample, 11)))
    assert [error.code for error in failures] == [ErrorCode.VOICE_PIECES]
    assert table.desk.voices.contents == {}
    read(table, reading, read_out(words_of(sample, 12)))
    assert len(table.desk.equipment.voices.load(DOCTOR)[VoicePart.MONTHS]) == 12
    read(table, reading, read_out(words_of(sample, 13)))
    assert len(failures) == 2
    assert len(table.desk.equipment.voices.load(DOCTOR)[VoicePart.MONTHS]) == 12


def test_nothing_said_keeps_nothing_and_leaves_no_sound(table: Table) -> None:
    failures: list[NaklankError] = []
    table.desk.voices.failed.connect(failures.append)
    voices = table.desk.voices
    voices.record(OPENING, MICROPHONE)
    wait(table, lambda: voices.microphone is Microphone.OPEN)
    voices.stop()
    wait(table, lambda: voices.reading is None)
    assert [error.code for error in failures] == [ErrorCode.VOICE_NOT_HEARD]
    assert not files_of(table)


def test_a_microphone_that_is_lost_is_told_and_nothing_is_kept(table: Table) -> None:
    failures: list[NaklankError] = []
    table.desk.voices.failed.connect(failures.append)
    voices = table.desk.voices
    voices.record(OPENING, MICROPHONE)
    wait(table, lambda: voices.microphone is Microphone.OPEN)
    table.card.microphones = ()
    wait(table, lambda: voices.reading is None)
    assert [error.code for error in failures] == [ErrorCode.MICROPHONE_DEAD]
    assert table.card.streams == 0
    assert not files_of(table)


def test_a_microphone_that_is_missing_is_told(table: Table) -> None:
    failures: list[NaklankError] = []
    table.desk.voices.failed.connect(failures.append)
    table.card.microphones = ()
    table.desk.voices.record(OPENING, MICROPHONE)
    wait(table, lambda: failures)
    assert failures[0].code is ErrorCode.MICROPHONE_MISSING
    assert table.desk.voices.reading is None
    table.card.microphones = ("Headset",)
    table.desk.voices.record(OPENING, MICROPHONE)
    wait(table, lambda: table.desk.voices.microphone is Microphone.OPEN)
    table.desk.voices.give_up()


def test_who_goes_away_closes_the_microphone(table: Table) -> None:
    voices = table.desk.voices
    voices.record(OPENING, MICROPHONE)
    wait(table, lambda: voices.microphone is Microphone.OPEN)
    assert table.card.streams == 1
    voices.give_up()
    assert voices.microphone is Microphone.CLOSED
    assert table.card.streams == 0
    assert not files_of(table)


def test_a_recording_that_nobody_stops_ends(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("naklank.workflow.voice_flow.LONGEST", 1.0)
    table.desk.voices.record(OPENING, MICROPHONE)
    wait(table, lambda: table.desk.voices.reading is None)
    assert table.card.streams == 0


def test_what_is_deleted_is_gone(table: Table) -> None:
    keep_whole_voice(table)
    table.desk.voices.refresh()
    wait(table, lambda: table.desk.voices.contents)
    table.desk.voices.delete(DOCTOR)
    wait(table, lambda: not table.desk.voices.contents)
    assert not files_of(table)


def test_the_date_of_the_summary_opens_what_goes_home(table: Table, tmp_path: Path) -> None:
    voice = keep_whole_voice(table)
    choose(table, SpokenEnds.DATE)
    table.approve()
    made = saved(table, tmp_path / "home")
    heard = read_sound(made / "1 Luister.mp3")
    days, months = voice[VoicePart.DAYS], voice[VoicePart.MONTHS]
    row = (*voice[VoicePart.OPENING_TO_DATE], days[MOMENT.day - 1], months[MOMENT.month - 1])
    opening = in_a_row(row, heard.rate).samples
    assert correlation(heard.samples, opening) > 0.98
    closing = in_a_row(voice[VoicePart.CLOSING], heard.rate)
    assert part_found(closing, Sound(heard.samples[-2 * len(closing.samples) :], heard.rate)) > 0.98

    ends = ends_for(voice, SpokenEnds.DATE, MOMENT.date())
    assert ends is not None
    start = home_sound(read_takes([sound_file(table)]), ends).start
    summary = table.desk.session.summary
    assert summary is not None
    first = next(one for block in summary.blocks() for one in block.sounds if one is not None)
    page = (made / "3 Luister en lees.html").read_text(encoding="utf-8")
    told = re.search(r'data-start="([\d.]+)"', page)
    assert told is not None
    assert float(told[1]) == pytest.approx(start + first.start, abs=0.01)
    assert not table.failures


def test_a_missing_voice_is_told_once_and_keeps_nothing_back(table: Table, tmp_path: Path) -> None:
    choose(table, SpokenEnds.WORDS)
    table.approve()
    table.desk.handing_over.prepare()
    wait(table, lambda: table.failures)
    made = saved(table, tmp_path / "home")
    assert table.failures == [ErrorCode.VOICE_MISSING]
    assert read_sound(made / "1 Luister.mp3").seconds == pytest.approx(
        table.desk.session.recording.seconds, abs=0.1
    )
    table.desk.handing_over.name_patient("mevrouw De Boer")
    table.desk.handing_over.prepare()
    making = table.desk.handing_over._set
    wait(table, lambda: making._ready() is not None)
    assert table.failures == [ErrorCode.VOICE_MISSING]


def test_a_voice_whose_keys_do_not_answer_keeps_nothing_back(
    table: Table, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_whole_voice(table)
    choose(table, SpokenEnds.WORDS)
    table.approve()

    def locked(_owner: VoiceOwner) -> None:
        raise NaklankError(ErrorCode.KEYS_UNAVAILABLE)

    monkeypatch.setattr(table.desk.equipment.voices, "load", locked)
    saved(table, tmp_path / "home")
    assert set(table.failures) <= {ErrorCode.VOICE_MISSING}


def test_without_its_seal_the_sound_is_known_by_its_length_with_the_ends(
    table: Table, tmp_path: Path
) -> None:
    keep_whole_voice(table)
    choose(table, SpokenEnds.WORDS)
    table.approve()
    table.desk.handing_over.prepare()
    wait(table, lambda: table.desk.handing_over._set._ready() is not None)
    (mp3,) = saved(table, tmp_path / "home").glob("*.mp3")
    sound = read_sound(mp3)
    assert sound.seconds > table.desk.session.recording.seconds + 1
    bare = tmp_path / "PTT-20261121.mp3"  # as a messenger makes it
    bare.write_bytes(encode_mp3(sound, ""))
    table.desk.journal.close()
    verdict = table.desk.equipment.verifier.verify(bare)
    assert verdict.judgement is Judgement.NO_SEAL
    assert [one.is_by_code for one in verdict.traces] == [False]


def test_another_doctors_voice_is_never_used(table: Table) -> None:
    keep_whole_voice(table)
    choose(table, SpokenEnds.WORDS, "dokter De Boer")
    table.approve()
    table.desk.handing_over.prepare()
    wait(table, lambda: table.failures)
    assert table.failures == [ErrorCode.VOICE_MISSING]


def test_what_was_prepared_does_not_outlive_its_voice(table: Table, sample: Sound) -> None:
    keep_whole_voice(table)
    choose(table, SpokenEnds.WORDS)
    table.approve()
    making = table.desk.handing_over._set
    table.desk.handing_over.prepare()
    wait(table, lambda: making._ready() is not None)
    read(table, OPENING, read_out(words_of(sample, 4), 0.3))
    assert making._ready() is None
    table.desk.handing_over.prepare()
    wait(table, lambda: making._ready() is not None)
    choose(table, SpokenEnds.NONE)  # made anew at once: somebody may ask for it now
    wait(table, lambda: making._ready() is not None)
    ready = making._ready()
    assert ready is not None
    assert ready.sound is not None
    assert ready.sound.start == 0.0


@pytest.mark.parametrize("is_prepared", [True, False])
@pytest.mark.parametrize("spoken", [SpokenEnds.NONE, SpokenEnds.DATE])
def test_the_phone_is_played_what_stands_in_the_mp3(
    table: Table, tmp_path: Path, spoken: SpokenEnds, *, is_prepared: bool
) -> None:
    """To the sample: evened, with its ends, and nothing of the raw recording."""
    voice = keep_whole_voice(table)
    choose(table, spoken)
    table.approve()
    wait(table, lambda: not table.desk.listening.is_playing)
    if is_prepared:
        table.desk.handing_over.prepare()
        wait(table, lambda: table.desk.handing_over._set._ready() is not None)
    table.card.played = np.empty(0, np.float32)
    table.desk.phone.play()
    table.wait_for(State.HANDED_OVER)

    ends = ends_for(voice, spoken, MOMENT.date())
    assert ends is not None
    expected = home_sound(read_takes([sound_file(table)]), ends).clip
    assert expected.rate == table.card.rate
    wanted = as_sound(expected).samples
    played = table.card.played
    assert np.array_equal(played[: len(wanted)], wanted)
    assert not played[len(wanted) :].any()
    assert [one.way for one in table.desk.session.hand_overs] == [Way.PLAY]
    made = table.desk.handing_over._set.making()()
    assert made.sound is not None
    assert made.sound.clip == expected
    mp3 = tmp_path / "1.mp3"
    mp3.write_bytes(made.files["1 Luister.mp3"])
    assert correlation(read_sound(mp3).samples, wanted) > 0.99


def test_a_phone_that_is_stopped_while_it_is_made_is_never_played(table: Table) -> None:
    table.approve()
    wait(table, lambda: not table.desk.listening.is_playing)
    told: list[object] = []
    table.desk.phone.ended.connect(told.append)
    table.card.played = np.empty(0, np.float32)
    table.desk.phone.play()
    was_playing = table.desk.phone.is_playing
    table.desk.phone.stop()
    assert was_playing
    assert not table.desk.phone.is_playing
    table.desk.handing_over.prepare()
    wait(table, lambda: table.desk.handing_over._set._ready() is not None)
    assert not len(table.card.played)
    assert len(told) == 1
    assert table.is_in(State.APPROVED)


def test_a_clip_that_plays_gives_the_recording_back(table: Table) -> None:
    """Listening along goes on with the recording, and what the clip gave counts as nothing."""
    keep_whole_voice(table)
    table.review()
    listening = table.desk.listening
    wait(table, lambda: not listening.is_playing)
    heard, second = table.desk.session.review.sounded, listening.second
    table.desk.voices.play(OPENING)
    wait(table, lambda: table.desk.voices.played is None)
    assert table.desk.session.review.sounded == heard
    assert listening.second == second
    table.confirm_all()
    listening.approve()
    assert table.is_in(State.APPROVED)


def test_another_part_is_heard_in_the_middle_of_one(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where the end of the one before is told while the other is still read."""
    keep_whole_voice(table)
    voices, store = table.desk.voices, table.desk.equipment.voices
    voices.play(Reading(DOCTOR, VoicePart.DAYS))
    wait(table, lambda: voices._playing.is_playing)
    may_be_read, load = threading.Event(), store.load

    def slow(owner: VoiceOwner) -> Voice:
        assert may_be_read.wait(PATIENCE / 1000)
        return load(owner)

    monkeypatch.setattr(store, "load", slow)
    closing = Reading(DOCTOR, VoicePart.CLOSING)
    voices.play(closing)
    table.desk.equipment.player.close()  # its thread has said its last word
    QCoreApplication.processEvents()
    table.card.played = np.empty(0, np.float32)
    may_be_read.set()
    wait(table, lambda: voices.played is not closing)
    (clip,) = clips(VoicePart.CLOSING)
    assert part_found(as_sound(clip), Sound(table.card.played, table.card.rate)) > 0.98


def test_a_muted_output_is_told(table: Table) -> None:
    keep_whole_voice(table)
    failures: list[NaklankError] = []
    table.desk.voices.failed.connect(failures.append)
    table.card.output = OutputState.MUTED
    table.desk.voices.play(OPENING)
    wait(table, lambda: failures)
    assert failures[0].code is ErrorCode.OUTPUT_MUTED
    assert table.desk.voices.played is None


def test_pieces_are_heard_with_a_pause_between_them(table: Table) -> None:
    keep_whole_voice(table)
    table.card.played = np.empty(0, np.float32)
    table.desk.voices.play(Reading(DOCTOR, VoicePart.MONTHS))
    wait(table, lambda: table.desk.voices.played is None)
    one, two = (as_sound(clip) for clip in clips(VoicePart.MONTHS)[:2])
    silence = Sound(np.zeros(round(0.3 * one.rate), np.float32), one.rate)
    row = Sound(np.concatenate([one.samples, silence.samples, two.samples]), one.rate)
    assert part_found(as_sound(as_clip(row)), Sound(table.card.played, table.card.rate)) > 0.98
