from dataclasses import replace
from datetime import UTC, datetime

from naklank.core.journal import Entry, Facts, JournalEvent
from naklank.core.seals import Judgement, Trace, Verdict, are_of_one_hand_over, traces, worst
from support.statements import STATEMENT

WHEN = datetime(2026, 11, 21, 14, 32, tzinfo=UTC)


def _entry(
    code: str, seconds: float | None, event: JournalEvent = JournalEvent.HANDED_OVER
) -> Entry:
    return Entry(1, WHEN, "arts", event, "s", Facts(seconds=seconds, code=code))


def test_the_worst_of_several_counts() -> None:
    assert worst([Verdict(Judgement.KNOWN), Verdict(Judgement.OURS)]) is Judgement.KNOWN
    assert worst([Verdict(one) for one in Judgement]) is Judgement.UNREADABLE


def test_sound_of_one_hand_over_beside_paper_of_another_is_noticed() -> None:
    one = Verdict(Judgement.OURS, statement=STATEMENT)
    other = Verdict(Judgement.OURS, statement=replace(STATEMENT, version=3))
    assert are_of_one_hand_over([one, one]) is True
    assert are_of_one_hand_over([one, other]) is False
    assert are_of_one_hand_over([one, Verdict(Judgement.NO_SEAL)]) is None


def test_the_journal_knows_a_code() -> None:
    entries = [_entry("1", 80), _entry("2", 90), _entry("2", 90, JournalEvent.FINISHED)]
    assert traces(entries, ["2"], 80) == (Trace(WHEN, "2", is_by_code=True),)


def test_a_length_is_asked_where_no_code_is_known() -> None:
    entries = [_entry("1", 80.0), _entry("2", 90.0), _entry("", None)]
    assert traces(entries, ["9"], 80.2) == (Trace(WHEN, "1", is_by_code=False),)
    assert traces(entries, [], 84) == ()
    assert traces(entries, [""], None) == ()
