"""What a doctor reads out for the opening and closing, from the one resource that holds it."""

import json
from collections.abc import Mapping
from typing import Final

from naklank.core.transcript import Language
from naklank.core.voice import VoicePart
from naklank.foundation.paths import resource

PAUSE: Final = " … "
"""Stands between two words that are read with a pause."""


def read_voice_texts(language: Language) -> Mapping[VoicePart, str]:
    """What to read for each part; "{doctor}" is for the caller to fill in."""
    raw: dict[str, str | list[str]] = json.loads(
        resource(f"voice/{language}.json").read_text(encoding="utf-8")
    )
    return {
        part: text if isinstance(text := raw[part.value], str) else PAUSE.join(text)
        for part in VoicePart
    }
