"""What the core and the workflow need of the rooms beside them, as protocols."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from naklank.core.transcript import Language

if TYPE_CHECKING:
    from naklank.core.errors import NaklankError
    from naklank.core.journal import Contents, Entry, Facts, JournalEvent
    from naklank.core.keys import KeyPlace
    from naklank.core.notice import Notice, NoticeForm, Wording
    from naklank.core.plain_words import PlainOffer
    from naklank.core.recording import Condition, InputName, Level, SoundFile, Spoken, Take
    from naklank.core.seals import KnownPractice, SealState, Verdict
    from naklank.core.session import Session
    from naklank.core.settings import LoadedSettings, Settings
    from naklank.core.sheet import Sheet
    from naklank.core.speech_models import ListedModel, ModelPack, Recommendation
    from naklank.core.statement import Statement
    from naklank.core.sticks import Stick
    from naklank.core.suggestions import Suggestion
    from naklank.core.transcript import Stretch, Transcript, Word
    from naklank.core.voice import Clip, Ends, HomeSound


class Tag(Enum):
    """What a word is, as far as the risk rules ask."""

    NUMBER = "number"  # 10, tien, anderhalf, 2,5, tenth
    UNIT = "unit"  # milligram, mg, tablet, druppels, procent
    MEDICINE = "medicine"
    NEGATION = "negation"
    DAY_WORD = "day_word"  # vandaag, morgen, tomorrow
    WEEKDAY = "weekday"
    MONTH = "month"
    CLOCK = "clock"  # behind an hour: uur, o'clock, am; also 10.30 and 3pm in one word
    PERIOD = "period"  # dag, weken, months
    TIMES = "times"  # keer, maal, times, daags, twice
    SIDE = "side"  # links, rechter, left
    AMOUNT = "amount"  # meer, minder, hoger, more

    # What the words around a risk word do.
    ONE = "one"  # een, one, a: an article more often than a number
    DIGIT = "digit"  # nul to negen, oh, 0 to 9: may stand in a telephone number
    PHONE = "phone"  # 112, 030-1234567, 06: typed as only a telephone number is
    JOIN = "join"  # between two numbers: komma, over, tot, of, or
    LINK = "link"  # between a number and what it counts: per, de, op, the
    EVERY = "every"  # elke, iedere, every
    HOUR = "hour"  # a number that can name an hour: elf, 11, 10.30
    FRACTION = "fraction"  # before an hour: half, kwart, quarter
    PAST = "past"  # between minutes and hour: over, voor, past
    AT = "at"  # opens a clock time: om, rond, at
    SPAN = "span"  # opens a clock time only with its "uur" behind it: tot, vanaf, until
    DAY_PART = "day_part"  # ochtend, 's avonds, noon
    AHEAD = "ahead"  # opens a time from now: over, binnen, within
    NEXT = "next"  # volgende, komende, next
    SOON = "soon"  # away, now: makes of "right" something else than a side
    MEASURE = "measure"  # a unit that is not said without a number: milligram, not tablet
    NOUGHT = "nought"  # the number 0: opens a telephone number
    POWER = "power"  # behind "one" or "a" part of a number: hundred
    BOUND = "bound"  # two of them together: ten minste, at most
    NAMED = "named"  # behind an ordinal part of a name: eerste hulp
    BUILD = "build"  # turned by its particle, which may stand far behind: bouwen ... af
    CEASE = "cease"  # a negation with its particle: houd op
    PARTICLE = "particle"  # af, op
    SPREAD = "spread"  # makes of "over six weeks" a duration: verdeel, afbouwen, taper


class Lexicon(Protocol):
    """What is known of one language."""

    @property
    def language(self) -> Language: ...

    @property
    def headings(self) -> Mapping[str, Sequence[Sequence[str]]]:
        """For each topic's value the ways to say its heading, as normalised words."""
        ...

    def with_headings(self, own: Mapping[str, str]) -> "Lexicon":
        """One that knows these headings too, each by its topic's value."""
        ...

    def normalise(self, word: str) -> str:
        """The word in small letters, without punctuation around it."""
        ...

    def tags(self, word: str) -> frozenset[Tag]:
        """What a typed word, with its punctuation, can be; empty for most words."""
        ...

    def written(self, words: "Sequence[Word]") -> "Sequence[Word]":
        """The words as they stand on the page: numbers in digits, over the sound of all of them."""
        ...

    def date_meant(self, said: str, before: str, today: date) -> str:
        """The date, with its weekday, that "over zes weken" is; empty where it is not sure.

        `before` is the word that was said before it; "volgende week" alone is no date.
        """
        ...

    def weekday_meant(self, said: str, today: date) -> str:
        """The weekday of a date that was said with another one; empty where nothing is wrong."""
        ...

    def time_meant(self, said: str) -> str:
        """The clock time in digits that "half elf" is; empty for what is none."""
        ...

    def is_word(self, word: str) -> bool:
        """Whether a typed word is spelled as one, or is a number or a known name or term."""
        ...

    def same(self, word: str) -> Sequence[str]:
        """The words that stand for all ways to write it: 500 and milligram for "500mg"."""
        ...

    def sound_alike(self, word: str, probability: float) -> str:
        """The risk word that a word typed with this probability may have been; mostly empty."""
        ...


