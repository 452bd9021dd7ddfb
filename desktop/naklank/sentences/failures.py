"""What a person reads for each failure: what happened, is the sound safe, what to do next."""

from naklank.core.errors import ErrorCode, NaklankError
from naklank.sentences.downloads import why_not_fetched
from naklank.sentences.seals import seal_failure
from naklank.translation import tr


def sentence(error: NaklankError) -> str:
    """One clear message in the language of the screen."""
    details = {name: _printable(value) for name, value in error.details.items()}
    template = _nameless(error) or _template(error.code)
    if error.code is ErrorCode.MODEL_NOT_FETCHED:
        template = " ".join((template, why_not_fetched(error.details.get("reason", ""))))
    return template.format_map(_Details(details))


def _printable(text: str) -> str:
    """Names of files may hold line ends and commands to a terminal; show them as what they are."""
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode("ascii")
        for char in text
    )


class _Details(dict[str, str]):
    """A fact that is missing must not hide the message."""

    def __missing__(self, key: str) -> str:
        return "?"


def _nameless(error: NaklankError) -> str:
    """Of the computer's own choice of a microphone, which has no name where none is there."""
    if error.details.get("device"):
        return ""
    if error.code is ErrorCode.MICROPHONE_MISSING:
        return tr("No microphone found. Nothing is being recorded. Plug one in and start again.")
    if error.code is ErrorCode.MICROPHONE_BUSY:
        return tr(
            "The microphone does not open: another program may hold it, or Naklank may not use "
            "it. Nothing is being recorded. Close that program and start again."
        )
    return ""


def _template(code: ErrorCode) -> str:
    return seal_failure(code) or _other_template(code)


