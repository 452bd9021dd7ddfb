"""What is suggested for a check, put into the text in place of its words."""

from naklank.core.alignment import PUNCTUATION, bare, opening_signs
from naklank.core.checks import Check, CheckKind
from naklank.core.summary import Summary


def is_put_in(check: Check, summary: Summary) -> bool:
    """Whether the suggestion of a check stands in the text by now."""
    words = summary.words_of(check)
    if not check.suggestion or not words:
        return False
    stands = " ".join(summary.words[at].text for at in words)
    return bare(stands).casefold() == bare(check.suggestion).casefold()


def words_to_put_in(check: Check, summary: Summary) -> str:
    """The suggestion as it would stand in the text: with the punctuation around the words there.

    With a capital too, where it begins a sentence; empty where nothing can be put in.
    """
    words = summary.words_of(check)
    if not check.suggestion or not words:
        return ""
    if check.kind is CheckKind.DIFFERS and not summary.has_words_of(check):
        return ""  # two decodings differ in times, too: a neighbour would go with it
    return as_it_would_stand(check.suggestion, words, summary)


def as_it_would_stand(meant: str, places: range, summary: Summary) -> str:
    """These words in place of others, with the punctuation and the capital of those."""
    first, last = summary.words[places.start].text, summary.words[places.stop - 1].text
    if _begins_sentence(places.start, summary):
        meant = _with_capital(meant)
    return put_for(meant, first, last)


def put_for(meant: str, first: str, last: str) -> str:
    """What was meant, with the punctuation around the words from `first` to `last`."""
    return opening_signs(first) + meant + last[len(last.rstrip(PUNCTUATION)) :]


def _with_capital(text: str) -> str:
    """The Dutch "'s ochtends" begins a sentence as "'s Ochtends"."""
    at = len("'s ") if text.startswith("'s ") else 0
    return text[:at] + text[at : at + 1].upper() + text[at + 1 :]


def _begins_sentence(at: int, summary: Summary) -> bool:
    begins_topic = any(passage.first == at for passage in summary.passages)
    return begins_topic or summary.words[at - 1].ends_sentence
