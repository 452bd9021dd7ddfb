"""What can go wrong, as codes: the sentences live in `naklank.sentences.failures`."""

import errno
from enum import Enum


class ErrorCode(Enum):
    """Each failure a person can meet."""

    NO_SUCH_FILE = "no_such_file"
    FILE_NOT_READABLE = "file_not_readable"
    NOT_SOUND = "not_sound"
    SOUND_DAMAGED = "sound_damaged"
    SOUND_TOO_LONG = "sound_too_long"
    RECORDING_UNREADABLE = "recording_unreadable"
    RECORDING_NOT_KEPT = "recording_not_kept"
    NO_SPEECH = "no_speech"
    FOLDER_NOT_WRITABLE = "folder_not_writable"
    DATA_NOT_WRITABLE = "data_not_writable"
    DISK_FULL = "disk_full"
    KEYS_UNAVAILABLE = "keys_unavailable"
    MODEL_MISSING = "model_missing"
    MODEL_DAMAGED = "model_damaged"
    MODEL_REPLACED = "model_replaced"
    """No failure of the typing: another model types in the place of the chosen one."""
    MODEL_FOREIGN = "model_foreign"
    MODEL_UNKNOWN = "model_unknown"
    MODEL_IN_USE = "model_in_use"
    MODEL_SHARED = "model_shared"
    MODEL_NOT_FETCHED = "model_not_fetched"
    ENGINE_MISSING = "engine_missing"
    ENGINE_UNUSABLE = "engine_unusable"
    ENGINE_DIED = "engine_died"
    ENGINE_HUNG = "engine_hung"
    MICROPHONE_MISSING = "microphone_missing"
    MICROPHONE_BUSY = "microphone_busy"
    MICROPHONE_DEAD = "microphone_dead"
    MICROPHONE_DENIED = "microphone_denied"
    MICROPHONE_LOST = "microphone_lost"
    COMPUTER_SLEPT = "computer_slept"
    NOTHING_HEARD = "nothing_heard"
    NO_OUTPUT = "no_output"
    OUTPUT_MUTED = "output_muted"
    VOICE_NOT_HEARD = "voice_not_heard"
    VOICE_PIECES = "voice_pieces"
    """A row of words was not cut into as many as there are days or months."""
    VOICE_MISSING = "voice_missing"
    """No failure of the making: the sound goes home without opening and closing."""
    NO_PRINTER = "no_printer"
    PRINTING_FAILED = "printing_failed"
    STICK_FULL = "stick_full"
    STICK_READ_ONLY = "stick_read_only"
    STICK_GONE = "stick_gone"
    STICK_SWAPPED = "stick_swapped"
    STICK_DIFFERS = "stick_differs"
    STICK_NOT_EJECTED = "stick_not_ejected"
    """No failure of the writing: all stands on it, and the user must let go of it."""
    LOGO_UNUSABLE = "logo_unusable"
    TEMPLATE_GONE = "template_gone"
    TEMPLATE_NOT_WORD = "template_not_word"
    TEMPLATE_NOT_WHOLE = "template_not_whole"
    """It shows or starts what is not in the file itself."""
    TEMPLATE_FIELD_UNKNOWN = "template_field_unknown"
    TEMPLATE_FAULTY = "template_faulty"
    TEMPLATE_INCOMPLETE = "template_incomplete"
    CLOCK_WRONG = "clock_wrong"
    """No failure of the hand-over, which goes on without a seal; so with the two that follow."""
    NOT_SEALED = "not_sealed"
    SEAL_DAMAGED = "seal_damaged"
    PHRASE_SHORT = "phrase_short"
    PHRASE_WRONG = "phrase_wrong"
    BACKUP_FOREIGN = "backup_foreign"
    ROOT_NOT_HERE = "root_not_here"
    CERTIFICATE_FOREIGN = "certificate_foreign"
    SETTINGS_BROKEN = "settings_broken"
    SETTINGS_NEWER = "settings_newer"
    """A newer version wrote values that this one does not know; they are kept for it."""
    POLICY_BROKEN = "policy_broken"
    ALREADY_OPEN = "already_open"
    NO_SCREEN = "no_screen"
    OUTPUT_LOST = "output_lost"
    CANCELLED = "cancelled"
    UNFORESEEN = "unforeseen"


class NaklankError(Exception):
    """A failure with its code and the facts its sentence needs.

    `details` name files, folders, hashes and engines; never what was said.
    """

    def __init__(self, code: ErrorCode, **details: str) -> None:
        super().__init__(code.value)
        self.code = code
        self.details = details

    def __reduce__(self) -> tuple[object, ...]:
        """Keep the details when the error crosses a process border."""
        return (_rebuild, (self.code, self.details))


def writing_failed(error: OSError, otherwise: ErrorCode, folder: object) -> NaklankError:
    """DISK_FULL where the system says that the disk or the user's share of it is full."""
    full = error.errno in (errno.ENOSPC, errno.EDQUOT)
    return NaklankError(ErrorCode.DISK_FULL if full else otherwise, folder=str(folder))


def _rebuild(code: ErrorCode, details: dict[str, str]) -> NaklankError:
    return NaklankError(code, **details)
