"""The fixed words of the page, from the one resource that holds them."""

import json
from typing import Any

from naklank.core.sheet_making import SheetTexts
from naklank.core.transcript import Language
from naklank.foundation.paths import resource


def read_sheet_texts(language: Language) -> SheetTexts:
    """The words in one language."""
    raw: dict[str, Any] = json.loads(resource(f"sheet/{language}.json").read_text(encoding="utf-8"))
    lists = {name: tuple(value) for name, value in raw.items() if isinstance(value, list)}
    return SheetTexts(**{**raw, **lists, "language": language})
