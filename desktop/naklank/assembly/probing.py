"""The self-test put together from what each room can tell of itself."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from naklank.assembly.job import read_sample
from naklank.audio.probing import microphone_probe, output_probe
from naklank.computer.probing import (
    clock_probe,
    disk_probe,
    encryption_probe,
    free_memory,
    memory_probe,
    remote_probe,
    versions_probe,
)
from naklank.computer.silence import NetworkWatch
from naklank.core.selftest import Finding, Item, Outcome, Probe
from naklank.foundation.disk import free_space
from naklank.foundation.paths import data_folder
from naklank.speech.models.stand_in import typing_model
from naklank.speech.probing import SpeechProbes
from naklank.storage.probing import keyring_probe, settings_probe

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from naklank.audio.sound_card import SoundCard
    from naklank.core.errors import NaklankError
    from naklank.core.keys import KeyPlace
    from naklank.core.ports.hand_over import Printer, Sticks
    from naklank.core.settings import Settings
    from naklank.speech.models.shelf import FolderModelShelf
    from naklank.storage.keys import KeyStore


@dataclass(frozen=True, slots=True)
class Parts:
    """What is looked at."""

    card: SoundCard
    stores: Mapping[KeyPlace, KeyStore]
    shelf: FolderModelShelf
    printer: Printer
    sticks: Sticks
    settings: Callable[[], Settings]
    now: Callable[[], datetime]


def all_probes(parts: Parts, problems: Sequence[NaklankError]) -> tuple[Probe, ...]:
    """One for each item, in their order; `problems` is what was wrong with the settings."""
    watch = NetworkWatch()

    def chosen_model() -> str:
        return parts.settings().typing.model

    def needed() -> int:
        models = {one.model.name: one.model.memory for one in parts.shelf.models()}
        return models.get(chosen_model(), min(models.values()))

    def folder() -> Path:
        return Path(parts.settings().keeping.folder or data_folder())

    speech = SpeechProbes(
        lambda: typing_model(parts.shelf.ready, chosen_model()),
        read_sample,
        lambda: free_memory() >= needed(),
        watch.hear,
    )
    return (
        microphone_probe(parts.card, lambda: parts.settings().microphone),
        output_probe(parts.card),
        speech.model(),
        memory_probe(needed),
        speech.engine(),
        disk_probe(lambda: free_space(folder())),
        encryption_probe(folder),
        keyring_probe(parts.stores, lambda: parts.settings().keeping.keys),
        _printer_probe(parts.printer),
        _stick_probe(parts.sticks),
        clock_probe(parts.now),
        remote_probe(),
        settings_probe(problems),
        watch.probe(),
        versions_probe(),
    )


def _printer_probe(printer: Printer) -> Probe:
    def find(_stopped: object) -> Finding:
        names = printer.names()
        outcome = Outcome.PRINTER_THERE if names else Outcome.PRINTER_MISSING
        return Finding(Item.PRINTER, outcome, {"count": len(names)}, names)

    return Probe(Item.PRINTER, find)


def _stick_probe(sticks: Sticks) -> Probe:
    def find(_stopped: object) -> Finding:
        found = sticks.plugged_in()
        outcome = Outcome.STICK_THERE if found else Outcome.STICK_NONE
        names = tuple(stick.name for stick in found)
        return Finding(Item.STICK, outcome, {"count": len(found)}, names)

    return Probe(Item.STICK, find)
