"""An interpreter speaks: it is recorded and goes home, and no word of it is text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from naklank.audio.sound import Sound
from naklank.core.agreement import Agreement, Participant, Role
from naklank.core.checks import CheckKind
from naklank.core.session import State
from naklank.core.transcript import Doubt, Segment, Stretch, Transcript, Word
from naklank.workflow.recording_flow import Microphone
from support.desk import PATIENCE, set_up
from support.sounds import tone

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from support.desk import Table

BOTH = Agreement((Participant(Role.PATIENT, True), Participant(Role.PHONE_INTERPRETER, True)))
RULE = "De woorden van de tolk zijn niet nagekeken door uw arts."
FOREIGN = "Grip değil, sekiz saatte zeshonderd miligram"
OWN = "U heeft geen griep."


def begin(table: Table, agreement: Agreement = BOTH) -> None:
    table.desk.agree(agreement)
    table.desk.confirm_agreement()
    table.desk.start_recording()
    table.card.say(Sound(tone(20.0, 16_000), 16_000))
    until(table, 1.0)


def go_on(table: Table, seconds: float) -> None:
    """So much more is recorded; the fake card's clock may be far ahead of where a test began."""
    until(table, table.desk.recording.seconds + seconds)


def until(table: Table, seconds: float) -> None:
    table.bot.waitUntil(lambda: table.desk.recording.seconds >= seconds, timeout=PATIENCE)


def heard(stretch: Stretch, before: str = OWN, after: str = "Bel ons.") -> Transcript:
    """The doctor from the start, the interpreter in the stretch, and the doctor again."""
    segments = []
    places = (Stretch(0.0, stretch.start), stretch, Stretch(stretch.end, stretch.end + 1.0))
    for place, text in zip(places, (before, FOREIGN, after), strict=True):
        words, each = text.split(), place.seconds / len(text.split())
        starts = [place.start + at * each for at in range(len(words))]
        typed = zip(starts, words, strict=True)
        segments.append(Segment(tuple(Word(at, at + 0.9 * each, one, 0.9) for at, one in typed)))
    uncovered = (Stretch(stretch.start + 0.1, stretch.end - 0.1),)
    return Transcript("nl", stretch.end + 1.0, tuple(segments), uncovered)


def interpret(table: Table) -> Stretch:
    """From the start of the recording to the text, with a key before and behind the interpreter."""
    begin(table)
    table.desk.recording.mark_interpreter()
    go_on(table, 2.0)
    table.desk.recording.mark_interpreter()
    go_on(table, 1.5)
    (stretch,) = table.desk.session.recording.interpreted
    table.typist.transcript = heard(stretch)
    third = stretch.start + stretch.seconds / 3
    table.typist.doubts = (
        Doubt(stretch.start + 0.1, third, "değil", "geen"),
        Doubt(stretch.start / 2, stretch.start * 0.72, "geen", "een"),
    )
    table.desk.recording.stop()
    table.wait_for(State.REVIEWING)
    return stretch


def test_no_word_of_the_interpreter_is_text_or_check(table: Table) -> None:
    interpret(table)
    table.bot.waitUntil(lambda: not table.desk.session.review.awaits_more, timeout=PATIENCE)
    session = table.desk.session
    assert session.summary is not None
    assert session.transcript is not None
    said = " ".join(word.text for word in session.summary.words)
    assert said == "U heeft geen griep. Bel ons."
    assert not session.transcript.uncovered
    kinds = [check.kind for check in session.review.checks]
    assert CheckKind.UNCOVERED not in kinds
    everything = str(session.transcript) + str(session.review) + str(session.summary)
    assert not [word for word in FOREIGN.split() if word in everything]
    assert [doubt.other for doubt in session.transcript.doubts] == ["een"]


def test_all_of_it_is_recorded(table: Table) -> None:
    stretch = interpret(table)
    recording = table.desk.session.recording
    assert stretch.start >= 1.0
    assert stretch.seconds >= 2.0
    assert recording.seconds >= stretch.end + 1.5
    assert not recording.gaps


def test_the_sheet_says_that_nobody_checked_it(table: Table) -> None:
    interpret(table)
    assert table.desk.handing_over.sheet().rules[-1] == RULE


def test_without_a_stretch_the_sheet_says_nothing_of_it(table: Table) -> None:
    begin(table)
    table.desk.recording.stop()
    table.wait_for(State.REVIEWING)
    assert RULE not in table.desk.handing_over.sheet().lines()


