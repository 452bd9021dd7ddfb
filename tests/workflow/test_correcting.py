"""Corrections, suggestions and missing topics while the text is heard."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from naklank.core.checks import Check, CheckKind
from naklank.core.consult import Heading
from naklank.core.review import Review
from naklank.core.session import State
from naklank.core.topics import Topic
from naklank.core.transcript import Doubt, Stretch
from support.desk import PATIENCE, spoken

if TYPE_CHECKING:
    from collections.abc import Callable

    from naklank.core.settings import Checking
    from support.desk import Table


def _set(table: Table, **checking: object) -> None:
    settings = table.desk.settings
    chosen: Checking = replace(settings.checking, **checking)  # type: ignore[arg-type]
    table.desk.save_settings(replace(settings, checking=chosen))


def test_correcting_and_moving_topics(table: Table) -> None:
    table.review()
    summary = table.desk.session.summary
    assert summary is not None
    at = [word.text for word in summary.words].index("500")
    table.desk.editing.correct(at, at + 1, "250")
    later = [word.text for word in summary.words].index("Bel")
    table.desk.editing.set_topic(later, Topic.WHEN_TO_CALL)

    assert table.desk.session.summary is not None
    blocks = table.desk.session.summary.blocks()
    assert blocks[1].sentences == ("Neem 250 milligram.",)
    assert blocks[2].topic is Topic.WHEN_TO_CALL
    assert table.desk.session.transcript == spoken()
    (stored,) = table.store.load_all().sessions
    assert stored.summary == table.desk.session.summary


def test_another_dose_must_be_confirmed_anew(table: Table) -> None:
    table.review()
    table.confirm_all()
    summary = table.desk.session.summary
    assert summary is not None
    at = [word.text for word in summary.words].index("500")
    table.desk.editing.correct(at, at + 1, "50")

    assert table.desk.session.review.open == (1,)
    assert table.desk.listening.current == 1
    table.desk.listening.confirm()
    assert table.desk.session.review.open == (1,)
    table.confirm_all()
    table.desk.listening.approve()
    assert table.is_in(State.APPROVED)


def test_a_heading_of_the_practice_is_no_correction(table: Table) -> None:
    table.agree()
    table.desk.controller.update(headings=(Heading(Topic.WHAT_IS_GOING_ON, "Uw klachten"),))
    table.typist.transcript = spoken("Uw klachten. U heeft geen griep. Bel ons.")
    table.record()
    table.wait_for(State.REVIEWING)
    assert table.desk.session.summary is not None
    (block,) = table.desk.session.summary.blocks()
    assert (block.topic, block.sentences[0]) == (Topic.WHAT_IS_GOING_ON, "U heeft geen griep.")

    assert table.desk.editing.corrections == []
    table.desk.editing.correct(2, 3, "een")
    assert [one.heard for one in table.desk.editing.corrections] == [("geen",)]


def test_a_word_beside_a_check_changes_no_check(table: Table) -> None:
    table.review()
    table.confirm_all()
    summary = table.desk.session.summary
    assert summary is not None
    table.desk.editing.correct(len(summary.words) - 1, len(summary.words), "mij.")

    assert table.desk.session.review.open == ()


def _offered(table: Table) -> str:
    return table.desk.editing.suggestion


def test_a_suggestion_is_put_in_and_must_still_be_heard_and_confirmed(table: Table) -> None:
    table.typist.transcript = spoken("U begint met Lee-Noppil. Neem 500 milligram.")
    table.review()
    desk, listening = table.desk, table.desk.listening
    assert desk.session.summary is not None
    sound = desk.session.summary.words[3].sound
    assert sound is not None
    misheard = Check(
        CheckKind.MEDICINE, "Lee-Noppil", sound.start, sound.end, suggestion="lisinopril"
    )
    others = [one for one in desk.session.review.checks if one.start > sound.end]
    desk.controller.update(review=Review((misheard, *others), confirmed=frozenset({0})))
    listening.play_check(1)
    assert _offered(table) == ""
    table.desk.editing.take_suggestion()
    assert desk.session.summary.words[3].text == "Lee-Noppil."

    listening.play_check(0)
    assert _offered(table) == "lisinopril"
    table.desk.editing.take_suggestion()
    assert [word.text for word in desk.session.summary.words[2:5]] == ["met", "lisinopril.", "Neem"]
    assert desk.session.review.open == (0, 1)
    assert _offered(table) == ""
    before = desk.session.summary
    table.desk.editing.take_suggestion()
    assert desk.session.summary == before
    assert desk.session.transcript is not None
    assert desk.session.transcript.words[3].text == "Lee-Noppil."
    table.wait_until_heard(0)
    listening.confirm()
    assert 0 in desk.session.review.confirmed


def test_doubts_that_a_change_opens_side_by_side_are_one_check(table: Table) -> None:
    table.typist.transcript = spoken("Neem flopsie bluudruk. Bel ons.")
    table.review()
    desk = table.desk
    desk.controller.update(review=Review())
    desk.editing.correct(4, 5, "mij.")
    (check,) = desk.session.review.checks
    assert (check.kind, check.text) == (CheckKind.DIFFERS, "flopsie bluudruk")


def _as_the_first_has_sounded(table: Table, act: Callable[[], None]) -> None:
    """The first check has sounded whole, and that its playing came to its end is not told yet."""
    done: list[bool] = []

    def look(second: float) -> None:
        checks = table.desk.session.review.checks
        if not done and checks and second > checks[0].end:
            done.append(table.desk.session.review.is_heard(0))
            act()

    table.desk.listening.position_changed.connect(look)
    if not table.is_in(State.REVIEWING):
        table.agree()
        table.record()
    table.bot.waitUntil(lambda: bool(done), timeout=PATIENCE)
    assert done == [False]


def _play_nothing_any_more(table: Table) -> None:
    player = table.desk.equipment.player
    player.play = lambda *_: player.stop()  # type: ignore[method-assign]


def _type_over_the_first(table: Table) -> None:
    session = table.desk.session
    assert session.summary is not None
    words = session.summary.words_of(session.review.checks[0])
    table.desk.editing.correct(words.start, words.stop, "wel griep.")


def test_what_sounds_while_words_change_is_not_heard_of_the_new_ones(table: Table) -> None:
    desk = table.desk

    def change() -> None:
        _play_nothing_any_more(table)
        _type_over_the_first(table)

    _as_the_first_has_sounded(table, change)
    changed = desk.session.review.checks[0]
    assert changed.text == "geen"
    assert changed.kind is CheckKind.TAKEN_OUT
    table.bot.waitUntil(lambda: bool(desk.session.review.sounded), timeout=PATIENCE)
    assert desk.session.review.sounded[0] == Stretch(0.0, changed.start)
    assert not desk.session.review.is_heard(0)
    assert not desk.listening.can_confirm


def test_nor_is_what_sounds_at_an_undo_of_the_words_that_are_back(table: Table) -> None:
    desk = table.desk
    told: list[Stretch] = []

    def undo() -> None:
        _play_nothing_any_more(table)
        desk.listening._loudspeaker.heard.connect(told.append)
        desk.editing.undo()

    _as_the_first_has_sounded(table, lambda: _type_over_the_first(table))
    _as_the_first_has_sounded(table, undo)
    assert desk.session.review.checks[0].text == "geen griep"
    table.bot.waitUntil(lambda: bool(told), timeout=PATIENCE)
    assert not desk.session.review.is_heard(0)


def test_a_late_doubt_whose_place_an_edit_held_is_a_check_once_the_edit_is_undone(
    table: Table,
) -> None:
    table.typist.transcript = heard = spoken("U heeft een colitis.")
    table.review()
    desk = table.desk
    table.bot.waitUntil(lambda: not desk.session.review.awaits_more, timeout=PATIENCE)
    desk.controller.update(review=replace(desk.session.review, awaits_more=True))
    desk.editing.correct(2, 3, "geen")
    word = heard.words[2]
    doubt = Doubt(word.start, word.end, "een", "geen")
    desk.typing.late_checks.take(replace(heard, doubts=(doubt,)))
    assert all(one.kind is not CheckKind.DIFFERS for one in desk.session.review.checks)

    desk.editing.undo()
    review = desk.session.review
    (at,) = (at for at, one in enumerate(review.checks) if one.kind is CheckKind.DIFFERS)
    assert (review.checks[at].text, review.checks[at].suggestion) == ("een", "geen")
    assert at in review.open
    assert not review.is_heard(at)

    table.confirm_all()
    desk.editing.redo()
    assert all(one.kind is not CheckKind.DIFFERS for one in desk.session.review.checks)
    desk.editing.undo()
    assert desk.session.review.open == ()


def test_a_missing_topic_waits_at_the_end_and_is_confirmed_without_sound(table: Table) -> None:
    table.review_with_topics()
    listening = table.desk.listening
    checks = table.desk.session.review.checks
    assert [check.topics for check in checks] == [(), (), (Topic.WHEN_TO_CALL,)]
    for at in (0, 1):
        table.wait_until_heard(at)
        listening.confirm()

    assert listening.current == 2
    table.bot.waitUntil(lambda: not listening.is_playing, timeout=PATIENCE)
    assert table.desk.session.review.heard_whole
    listening.approve()
    assert table.is_in(State.REVIEWING)
    listening.confirm()
    listening.approve()
    assert table.is_in(State.APPROVED)


def test_dates_are_reckoned_from_the_day_of_the_talk(table: Table) -> None:
    table.typist.transcript = spoken("U komt over tien milligram. Kom over twee weken.")
    table.review()
    dose, date = table.desk.session.review.checks

    assert (dose.text, dose.suggestion) == ("tien milligram", "")
    assert (date.text, date.suggestion) == ("over twee weken", "zaterdag 5 december")
    table.desk.listening.play_check(1)
    table.desk.editing.take_suggestion()
    assert table.desk.session.summary is not None
    text = " ".join(word.text for word in table.desk.session.summary.words)
    assert text == "U komt over 10 milligram. Kom zaterdag 5 december."
    assert table.desk.session.transcript == table.typist.transcript
