"""A session in which nothing is left at its default, and the stores that keep it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

from naklank.core.agreement import Agreement, Participant, Role, TakeHome
from naklank.core.checks import Check, CheckKind
from naklank.core.consult import Consult, Heading
from naklank.core.keys import KeyPlace
from naklank.core.recording import Cause, Gap, Insertion, Recording, Take, TopicMark
from naklank.core.review import Review
from naklank.core.session import HandOver, Session, State, Way
from naklank.core.sheet_making import Edition
from naklank.core.summary import Border, Summary, SummaryWord
from naklank.core.topics import Topic
from naklank.core.transcript import Doubt, Dropped, Segment, Stretch, Transcript, Word
from naklank.storage.file_keys import FileKeys
from naklank.storage.keys import KeyStore, MemoryKeys
from naklank.storage.session_store import FolderSessionStore
from naklank.storage.vault import Vault
from support.documents import ODD
from support.statements import STATEMENT

if TYPE_CHECKING:
    from collections.abc import Callable


MOMENT = datetime(2026, 11, 21, 9, 5, 7, 123456, tzinfo=timezone(timedelta(hours=1)))
TEXTS = (
    *ODD,
    'Zei: "nee" 👩🏽‍⚕️',
    "regel\néén\r\n\ttwee\u2028drie",
    "\x00\x1f\x7f",
    "é e\u0301",
    "",
)

FULL = Session(
    identity="0123456789abcdef",
    started=MOMENT,
    language="en",
    doctor='dr. "Ö" \\ Yılmaz 🩺\nwaarnemer',
    state=State.HANDED_OVER,
    agreement=Agreement(
        (
            *(Participant(role, agrees=True) for role in Role),
            Participant(Role.GROUP, agrees=False, count=8),
        ),
        TakeHome.SOUND_ONLY,
    ),
    recording=Recording(
        (
            Take(
                1,
                48_000,
                4_800_001,
                "Jabra “Speak” 510",
                3,
                tuple(Gap(at / 3, 0.1, cause) for at, cause in enumerate(Cause)),
            ),
            Take(2, 44_100, 1, ""),
        ),
        tuple(TopicMark(topic, 0.1 + 0.2 + place) for place, topic in enumerate(Topic)),
        (Stretch(2.0, 4.5), Stretch(7.0, 7.25)),
        99.5,
    ),
    insertion=Insertion(2, 3, 4, Topic.WHAT_YOU_DO),
    statement=STATEMENT,
    transcript=Transcript(
        "nl",
        100.00002083333334,
        (
            Segment(
                tuple(Word(at / 3, at / 3 + 1e-9, text, 1 / 7) for at, text in enumerate(TEXTS))
            ),
        ),
        (Stretch(12.4, 18.9), Stretch(61.0, 65.2)),
        (Dropped("TV GELDERLAND 2020.", 1.0, 2.0, "no_speech"),),
        (Doubt(0.5, 1 / 3, "een", "geen", "sound_alike"),),
    ),
    summary=Summary(
        (
            *(SummaryWord(text, Stretch(0.0, 1e-7), ends_line=True) for text in TEXTS),
            SummaryWord("a"),
        ),
        (Border(0, Topic.WHAT_WE_DO), Border(3, Topic.WHEN_TO_CALL)),
    ),
    review=Review(
        tuple(Check(kind, text, 0.5, 1.5) for kind, text in zip(CheckKind, TEXTS, strict=False)),
        frozenset(range(0, 900, 7)),
        frozenset({0, 896}),
        heard_whole=True,
        unheard=True,
        sounded=(Stretch(0.0, 1 / 3), Stretch(0.7, 12.4)),
        needs_whole=True,
        awaits_more=True,
        lacks_checks=True,
    ),
    hand_overs=tuple(HandOver(way, MOMENT.astimezone(UTC), 93.75) for way in Way),
    patient="mevrouw Ü. de Boer",
    consult=Consult.BAD_NEWS,
    headings=(Heading(Topic.WHEN_TO_CALL, "Wie belt u?"), Heading(Topic.WHAT_WE_DO)),
    leaflets=("Nieuwe heup: balie", "Film 🎬"),
    edition=Edition(2, MOMENT, "7F3A-91C2", "8B2K-0001"),
    later=MOMENT + timedelta(minutes=3),
    sound_went=True,
    former="fedcba9876543210",
)
EMPTY = Session("00ff", datetime(2026, 11, 21, 9, 5), "nl", "")  # noqa: DTZ001 - also without a zone


def store_in(*folders: Path, place: KeyPlace = KeyPlace.FILE) -> FolderSessionStore:
    """As a new run of the app: only the keys in files outlive the one before."""
    return FolderSessionStore(lambda: folders, vault(folders[-1], lambda: place))


def vault(folder: Path, chosen: Callable[[], KeyPlace]) -> Vault:
    stores: tuple[KeyStore, ...] = (FileKeys(folder.parent / "keys"), MemoryKeys())
    return Vault({store.place: store for store in stores}, chosen)


def with_sound(store: FolderSessionStore, session: Session) -> list[Path]:
    store.save(session)
    takes = [store.sound_file(session.identity, take).path for take in (1, 2, 10)]
    for take in takes:
        take.write_bytes(b"sound")
    return takes