class Vocabulary(Protocol):
    """The names and terms that are known beside a language's own words."""

    @property
    def hotwords(self) -> tuple[str, ...]:
        """At most 30 that the engine may expect; none that nobody asked for."""
        ...

    def prepare(self) -> None:
        """Load what `suggestions` needs; else it takes half a second the first time."""
        ...

    def suggestions(self, transcript: "Transcript") -> "tuple[Suggestion, ...]":
        """Where the engine may have misheard one of them, in the order of the sound."""
        ...


class PlainWords(Protocol):
    """What could be said more plainly in one language."""

    def offers(self, sentence: Sequence[str]) -> "tuple[PlainOffer, ...]":
        """For the typed words of one sentence, by their places in it, in their order."""
        ...


class ModelShelf(Protocol):
    """The speech models on this computer. All may take seconds: never on the main thread.

    A damaged or foreign model is set aside, named in the error, and never loaded.
    """

    def models(self) -> "tuple[ListedModel, ...]":
        """The catalogue, from the smallest model to the largest."""
        ...

    def recommend(self) -> "Recommendation":
        """Measure the best model that is here, at most 20 s, and reckon the others from it."""
        ...

    def install(self, name: str, mirror: str, on_progress: Callable[[int, int], bool]) -> None:
        """Download a model, or the rest of it, from the hub or from the mirror's address.

        `on_progress` hears bytes so far and in all, and gives False to stop: raises CANCELLED, and
        what came is kept. Raises MODEL_NOT_FETCHED, MODEL_DAMAGED, DISK_FULL or DATA_NOT_WRITABLE.
        """
        ...

    def take_in(self, source: Path, on_progress: Callable[[int, int], bool]) -> str:
        """Copy a model from a folder or ZIP file; its name is found by its bytes alone.

        Raises MODEL_FOREIGN, MODEL_DAMAGED, CANCELLED, DISK_FULL or DATA_NOT_WRITABLE.
        """
        ...

    def packs(self, sticks: "Sequence[Stick]") -> "tuple[ModelPack, ...]":
        """The packs on these sticks and beside the app, of models that are not here.

        Found by their names alone: nothing of them is read.
        """
        ...

    def verify(self, name: str) -> None:
        """Raises MODEL_MISSING, or MODEL_DAMAGED after it was set aside."""
        ...

    def remove(self, name: str) -> None:
        """Delete what is here of a model; one that ships as a package is only deleted here.

        Raises MODEL_IN_USE for the one that types now and would not come back by itself, and
        MODEL_SHARED for one that only lies where all users of this computer read it.
        """
        ...


@dataclass(frozen=True, slots=True)
class InputDevice:
    """A microphone by the name the system gives it."""

    name: str
    is_default: bool
    label: str = ""
    """What people know it by, where its name is a stand-in such as "default"."""
    host: str = ""
    """The sound system (PortAudio's host API) that lists it."""


