"""A practice that has the built app, and what its doctor does with it, by keys alone."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from naklank.audio.reading import read_sound
from support.empty_debian import HOME
from support.practice import PRACTICE

if TYPE_CHECKING:
    from pathlib import Path

    from support.empty_debian import EmptyDebian
    from support.stranger import Stranger
    from support.virtual_sound import VirtualSound

DATA = ".local/share/Naklank"
"""Below the home of each user."""


def set_up(debian: EmptyDebian, program: str, pack: str) -> None:
    """A practice that has the model."""
    debian.run(program, "models", "import", pack)
    settings = debian.inside(f"{HOME}/{DATA}/settings.json")
    settings.write_text(json.dumps({**PRACTICE, "checking.way": "checks"}))


def record(stranger: Stranger, server: VirtualSound, spoken: Path) -> None:
    """Agree, speak, stop, and see that the text stands."""
    stranger.wait_for("Wie is erbij?")
    stranger.press_until("a", "Naar inspreken", enabled=True)
    stranger.press_until("ctrl+Return", "Opname starten", enabled=True)
    stranger.press_until("ctrl+Return", "Spreek maar")
    server.speak(read_sound(spoken), "mic_a").wait()
    stranger.press("ctrl+Return")
    stranger.wait_for("Tekst klopt")


def save(stranger: Stranger, home: Path) -> None:
    """To a folder, through the dialog."""
    stranger.press_until("m", "Annuleren")
    stranger.press("ctrl+a")
    stranger.type(str(home))
    while stranger.sees("Annuleren"):  # the first Enter may only take a suggestion
        stranger.press("Return")
    stranger.wait_for("✓ In de map")


def go_on_with_what_waits(stranger: Stranger) -> None:
    """From a fresh start to the text that still has to be checked."""
    stranger.wait_for("Er staat nog een samenvatting")
    stranger.click("Nog hier: 1")
    stranger.press_until("ctrl+Return", "Tekst klopt")
