"""`naklank selftest`: whether all works on this computer, and what to do where it does not."""

from __future__ import annotations

import json
from datetime import datetime
from functools import partial
from threading import Event
from typing import TYPE_CHECKING, Any

from naklank.core.selftest import is_bad, look
from naklank.translation import tr

if TYPE_CHECKING:
    import argparse

    from naklank.cli.models import Console
    from naklank.core.selftest import Probe


def add_selftest_command(commands: Any, console: Console) -> None:  # noqa: ANN401 - argparse keeps the type private
    """Add `selftest` to the command line."""
    purpose = tr("Test microphone, typing, keyring, printer and more; half a minute.")
    command: argparse.ArgumentParser = commands.add_parser(
        "selftest", help=purpose, description=purpose
    )
    command.add_argument("--json", action="store_true", help=tr("print one JSON object"))
    command.set_defaults(run=partial(_run, console))


def _run(console: Console, options: argparse.Namespace) -> int:
    """1 where something is bad."""
    from naklank.sentences.selftest import as_json, item_name, report

    console.report(tr("Speak for two seconds: the microphone listens, and nothing is kept."))
    findings = []
    for probe in _probes():
        console.report(tr("Looking at: {item}.").format(item=item_name(probe.item)))
        findings.append(look(probe, Event()))
    if options.json:
        console.tell(json.dumps(as_json(findings), ensure_ascii=False))
    else:
        console.tell(report(findings, datetime.now().astimezone()))
    return int(is_bad(findings))


def _probes() -> tuple[Probe, ...]:
    """Of the devices and places that the window uses."""
    from naklank.assembly.installation import key_stores, local_time, settings_store
    from naklank.assembly.job import model_shelf
    from naklank.assembly.probing import Parts, all_probes
    from naklank.audio.portaudio import PortAudio
    from naklank.computer.microphone_rights import is_denied
    from naklank.handover.sticks import PluggedSticks
    from naklank.ui.printer import SystemPrinter

    loaded = settings_store().loaded
    parts = Parts(
        PortAudio(is_denied=is_denied),
        key_stores(),
        model_shelf(lambda: loaded.settings.typing.model),
        SystemPrinter(),
        PluggedSticks(),
        lambda: loaded.settings,
        local_time,
    )
    return all_probes(parts, loaded.problems)