class RecorderListener(Protocol):
    """Hears of a recording, on a thread of the recorder's."""

    def on_sound_arrived(self, take: "Take") -> None:
        """The first block of a take really arrived; it has no frames yet."""
        ...

    def on_level(self, level: "Level") -> None:
        """About 20 times a second; `seconds` counts this take."""
        ...

    def on_conditions(self, conditions: "frozenset[Condition]") -> None:
        """What is wrong with the sound from now on; empty when all is well again."""
        ...

    def on_lost(self, error: "NaklankError") -> None:
        """MICROPHONE_LOST: it is looked for, or another one taken, until told to stop."""
        ...

    def on_take_kept(self, take: "Take") -> None:
        """After `on_lost`: what the lost microphone gave is on disk, and the next take follows."""
        ...

    def on_ended(self, take: "Take | None", error: "NaklankError | None") -> None:
        """The microphone is closed and all that arrived is on disk; the last word of a recording.

        What is on disk was read back and compared. `take` is the last one, None when nothing
        arrived or when it was aborted; `error` is None when it was asked to stop:
        MICROPHONE_MISSING, MICROPHONE_BUSY, MICROPHONE_DENIED, MICROPHONE_DEAD when no
        sound ever arrived, COMPUTER_SLEPT, DISK_FULL, DATA_NOT_WRITABLE, or RECORDING_NOT_KEPT.
        """
        ...


class SoundTap(Protocol):
    """Hears the sound of a recording while it is recorded; returns at once and never raises."""

    def on_take(self, file: "SoundFile", rate: int) -> None:
        """What comes now is of this take, at so many hertz."""
        ...

    def on_sound(self, samples: bytes) -> None:
        """Mono 16-bit samples, little-endian."""
        ...

    def on_stopping(self) -> None:
        """Somebody pressed stop or pause; only the last of the sound still comes."""
        ...


class Recorder(Protocol):
    """The microphone. No stream exists before `start` or after `on_ended`."""

    def account(self, file: "SoundFile", take: "Take") -> "Take":
        """The take as its file gives it now; one that never got a page stays without frames.

        Raises RECORDING_UNREADABLE where what was recorded is not there or cannot be read.
        """
        ...

    def devices(self) -> tuple[InputDevice, ...]:
        """What is plugged in now; may take a second, so never asked on the main thread."""
        ...

    def start(
        self,
        file: "Callable[[int], SoundFile]",
        number: int,
        device: "InputName",
        listener: RecorderListener,
        tap: SoundTap | None = None,
    ) -> None:
        """Record takes from this number on until told to stop; returns at once.

        `file` gives each take its place, on a thread of the recorder's.
        """
        ...

    def stop(self) -> None:
        """End the take, at most half a second from now; returns at once."""
        ...

    def abort(self) -> None:
        """End at once; what was recorded is wanted by nobody. Returns when the stream is closed."""
        ...

    def close(self) -> None:
        """End a take under way and keep its sound. Returns when the stream is closed."""
        ...


class Cutter(Protocol):
    """Cuts recorded sound. All may take a second: never on the main thread.

    Both raise NO_SUCH_FILE, FILE_NOT_READABLE or RECORDING_UNREADABLE.
    """

    def quietest(self, file: "SoundFile", within: "Stretch") -> float:
        """The second of a take, within this stretch of it, at which least is heard."""
        ...

    def copy(self, source: "SoundFile", take: "Take", frames: range, target: "SoundFile") -> "Take":
        """Those frames of a take in a file of their own, read back; with the take's own number.

        Raises RECORDING_NOT_KEPT, DISK_FULL or DATA_NOT_WRITABLE too; then no file is left.
        """
        ...


class Wakefulness(Protocol):
    """Keeps the computer and its screen awake. Nothing here raises."""

    @property
    def is_held(self) -> bool | None:
        """Whether the system has agreed to stay awake; None while it has not answered.

        A system that does not agree is normal: a bare X server, say.
        """
        ...

    def hold(self) -> None:
        """Keep awake from now on; returns at once. Once is enough."""
        ...

    def release(self) -> None:
        """Let the computer sleep again; returns at once."""
        ...

    def close(self) -> None:
        """Let it sleep, and end every thread."""
        ...


class Played(Enum):
    """How a playing ended."""

    HEARD = "heard"
    """To its end, on a real output that was not muted."""
    STOPPED = "stopped"
    MUTED = "muted"
    """It ran, but the output or Naklank's part of it is muted, or its volume is zero."""
    NO_OUTPUT = "no_output"
    UNREADABLE = "unreadable"
    """The recording cannot be read."""


