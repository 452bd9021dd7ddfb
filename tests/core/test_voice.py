"""Which pieces of a voice stand around a summary."""

from __future__ import annotations

from datetime import date

import pytest

from naklank.core.voice import PARTS, Clip, Ends, SpokenEnds, VoicePart, ends_for

VOICE = {
    part: tuple(Clip(f"{part.value} {at}".encode(), 16_000) for at in range(part.pieces))
    for part in VoicePart
}


def said(ends: Ends | None) -> tuple[list[bytes], list[bytes]]:
    assert ends is not None
    return [clip.samples for clip in ends.opening], [clip.samples for clip in ends.closing]


@pytest.mark.parametrize(
    ("day", "spoken"),
    [
        (date(2026, 1, 1), [b"days 0", b"months 0"]),
        (date(2026, 11, 21), [b"days 20", b"months 10"]),
        (date(2028, 2, 29), [b"days 28", b"months 1"]),
        (date(2026, 12, 31), [b"days 30", b"months 11"]),
    ],
)
def test_the_date_is_that_of_the_day(day: date, spoken: list[bytes]) -> None:
    opening, closing = said(ends_for(VOICE, SpokenEnds.DATE, day))
    assert opening == [b"opening_to_date 0", *spoken]
    assert closing == [b"closing 0"]


def test_without_a_date_the_opening_is_a_whole_sentence() -> None:
    ends = ends_for(VOICE, SpokenEnds.WORDS, date(2026, 11, 21))
    assert said(ends) == ([b"opening 0"], [b"closing 0"])


def test_nothing_is_spoken_that_nobody_wants() -> None:
    assert ends_for(VOICE, SpokenEnds.NONE, date(2026, 11, 21)) == Ends()
    assert ends_for({}, SpokenEnds.NONE, date(2026, 11, 21)) == Ends()


@pytest.mark.parametrize(
    ("spoken", "part"), [(spoken, part) for spoken, parts in PARTS.items() for part in parts]
)
def test_half_a_sentence_is_never_spoken(spoken: SpokenEnds, part: VoicePart) -> None:
    without = {one: pieces for one, pieces in VOICE.items() if one is not part}
    assert ends_for(without, spoken, date(2026, 11, 21)) is None
    assert ends_for({**without, part: VOICE[part][1:]}, spoken, date(2026, 11, 21)) is None


def test_a_clip_knows_how_long_it_is() -> None:
    assert Clip(bytes(2 * 8_000), 16_000).seconds == 0.5
    assert "samples" not in repr(Clip(b"voice!", 16_000))
