"""The same voice, slower or faster."""

from __future__ import annotations

from typing import TYPE_CHECKING

from naklank.audio.sound import Sound

if TYPE_CHECKING:
    import av
    import numpy as np
    from numpy.typing import NDArray


def at_speed(sound: Sound, speed: float) -> Sound:
    """The sound at 0.75 to 1.5 times its speed, at the same pitch."""
    import av
    import numpy as np

    if speed == 1 or not len(sound.samples):
        return sound
    graph = av.filter.Graph()
    graph.link_nodes(
        graph.add_abuffer(sample_rate=sound.rate, format="flt", layout="mono"),
        graph.add("atempo", str(speed)),
        graph.add("abuffersink"),
    ).configure()
    frame = av.AudioFrame.from_ndarray(sound.samples[np.newaxis], format="flt", layout="mono")
    frame.sample_rate = sound.rate
    graph.push(frame)
    graph.push(None)
    return Sound(np.concatenate([np.empty(0, np.float32), *_pulled(graph)]), sound.rate)


def _pulled(graph: av.filter.Graph) -> list[NDArray[np.float32]]:
    import av

    pieces = []
    while True:
        try:
            pieces.append(graph.pull().to_ndarray()[0])
        except (av.EOFError, av.BlockingIOError):
            return pieces
