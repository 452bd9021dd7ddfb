"""What is needed of the rooms beside us to record and keep a doctor's voice, as protocols."""

from collections.abc import Mapping
from typing import Protocol

from naklank.core.recording import SoundFile
from naklank.core.voice import Clip, Voice, VoiceOwner, VoicePart


class VoiceStore(Protocol):
    """The voices of doctors on this computer, encrypted.

    All but the scratch may take seconds: never on the main thread.
    """

    def scratch(self) -> SoundFile:
        """Where a part is recorded before it is cut, under a key that is kept nowhere.

        What an earlier one left is removed. Raises DISK_FULL or DATA_NOT_WRITABLE.
        """
        ...

    def clear_scratch(self) -> None:
        """Nothing of it is left; no error when it was gone."""
        ...

    def owners(self) -> Mapping[VoiceOwner, frozenset[VoicePart]]:
        """Of whom something can be read, and which parts. Raises KEYS_UNAVAILABLE when in doubt."""
        ...

    def load(self, owner: VoiceOwner) -> Voice:
        """Everything of somebody; empty where nothing is. Raises KEYS_UNAVAILABLE when in doubt."""
        ...

    def put(self, owner: VoiceOwner, part: VoicePart, clips: tuple[Clip, ...]) -> None:
        """Keep a part in the place of an earlier one, which nobody can read any more.

        Raises DISK_FULL, DATA_NOT_WRITABLE or KEYS_UNAVAILABLE.
        """
        ...

    def delete(self, owner: VoiceOwner) -> None:
        """Remove the key, and then the file. Raises KEYS_UNAVAILABLE while it may be there."""
        ...


class VoiceCutter(Protocol):
    """Cuts what a doctor has read into its pieces. Takes a second: never on the main thread."""

    def cut(self, file: SoundFile, part: VoicePart) -> tuple[Clip, ...]:
        """As many pieces as the part has, evened, in the order in which they were said.

        Raises VOICE_NOT_HEARD, VOICE_PIECES, NO_SUCH_FILE, FILE_NOT_READABLE or
        RECORDING_UNREADABLE.
        """
        ...
