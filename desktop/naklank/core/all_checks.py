"""The way from words to checks, step by step, for all who go it."""

from collections.abc import Sequence
from datetime import date

from naklank.core.checks import Check, in_order
from naklank.core.doubts import doubt_checks, with_doubts
from naklank.core.offers import with_offers
from naklank.core.phrases import group_checks, group_doubts
from naklank.core.ports.language import Lexicon
from naklank.core.ports.wording import Vocabulary
from naklank.core.recording import Recording
from naklank.core.review import gap_checks
from naklank.core.rule_checks import find_checks, word_checks
from naklank.core.suggestions import with_suggestions
from naklank.core.transcript import Transcript, Word


def typed_checks(
    transcript: Transcript,
    recording: Recording,
    today: date,
    lexicon: Lexicon,
    vocabulary: Vocabulary,
) -> tuple[Check, ...]:
    """All that must be heard of what was typed, phrase by phrase, but for topics that are missing.

    `today` is the day of the talk, from which "over zes weken" counts.
    """
    places = with_offers(_found(transcript, lexicon, vocabulary), transcript.words, today, lexicon)
    phrases = group_checks((*places, *gap_checks(recording)), transcript.words, lexicon)
    doubts = doubt_checks(phrases, transcript, lexicon)
    return in_order((*phrases, *group_doubts(doubts, transcript.words, lexicon)))


def single_checks(
    transcript: Transcript, lexicon: Lexicon, vocabulary: Vocabulary
) -> tuple[Check, ...]:
    """The same place by place, of sound of which nobody knows the day or where some is missing."""
    return with_doubts(_found(transcript, lexicon, vocabulary), transcript, lexicon)


def text_checks(words: Sequence[Word], lexicon: Lexicon, today: date) -> tuple[Check, ...]:
    """Phrase by phrase, of a text alone, as of one that the doctor changed."""
    places = with_offers(word_checks(words, lexicon), words, today, lexicon)
    return group_checks(places, words, lexicon)


def _found(transcript: Transcript, lexicon: Lexicon, vocabulary: Vocabulary) -> tuple[Check, ...]:
    return with_suggestions(find_checks(transcript, lexicon), vocabulary.suggestions(transcript))
