"""When something was, and what became of it, in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from naklank.core.session import HandOver, Session, State, Way
from naklank.sentences.kept import (
    expired_text,
    lost_text,
    moment_text,
    state_text,
    unreadable_text,
    waiting_text,
)

NOW = datetime(2026, 11, 21, 16, 5, tzinfo=UTC)  # a Saturday
SESSION = Session("0123456789abcdef", NOW.replace(hour=14, minute=32), "nl", "dokter Van Dam")


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (NOW, "vandaag 16.05 uur"),
        (NOW - timedelta(hours=16, minutes=5), "vandaag 00.00 uur"),
        (NOW - timedelta(hours=16, minutes=6), "vrijdag 23.59 uur"),
        (NOW + timedelta(days=1), "zondag 16.05 uur"),
        (NOW - timedelta(days=6), "zondag 16.05 uur"),
        (NOW - timedelta(days=7), "14-11-2026 16.05 uur"),
        (NOW + timedelta(days=7), "28-11-2026 16.05 uur"),
    ],
)
def test_a_moment_is_never_taken_for_another(moment: datetime, words: str) -> None:
    assert moment_text(moment, NOW) == words


def test_a_moment_is_told_in_the_zone_of_now() -> None:
    now = NOW.astimezone(timezone(timedelta(hours=1)))
    assert moment_text(NOW, now) == "vandaag 17.05 uur"
    assert moment_text(NOW.replace(hour=23), now) == "zondag 00.05 uur"


def test_one_that_waits_is_told_by_its_time() -> None:
    assert waiting_text([SESSION], NOW).startswith(
        "Er staat nog een samenvatting van 14.32 uur open."
    )
    yesterday = replace(SESSION, started=SESSION.started - timedelta(days=1))
    assert "samenvatting van vrijdag 14.32 uur open" in waiting_text([yesterday], NOW)


def test_several_are_counted() -> None:
    assert waiting_text([SESSION] * 3, NOW).startswith(
        "Er staan nog 3 samenvattingen op deze computer."
    )
    assert unreadable_text(1).startswith("1 samenvatting kan Naklank nu niet lezen")
    assert unreadable_text(2).startswith("2 samenvattingen kan Naklank nu niet lezen")
    assert expired_text(1, 24) == "1 samenvatting is gewist: zij stond hier langer dan 24 uur."
    assert expired_text(2, 1) == "2 samenvattingen zijn gewist: zij stonden hier langer dan 1 uur."


def test_only_keys_in_memory_are_lost() -> None:
    assert lost_text(1) == (
        "1 opname is verloren: haar sleutel stond alleen in het geheugen, en Naklank was gestopt."
    )
    assert lost_text(2).startswith("2 opnamen zijn verloren: hun sleutels stonden")


def test_how_far_it_came() -> None:
    gone = (HandOver(Way.PRINT, NOW),)
    said = {
        State.RECORDED: "nog niet nagekeken",
        State.REVIEWING: "nog niet nagekeken",
        State.WRITING: "nog niet nagekeken",
        State.APPROVED: "nagekeken, nog mee te geven",
        State.LISTENED: "nagekeken, nog mee te geven",
        State.WAITING: "nagekeken, nog mee te geven",
    }
    for state, words in said.items():
        assert state_text(replace(SESSION, state=state)) == words
    for state in (State.HANDED_OVER, State.WAITING):
        words = state_text(replace(SESSION, state=state, hand_overs=gone))
        assert words == "meegegeven, nog niet afgerond"
