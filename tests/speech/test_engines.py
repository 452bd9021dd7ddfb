"""All engines keep the same contract, on the same weights."""

from __future__ import annotations

import json
from difflib import SequenceMatcher
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from naklank.audio.reading import read_sound, resample
from naklank.audio.sound import Sound
from naklank.core.errors import ErrorCode, NaklankError
from naklank.speech.ct2_weights import openai_dimensions, openai_weights, read_weights
from naklank.speech.engine import SAMPLE_RATE, Engine
from naklank.speech.engines import ENGINES

# openai-whisper leaves its own vocabulary file open until it is collected.
pytestmark = pytest.mark.filterwarnings("ignore:.*multilingual.tiktoken")

if TYPE_CHECKING:
    from numpy.typing import NDArray

SECONDS = 4.4
"""The first three sentences of the sample up to a rest; openai-whisper needs ten times as long."""


@pytest.fixture(scope="module", params=sorted(ENGINES))
def engine(request: pytest.FixtureRequest, model: Path) -> Engine:
    name: str = request.param
    return ENGINES[name](model)


@pytest.fixture(scope="module")
def opening(sample: Sound) -> NDArray[np.float32]:
    return resample(sample, SAMPLE_RATE).samples[: round(SECONDS * SAMPLE_RATE)]


def test_an_engine_types_what_is_said(engine: Engine, opening: NDArray[np.float32]) -> None:
    segments = engine.decode(opening, "en")
    text = " ".join(segment.text for segment in segments)
    assert text.startswith("What is going on")
    assert "our blood pressure is too high" in text


def test_words_have_times_in_order_and_probabilities(
    engine: Engine, opening: NDArray[np.float32]
) -> None:
    words = [word for segment in engine.decode(opening, "en") for word in segment.words]
    assert len(words) >= 8
    starts = [word.start for word in words]
    assert starts == sorted(starts)
    for word in words:
        assert 0 <= word.start <= word.end <= SECONDS + 0.1
        assert 0 < word.probability <= 1
        assert word.text == word.text.strip() != ""
        # Nothing of NumPy may reach JSON.
        json.dumps([word.start, word.end, word.probability])


def test_all_engines_type_dutch_alike(model: Path, speech: Path) -> None:
    file = speech / "real" / "nathalie_01.flac"  # "Heeft een van beiden een hartaandoening …"
    samples = resample(read_sound(file), SAMPLE_RATE).samples
    first, *others = (
        " ".join(segment.text for segment in load(model).decode(samples, "nl"))
        for load in ENGINES.values()
    )
    for text in others:
        assert SequenceMatcher(a=first, b=text).ratio() > 0.9
    for text in (first, *others):
        assert "van beide" in text
        assert "of last van" in text


def test_every_weight_is_used_once(model: Path) -> None:
    weights = read_weights(model / "model.bin")
    mapped = openai_weights(weights)
    assert openai_dimensions(weights) == {
        "n_mels": 80,
        "n_audio_ctx": 1500,
        "n_vocab": 51865,
        "n_text_ctx": 448,
        "n_audio_layer": 6,
        "n_audio_state": 512,
        "n_audio_head": 8,
        "n_text_layer": 6,
        "n_text_state": 512,
        "n_text_head": 8,
    }
    # 74 million parameters is the published size of base; the zero key biases are not among them.
    assert sum(array.size for array in mapped.values()) == 72_593_920


def test_weights_of_another_format_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "model.bin"
    file.write_bytes((5).to_bytes(4, "little") + (3).to_bytes(2, "little") + b"Wh\0" + bytes(8))
    with pytest.raises(ValueError, match="5"):
        read_weights(file)


def test_a_model_that_cannot_be_loaded_is_said(tmp_path: Path) -> None:
    (tmp_path / "model.bin").write_bytes(b"not a model")
    with pytest.raises(NaklankError) as caught:
        ENGINES["faster-whisper"](tmp_path)
    assert caught.value.code is ErrorCode.ENGINE_UNUSABLE