class PlayerListener(Protocol):
    """Hears of a playing, on a thread of the player's."""

    def on_position(self, second: float) -> None:
        """Which second of the recording sounds now; about 20 times a second."""
        ...

    def on_ended(self, played: Played, heard: float) -> None:
        """The last word of a playing, and up to which second it was heard by somebody.

        That is its start where nothing was, or nobody could hear it.
        """
        ...


class Player(Protocol):
    """The loudspeaker. Plays from memory."""

    def load(self, files: "Sequence[SoundFile]") -> None:
        """Take these takes, one behind the other, as the recording to play."""
        ...

    def load_clip(self, clip: "Clip") -> None:
        """Take this sound in place of a recording."""
        ...

    def play(self, stretch: "Stretch", speed: float, listener: PlayerListener) -> None:
        """Play a stretch at 0.75 to 1.5 times its speed, at the same pitch; returns at once.

        A playing under way is stopped first.
        """
        ...

    def stop(self) -> None:
        """Stop a playing, if any; its listener still hears how it ended."""
        ...

    def unload(self) -> None:
        """Stop, and forget the recording."""
        ...

    def close(self) -> None:
        """Stop, and end every thread."""
        ...


class TypistListener(Protocol):
    """Hears of the typing, on a thread of the typist's."""

    def on_progress(self, second: float) -> None:
        """Text stands up to this second."""
        ...

    def on_typed(self, transcript: "Transcript") -> None:
        """The text stands; its doubts may not be all."""
        ...

    def on_doubted(self, transcript: "Transcript") -> None:
        """The last word: the same text, with every doubt that could be found."""
        ...

    def on_failed(self, error: "NaklankError") -> None:
        """The last word. CANCELLED after `cancel`; else the sound can be typed once more.

        Behind a text it means only that no more doubts are found.
        """
        ...


class Typist(Protocol):
    """The speech engine, kept warm."""

    def start(self, on_ready: "Callable[[NaklankError | None], None]") -> None:
        """Load the engine; hears once whether it works on this computer. Returns at once.

        MODEL_REPLACED: it works, with another model than the chosen one.
        """
        ...

    def restart(self, on_ready: "Callable[[NaklankError | None], None]") -> None:
        """Load the engine anew, with the model that is chosen now; as `start`."""
        ...

    def hear(self, spoken: "Spoken") -> SoundTap:
        """Type what the tap hears while it is spoken, behind what was spoken before."""
        ...

    def type_out(self, spoken: "Spoken", listener: TypistListener) -> None:
        """Type these takes as one recording; returns at once. One at a time.

        Of a recording that was heard whole the text is nearly there; any other is typed from its
        files.
        """
        ...

    def cancel(self) -> None:
        """Give up the typing under way; the engine forgets all sound that it heard."""
        ...

    def close(self) -> None:
        """End the engine's process and every thread."""
        ...


@dataclass(frozen=True, slots=True)
class Kept:
    """What an earlier run left."""

    sessions: "tuple[Session, ...]" = ()
    """The oldest first."""
    lost: int = 0
    """How many nobody can ever open again: their keys were in memory, and died with a program."""
    recovered: "tuple[Session, ...]" = ()
    """Those among them that were cut short, and are what they were no more."""
    empty: tuple[str, ...] = ()
    """The identities of those that ended before any sound arrived."""
    unreadable: tuple[str, ...] = ()
    """The identities of those that could not be read now; they are left alone."""


class SessionStore(Protocol):
    """What stays on this computer between two steps, encrypted."""

    def save(self, session: "Session") -> None:
        """Raises DISK_FULL, DATA_NOT_WRITABLE or KEYS_UNAVAILABLE."""
        ...

    def load_all(self) -> Kept:
        """Raises DATA_NOT_WRITABLE."""
        ...

    def sound_file(self, identity: str, take: int) -> "SoundFile":
        """Where a take's sound belongs, and its key; the folder exists.

        Raises DISK_FULL, DATA_NOT_WRITABLE or KEYS_UNAVAILABLE.
        """
        ...

    def takes(self, identity: str) -> tuple[int, ...]:
        """The numbers of the takes that have a file."""
        ...

    def remove_sound(self, identity: str, take: int) -> None:
        """Remove the file of a take, as far as the system lets us; the rest goes with its key."""
        ...

    def delete(self, identity: str) -> None:
        """Remove the key, and then the files; no error when they are gone already.

        Raises KEYS_UNAVAILABLE while the key may still be there.
        """
        ...

    def free_space(self) -> int | None:
        """Bytes free where the next sound goes; None when the system does not say."""
        ...


