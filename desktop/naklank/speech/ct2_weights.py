"""The weights of a CTranslate2 Whisper model, and the same weights by openai-whisper's names.

The file format is CTranslate2's `model.bin`, binary version 6 (python/ctranslate2/specs/
model_spec.py of OpenNMT/CTranslate2): little endian; names with a closing zero; for each variable
its shape, type and bytes.
"""

from __future__ import annotations

import struct
from typing import IO, TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path
    from typing import Any

    from numpy.typing import NDArray

    Array = NDArray[Any]

BINARY_VERSION: Final = 6
_DTYPES: Final = ("float32", "int8", "int16", "int32", "float16")
"""NumPy's names in the order of CTranslate2's type numbers."""

_HEAD_SIZE: Final = 64
"""Values for each attention head, in every size of Whisper."""

_ATTENTION_PARTS: Final = {
    "self_attention": ("attn", (("linear_0", ("query", "key", "value")), ("linear_1", ("out",)))),
    "attention": (
        "cross_attn",
        (("linear_0", ("query",)), ("linear_1", ("key", "value")), ("linear_2", ("out",))),
    ),
}
"""CTranslate2 fuses projections that openai-whisper keeps apart: which stand in which block."""

_PLAIN_NAMES: Final = (
    ("encoder/conv1/", "encoder.conv1."),
    ("encoder/conv2/", "encoder.conv2."),
    ("encoder/layer_norm/", "encoder.ln_post."),
    ("decoder/layer_norm/", "decoder.ln."),
)
_LAYER_NAMES: Final = (
    ("self_attention/layer_norm/", "attn_ln."),
    ("attention/layer_norm/", "cross_attn_ln."),
    ("ffn/layer_norm/", "mlp_ln."),
    ("ffn/linear_0/", "mlp.0."),
    ("ffn/linear_1/", "mlp.2."),
)
_ENDS: Final = {"gamma": "weight", "beta": "bias", "weight": "weight", "bias": "bias"}


def read_weights(file: Path) -> dict[str, Array]:
    """All variables of a `model.bin` by CTranslate2's names, in the shape and type of the file.

    Raises ValueError for another format.
    """
    with file.open("rb") as stream:
        (version,) = _unpack(stream, "<I")
        _specification = _name(stream)
        _revision, count = _unpack(stream, "<II")
        if version != BINARY_VERSION:
            raise ValueError(version)
        return dict(_variable(stream) for _ in range(count))


def _variable(stream: IO[bytes]) -> tuple[str, Array]:
    import numpy as np

    name = _name(stream)
    (rank,) = _unpack(stream, "<B")
    shape = _unpack(stream, f"<{rank}I")
    dtype, size = _unpack(stream, "<BI")
    array = np.frombuffer(bytearray(stream.read(size)), dtype=_DTYPES[dtype])
    return name, array.reshape(shape)


def _name(stream: IO[bytes]) -> str:
    (length,) = _unpack(stream, "<H")
    return stream.read(length)[:-1].decode("ascii")


def _unpack(stream: IO[bytes], layout: str) -> tuple[int, ...]:
    return struct.unpack(layout, stream.read(struct.calcsize(layout)))


def openai_dimensions(weights: Mapping[str, Array]) -> dict[str, int]:
    """The fields of openai-whisper's ModelDimensions, read off the weights' shapes."""
    vocabulary, state = weights["decoder/embeddings/weight"].shape
    sizes = {
        "n_mels": weights["encoder/conv1/weight"].shape[1],
        "n_audio_ctx": weights["encoder/position_encodings/encodings"].shape[0],
        "n_vocab": vocabulary,
        "n_text_ctx": weights["decoder/position_encodings/encodings"].shape[0],
    }
    for part, room in (("audio", "encoder"), ("text", "decoder")):
        layers = {name.split("/")[1] for name in weights if name.startswith(f"{room}/layer_")}
        sizes[f"n_{part}_layer"] = len(layers - {"layer_norm"})
        sizes[f"n_{part}_state"] = state
        sizes[f"n_{part}_head"] = state // _HEAD_SIZE
    return sizes


def openai_weights(weights: Mapping[str, Array]) -> dict[str, Array]:
    """The same weights by openai-whisper's names, in 32-bit floats, every one of them used once."""
    import numpy as np

    named = {
        "encoder.positional_embedding": weights["encoder/position_encodings/encodings"],
        "decoder.positional_embedding": weights["decoder/position_encodings/encodings"],
        "decoder.token_embedding.weight": weights["decoder/embeddings/weight"],
    }
    for name, array in weights.items():
        if "/" in name and name.rsplit("/", 1)[1] in _ENDS:
            named.update(_renamed(name, array))
    # The key projection has no bias in openai-whisper; CTranslate2 stores zeros for it.
    return {
        name: np.ascontiguousarray(array, dtype=np.float32)
        for name, array in named.items()
        if not name.endswith(".key.bias")
    }


def _renamed(name: str, array: Array) -> Iterator[tuple[str, Array]]:
    """One CTranslate2 variable as one, two or three of openai-whisper's."""
    path, end = name.rsplit("/", 1)
    for theirs, ours in _PLAIN_NAMES:
        if name.startswith(theirs):
            yield ours + _ENDS[end], array
            return
    room, layer, *rest = path.split("/")
    if not layer.startswith("layer_") or not rest:
        return
    block = f"{room}.blocks.{layer.removeprefix('layer_')}."
    for theirs, ours in _LAYER_NAMES:
        if "/".join(rest) + "/" == theirs:
            yield block + ours + _ENDS[end], array
            return
    yield from _unfused(block, rest, _ENDS[end], array)


def _unfused(block: str, rest: list[str], end: str, array: Array) -> Iterator[tuple[str, Array]]:
    """The projections of one fused attention block."""
    import numpy as np

    attention, linear = rest
    name, blocks = _ATTENTION_PARTS[attention]
    projections = dict(blocks)[linear]
    for projection, part in zip(projections, np.split(array, len(projections)), strict=True):
        yield f"{block}{name}.{projection}.{end}", part
