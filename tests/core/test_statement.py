import hashlib
import json
from dataclasses import replace
from itertools import pairwise

import pytest

from naklank.core.statement import (
    find_codes,
    hash_text,
    read_code,
    read_statement,
    short_code,
)
from naklank.core.topics import Topic, TopicBlock
from support.statements import STATEMENT


def test_the_bytes_are_fixed_for_ever() -> None:
    """Written out by hand: what was sealed must still be readable in thirty years."""
    assert STATEMENT.canonical == (
        b'{"agreed":true,"kind":"naklank-hand-over-1","length_ms":83400,'
        b'"made":"2026-11-21T13:32:05Z","salt":"00112233445566778899aabbccddeeff",'
        b'"sound":"' + b"cd" * 32 + b'","text":"' + b"ab" * 32 + b'","version":2}'
    )


def test_what_was_written_is_read() -> None:
    assert read_statement(json.loads(STATEMENT.canonical)) == STATEMENT


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "naklank-hand-over-2"},
        {"version": "2"},
        {"version": True},
        {"version": -1},
        {"length_ms": 1e3},
        {"length_ms": 10**400},
        {"agreed": 1},
        {"text": "AB" * 32},
        {"text": "", "sound": ""},
        {"sound": "cd"},
        {"salt": ""},
        {"salt": None},
        {"made": "2026-11-21"},
        {"made": "2026-11-21T13:32:05Z "},
        {"made": 5},
        {"name": "De Vries"},
    ],
)
def test_what_we_would_not_have_written_is_not_read(wrong: dict[str, object]) -> None:
    assert read_statement({**STATEMENT.fields, **wrong}) is None


@pytest.mark.parametrize("nothing", [None, [], "x", {}, {"kind": "naklank-hand-over-1"}])
def test_what_is_no_statement_is_not_read(nothing: object) -> None:
    assert read_statement(nothing) is None


def test_another_statement_has_another_code() -> None:
    others = [
        replace(STATEMENT, salt="ff" * 16),
        replace(STATEMENT, text="ac" * 32),
        replace(STATEMENT, version=3),
        replace(STATEMENT, agreed=False),
        replace(STATEMENT, length_ms=83_401),
    ]
    assert len({one.code for one in (STATEMENT, *others)}) == 6


def test_a_code_is_twelve_digits_in_three_groups() -> None:
    code = short_code(hashlib.sha256(b"naklank").digest())
    assert [len(part) for part in code.split()] == [4, 4, 4]
    assert read_code(code) == code
    assert read_code(code.replace(" ", "-")) == code
    assert read_code(code.replace(" ", "")) == code


def test_small_digests_keep_their_length() -> None:
    assert len(short_code(b"\0" * 32)) == 14
    assert read_code(short_code(b"\0" * 32)) is not None


def test_each_digit_heard_wrong_is_found() -> None:
    digits = STATEMENT.code.replace(" ", "")
    for place in range(12):
        for other in set("0123456789") - {digits[place]}:
            assert read_code(digits[:place] + other + digits[place + 1 :]) is None


def test_each_pair_turned_around_is_found() -> None:
    for seed in range(200):
        digits = short_code(hashlib.sha256(bytes([seed])).digest()).replace(" ", "")
        for place, (first, second) in enumerate(pairwise(digits)):
            turned = digits[:place] + second + first + digits[place + 2 :]
            assert (read_code(turned) is None) == (first != second)


@pytest.mark.parametrize("text", ["", "1234", "٤" * 12, "abcd efgh ijkl", "1" * 13])
def test_what_cannot_be_a_code_is_none(text: str) -> None:
    assert read_code(text) is None


def test_codes_are_found_in_a_page() -> None:
    text = f"Bel 030-1234567.\nCode {STATEMENT.code}: hiermee. {STATEMENT.code} 1234 5678 9012"
    assert find_codes(text) == (STATEMENT.code,)


def test_the_text_is_hashed_with_its_topics_and_its_salt() -> None:
    blocks = (
        TopicBlock(None, ("Dag.",), ()),
        TopicBlock(Topic.WHAT_YOU_DO, ("Neem 1 tablet.", "Niet 2."), ()),
    )
    salt = "ff" * 16
    expected = hashlib.sha256(b"\xff" * 16 + b"\nDag.\nwhat_you_do\nNeem 1 tablet.\nNiet 2.")
    assert hash_text(blocks, salt) == expected.hexdigest()
    assert hash_text(blocks, "fe" * 16) != hash_text(blocks, salt)
