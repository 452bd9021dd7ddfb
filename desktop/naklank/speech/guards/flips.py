"""Guard against segments in another language than is spoken."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from naklank.speech.guards.removal import Sifted, plain, take_out

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from naklank.core.transcript import Language, Segment

_SHORTEST: Final = 5
"""Words; in fewer nothing can be told ("Is dat in?")."""

_LEAST: Final = 2
"""Words of the other language, and as many times more than of the own."""

_DUTCH: Final = (
    "de het een en van ik te dat niet zijn op voor met als dan aan om hebben hij maar ook naar uit"
    " nog door heeft bij wel geen kan dit er meer hier zal of uw u zich moet deze daar mijn wat"
    " wordt bent hoe wanneer waar zo goed na toe tot gaan gaat keer per dag elke tijd ziet krijgt"
    " hebt mag wij ons onze je jij ze zij weer al kunt worden bel dus omdat maken neemt neem"
)
_ENGLISH: Final = (
    "the and to that it for you with are this have from not but what all were when there can your"
    " which their will would has been more if do my one she him her they be at by or an as his how"
    " some out up about into than them then these very just i i'm don't it's know think going get"
    " see because should could too take a he"
)
_GERMAN: Final = (
    "der das und ist ich nicht sie ein eine mit auf für den dem zu von sich auch es wir aber wenn"
    " dass haben hat sind wird bei noch nach wie oder einen einer nur kann ihr uns mir mich dich"
    " schon sehr werden immer"
)
_FRENCH: Final = (
    "le la les et est je vous nous ne pas que qui pour dans une du des avec sur ce il elle au aux"
    " mais ou où par plus sont être avoir fait cette ces mon votre notre c'est"
)
_FUNCTION_WORDS: Final[Mapping[str, frozenset[str]]] = {
    "nl": frozenset(_DUTCH.split()),
    "en": frozenset(_ENGLISH.split()),
    "de": frozenset(_GERMAN.split()),
    "fr": frozenset(_FRENCH.split()),
}
"""What stands in every sentence of a language; from general knowledge."""


def drop_flipped(segments: Sequence[Segment], language: Language) -> Sifted:
    """The segments without those that are clearly in another language."""
    runs, place = [], 0
    for segment in segments:
        count = len(segment.words)
        if _is_flipped(segment, language):
            runs.append(range(place, place + count))
        place += count
    return take_out(segments, runs, "language")


def _is_flipped(segment: Segment, language: Language) -> bool:
    texts = [plain(word.text) for word in segment.words]
    if len(texts) < _SHORTEST:
        return False
    counts = {name: sum(text in known for text in texts) for name, known in _FUNCTION_WORDS.items()}
    own = counts.pop(language)
    return max(counts.values()) >= _LEAST * max(own, 1)
