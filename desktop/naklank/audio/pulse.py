"""What the sound server of Linux (PulseAudio, or PipeWire in its place) alone knows.

A server that hangs never answers: ask `within` some time.
"""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from naklank.audio.hands_free import is_by_properties
from naklank.audio.sound_card import OutputState

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pulsectl import (
        Pulse,
        PulseSinkInfo,
        PulseSinkInputInfo,
        PulseSourceInfo,
        PulseSourceOutputInfo,
    )

STAND_INS: Final = frozenset({"default", "pulse", "pipewire"})
"""What ALSA calls the microphone that the sound server has chosen."""

DUMMY: Final = "auto_null"
"""The sink that the server makes up where there is none; nobody hears it."""


@dataclass(frozen=True)
class KnownInputs:
    """Inputs by the names that PortAudio lists, or by the place "hw:0,0" in such a name."""

    labels: Mapping[str, str] = field(default_factory=dict)
    """What people call them."""
    echoes: frozenset[str] = frozenset()
    """Those that are no microphone: they give what an output plays."""


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


def known_inputs() -> KnownInputs:
    """What the server knows behind the names of inputs that PortAudio lists.

    A monitor gives what an output plays, and becomes the system's choice where no microphone is;
    one that was remapped is a source of its own. Raises as `output_state` does.
    """
    from pulsectl import _pulsectl

    with _server() as server:
        sources, default = server.source_list(), server.server_info().default_source_name
    microphones = [one for one in sources if one.monitor_of_sink == _pulsectl.PA_INVALID]
    labels = {name: one.description for one in microphones for name in _names(one)}
    chosen = next((one.description for one in microphones if one.name == default), "")
    monitors = [one for one in sources if one not in microphones]
    echoes = {name for one in monitors for name in (one.name, one.description)}
    if not microphones or default in echoes:
        echoes |= STAND_INS
    return KnownInputs(labels | dict.fromkeys(STAND_INS, chosen), frozenset(echoes))


def _names(source: PulseSourceInfo) -> Iterator[str]:
    """Its own, and its place among ALSA's cards."""
    yield source.name
    card, device = source.proplist.get("alsa.card"), source.proplist.get("alsa.device")
    if card and device:
        yield f"hw:{card},{device}"


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
