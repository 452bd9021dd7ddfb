"""Which microphones are offered, and which one is meant by a name.

PortAudio lists each microphone once for every sound system (host API) that reaches it.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from naklank.core.ports.sound import InputDevice

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from naklank.core.recording import InputName

    Info = Mapping[str, Any]
    """A device or a host API, as sounddevice tells of it."""

HOSTS: Final[dict[str, tuple[str, ...]]] = {
    # MME, which PortAudio takes by itself, cuts a name off behind 31 characters (MAXPNAMELEN in
    # Windows' mmeapi.h), so that two microphones may get the same one.
    "win32": ("Windows WASAPI", "Windows DirectSound", "MME"),
    "darwin": ("Core Audio",),
    "linux": ("ALSA",),
}
"""The sound systems of each system, the best one first; only one of them is offered."""

WASAPI: Final = HOSTS["win32"][0]
_ALSA: Final = HOSTS["linux"][0]

NOT_FOR_PEOPLE: Final = re.compile(
    r"a52|dmix|dsnoop|front|hdmi|iec958|jack|lavrate|modem|null|oss|phoneline|pipewire|pulse|rear|"
    r"samplerate|side|spdif|speex|speexrate|surround\d\d|sysdefault|upmix|usbstream|vdownmix"
)
"""ALSA's plugins: other ways to a microphone that stands in the list already, or to none."""


@dataclass(frozen=True)
class InputList:
    """What PortAudio lists now, on which system."""

    hosts: Sequence[Info]
    devices: Sequence[Info]
    system: str = sys.platform

    def offered(self) -> tuple[InputDevice, ...]:
        """The microphones a person can choose between; of two that look the same the first."""
        host = self._best_host()
        if host is None:
            return ()
        default = host["default_input_device"]
        found: dict[str, InputDevice] = {}
        for one in self._inputs(host):
            if host["name"] != _ALSA or not NOT_FOR_PEOPLE.fullmatch(one["name"]):
                is_default = one["index"] == default
                found.setdefault(
                    one["name"], InputDevice(one["name"], is_default, host=host["name"])
                )
        return tuple(found.values())

    def find(self, wanted: InputName) -> Info | None:
        """By name and host, else by its name alone; an empty name is the default."""
        if not wanted.name:
            return self._default()
        named = [one for one in self._ranked() if one["name"] == wanted.name]
        same_host = (one for one in named if self.host_of(one) == wanted.host)
        return next(same_host, next(iter(named), None))

    def host_of(self, device: Info) -> str:
        """The name of the sound system that lists this device."""
        return str(self.hosts[device["hostapi"]]["name"])

    def _default(self) -> Info | None:
        host = self._best_host()
        default = -1 if host is None else host["default_input_device"]
        return next((one for one in self.devices if one["index"] == default), None)

    def _best_host(self) -> Info | None:
        return next((host for host in self._ranked_hosts() if any(self._inputs(host))), None)

    def _ranked(self) -> Iterator[Info]:
        for host in self._ranked_hosts():
            yield from self._inputs(host)

    def _ranked_hosts(self) -> list[Info]:
        ranks = {name: rank for rank, name in enumerate(HOSTS.get(self.system, ()))}
        return sorted(self.hosts, key=lambda host: ranks.get(host["name"], len(ranks)))

    def _inputs(self, host: Info) -> Iterator[Info]:
        members = set(host["devices"])
        for one in self.devices:
            if one["index"] in members and one["max_input_channels"] > 0:
                yield one
