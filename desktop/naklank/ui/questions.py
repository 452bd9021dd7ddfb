"""What the main window asks before something is lost."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from naklank.core.agreement import TakeHome
from naklank.core.keys import KeyPlace
from naklank.core.session import Event, Way
from naklank.sentences.words import heading_name
from naklank.translation import tr
from naklank.ui.parts.choice_bar import Answer, Choice
from naklank.ui.parts.confirm import Question

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from naklank.core.session import Session
    from naklank.ui.parts.message_bar import Saying
    from naklank.workflow.desk import Desk
    from naklank.workflow.on_its_way import Arrival
    from naklank.workflow.questioning import Doubtful


def misheard_or_misspoken(
    doubtful: Doubtful, desk: Desk, ask: Callable[[Choice], object]
) -> Choice:
    """Who was wrong; `ask` shows what can be done where it was the one who spoke."""
    return Choice(
        _change(doubtful),
        (
            Answer(
                tr("The computer misheard it"),
                tr("The sound is right."),
                lambda: desk.questioning.misheard(doubtful),
            ),
            Answer(
                tr("I said it wrong"),
                tr("Then the sound is wrong as well."),
                lambda: ask(_misspoken(doubtful, desk)),
            ),
            _nothing(),
        ),
    )


def _change(doubtful: Doubtful) -> str:
    if not doubtful.typed:
        return tr("“{said}” is taken out. What went wrong?").format(said=doubtful.said)
    if not doubtful.said:
        return tr("“{text}” is put in. What went wrong?").format(text=doubtful.typed)
    change = tr("“{said}” becomes “{text}”. What went wrong?")
    return change.format(said=doubtful.said, text=doubtful.typed)


def _misspoken(doubtful: Doubtful, desk: Desk) -> Choice:
    return Choice(
        tr("Sound and paper must say the same, and the sound is wrong. What now?"),
        (
            Answer(
                *_again(doubtful, desk.session),
                lambda: desk.speaking_again.topic_of(doubtful.first),
            ),
            Answer(
                tr("Give paper only"),
                tr("The text is corrected. Ask the patient to delete what the phone recorded.")
                if desk.session.agreement.take_home is TakeHome.OWN_PHONE
                else tr("The text is corrected. The sound does not go home, and is deleted."),
                lambda: desk.questioning.give_paper_only(doubtful),
            ),
            _nothing(),
        ),
    )


def _again(doubtful: Doubtful, session: Session) -> tuple[str, str]:
    """What is spoken again, and what that brings about."""
    rest = tr("Its old sound goes as soon as the new one is there; the rest stays.")
    if doubtful.topic is not None:
        return tr("Speak “{topic}” again").format(topic=heading_name(doubtful.topic, session)), rest
    if doubtful.is_all:
        return tr("Speak it again"), tr("There are no headings, so all of it is spoken again.")
    return tr("Speak what stands before the headings again"), rest


def _nothing() -> Answer:
    return Answer(tr("Change nothing"), tr("The text stays as it is."), lambda: None)


def instead_of_recording(
    type_it: Callable[[], object],
    inform: Callable[[], object] | None,
    leave_it: Callable[[], object],
) -> Choice:
    """Somebody said no: what can be done instead; `inform` where there is anything to choose."""
    information = Answer(
        tr("Give information that fits"),
        tr("Choose leaflets and films; they stand on the sheet."),
        inform or (lambda: None),
    )
    return Choice(
        tr("No is fine: the microphone stays closed. What suits better?"),
        (
            Answer(
                tr("Type it, without microphone"), tr("You type it; the paper goes home."), type_it
            ),
            *((information,) if inform else ()),
            Answer(tr("Leave it"), tr("Nothing is recorded and nothing is kept."), leave_it),
            Answer(
                tr("Back"),
                tr("As long as somebody says no, nothing is recorded."),
                lambda: None,
            ),
        ),
    )


def on_the_phone(read: Callable[[], object]) -> Choice:
    """Whether the QR code was read; only then did the text go home."""
    return Choice(
        tr("Does the text stand on the patient's phone?"),
        (
            Answer(tr("Yes"), tr("The text is handed over."), read),
            Answer(
                tr("No"),
                tr("It is not handed over by this. You can show the code again."),
                lambda: None,
            ),
        ),
    )


def withdraw_question(
    session: Session, folders: Sequence[Path], withdraw: Callable[[], object]
) -> Question:
    """Whether all of it shall go, with what then is to be taken back by hand."""
    asked = tr("Does somebody take their yes back? All of this summary is then deleted.")
    return Question(
        " ".join((asked, *(say() for say in take_back(session, folders)))),
        tr("Keep it"),
        tr("Delete all of it"),
        withdraw,
    )


def take_back(session: Session, folders: Sequence[Path] = ()) -> Iterator[Saying]:
    """What left this computer, and is not deleted with the rest; keeps nothing of the session.

    `folders`: where it was saved, as far as that is known.
    """
    ways = {one.way for one in session.hand_overs}
    if session.edition.before is not None or {Way.PRINT, Way.STICK} <= ways:
        yield lambda: tr("Take sheet and stick back.")
    elif Way.PRINT in ways:
        yield lambda: tr("Take the sheet back.")
    elif Way.STICK in ways:
        yield lambda: tr("Take the stick back.")
    for folder in folders:
        yield partial(_delete_folder, folder)
    if Way.FOLDER in ways and not folders:
        yield lambda: tr("Delete the folder that was saved.")
    was_recorded = session.recording.takes or session.sound_went
    own_phone = session.agreement.take_home is TakeHome.OWN_PHONE and was_recorded
    if own_phone or {Way.PLAY, Way.QR} & ways:
        yield lambda: tr("Ask the patient to delete what is on their phone.")


def _delete_folder(folder: Path) -> str:
    return tr("Delete the folder “{folder}” that was saved.").format(folder=folder.name)


def overtaken_text(way: Way, arrival: Arrival) -> str:
    """What became of something that was on its way when its session went, or was taken back."""
    if way is Way.PRINT:
        if arrival.stays:
            return tr("A sheet still went to the printer. Take it back.")
        return tr("The sheet was not printed any more.")
    if not arrival.stays:
        return tr("What was still being saved is deleted again.")
    if way is Way.STICK or arrival.folder is None:
        return tr("Take the stick back.")
    return _delete_folder(arrival.folder)


def folder_stays(folder: Path) -> str:
    """The name alone: where it lies may be called after somebody."""
    return tr("The folder “{folder}” stays.").format(folder=folder.name)


def closed_text(event: Event, elsewhere: Sequence[Saying] = ()) -> str:
    """What became of a session, and what is still `elsewhere`."""
    texts = {
        Event.FINISH: tr("Finished. Naklank has deleted what it kept itself."),
        Event.HAND_OVER_LATER: tr("Kept on this computer, to be handed over later."),
        Event.DECLINE: tr("Nothing is recorded."),
    }
    deleted = tr("Deleted: nothing of this summary is left in Naklank.")
    return " ".join((texts.get(event, deleted), *(say() for say in elsewhere)))


def sound_gone_text() -> str:
    """Of sound that served the typing alone, once something went home."""
    return tr("The sound, which served the typing, is deleted.")


def closing_question(close: Callable[[], object]) -> Question:
    """Where `would_be_lost` says so."""
    return Question(
        tr(
            "The keys are in memory only: what is still here cannot be opened any more once "
            "Naklank is closed. Close it?"
        ),
        tr("Keep it open"),
        tr("Close and lose it"),
        close,
    )


def would_be_lost(desk: Desk) -> bool:
    """Whether something is kept here that nobody can open once Naklank is closed."""
    is_kept = bool(desk.kept.sessions) or desk.controller.is_stored
    return is_kept and desk.settings.keeping.keys is KeyPlace.MEMORY
