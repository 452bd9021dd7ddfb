"""The checks of a text alone, as of one that the doctor changed."""

from collections.abc import Sequence
from datetime import date

from naklank.core.checks import Check
from naklank.core.finding import word_checks
from naklank.core.offers import with_offers
from naklank.core.phrases import group_checks
from naklank.core.ports.language import Lexicon
from naklank.core.transcript import Word


def text_checks(words: Sequence[Word], lexicon: Lexicon, today: date) -> tuple[Check, ...]:
    """Phrase by phrase, in the order of the words, with dates and times as they are offered."""
    places = with_offers(word_checks(words, lexicon), words, today, lexicon)
    return group_checks(places, words, lexicon)