def _other_template(code: ErrorCode) -> str:  # noqa: C901, PLR0911, PLR0912, PLR0915 - a table, as literals for tr()
    match code:
        case ErrorCode.NO_SUCH_FILE:
            return tr("There is no file {file}. Check its name and its folder.")
        case ErrorCode.FILE_NOT_READABLE:
            return tr("You have no right to read {file}. Ask for it, or choose another file.")
        case ErrorCode.NOT_SOUND:
            return tr(
                "{file} is not a sound file that Naklank can read. "
                "It reads WAV, FLAC, MP3, OGG, Opus and M4A."
            )
        case ErrorCode.SOUND_DAMAGED:
            return tr(
                "The sound in {file} is damaged or cut off. Nothing was made of it, because a part "
                "would pass for the whole. Copy the file again."
            )
        case ErrorCode.SOUND_TOO_LONG:
            return tr("{file} is longer than 10 minutes. Naklank is for a short summary.")
        case ErrorCode.RECORDING_UNREADABLE:
            return tr(
                "The recording cannot be read from the disk: its file is damaged or gone, or its "
                "key does not fit. Nothing was deleted. Try once more; else record it again."
            )
        case ErrorCode.RECORDING_NOT_KEPT:
            return tr(
                "The disk does not give back all that was recorded. What is missing is marked. "
                "Listen to those places, or record it again, and have the disk looked at."
            )
        case ErrorCode.NO_SPEECH:
            return tr("Nobody speaks in {file}. Nothing was made. Listen to the file yourself.")
        case ErrorCode.FOLDER_NOT_WRITABLE:
            return tr(
                "Naklank cannot write in the folder {folder}. Nothing was written. "
                "The sound is untouched. Choose another folder."
            )
        case ErrorCode.DATA_NOT_WRITABLE:
            return tr(
                "Naklank cannot write in its own folder {folder}. The sound is untouched. "
                "Give it the right to write there, or set NAKLANK_HOME to another folder."
            )
        case ErrorCode.DISK_FULL:
            return tr(
                "The disk of {folder} is full. Nothing was written. The sound is untouched. "
                "Make room or choose another folder."
            )
        case ErrorCode.KEYS_UNAVAILABLE:
            return tr(
                "Naklank cannot reach the safe in which this computer keeps its keys (the "
                "keyring). What was recorded stays where it is, encrypted: nothing of it is lost, "
                "played or deleted. Unlock that safe, or log in to this computer anew, and try "
                "again; if it stays so, ask whoever manages this computer."
            )
        case ErrorCode.MODEL_MISSING:
            return tr(
                "The speech model {model} is not on this computer, so nothing is typed. The "
                "sound is untouched. Plug in the stick with the model, install it in the settings "
                "or with naklank models install {model}, or choose another model."
            )
        case ErrorCode.MODEL_DAMAGED:
            return tr(
                "The speech model {model} is damaged or not the real one ({file} in {folder}), so "
                "it is not used. The sound is untouched. Install or copy that model again, or "
                "choose another one."
            )
        case ErrorCode.MODEL_REPLACED:
            return tr(
                "The speech model {model} is missing or damaged, so {other} types in its place "
                "and makes more mistakes. Nothing is lost. Install {model} anew in the settings, "
                "or choose another model there."
            )
        case ErrorCode.MODEL_FOREIGN:
            return tr(
                "In {folder} lies no speech model that Naklank knows (found: {found}). Nothing was "
                "copied. Choose a folder or ZIP file with one of these: {known}."
            )
        case ErrorCode.MODEL_UNKNOWN:
            return tr("Naklank knows no speech model {model}. Choose one of these: {known}.")
        case ErrorCode.MODEL_IN_USE:
            return tr(
                "The speech model {model} is the one that types now, so it was not removed. "
                "Choose another model in the settings first."
            )
        case ErrorCode.MODEL_SHARED:
            return tr(
                "The speech model {model} is there for everybody on this computer ({folder}), so "
                "it was not removed. Ask whoever manages this computer."
            )
        case ErrorCode.MODEL_NOT_FETCHED:
            return tr("The speech model {model} was not downloaded from {host}.")
        case ErrorCode.ENGINE_MISSING:
            return tr(
                "The speech engine {engine} is not installed. The sound is untouched. "
                "Install Naklank with the extra of that name, or choose another engine."
            )
        case ErrorCode.ENGINE_UNUSABLE:
            return tr(
                "The speech engine does not work on this computer ({engine}). "
                "The sound is untouched. The text must be typed by hand."
            )
        case ErrorCode.ENGINE_DIED:
            return tr(
                "The speech engine {engine} stopped unexpectedly. The sound is untouched. "
                "Try once more."
            )
        case ErrorCode.ENGINE_HUNG:
            return tr(
                "The speech engine {engine} did not answer any more and was stopped. "
                "The sound is untouched. Try once more."
            )
        case ErrorCode.MICROPHONE_MISSING:
            return tr(
                "Naklank finds no microphone {device}. Nothing is being recorded. "
                "Plug it in, or choose another one in the settings, and start again."
            )
        case ErrorCode.MICROPHONE_BUSY:
            return tr(
                "The microphone {device} does not open: another program may hold it, or Naklank "
                "may not use it. Nothing is being recorded. Close that program and start again."
            )
        case ErrorCode.MICROPHONE_DENIED:
            return tr(
                "This computer does not let Naklank use the microphone. Nothing is being recorded. "
                "Turn it on and start again. Windows: Settings > Privacy & security > Microphone > "
                "Let desktop apps access your microphone. Mac: System Settings > Privacy & "
                "Security > Microphone > Naklank."
            )
        case ErrorCode.MICROPHONE_LOST:
            return tr(
                "The microphone {device} gives no more sound. All until now is kept. Naklank looks "
                "for it, or takes another one: wait before you go on speaking."
            )
        case ErrorCode.MICROPHONE_DEAD:
            return tr(
                "The microphone {device} gives no sound at all. Nothing is being recorded. "
                "Plug it in again, or choose another one in the settings, and start again."
            )
        case ErrorCode.COMPUTER_SLEPT:
            return tr(
                "The computer has slept, so the recording is paused. All until then is kept. "
                "Go on when both of you are ready, or stop here."
            )
        case ErrorCode.NOTHING_HEARD:
            return tr(
                "Naklank hears nobody speak in this recording. The sound is kept. "
                "Listen to it, record it again, or type the text yourself."
            )
        case ErrorCode.NO_OUTPUT:
            return tr(
                "This computer has no loudspeaker or headphones, so nothing can be heard. "
                "The sound is kept. Plug one in and listen again."
            )
        case ErrorCode.OUTPUT_MUTED:
            return tr(
                "The sound of this computer is off, so nothing was heard. The sound is kept. "
                "Turn the volume up and listen again."
            )
        case ErrorCode.VOICE_NOT_HEARD:
            return tr(
                "Nobody was heard, so nothing was kept. What was recorded before still stands. "
                "Look at the microphone, and record it again."
            )
        case ErrorCode.VOICE_PIECES:
            return tr(
                "Not {expected} words with clear pauses (heard: {found}). What was recorded before "
                "stays. Read them again, and be silent for a moment after each."
            )
        case ErrorCode.VOICE_MISSING:
            return tr(
                "This computer has no opening and closing by this doctor's voice, so the sound "
                "goes home without them. All else is as it should be. Record them in the settings, "
                "under Opening and closing."
            )
        case ErrorCode.NO_PRINTER:
            return tr(
                "This computer has no printer. Nothing was printed; text and sound are kept. "
                "Add a printer, or save to a folder."
            )
        case ErrorCode.PRINTING_FAILED:
            return tr(
                "The printer {printer} did not take the page. Text and sound are kept. "
                "Look at the printer and print again, or save to a folder."
            )
        case ErrorCode.STICK_FULL:
            return tr(
                "The stick {stick} is full. Nothing of this was left on it; text and sound are "
                "kept. Make room on it, or take another stick."
            )
        case ErrorCode.STICK_READ_ONLY:
            return tr(
                "Nothing can be written on the stick {stick}: it is locked. Text and sound are "
                "kept. Look for a small switch on it, or take another stick."
            )
        case ErrorCode.STICK_GONE:
            return tr(
                "The stick {stick} does not answer any more, so it is not ready: do not give it "
                "away. Text and sound are kept. Put it back and copy again, or take another stick."
            )
        case ErrorCode.STICK_SWAPPED:
            return tr(
                "Another stick is in the place of {stick}, so neither is ready: do not give them "
                "away. Text and sound are kept. Copy again."
            )
        case ErrorCode.STICK_DIFFERS:
            return tr(
                "The stick {stick} does not give back what was written, so it cannot be trusted. "
                "Text and sound are kept. Take another stick."
            )
        case ErrorCode.STICK_NOT_EJECTED:
            return tr(
                "All stands on the stick {stick} and was checked. The computer does not let go of "
                "it: use 'safely remove' before you pull it out."
            )
        case ErrorCode.LOGO_UNUSABLE:
            return tr(
                "{file} is not a picture that Naklank can read, so it is not used as a logo. "
                "Choose a PNG, JPEG or SVG."
            )
        case ErrorCode.TEMPLATE_GONE:
            return tr(
                "The Word template {file} cannot be read. No document was made; text and sound "
                "are kept. Put it back, or choose another one in the settings."
            )
        case ErrorCode.TEMPLATE_NOT_WORD:
            return tr(
                "The Word template {file} is not a Word document (.docx), or it is damaged. It is "
                "not used. Save it in Word as a document, or choose another one."
            )
        case ErrorCode.TEMPLATE_NOT_WHOLE:
            return tr(
                "The Word template {file} shows or starts something that is not in the file itself "
                "({what}). It is not used. Put the picture into the document, or take it out."
            )
        case ErrorCode.TEMPLATE_FIELD_UNKNOWN:
            return tr(
                "The Word template {file} names a field {name} that Naklank does not have, here: "
                "“{place}”. It is not used. Correct that name in Word; the help lists the fields."
            )
        case ErrorCode.TEMPLATE_FAULTY:
            return tr(
                "In the Word template {file} something is wrong here: “{place}” ({why}). It is not "
                "used. Look for a brace or an end that is missing."
            )
        case ErrorCode.TEMPLATE_INCOMPLETE:
            return tr(
                "In the Word template {file} the field {name} is missing, so a part of the sheet "
                "would be lost. It is not used. Put that field in; the help lists the fields."
            )
        case ErrorCode.SETTINGS_BROKEN:
            return tr(
                "The settings could not be read, so the defaults hold. "
                "Fill them in again and save; the old file {file} is kept."
            )
        case ErrorCode.SETTINGS_NEWER:
            return tr(
                "A newer Naklank has written settings that this one does not know. For those the "
                "defaults hold here; they are kept for the newer one. Your sound is untouched."
            )
        case ErrorCode.POLICY_BROKEN:
            return tr(
                "The policy file {file} is faulty, so not all of it holds. "
                "Tell whoever manages this computer. Your sound is untouched."
            )
        case ErrorCode.ALREADY_OPEN:
            return tr("Naklank is already open on this computer. Go on in that window.")
        case ErrorCode.NO_SCREEN:
            return tr(
                "There is no screen here to open the window on. "
                "naklank --help shows what can be done without one."
            )
        case ErrorCode.OUTPUT_LOST:
            return tr(
                "The text could not be printed: the output is closed or its disk is full. "
                "The sound is untouched."
            )
        case ErrorCode.CANCELLED:
            return tr("Stopped at your request. Nothing was written. The sound is untouched.")
        case _:
            return tr(
                "Something went wrong that we did not foresee ({kind}). The sound is untouched. "
                "The place in the program stands in {log}; nothing of what was said does."
            )
