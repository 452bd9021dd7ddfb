"""Whisper on CTranslate2, 8-bit integers: the engine of daily use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from naklank.core.errors import ErrorCode, NaklankError
from naklank.speech.engine import DECODING, FIRST_WAY
from naklank.speech.words import RawWord, to_segments

if TYPE_CHECKING:
    from pathlib import Path

    from naklank.core.transcript import Language, Segment
    from naklank.speech.engine import Samples, Way


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

    def decode(
        self, samples: Samples, language: Language, way: Way = FIRST_WAY
    ) -> tuple[Segment, ...]:
        segments, _info = self._model.transcribe(
            samples,
            language=language,
            beam_size=way.beam_size,
            hotwords=" ".join(way.hotwords) or None,
            log_prob_threshold=None,
            **DECODING,
        )
        return to_segments(
            [RawWord(word.start, word.end, word.word, word.probability) for word in words or ()]
            for words in (segment.words for segment in segments)
        )
