"""The sentences on screen: written in English in the code, shown in Dutch unless asked otherwise.

The Dutch stands in `resources/translations/nl.json`; a test holds it against every `tr()` literal.
"""

import json
import os
from collections.abc import Mapping
from functools import cache
from typing import Final

from naklank.foundation.paths import resource

LANGUAGE_VARIABLE: Final = "NAKLANK_LANGUAGE"


def tr(sentence: str) -> str:
    """The sentence in the language of the screen, its `{places}` still open."""
    if os.environ.get(LANGUAGE_VARIABLE, "nl") == "en":
        return sentence
    return _dutch().get(sentence, sentence)


def help_text() -> str:
    """The help in the language of the screen, as Markdown."""
    language = "en" if os.environ.get(LANGUAGE_VARIABLE, "nl") == "en" else "nl"
    return resource(f"help/{language}.md").read_text(encoding="utf-8")


@cache
def _dutch() -> Mapping[str, str]:
    catalogue: Mapping[str, str] = json.loads(
        resource("translations/nl.json").read_text(encoding="utf-8")
    )
    return catalogue
