"""OpenAI's own Whisper, on the same weights: the reference."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from naklank.core.errors import ErrorCode, NaklankError
from naklank.speech.ct2_weights import openai_dimensions, openai_weights, read_weights
from naklank.speech.engine import DECODING, FIRST_WAY
from naklank.speech.words import RawWord, to_segments

if TYPE_CHECKING:
    from pathlib import Path

    from naklank.core.transcript import Language, Segment
    from naklank.speech.engine import Samples, Way


class OpenaiWhisper:
    """Whisper by openai-whisper, given the checked CTranslate2 weights in memory.

    No second set of weights has to be fetched or trusted, and nothing is unpickled.
    """

    def __init__(self, model: Path) -> None:
        try:
            import torch
            from whisper.model import ModelDimensions, Whisper
        except ImportError as error:
            raise NaklankError(ErrorCode.ENGINE_MISSING, engine="openai-whisper") from error
        weights = read_weights(model / "model.bin")
        self._model = Whisper(ModelDimensions(**openai_dimensions(weights)))
        self._model.load_state_dict(
            {name: torch.from_numpy(array) for name, array in openai_weights(weights).items()}
        )
        heads = json.loads((model / "config.json").read_text(encoding="utf-8"))["alignment_heads"]
        mask = torch.zeros(self._model.dims.n_text_layer, self._model.dims.n_text_head)
        for layer, head in heads:
            mask[layer, head] = 1
        self._model.register_buffer("alignment_heads", mask.bool().to_sparse(), persistent=False)
        self._model.eval()

    def decode(
        self, samples: Samples, language: Language, way: Way = FIRST_WAY
    ) -> tuple[Segment, ...]:
        import whisper

        result = whisper.transcribe(
            self._model,
            samples,
            language=language,
            fp16=False,
            beam_size=way.beam_size,
            initial_prompt=" ".join(way.hotwords) or None,
            logprob_threshold=None,
            **DECODING,
        )
        return to_segments(
            [
                RawWord(word["start"], word["end"], word["word"], word["probability"])
                for word in segment["words"]
            ]
            for segment in result["segments"]
        )
