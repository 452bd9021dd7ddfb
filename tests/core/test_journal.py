"""The journal as a table: what a Dutch spreadsheet opens, and what it never calculates."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from enum import Enum

import pytest

from naklank.core.journal import (
    CSV_COLUMNS,
    Contents,
    Entry,
    Facts,
    Fault,
    FaultyLines,
    JournalEvent,
    export_csv,
)
from naklank.core.session import Way

MOMENT = datetime(2026, 11, 21, 9, 5, 7, tzinfo=timezone(timedelta(hours=1)))
HEADINGS = tuple(f"Kop {at}" for at in range(CSV_COLUMNS))
PLAIN = Entry(1, MOMENT, "praktijk1", JournalEvent.AGREED, "c0ffee0123456789")
FULL = replace(
    PLAIN,
    number=2,
    event=JournalEvent.HANDED_OVER,
    facts=Facts(83.6, Way.PLAY, "QX7K", "ab" * 32, "cd" * 32, "v2"),
)


def word(one: Enum) -> str:
    return f"[{one.value}]"


def rows(*entries: Entry) -> list[list[str]]:
    data = export_csv(entries, HEADINGS, word)
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_every_fact_has_its_column() -> None:
    heading, plain, full = rows(PLAIN, FULL)
    assert heading == list(HEADINGS)
    time = ["2026-11-21 09:05:07", "UTC+01:00"]
    assert plain == ["1", *time, "praktijk1", "[agreed]", PLAIN.session, *[""] * 6]
    assert full[4:8] == ["[handed_over]", PLAIN.session, "84", "[play]"]
    assert full[8:] == ["QX7K", "ab" * 32, "cd" * 32, "v2"]
    assert {len(row) for row in (heading, plain, full)} == {CSV_COLUMNS}


def test_it_is_what_a_dutch_excel_opens() -> None:
    data = export_csv([PLAIN], HEADINGS, word)
    assert data.startswith(b"\xef\xbb\xbfKop 0;Kop 1;")
    assert data.count(b"\r\n") == data.count(b"\n") == 2


def test_without_lines_the_headings_stand_there() -> None:
    assert rows() == [list(HEADINGS)]


@pytest.mark.parametrize("user", ['a;b"c', "a\r\nb", "Ö. Yılmaz 🩺", " a ", "a'b", "x=1", ""])
def test_any_name_comes_back(user: str) -> None:
    assert rows(replace(PLAIN, user=user))[1][3] == user


CALCULATED = ("=1+1", "+31", "-1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0")
TAKEN_FOR_A_NUMBER = ("12345678", "1234e567", "1E5", "1.2.3", "3-4", "1/2", "-", "12:30")


@pytest.mark.parametrize("text", [*CALCULATED, *TAKEN_FOR_A_NUMBER])
def test_no_text_is_calculated_or_taken_for_a_number(text: str) -> None:
    facts = Facts(code=text, text_hash=text, sound_hash=text, version=text)
    (_, row) = rows(replace(PLAIN, user=text, session=text, facts=facts))
    assert [row[at] for at in (3, 5, 8, 9, 10, 11)] == [f"'{text}"] * 6


@pytest.mark.parametrize("text", ["a=1", "c0ffee", "1a", "v1.2", "dr. Bos", "ü"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert rows(replace(PLAIN, user=text, session=text))[1][3] == text


def test_what_is_wrong_stands_below_the_lines() -> None:
    data = export_csv([PLAIN], HEADINGS, word, ["Regel 3 ontbreekt."]).decode("utf-8-sig")
    assert data.splitlines()[-1] == ";;;;Regel 3 ontbreekt.;;;;;;;"


def test_half_a_character_breaks_nothing() -> None:
    assert rows(replace(PLAIN, user="a\ud83d"))[1][3] == "a?"


def test_a_heading_that_is_missing_is_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match="heading"):
        export_csv([PLAIN], HEADINGS[1:], word)


def test_whole_is_what_nothing_was_found_wrong_with() -> None:
    assert Contents((PLAIN,), ()).is_whole
    assert not Contents((PLAIN,), (FaultyLines(Fault.MISSING, 2, 2),)).is_whole