class Safe(Protocol):
    """Where the keys of sessions can be kept on this computer."""

    def usable_places(self) -> "frozenset[KeyPlace]":
        """May take seconds and ask the user for a password: never on the main thread."""
        ...


class Journal(Protocol):
    """What happened on this computer and when; never what was said nor who the patient is."""

    def append(
        self,
        event: "JournalEvent",
        session: str,
        facts: "Facts" = ...,
        moment: datetime | None = None,
    ) -> "Entry":
        """Write a line that survives a power cut; `moment` is when it happened, if not now.

        Raises DISK_FULL, DATA_NOT_WRITABLE or KEYS_UNAVAILABLE, and leaves nothing.
        """
        ...

    def read(self) -> "Contents":
        """All lines, and what is wrong with them. Raises DATA_NOT_WRITABLE."""
        ...

    def forget_before(self, moment: datetime) -> None:
        """Delete older lines. Raises DISK_FULL, DATA_NOT_WRITABLE or KEYS_UNAVAILABLE."""
        ...


class SettingsStore(Protocol):
    """Where settings are kept."""

    def load(self) -> "LoadedSettings":
        """What holds now, also where a file is broken: that is told among the problems."""
        ...

    def save(self, settings: "Settings") -> None:
        """Keep what the policy does not lock. Raises DISK_FULL or DATA_NOT_WRITABLE."""
        ...


class Publisher(Protocol):
    """Makes what goes home."""

    def make_pdf(self, sheet: "Sheet", moment: datetime, *, large_print: bool) -> bytes: ...

    def make_sound(self, files: "Sequence[SoundFile]", ends: "Ends") -> "HomeSound":
        """The takes as they go home: evened, between what is spoken before and behind them.

        Raises NO_SUCH_FILE, FILE_NOT_READABLE or RECORDING_UNREADABLE.
        """
        ...

    def in_a_row(self, clips: "Sequence[Clip]") -> "Clip | None":
        """To hear how they were cut: with a pause between them; None of none."""
        ...

    def hash_sound(self, files: "Sequence[SoundFile]") -> tuple[str, int]:
        """SHA-256 of the approved samples, hexadecimal, and their length in milliseconds.

        Raises FILE_NOT_READABLE or RECORDING_UNREADABLE.
        """
        ...

    def make_set(
        self,
        sheet: "Sheet | None",
        sound: "HomeSound | None",
        moment: datetime,
        title: str,
        language: "Language",
    ) -> "Mapping[str, bytes]":
        """What goes home, by the names that its files have there.

        Without a sheet only the sound, without a sound only the text. `title` is what a player
        shows of the sound.
        """
        ...

    def save(self, parent: Path, files: "Mapping[str, bytes]", moment: datetime) -> Path:
        """Write a set into a new folder named after the moment; returns that folder.

        Raises FOLDER_NOT_WRITABLE or DISK_FULL.
        """
        ...

    def check_template(self, template: Path, own: "Mapping[str, str]") -> None:
        """Raises what `save_word` would raise for it, and returns where all of a sheet is shown."""
        ...

    def save_template(self, file: Path) -> None:
        """Write the template that ships. Raises FOLDER_NOT_WRITABLE or DISK_FULL."""
        ...

    def save_word(
        self,
        file: Path,
        sheet: "Sheet",
        moment: datetime,
        template: Path | None,
        own: "Mapping[str, str]",
    ) -> None:
        """Write the sheet as a Word document, for the practice.

        By its own template, which can name the texts in `own`; None is the one that ships. Raises
        FOLDER_NOT_WRITABLE, DISK_FULL, TEMPLATE_GONE, TEMPLATE_NOT_WORD, TEMPLATE_NOT_WHOLE,
        TEMPLATE_FIELD_UNKNOWN, TEMPLATE_FAULTY or TEMPLATE_INCOMPLETE.
        """
        ...


