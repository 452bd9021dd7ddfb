"""When somebody has said the last word."""

from __future__ import annotations

import pytest

from naklank.audio.rest import Rest
from naklank.core.recording import Level


def after(*peaks: tuple[float, float]) -> Rest:
    """A rest that heard so many seconds at each level, 20 times a second."""
    rest = Rest()
    at = 0.0
    for seconds, peak in peaks:
        for _ in range(round(seconds * 20)):
            at += 0.05
            rest.hear(Level(peak, at))
    return rest


@pytest.mark.parametrize(
    ("peaks", "resting"),
    [
        ([], False),
        ([(3, -100)], False),  # nobody has spoken at all
        ([(3, -12), (0.5, -60)], False),
        ([(3, -12), (0.7, -60)], True),
        ([(3, -12), (2.0, -30)], False),  # a loud room, or somebody who speaks softly
        ([(3, -40), (1.0, -65)], True),
        ([(3, -12), (1.0, -60), (0.05, -25)], False),  # one word more
        ([(3, -12), (16, -60)], False),  # of so long ago nobody knows how loud the voice is
    ],
)
def test_a_rest_is_long_and_far_softer_than_the_voice(
    peaks: list[tuple[float, float]], *, resting: bool
) -> None:
    assert after(*peaks).is_resting is resting
