"""Whisper on CTranslate2, 8-bit integers: the engine of daily use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from naklank.core.errors import ErrorCode, NaklankError
from naklank.speech.words import RawWord, to_segment

if TYPE_CHECKING:
    from pathlib import Path

    from naklank.core.transcript import Language, Segment
    from naklank.speech.engine import Samples

TEMPERATURES: Final = (0.0, 0.2, 0.4)
"""Capped: higher ones invent more than they repair."""


class FasterWhisper:
    """Whisper by faster-whisper, sequential.

    The batched pipeline is not used: it loses and translates Dutch (SYSTRAN/faster-whisper#1179).
    """

    def __init__(self, model: Path) -> None:
        try:
            from faster_whisper import WhisperModel
        except ImportError as error:
            raise NaklankError(ErrorCode.ENGINE_MISSING, engine="faster-whisper") from error
        try:
            self._model = WhisperModel(
                str(model), device="cpu", compute_type="int8", local_files_only=True
            )
        except (RuntimeError, ValueError) as error:
            raise NaklankError(ErrorCode.ENGINE_UNUSABLE, engine="faster-whisper") from error

    def decode(self, samples: Samples, language: Language) -> tuple[Segment, ...]:
        segments, _info = self._model.transcribe(
            samples,
            language=language,
            beam_size=5,
            temperature=TEMPERATURES,
            condition_on_previous_text=False,
            word_timestamps=True,
        )
        found = (
            to_segment(
                RawWord(word.start, word.end, word.word, word.probability)
                for word in segment.words or ()
            )
            for segment in segments
        )
        return tuple(segment for segment in found if segment is not None)
