"""Nothing that an interpreter said is text; nothing of the doctor's goes with it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from naklank.core.agreement import Agreement, Participant, Role
from naklank.core.interpreting import without_interpreter
from naklank.core.recording import Recording, Take
from naklank.core.splicing import Splice, spliced_interpreted
from naklank.core.transcript import Doubt, Dropped, Segment, Stretch, Transcript, Word

TOLK = Stretch(3.0, 6.0)


def heard(*texts: str) -> Transcript:
    """A word a second, from the whole second on, each 0.8 s long; a text is a segment."""
    segments, at = [], 0
    for text in texts:
        words = [Word(at + n, at + n + 0.8, word, 0.9) for n, word in enumerate(text.split())]
        segments.append(Segment(tuple(words)))
        at += len(words)
    return Transcript("nl", float(at), tuple(segments))


HEARD = heard("U heeft griep.", "Sizin gribiniz var.", "Rust goed uit.")


def texts(transcript: Transcript) -> str:
    return " ".join(word.text for word in transcript.words)


def test_words_inside_the_stretch_go_and_all_others_stay() -> None:
    left = without_interpreter(HEARD, (TOLK,))
    assert texts(left) == "U heeft griep. Rust goed uit."
    assert len(left.segments) == 2
    assert left.duration == HEARD.duration


def test_without_an_interpreter_nothing_changes() -> None:
    assert without_interpreter(HEARD, ()) is HEARD


def test_a_word_on_the_border_stays() -> None:
    mixed = heard("Het mag niet merhaba")
    assert texts(without_interpreter(mixed, (Stretch(2.5, 4.0),))) == "Het mag niet"
    assert texts(without_interpreter(mixed, (Stretch(2.0, 4.0),))) == "Het mag"


@pytest.mark.parametrize(
    ("gap", "left"),
    [
        (Stretch(3.2, 5.8), ()),
        (Stretch(2.7, 6.3), ()),
        (Stretch(1.0, 4.0), (Stretch(1.0, 3.0),)),
        (Stretch(5.0, 8.0), (Stretch(6.0, 8.0),)),
        (Stretch(1.0, 8.0), (Stretch(1.0, 3.0), Stretch(6.0, 8.0))),
        (Stretch(7.0, 7.3), (Stretch(7.0, 7.3),)),
    ],
)
def test_only_speech_of_others_is_without_text(gap: Stretch, left: tuple[Stretch, ...]) -> None:
    transcript = replace(HEARD, uncovered=(gap,))
    assert without_interpreter(transcript, (TOLK,)).uncovered == left


def test_what_guards_took_out_of_the_interpreters_words_is_shown_to_nobody() -> None:
    own = Dropped("ruis", 7.0, 7.5, "phrase")
    dropped = (Dropped("gribiniz", 4.0, 4.8, "language"), own)
    assert without_interpreter(replace(HEARD, dropped=dropped), (TOLK,)).dropped == (own,)


def test_doubts_inside_go_and_others_stay() -> None:
    own = Doubt(7.0, 7.8, "goed", "niet goed")
    transcript = replace(HEARD, doubts=(Doubt(3.0, 3.8, "Sizin", "geen"), own))
    assert without_interpreter(transcript, (TOLK,)).doubts == (own,)


def test_a_doubt_that_reaches_in_points_at_the_doctors_words() -> None:
    transcript = replace(HEARD, doubts=(Doubt(2.0, 3.8, "griep. Sizin", "geen griep"),))
    (doubt,) = without_interpreter(transcript, (TOLK,)).doubts
    assert doubt == Doubt(2.0, 2.8, "griep", "geen griep")


def recording(seconds: int) -> Recording:
    return Recording((Take(1, 16_000, 16_000 * seconds, "A"),))


def test_a_stretch_runs_from_key_to_key() -> None:
    begun = recording(9).with_interpreter(3.0)
    assert begun.interpreter_since == 3.0
    assert not begun.interpreted
    done = begun.with_interpreter_done(6.0)
    assert done.interpreter_since is None
    assert done.interpreted == (TOLK,)
    assert done.with_interpreter_done(8.0) == done


def test_one_that_lasts_no_time_is_none() -> None:
    assert recording(9).with_interpreter(3.0).with_interpreter_done(3.0) == recording(9)


def test_the_end_of_the_sound_ends_it() -> None:
    assert recording(9).with_interpreter(3.0).closed().interpreted == (Stretch(3.0, 9.0),)


def test_what_is_spoken_anew_has_its_own_stretches() -> None:
    both = recording(9).with_interpreter(3.0).with_interpreter_done(6.0)
    both = both.with_take(Take(2, 16_000, 64_000, "A"))
    both = both.with_interpreter(10.0).with_interpreter_done(12.0)
    assert both.before(2).interpreted == (TOLK,)
    assert both.since(2).interpreted == (Stretch(1.0, 3.0),)


def test_speaking_anew_takes_old_stretches_away_and_moves_the_later_ones() -> None:
    old = replace(recording(9), interpreted=(Stretch(1.0, 2.5), TOLK, Stretch(8.0, 9.0)))
    new = replace(recording(4), interpreted=(Stretch(1.0, 3.0),))
    found = spliced_interpreted(old, new, Splice(Stretch(2.0, 6.0), 4.5))
    expected = (Stretch(1.0, 2.0), Stretch(3.0, 5.0), Stretch(8.5, 9.5))
    assert found == expected


@pytest.mark.parametrize("role", Role)
def test_both_kinds_of_interpreter_are_known(role: Role) -> None:
    agreement = Agreement((Participant(Role.PATIENT), Participant(role)))
    assert agreement.is_interpreted is (role in (Role.INTERPRETER, Role.PHONE_INTERPRETER))