class Notices(Protocol):
    """Makes the poster and the card for practice and waiting room."""

    def words(self, wording: "Wording") -> str:
        """What stands there unless the practice says otherwise: a title, and lines."""
        ...

    def make_pdf(self, notice: "Notice", form: "NoticeForm") -> bytes: ...

    def save(self, file: Path, notice: "Notice", form: "NoticeForm") -> None:
        """Raises FOLDER_NOT_WRITABLE or DISK_FULL."""
        ...


class Seals(Protocol):
    """The practice's seal, and whom it trusts. Each call may take seconds.

    Each raises SEAL_DAMAGED or KEYS_UNAVAILABLE, and what changes something DISK_FULL or
    DATA_NOT_WRITABLE too.
    """

    def seal(self, files: "Mapping[str, bytes]", statement: "Statement") -> "Mapping[str, bytes]":
        """The same files, each sealed. Raises CLOCK_WRONG or NOT_SEALED as well."""
        ...

    def judge(self, data: bytes) -> "Verdict":
        """What a file's seal says."""
        ...

    def state(self) -> "SealState": ...

    def certificate(self) -> bytes:
        """The practice's own, for others to trust."""
        ...

    def look_at(self, certificate: bytes) -> "KnownPractice":
        """Whose it says it is, before anybody trusts it. Raises CERTIFICATE_FOREIGN."""
        ...

    def trust(self, certificate: bytes) -> None:
        """Know another practice's seals from now on. Raises CERTIFICATE_FOREIGN as well."""
        ...

    def forget(self, number: str) -> None:
        """Trust that practice no more."""
        ...

    def withdraw(self, computer: str) -> None:
        """Let nothing count that this computer ever sealed: it was stolen."""
        ...

    def renew(self) -> None:
        """Seal with new keys; what was sealed before stays ours. Raises CLOCK_WRONG as well."""
        ...

    def backup(self, passphrase: str) -> bytes:
        """The practice's root, for another computer. Raises PHRASE_SHORT or ROOT_NOT_HERE too."""
        ...

    def take_over(self, backup: bytes, passphrase: str, *, keeps_root: bool) -> None:
        """Become a computer of that practice.

        Raises PHRASE_WRONG, BACKUP_FOREIGN or CLOCK_WRONG as well.
        """
        ...


class Verifier(Protocol):
    """Says of files that come back what is known of them. May take seconds."""

    def verify(self, file: Path) -> "Verdict":
        """Raises SEAL_DAMAGED or KEYS_UNAVAILABLE."""
        ...

    def known(self, code: str) -> "Verdict":
        """What the journal knows of a short code."""
        ...


class Sticks(Protocol):
    """The memory sticks in this computer. Each call may take seconds: never on the main thread."""

    def plugged_in(self) -> "tuple[Stick, ...]":
        """Never a disk of the system itself, nor one of another computer."""
        ...

    def write(self, stick: "Stick", files: "Mapping[str, bytes]", moment: datetime) -> None:
        """Write a set into a new folder named after the moment, and read it back from the stick.

        On a failure no half set has that name, and nothing stays that the stick lets us remove.
        Raises STICK_FULL, STICK_READ_ONLY, STICK_GONE, STICK_SWAPPED or STICK_DIFFERS.
        """
        ...

    def eject(self, stick: "Stick") -> None:
        """Have the system let go of it: it may be pulled out then. Raises STICK_NOT_EJECTED."""
        ...


class QueueState(Enum):
    """What a printer's queue tells of what was sent to it."""

    EMPTY = "empty"
    """The printer has taken all of it, which does not mean that there is paper."""
    WAITING = "waiting"
    STOPPED = "stopped"
    """Nothing is printed until somebody looks at the printer."""


class Printer(Protocol):
    """The system's printing. Each call may take seconds where a printer is away."""

    def names(self) -> tuple[str, ...]:
        """The printers, the system's default first; none without any."""
        ...

    def print_pdf(self, pdf: bytes, printer: str = "", copies: int = 1) -> None:
        """Send the pages to this printer's queue, or to the first one's.

        Raises NO_PRINTER, also where it is no longer there, or PRINTING_FAILED.
        """
        ...

    def queue_state(self, printer: str = "") -> QueueState:
        """How it stands with its queue; EMPTY where the system does not say."""
        ...
