"""What the sound server of Linux (PulseAudio, or PipeWire in its place) alone knows.

A server that hangs never answers: ask `within` some time.
"""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING, Final

from naklank.audio.hands_free import is_by_properties
from naklank.audio.sound_card import OutputState

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pulsectl import Pulse, PulseSinkInfo, PulseSinkInputInfo, PulseSourceOutputInfo

DUMMY: Final = "auto_null"
"""The sink that the server makes up where there is none; nobody hears it."""


def output_state() -> OutputState:
    """Whether our own stream sounds, or else whether the default output would.

    Raises an error of pulsectl's or OSError where no sound server answers.
    """
    with _server() as server:
        ours = _of_this_process(server.sink_input_list())
        default = server.server_info().default_sink_name
        for sink in server.sink_list():
            if (sink.index == ours.sink) if ours else (sink.name == default):
                return _state(sink, ours)
        return OutputState.NONE


def input_source() -> int | None:
    """The index of the source that we record from; None without a stream.

    Raises as `output_state` does.
    """
    with _server() as server:
        ours = _of_this_process(server.source_output_list())
        return None if ours is None else int(ours.source)


def is_input_hands_free() -> bool | None:
    """Whether we record from a Bluetooth headset as from a telephone; None without a stream.

    Raises as `output_state` does.
    """
    with _server() as server:
        ours = _of_this_process(server.source_output_list())
        source = next((s for s in server.source_list() if ours and s.index == ours.source), None)
        if source is None:
            return None
        cards = (card for card in server.card_list() if card.index == source.card)
        profiles = (card.profile_active.name for card in cards if card.profile_active)
        return is_by_properties(source.proplist, next(profiles, ""), source.sample_spec.rate)


def default_source() -> str:
    """What people call the microphone that is the system's choice.

    Raises as `output_state` does.
    """
    with _server() as server:
        default = server.server_info().default_source_name
        return next((one.description for one in server.source_list() if one.name == default), "")


def _state(sink: PulseSinkInfo, ours: PulseSinkInputInfo | None) -> OutputState:
    if sink.name == DUMMY:
        return OutputState.NONE
    parts = (sink, ours) if ours else (sink,)
    silent = any(part.mute or not part.volume.value_flat for part in parts)
    return OutputState.MUTED if silent else OutputState.SOUNDING


def _of_this_process(
    streams: Iterable[PulseSinkInputInfo | PulseSourceOutputInfo],
) -> PulseSinkInputInfo | PulseSourceOutputInfo | None:
    own = str(os.getpid())
    return next((s for s in streams if s.proplist.get("application.process.id") == own), None)


@contextlib.contextmanager
def _server() -> Iterator[Pulse]:
    import pulsectl

    with pulsectl.Pulse("naklank", connect=False) as server:
        server.connect(autospawn=False)  # given a time it always waits all of it
        yield server
