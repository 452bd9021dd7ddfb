"""All guards that stand behind a decode."""

from __future__ import annotations

from typing import TYPE_CHECKING

from naklank.speech.guards.echoes import drop_echoes
from naklank.speech.guards.flips import drop_flipped
from naklank.speech.guards.loops import drop_loops
from naklank.speech.guards.phrases import drop_phrases
from naklank.speech.guards.removal import Sifted
from naklank.speech.guards.support import drop_unsupported

if TYPE_CHECKING:
    from collections.abc import Sequence

    from naklank.core.transcript import Language, Segment
    from naklank.speech.guards.span_sound import SpanSound


def guard(
    segments: Sequence[Segment], sound: SpanSound, language: Language, hotwords: Sequence[str]
) -> Sifted:
    """What remains of the segments of one span, and what was taken out, in the order of the sound.

    All times are seconds from the start of the span. `hotwords` are those that the decoder was
    given.
    """
    # Loops first: an engine in a loop grows surer of itself, though it hears nothing.
    kept, looped = drop_loops(segments, sound)
    # Phrases twice: whole, before silence tears them, and at the edges that silence leaves.
    kept, invented = drop_phrases(kept, sound)
    kept, unsupported = drop_unsupported(kept, sound)
    kept, at_edges = drop_phrases(kept, sound)
    kept, echoed = drop_echoes(kept, sound, hotwords)
    kept, foreign = drop_flipped(kept, language)
    dropped = looped + invented + unsupported + at_edges + echoed + foreign
    return Sifted(kept, tuple(sorted(dropped, key=lambda it: (it.start, it.end))))
