"""The main job without a screen: from a sound file to a transcript, and to what goes home."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from naklank.assembly.publishing import make_draft_set
from naklank.audio.loudness import evened
from naklank.audio.mp3 import encode_mp3
from naklank.audio.reading import read_sound, resample
from naklank.core.all_checks import single_checks
from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.sheet_making import clock_time, draft_sheet
from naklank.core.topics import topic_blocks
from naklank.foundation.paths import models_folder, pack_folders, resource, shared_models_folders
from naklank.handover.folder import prepare_folder, write_set
from naklank.handover.sheet_texts import read_sheet_texts
from naklank.language.lexicon import load_lexicon
from naklank.language.vocabulary import load_vocabulary
from naklank.speech.client import SpeechProcess
from naklank.speech.engine import SAMPLE_RATE
from naklank.speech.models import BASE, read_models
from naklank.speech.models.shelf import FolderModelShelf
from naklank.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from naklank.audio.sound import Sound
    from naklank.core.checks import Check
    from naklank.core.transcript import Language, Transcript
    from naklank.speech.engine import Samples

    Report = Callable[[str], None]


@dataclass(frozen=True, slots=True, eq=False)
class Dictation:
    """A sound file and what was heard in it."""

    sound: Sound
    transcript: Transcript
    checks: tuple[Check, ...]


def model_shelf(in_use: Callable[[], str]) -> FolderModelShelf:
    """The speech models of this user; `in_use` gives the name of the one that types."""
    return FolderModelShelf(
        models_folder(),
        read_models(resource("models")),
        read_sample,
        in_use,
        shared=shared_models_folders(),
        beside=pack_folders(),
    )


def shared_shelf() -> FolderModelShelf:
    """The speech models of all users of this computer, for whoever may write there."""
    folder = shared_models_folders()[0]
    return FolderModelShelf(folder, read_models(resource("models")), read_sample, lambda: BASE)


def read_sample() -> Samples:
    """The sample dictation that ships, to measure this computer with."""
    return resample(read_sound(resource("sample/dictation_en.flac")), SAMPLE_RATE).samples


def type_out(
    file: Path, language: Language, engine: str, report: Report, *, twice: bool = True
) -> Dictation:
    """Read a sound file and type it; `report` hears sentences about the progress.

    Decoded twice, its checks also say where the engine itself is in doubt.
    """
    report(tr("Reading the sound."))
    sound = read_sound(file)
    report(tr("Checking the speech model."))
    model = model_shelf(lambda: BASE).ready(BASE)
    whole = clock_time(sound.seconds)
    with SpeechProcess(engine, model) as process:
        process.wait_until_loaded()
        report(tr("Typing {whole} of sound.").format(whole=whole))
        transcript = process.transcribe(
            resample(sound, SAMPLE_RATE).samples,
            language,
            lambda second: report(
                tr("Typed {done} of {whole}.").format(done=clock_time(second), whole=whole)
            ),
        )
        if twice:
            report(tr("Listening a second time."))
            transcript = replace(transcript, doubts=process.doubts())
    checks = single_checks(transcript, load_lexicon(language), load_vocabulary(language))
    return Dictation(sound, transcript, checks)


def hand_over(  # noqa: PLR0913 - the command's own arguments
    file: Path,
    folder: Path,
    language: Language,
    engine: str,
    moment: datetime,
    report: Report,
    *,
    large_print: bool,
) -> tuple[Path, ...]:
    """Type a sound file and write what goes home, marked as a draft; the files' paths.

    Raises NO_SPEECH where nobody speaks; an earlier set in the folder is then untouched.
    """
    prepare_folder(folder)
    dictation = type_out(file, language, engine, report, twice=False)  # a draft shows no checks
    if not dictation.transcript.segments:
        raise NaklankError(ErrorCode.NO_SPEECH, file=str(file))
    report(tr("Making the page and the sound."))
    files = _draft_set(dictation, moment, large_print=large_print)
    write_set(files, folder)
    return tuple(folder / name for name in files)


def _draft_set(dictation: Dictation, moment: datetime, *, large_print: bool) -> dict[str, bytes]:
    transcript = dictation.transcript
    blocks = topic_blocks(transcript, load_lexicon(transcript.language))
    texts = read_sheet_texts(transcript.language)
    sheet = draft_sheet(blocks, transcript.uncovered, moment, texts)
    mp3 = encode_mp3(evened(dictation.sound), f"{texts.title} - {texts.draft_mark}")
    return make_draft_set(sheet, mp3, moment, large_print=large_print)
