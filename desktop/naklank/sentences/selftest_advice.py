"""What to do about each thing that the self-test finds and that is not good."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from naklank.core.selftest import Outcome
from naklank.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable

ADVICE: Final[dict[Outcome, Callable[[], str]]] = {
    Outcome.NOT_KNOWN: lambda: tr(
        "Run the self-test once more. If it stays so, ask whoever manages this computer."
    ),
    Outcome.MICROPHONE_QUIET: lambda: tr(
        "Run the self-test again and speak in the first seconds. If it stays so: put the "
        "microphone nearer, or turn it up in the settings of this computer."
    ),
    Outcome.MICROPHONE_LOUD: lambda: tr(
        "Turn the microphone down in the settings of this computer, or put it further away."
    ),
    Outcome.MICROPHONE_MUTED: lambda: tr(
        "Look for a mute button on the microphone and in the settings of this computer."
    ),
    Outcome.MICROPHONE_DEAD: lambda: tr(
        "Plug it in again, or choose another microphone in the settings of Naklank."
    ),
    Outcome.MICROPHONE_MISSING: lambda: tr(
        "Plug one in, or choose another microphone in the settings of Naklank."
    ),
    Outcome.MICROPHONE_BUSY: lambda: tr(
        "Close the program that uses it, such as one for video calls, and run the self-test again."
    ),
    Outcome.MICROPHONE_DENIED: lambda: tr(
        "Turn it on. Windows: Settings > Privacy & security > Microphone. Mac: System Settings > "
        "Privacy & Security > Microphone."
    ),
    Outcome.OUTPUT_THERE: lambda: tr("Play any sound, and hear whether it comes."),
    Outcome.OUTPUT_MUTED: lambda: tr("Turn the volume up: the text is checked by ear."),
    Outcome.OUTPUT_MISSING: lambda: tr(
        "Plug in a loudspeaker or headphones: the text is checked by ear."
    ),
    Outcome.MODEL_REPLACED: lambda: tr(
        "Install {model} again in the settings, under Speech, or choose another model there."
    ),
    Outcome.MODEL_DAMAGED: lambda: tr(
        "Install the model again in the settings, under Speech, or choose another one there."
    ),
    Outcome.MODEL_MISSING: lambda: tr(
        "Install a model in the settings, under Speech. Until then the text is typed by hand."
    ),
    Outcome.MEMORY_LITTLE: lambda: tr(
        "Close programs that you do not use. If the model is not base: choose a smaller one "
        "in the settings."
    ),
    Outcome.ENGINE_SLOW: lambda: tr(
        "The text comes late. Close other programs. If the model is not base: choose a "
        "smaller one in the settings."
    ),
    Outcome.ENGINE_TOO_SLOW: lambda: tr(
        "Close other programs and run the self-test again. If it stays so, choose base as "
        "the model in the settings, or type the text by hand."
    ),
    Outcome.ENGINE_NO_ROOM: lambda: tr(
        "Close programs that you do not use, and run the self-test again."
    ),
    Outcome.ENGINE_WRONG: lambda: tr(
        "Do not trust the typing on this computer. Install the model again in the settings, or "
        "choose another one."
    ),
    Outcome.ENGINE_UNUSABLE: lambda: tr(
        "The processor may be too old. Recording and handing over work; type the text by hand."
    ),
    Outcome.ENGINE_FAILED: lambda: tr(
        "Run the self-test once more. If it stays so, choose another model in the settings, "
        "or type the text by hand."
    ),
    Outcome.ENGINE_WITHOUT_MODEL: lambda: tr(
        "Install a model in the settings, under Speech. Until then the text is typed by hand."
    ),
    Outcome.DISK_LITTLE: lambda: tr("Make room soon: what does not fit cannot be recorded."),
    Outcome.DISK_FULL: lambda: tr(
        "Make room, or choose another folder in the settings, under Keeping and deleting."
    ),
    Outcome.ENCRYPTION_OFF: lambda: tr(
        "What Naklank keeps is encrypted by itself, but the computer may write its memory to the "
        "disk when it sleeps. Ask whoever manages it for BitLocker, FileVault or LUKS."
    ),
    Outcome.KEYRING_UNUSED: lambda: tr(
        "Choose the keyring in the settings, under Keeping and deleting: it is the safest place."
    ),
    Outcome.KEYRING_REPLACED: lambda: tr(
        "That works, and is less safe: keys in files can be copied, keys in memory are lost in a "
        "crash. Ask whoever manages this computer for a keyring."
    ),
    Outcome.KEYRING_SILENT: lambda: tr(
        "Naklank cannot record now. Unlock the keyring or log in anew; else ask whoever manages "
        "this computer."
    ),
    Outcome.PRINTER_MISSING: lambda: tr(
        "Add a printer to this computer, or hand over by stick, folder or phone."
    ),
    Outcome.CLOCK_BEHIND: lambda: tr(
        "Set the clock of this computer: the wrong date would stand on each sheet."
    ),
    Outcome.CLOCK_AHEAD: lambda: tr(
        "Set the clock of this computer. If it is right, ask for a newer Naklank."
    ),
    Outcome.REMOTE_WORKED: lambda: tr(
        "The sound then crosses a network. Record at the computer that stands in the room."
    ),
    Outcome.SETTINGS_BROKEN: lambda: tr(
        "Open the settings, fill them in again and save. The old file was kept."
    ),
    Outcome.SETTINGS_NEWER: lambda: tr(
        "Install the newer Naklank again, or look the settings over."
    ),
    Outcome.POLICY_BROKEN: lambda: tr(
        "Tell whoever manages this computer: that file must be mended."
    ),
    Outcome.NETWORK_LOADED: lambda: tr(
        "Open Naklank again when the download is done. It is silent then."
    ),
    Outcome.NETWORK_OPEN: lambda: tr(
        "Is a model being downloaded, or is the print server another computer? Then it is that. "
        "Else tell whoever manages this computer."
    ),
}