@pytest.mark.parametrize("end", ["pause", "stop"])
def test_pausing_and_stopping_end_it(table: Table, end: str) -> None:
    begin(table)
    table.desk.recording.mark_interpreter()
    go_on(table, 1.0)
    getattr(table.desk.recording, end)()
    table.wait_for(State.PAUSED if end == "pause" else State.RECORDED, State.REVIEWING)
    recording = table.desk.session.recording
    assert recording.interpreter_since is None
    assert [one.end for one in recording.interpreted] == [recording.seconds]
    if end == "pause":
        table.desk.start_recording()
        until(table, recording.seconds + 0.5)
        assert table.desk.session.recording.interpreter_since is None
        table.desk.discard_recording()
        assert not table.desk.session.recording.interpreted


def test_without_an_interpreter_the_key_does_nothing(table: Table) -> None:
    begin(table, Agreement((Participant(Role.PATIENT, True),)))
    table.desk.recording.mark_interpreter()
    assert table.desk.session.recording.interpreter_since is None
    table.desk.discard_recording()


def test_before_and_behind_the_sound_the_key_does_nothing(table: Table) -> None:
    table.desk.agree(BOTH)
    table.desk.confirm_agreement()
    table.desk.recording.mark_interpreter()
    assert table.desk.session.recording.interpreter_since is None


def test_a_lost_microphone_does_not_hold_it_open(table: Table) -> None:
    begin(table)
    table.desk.recording.mark_interpreter()
    table.card.microphones = ()
    table.bot.waitUntil(
        lambda: table.desk.recording.microphone is Microphone.LOST, timeout=PATIENCE
    )
    table.desk.recording.mark_interpreter()
    assert table.desk.session.recording.interpreter_since is None
    table.desk.recording.mark_interpreter()
    assert table.desk.session.recording.interpreter_since is None
    table.desk.discard_recording()


def test_it_is_stored_and_comes_back(table: Table) -> None:
    begin(table)
    table.desk.recording.mark_interpreter()
    (kept,) = table.store.load_all().sessions
    assert kept.recording.interpreter_since == table.desk.session.recording.interpreter_since
    go_on(table, 1.0)
    table.desk.recording.mark_interpreter()
    (kept,) = table.store.load_all().sessions
    assert kept.recording.interpreted == table.desk.session.recording.interpreted != ()
    table.desk.discard_recording()


def test_what_is_spoken_anew_takes_its_interpretation_with_it(table: Table) -> None:
    stretch = interpret(table)
    table.bot.waitUntil(lambda: not table.desk.session.review.awaits_more, timeout=PATIENCE)
    table.confirm_all()
    table.desk.speaking_again.topic_of(0)
    table.wait_for(State.PAUSED)
    insertion = table.desk.session.insertion
    assert insertion is not None
    # Only the doctor's own first words, as if a heading followed.
    table.desk.controller.update(insertion=replace(insertion, end=4))
    table.typist.transcript = heard(Stretch(1.5, 2.0), "U heeft wel griep.", "Rust goed.")
    table.typist.transcript = replace(
        table.typist.transcript, segments=table.typist.transcript.segments[:1], uncovered=()
    )
    table.typist.doubts = ()
    table.desk.start_recording()
    before = table.desk.recording.seconds
    until(table, before + 1.5)
    table.desk.recording.stop()
    table.wait_for(State.REVIEWING)
    session = table.desk.session
    assert session.summary is not None
    assert " ".join(one.text for one in session.summary.words) == "U heeft wel griep. Bel ons."
    assert sum(one.seconds for one in session.recording.interpreted) < 0.2 < stretch.seconds


def test_an_app_that_ends_meanwhile_knows_where_it_was(tmp_path: Path, qtbot: QtBot) -> None:
    first = set_up(tmp_path, qtbot)
    first.desk.open()
    begin(first)
    first.desk.recording.mark_interpreter()
    start = first.desk.session.recording.interpreter_since
    go_on(first, 1.0)
    first.desk.close()

    second = set_up(tmp_path, qtbot)
    second.desk.open()
    try:
        (found,) = second.kept(1)
        assert found.recording.interpreter_since is None
        assert start is not None
        assert found.recording.interpreted == (Stretch(start, found.recording.seconds),)
    finally:
        second.desk.close()
