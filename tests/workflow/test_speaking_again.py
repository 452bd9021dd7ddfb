"""One topic is spoken anew, or more is added: in the sound, in the text and after a crash."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from naklank.audio.cutting import SpoolCutter
from naklank.audio.sound import Sound
from naklank.audio.spool import read_takes
from naklank.core.agreement import TakeHome
from naklank.core.checks import CheckKind
from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.session import Event, State
from naklank.core.topics import Topic
from naklank.core.transcript import Doubt
from support.desk import PATIENCE, set_up, spoken
from support.sounds import tone

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray
    from pytestqt.qtbot import QtBot

    from naklank.workflow.questioning import Doubtful
    from support.desk import Table

ANEW = "Wat gaan we doen? Neem 250 milligram."
AFTER = "U heeft geen griep. Neem 250 milligram. Bel ons."


@pytest.fixture(name="checked")
def checked_(table: Table) -> Table:
    """Two topics: "U heeft geen griep." and "Neem 500 milligram. Bel ons."; all confirmed."""
    table.review()
    table.confirm_all()
    return table


@pytest.fixture
def asked(checked: Table) -> list[Doubtful]:
    found: list[Doubtful] = []
    checked.desk.questioning.asked.connect(found.append)
    return found


def words(table: Table) -> list[str]:
    summary = table.desk.session.summary
    assert summary is not None
    return [word.text for word in summary.words]


def speak(table: Table, text: str, seconds: float = 2.0) -> None:
    """From the start key to what follows on the stop."""
    table.typist.transcript = spoken(text)
    begun = table.desk.recording.seconds
    table.desk.start_recording()
    table.card.say(Sound(tone(seconds, 16_000), 16_000))
    table.bot.waitUntil(lambda: table.desk.recording.seconds >= begun + seconds, timeout=PATIENCE)
    table.desk.recording.stop()


def quiet(table: Table) -> None:
    """No more doubts can come."""
    table.bot.waitUntil(lambda: not table.desk.session.review.awaits_more, timeout=PATIENCE)


def speak_again(table: Table, text: str = ANEW) -> None:
    quiet(table)
    table.desk.speak_again(words(table).index("500"))
    assert table.is_in(State.PAUSED)
    speak(table, text)
    table.wait_for(State.REVIEWING)


def samples(table: Table) -> list[NDArray[np.float32]]:
    """Take by take, as it will go home."""
    return [read_takes([file]).samples for file in table.desk.controller.sound_files]


def test_the_topic_is_another_in_text_and_sound(checked: Table) -> None:
    (before,) = samples(checked)
    speak_again(checked)
    assert " ".join(words(checked)) == "U heeft geen griep. Neem 250 milligram."
    head, new = samples(checked)
    assert 0 < len(head) < len(before)
    assert np.array_equal(head, before[: len(head)])
    assert len(new) > 1.5 * checked.card.rate
    # Between "griep." and the spoken heading behind it.
    assert 1.7 < len(head) / checked.card.rate < 2.2


def test_what_comes_behind_it_stays_and_moves(checked: Table) -> None:
    (before,) = samples(checked)
    checked.desk.speak_again(words(checked).index("geen"))
    speak(checked, "Wat is er aan de hand? U heeft wel griep.")
    checked.wait_for(State.REVIEWING)
    assert " ".join(words(checked)) == "U heeft wel griep. Neem 500 milligram. Bel ons."
    _, tail = samples(checked)
    assert np.array_equal(tail, before[len(before) - len(tail) :])
    session = checked.desk.session
    assert session.transcript is not None
    assert session.transcript.words[-1].end <= session.recording.seconds
    (dose,) = [one for one in session.review.checks if one.text == "500 milligram"]
    assert session.review.checks.index(dose) in session.review.confirmed


def test_the_old_sound_is_gone_from_the_disk(checked: Table) -> None:
    (old,) = checked.desk.controller.sound_files
    speak_again(checked)
    files = {file.path for file in checked.desk.controller.sound_files}
    assert old.path not in files
    assert not old.path.exists()
    assert {path for path in checked.kept_files() if path.name.startswith("take-")} == files


def test_the_old_sound_lies_there_until_the_new_text_does(checked: Table) -> None:
    (old,) = checked.desk.controller.sound_files
    checked.typist.hold()
    checked.desk.speak_again(words(checked).index("500"))
    speak(checked, ANEW)
    checked.wait_for(State.TRANSCRIBING)
    assert old.path.exists()
    checked.typist.release()
    checked.wait_for(State.REVIEWING)
    assert not old.path.exists()


def test_only_what_is_new_is_typed_and_heard_and_checked(checked: Table) -> None:
    speak_again(checked)
    assert [take.number for take in checked.typist.asked[-1].takes] == [2]
    review = checked.desk.session.review
    opened = {review.checks[at].kind for at in review.open}
    assert CheckKind.JOINT in opened
    confirmed = {review.checks[at].text for at in review.confirmed}
    assert "geen" in " ".join(confirmed)
    assert "250 milligram" not in confirmed
    checked.confirm_all()
    assert checked.desk.session.review.is_done


def test_doubts_of_the_new_part_are_of_its_own_time(checked: Table) -> None:
    checked.typist.doubts = (Doubt(0.8, 0.95, "Rust", "Geen rust"),)
    speak_again(checked, "Wat gaan we doen? Rust goed. Neem 250 milligram.")
    checked.bot.waitUntil(lambda: not checked.desk.session.review.awaits_more, timeout=PATIENCE)
    (doubt,) = [one for one in checked.desk.session.review.checks if one.kind is CheckKind.DIFFERS]
    summary = checked.desk.session.summary
    assert summary is not None
    assert [summary.words[at].text for at in summary.words_of(doubt)] == ["Rust"]


def test_a_key_for_the_next_topic_does_not_move_it(checked: Table) -> None:
    checked.desk.speak_again(words(checked).index("500"))
    before = checked.desk.session.recording.marks
    checked.desk.recording.mark_next_topic()
    assert checked.desk.session.recording.marks == before


def test_more_is_added_and_changes_nothing(checked: Table) -> None:
    checked.desk.editing.correct(0, 1, "Jij")
    (before,) = samples(checked)
    checked.desk.speak_on()
    speak(checked, "En rust goed uit.")
    checked.wait_for(State.REVIEWING)
    text = " ".join(words(checked))
    assert text == "Jij heeft geen griep. Neem 500 milligram. Bel ons. En rust goed uit."
    old, _ = samples(checked)
    assert np.array_equal(old, before)


def test_without_a_word_all_is_as_it_was(checked: Table) -> None:
    before = checked.desk.session
    checked.desk.speak_again(words(checked).index("500"))
    checked.desk.recording.stop()
    assert checked.desk.session == before


def test_what_was_spoken_anew_can_be_given_up(checked: Table) -> None:
    before = checked.desk.session
    checked.typist.hold()
    checked.desk.speak_again(words(checked).index("500"))
    speak(checked, ANEW)
    checked.typist.fail_next(NaklankError(ErrorCode.ENGINE_DIED))
    checked.typist.release()
    checked.wait_for(State.RECORDED)
    checked.desk.keep_as_it_was()
    assert checked.desk.session.recording == before.recording
    assert checked.desk.session.summary == before.summary
    assert checked.desk.session.state is State.REVIEWING
    assert len([path for path in checked.kept_files() if path.name.startswith("take-")]) == 1
    # And once more: the place of what was given up is free.
    checked.typist.transcript = spoken(ANEW)
    speak_again(checked)
    assert "250" in words(checked)


def test_what_was_spoken_anew_is_typed_by_nobody_by_hand(checked: Table) -> None:
    checked.typist.fail_next(NaklankError(ErrorCode.ENGINE_DIED))
    checked.desk.speak_again(words(checked).index("500"))
    speak(checked, ANEW)
    checked.wait_for(State.RECORDED)
    before = checked.desk.session
    checked.desk.typing.write()
    assert checked.desk.session == before


def held_in(name: str, table: Table, patch: pytest.MonkeyPatch) -> threading.Event:
    """A topic was spoken again, and its join stands still in this call until that is set."""
    may_go_on = threading.Event()
    call = getattr(SpoolCutter, name)

    def slow(*arguments: Any) -> Any:
        may_go_on.wait(20)
        return call(*arguments)

    patch.setattr(SpoolCutter, name, slow)
    table.desk.speak_again(words(table).index("500"))
    speak(table, ANEW)
    table.bot.waitUntil(table.desk.joining._under_way.locked, timeout=PATIENCE)
    return may_go_on


def test_a_join_that_nobody_waits_for_leaves_nothing(
    checked: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = checked.desk.session
    may_go_on = held_in("copy", checked, monkeypatch)
    threading.Timer(0.2, may_go_on.set).start()
    checked.desk.keep_as_it_was()
    assert checked.desk.session.recording == before.recording
    assert len([path for path in checked.kept_files() if path.name.startswith("take-")]) == 1


def test_withdrawn_while_it_is_joined_nothing_comes_back(
    checked: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_go_on = held_in("quietest", checked, monkeypatch)
    checked.desk.withdraw()
    may_go_on.set()
    checked.bot.waitUntil(lambda: not checked.desk.joining._under_way.locked(), timeout=PATIENCE)
    assert not checked.kept_files()
    assert not checked.failures


def test_a_disk_that_takes_no_copy_loses_nothing(
    checked: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    (old,) = checked.desk.controller.sound_files

    def full(*_: object) -> None:
        raise NaklankError(ErrorCode.DISK_FULL, folder="x")

    with monkeypatch.context() as patch:
        patch.setattr(SpoolCutter, "copy", full)
        checked.desk.speak_again(words(checked).index("500"))
        speak(checked, ANEW)
        checked.wait_for(State.RECORDED)
    assert ErrorCode.DISK_FULL in checked.failures
    assert old.path.exists()
    checked.desk.typing.type_out()
    checked.wait_for(State.REVIEWING)
    assert "250" in words(checked)


@pytest.fixture(name="killed")
def killed_(tmp_path: Path, qtbot: QtBot) -> Iterator[tuple[Table, Path]]:
    """A desk whose app never comes to its end."""
    table = set_up(tmp_path, qtbot)
    table.desk.open()
    table.review()
    table.confirm_all()
    yield table, tmp_path
    table.desk.close()


def test_killed_before_a_word_of_it_all_is_as_it_was(
    killed: tuple[Table, Path], qtbot: QtBot
) -> None:
    table, folder = killed
    before = table.desk.session
    table.desk.speak_again(words(table).index("500"))
    another = set_up(folder, qtbot)
    another.desk.open()
    (kept,) = another.kept(1)
    another.desk.close()
    assert kept.state is State.REVIEWING
    assert (kept.recording, kept.summary) == (before.recording, before.summary)


def test_killed_while_the_microphone_opens_all_is_as_it_was(
    killed: tuple[Table, Path], qtbot: QtBot
) -> None:
    table, folder = killed
    before = table.desk.session
    table.card.stalled = True
    table.desk.speak_again(words(table).index("500"))
    table.desk.start_recording()
    another = set_up(folder, qtbot)
    another.desk.open()
    (kept,) = another.kept(1)
    another.desk.close()
    assert kept.state is State.REVIEWING
    assert (kept.recording, kept.summary) == (before.recording, before.summary)
    table.desk.withdraw()


def test_what_a_join_left_is_never_taken_for_what_was_spoken(
    killed: tuple[Table, Path], qtbot: QtBot
) -> None:
    table, folder = killed
    identity = table.desk.session.identity
    (old,) = table.desk.controller.sound_files
    for number in (3, 4):  # parts of the old sound, of a join that was killed
        place = table.store.sound_file(identity, number)
        take = table.desk.session.recording.takes[0]
        SpoolCutter().copy(old, take, range(take.frames // 2), place)
    table.desk.speak_again(words(table).index("500"))
    table.desk.start_recording()
    table.bot.waitUntil(lambda: len(table.desk.session.recording.takes) == 2, timeout=PATIENCE)
    another = set_up(folder, qtbot)
    another.desk.open()
    (kept,) = another.kept(1)
    another.desk.close()
    assert [take.number for take in kept.recording.takes] in ([1], [1, 2])
    table.desk.withdraw()


def test_killed_behind_it_it_still_takes_its_place(
    killed: tuple[Table, Path], qtbot: QtBot
) -> None:
    table, folder = killed
    table.typist.hold()
    table.desk.speak_again(words(table).index("500"))
    speak(table, ANEW)
    table.wait_for(State.TRANSCRIBING)
    another = set_up(folder, qtbot)
    another.typist.transcript = spoken(ANEW)
    another.desk.open()
    (kept,) = another.kept(1)
    assert kept.state is State.RECORDED
    another.desk.take_up(kept)
    another.desk.typing.type_out()
    another.wait_for(State.REVIEWING)
    assert " ".join(words(another)) == "U heeft geen griep. Neem 250 milligram."
    another.desk.close()
    table.typist.release()


def test_another_dose_is_asked_about_and_waits(checked: Table, asked: list[Doubtful]) -> None:
    at = words(checked).index("500")
    checked.desk.questioning.correct(at, at + 1, "250")
    (doubtful,) = asked
    assert (doubtful.said, doubtful.typed) == ("500", "250")
    assert words(checked)[at] == "500"
    checked.desk.questioning.misheard(doubtful)
    assert words(checked)[at] == "250"
    assert checked.desk.session.review.open


def test_of_the_same_place_it_is_asked_once(checked: Table, asked: list[Doubtful]) -> None:
    at = words(checked).index("500")
    checked.desk.questioning.correct(at, at + 1, "250")
    checked.desk.questioning.misheard(asked[0])
    checked.desk.questioning.correct(at, at + 1, "125")
    assert len(asked) == 1
    assert words(checked)[at] == "125"


def test_a_word_without_risk_is_corrected_at_once(checked: Table, asked: list[Doubtful]) -> None:
    at = words(checked).index("griep.")
    checked.desk.questioning.correct(at, at + 1, "verkoudheid.")
    assert not asked
    assert words(checked)[at] == "verkoudheid."


def test_paper_alone_may_say_something_else(checked: Table, asked: list[Doubtful]) -> None:
    at = words(checked).index("500")
    checked.desk.questioning.correct(at, at + 1, "250")
    checked.desk.questioning.give_paper_only(asked[0])
    assert words(checked)[at] == "250"
    assert not checked.desk.session.agreement.take_home.has_sound
    checked.desk.questioning.correct(at, at + 1, "100")
    assert len(asked) == 1


def test_who_takes_it_back_gives_the_sound_again(checked: Table, asked: list[Doubtful]) -> None:
    at = words(checked).index("500")
    checked.desk.questioning.correct(at, at + 1, "250")
    checked.desk.questioning.give_paper_only(asked[0])
    checked.desk.editing.undo()
    assert words(checked)[at] == "500"
    assert checked.desk.session.agreement.take_home.has_sound
    checked.desk.editing.redo()
    assert not checked.desk.session.agreement.take_home.has_sound


def test_in_another_recording_it_is_asked_again(checked: Table, asked: list[Doubtful]) -> None:
    at = words(checked).index("500")
    checked.desk.questioning.correct(at, at + 1, "250")
    checked.desk.questioning.misheard(asked[0])
    checked.desk.discard_recording()
    checked.record()
    checked.wait_for(State.REVIEWING)
    checked.desk.questioning.correct(at, at + 1, "250")
    assert len(asked) == 2


def test_it_is_spoken_again_once_no_more_doubts_can_come(table: Table) -> None:
    table.typist.doubts = (Doubt(1.2, 1.35, "U", "Nu niet"),)
    table.review()
    quiet(table)
    review = table.desk.session.review
    table.desk.controller.update(review=replace(review, awaits_more=True))
    table.desk.speak_again(words(table).index("500"))
    assert table.is_in(State.REVIEWING)
    table.desk.typing.late_checks.give_up()
    assert table.is_in(State.PAUSED)


def test_what_stands_before_the_headings_alone(table: Table) -> None:
    table.typist.transcript = spoken(
        "Dag mevrouw, neem 500 milligram. Wat gaan we doen? Rust goed uit."
    )
    table.review()
    quiet(table)
    found: list[Doubtful] = []
    table.desk.questioning.asked.connect(found.append)
    at = words(table).index("500")
    table.desk.questioning.correct(at, at + 1, "250")
    assert (found[0].topic, found[0].is_all) == (None, False)
    table.desk.speak_again(at)
    speak(table, "Dag mevrouw, neem 250 milligram.")
    table.wait_for(State.REVIEWING)
    assert " ".join(words(table)) == "Dag mevrouw, neem 250 milligram. Rust goed uit."


def test_words_that_were_typed_in_cut_no_heading_away(checked: Table) -> None:
    at = words(checked).index("griep.")
    checked.desk.editing.correct(at, at + 1, "griep. Zeker.")
    checked.desk.speak_again(words(checked).index("geen"))
    speak(checked, "Wat is er aan de hand? U heeft wel griep.")
    checked.wait_for(State.REVIEWING)
    transcript = checked.desk.session.transcript
    assert transcript is not None
    assert [word.text for word in transcript.words].count("doen?") == 1
    tail = checked.desk.session.recording.takes[-1].seconds
    assert tail > 2.2  # from the heading "Wat gaan we doen?" on


def test_a_topic_of_what_is_added_begins_where_it_was_chosen(checked: Table) -> None:
    speak_again(checked)
    quiet(checked)
    seconds = checked.desk.session.recording.seconds
    checked.desk.speak_on()
    checked.desk.recording.mark_topic(Topic.NEXT_APPOINTMENT)
    assert checked.desk.session.recording.marks[-1].second == pytest.approx(seconds)


def test_where_no_sound_goes_home_nothing_is_asked(checked: Table, asked: list[Doubtful]) -> None:
    agreement = replace(checked.desk.session.agreement, take_home=TakeHome.PAPER_ONLY)
    checked.desk.controller.update(agreement=agreement)
    at = words(checked).index("geen")
    checked.desk.questioning.correct(at, at + 1, "een")
    assert not asked
    assert words(checked)[at] == "een"


def test_once_approved_nothing_is_spoken_anew(checked: Table) -> None:
    checked.desk.listening.approve()
    checked.desk.speak_again(0)
    assert Event.SPEAK_AGAIN not in checked.desk.controller.allowed
    assert checked.is_in(State.APPROVED)


@pytest.mark.parametrize(
    ("text", "said", "typed"),
    [
        ("Neem 250 milligram.", "500", "250"),
        ("Neem milligram.", "500", ""),
        ("Neem niet 500 milligram.", "", "niet"),
        ("Neem 500 500 milligram.", "", "500"),
        ("", "Neem 500 milligram.", ""),
    ],
)
def test_what_differs_is_told(
    checked: Table, asked: list[Doubtful], text: str, said: str, typed: str
) -> None:
    at = words(checked).index("Neem")
    checked.desk.questioning.correct(at, at + 3, text)
    assert [(one.said, one.typed) for one in asked] == [(said, typed)]
