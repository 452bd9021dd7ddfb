"""A flow that plays a session's sound on the real sound card and saves as the app does."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from naklank.audio.player import SoundCardPlayer
from naklank.core.keys import KeyPlace
from naklank.storage.keys import MemoryKeys
from naklank.storage.session_store import FolderSessionStore
from naklank.storage.vault import Vault
from naklank.workflow.listening_flow import ListeningFlow
from naklank.workflow.session_controller import SessionController

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from naklank.audio.portaudio import PortAudio
    from naklank.core.recording import SoundFile
    from naklank.core.session import Session
    from naklank.core.settings import Checking


class Store(FolderSessionStore):
    """Saves as the app does; the sound lies ready."""

    def __init__(self, folder: Path, file: SoundFile) -> None:
        keys = MemoryKeys()
        super().__init__(lambda: (folder,), Vault({keys.place: keys}, lambda: KeyPlace.MEMORY))
        self._file = file

    def sound_file(self, _identity: str, _take: int) -> SoundFile:
        return self._file


@contextlib.contextmanager
def listening(
    folder: Path, file: SoundFile, session: Session, card: PortAudio, checking: Checking
) -> Iterator[tuple[ListeningFlow, SessionController]]:
    """The flow with that session open, and whoever holds the session; closed at the end."""
    player = SoundCardPlayer(card)
    controller = SessionController(Store(folder, file), lambda: datetime.now(UTC))
    flow = ListeningFlow(controller, player, lambda: checking)
    controller.open(session)
    try:
        yield flow, controller
    finally:
        flow.close()
        player.close()
