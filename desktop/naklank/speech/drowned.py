"""Where something is so much louder than the speaker that nobody knows what was said."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING, Final

from naklank.core.transcript import Stretch, merged
from naklank.speech.levels import levels_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from naklank.speech.engine import Samples

LOUDER: Final = 10.0
"""dB over the speaker's usual level: speech under it cannot be made out, and is not always found:
of a babble 20 dB louder Silero calls a third no speech (tests/benchmarks/coverage.py)."""

SHORTEST: Final = 0.8
"""Seconds; a cough or a door that slams is shorter. What touches speech may be."""

_FRAME: Final = 0.1
_BREATH: Final = 0.3
"""Seconds for which it may fade and come back."""
_TOUCH: Final = 0.3
"""Seconds between it and speech, of which it is then a part."""


def find_drowned(samples: Samples, speech: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """Stretches of mono sound at 16 kHz, with the speech that they touch; none where nobody speaks.

    `speech` is what was found to be speech. The level of who speaks is its median.
    """
    levels = levels_of(samples, _FRAME)
    spoken = [level for one in speech for level in _within(levels, one)]
    if not spoken:
        return ()
    least = median(spoken) + LOUDER
    loud = merged(_with_breath(at for at, level in enumerate(levels) if level > least))
    wholes = (_with_touching(one, speech) for one in loud)
    return tuple(whole for whole in wholes if whole.seconds >= SHORTEST)


def _within(levels: Sequence[float], stretch: Stretch) -> Sequence[float]:
    return levels[round(stretch.start / _FRAME) : round(stretch.end / _FRAME)]


def _with_breath(loud: Iterable[int]) -> Iterator[Stretch]:
    for at in loud:
        yield Stretch(round(at * _FRAME, 3), round((at + 1) * _FRAME + _BREATH, 3))


def _with_touching(loud: Stretch, speech: Iterable[Stretch]) -> Stretch:
    """Without the breath behind it, and with the speech that it covers in part."""
    own = Stretch(loud.start, round(loud.end - _BREATH, 3))
    near = [one for one in speech if one.start < own.end + _TOUCH and own.start < one.end + _TOUCH]
    ends = [own, *near]
    return Stretch(min(one.start for one in ends), max(one.end for one in ends))
