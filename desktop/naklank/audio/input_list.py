"""Which microphones are offered, and which one is meant by a name.

PortAudio lists each microphone once for every sound system (host API) that reaches it.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, field
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


_HARDWARE: Final = re.compile(r".*\((hw:\d+,\d+)\)")
"""How a name of PortAudio's ends for a device of ALSA's: "USB Audio (hw:1,0)"."""


@dataclass(frozen=True)
class InputList:
    """What PortAudio lists now, on which system, and what people call it."""

    hosts: Sequence[Info]
    devices: Sequence[Info]
    system: str = sys.platform
    labels: Mapping[str, str] = field(default_factory=dict)
    """By a device's name, or by its place in one, such as "hw:1,0"."""

    def offered(self) -> tuple[InputDevice, ...]:
        """The microphones a person can choose between; of two that look the same the first."""
        default = self._default()
        found: dict[str, InputDevice] = {}
        for one in self._for_people():
            device = InputDevice(
                one["name"], one is default, self._label(one["name"]), self.host_of(one)
            )
            found.setdefault(device.name, device)
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
        """The system's choice; the first microphone where that is none."""
        host = self._best_host()
        default = -1 if host is None else host["default_input_device"]
        chosen = (one for one in self.devices if one["index"] == default)
        return next(chosen, next(self._for_people(), None))

    def _for_people(self) -> Iterator[Info]:
        host = self._best_host()
        if host is None:
            return
        for one in self._inputs(host):
            if host["name"] != _ALSA or not NOT_FOR_PEOPLE.fullmatch(one["name"]):
                yield one

    def _label(self, name: str) -> str:
        place = _HARDWARE.fullmatch(name)
        return self.labels.get(place[1] if place else name, "")

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
