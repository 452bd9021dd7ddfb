"""A text that grows while somebody speaks."""

from __future__ import annotations

from naklank.core.live import LivePart, live_text, with_part
from naklank.core.transcript import Stretch, Word


def words(text: str, start: float = 0.0) -> tuple[Word, ...]:
    """Each lasts half a second, and comes right behind the one before."""
    return tuple(
        Word(start + at / 2, start + at / 2 + 0.5, one, 0.9) for at, one in enumerate(text.split())
    )


def test_what_comes_behind_is_added() -> None:
    grown = with_part(words("U heeft griep."), LivePart(2.0, words("Rust uit.", 2.0)))
    assert live_text(grown, ()) == "U heeft griep. Rust uit."


def test_a_draft_gives_way_to_what_stands_for_good() -> None:
    grown = with_part(words("U heeft griep."), LivePart(2.0, words("Rus", 2.0)))
    grown = with_part(grown, LivePart(2.0, words("Rust uit.", 2.0)))
    assert live_text(grown, ()) == "U heeft griep. Rust uit."


def test_a_span_of_which_nothing_is_left_takes_its_draft_along() -> None:
    assert with_part(words("Ondertiteling"), LivePart(0.0, ())) == ()


def test_a_rest_begins_a_new_line() -> None:
    said = (*words("U heeft griep."), *words("Rust uit.", 2.5))
    assert live_text(said, ()) == "U heeft griep.\nRust uit."
    assert live_text((*words("U heeft griep."), *words("Rust uit.", 2.4)), ()).count("\n") == 0


def test_an_interpreter_is_not_read_and_the_doctor_before_and_behind_is() -> None:
    said = (*words("U heeft griep."), *words("you have flu", 2.0), *words("Rust uit.", 4.0))
    assert live_text(said, (Stretch(1.9, 3.6),)) == "U heeft griep.\nRust uit."
    still = Stretch(1.9, float("inf"))
    assert live_text(said, (still,)) == "U heeft griep."
