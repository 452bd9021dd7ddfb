"""From text to checks by the risk rules: the places that must be confirmed by ear.

What leaves no risk word in the text is found by what the engine doubts (`doubts.py`).
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from naklank.core.alignment import bare
from naklank.core.checks import Check, CheckKind, in_order
from naklank.core.ports.language import Lexicon
from naklank.core.risk_rules import RISK_RULES
from naklank.core.rule_notation import TAKEN, code, compiled
from naklank.core.transcript import Dropped, Transcript, Word


def find_checks(transcript: Transcript, lexicon: Lexicon) -> tuple[Check, ...]:
    """The checks of a transcript, in the order of the sound."""
    checks = [
        *word_checks(transcript.words, lexicon),
        *(Check(CheckKind.UNCOVERED, "", gap.start, gap.end) for gap in transcript.uncovered),
        *(_dropped(it) for it in transcript.dropped),
    ]
    return in_order(checks)


def _dropped(it: Dropped) -> Check:
    return Check(CheckKind.UNSUPPORTED, it.text, it.start, it.end, reason=it.reason)


def word_checks(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Check]:
    """Rule by rule, each over the words that no earlier rule has taken."""
    codes = [code(word, lexicon) for word in words]
    for kind, pattern in _patterns():
        line = "".join(codes)
        for match in pattern.finditer(line):
            first = line.count("<", 0, match.start("check"))
            last = line.count("<", 0, match.end("check"))
            text = bare(" ".join(word.text for word in words[first:last]))
            yield Check(kind, text, words[first].start, words[last - 1].end)
            codes[first:last] = [f"<{TAKEN}>"] * (last - first)


@cache
def _patterns() -> tuple[tuple[CheckKind, re.Pattern[str]], ...]:
    return tuple((rule.kind, compiled(rule)) for rule in RISK_RULES)
