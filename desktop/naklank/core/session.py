"""One session from agreement to hand-over, as a state machine.

There is no error state: after a failure a session stands where its sound was last safe.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum
from types import MappingProxyType
from typing import Final

from naklank.core.agreement import Agreement, TakeHome
from naklank.core.consult import Consult, Heading, headings_of
from naklank.core.recording import Insertion, Recording
from naklank.core.review import Review
from naklank.core.sheet_making import Edition
from naklank.core.statement import Statement
from naklank.core.summary import Summary
from naklank.core.topics import Topic
from naklank.core.transcript import Language, Transcript


class State(Enum):
    """Where a session stands."""

    AGREEING = "agreeing"
    AGREED = "agreed"
    RECORDING = "recording"
    PAUSED = "paused"
    RECORDED = "recorded"
    TRANSCRIBING = "transcribing"
    REVIEWING = "reviewing"
    WRITING = "writing"
    """The doctor types the text: without sound, or beside a recording that cannot be typed out."""
    LISTENED = "listened"
    """Sound only: heard and found good."""
    APPROVED = "approved"
    HANDED_OVER = "handed_over"
    WAITING = "waiting"
    """To be handed over later."""
    CLOSED = "closed"


class Event(Enum):
    """What can happen to a session."""

    DECLINE = "decline"
    AGREE = "agree"
    AGREE_AGAIN = "agree_again"
    START_RECORDING = "start_recording"
    PAUSE = "pause"
    RESUME = "resume"
    LOSE_INPUT = "lose_input"
    STOP = "stop"
    SPEAK_ON = "speak_on"
    SPEAK_AGAIN = "speak_again"
    """Part of what was said is said anew, and goes when that is done."""
    KEEP_AS_IT_WAS = "keep_as_it_was"
    """What was spoken for it is not wanted after all."""
    DISCARD_RECORDING = "discard_recording"
    TRANSCRIBE = "transcribe"
    FINISH_TRANSCRIBING = "finish_transcribing"
    FAIL_TRANSCRIBING = "fail_transcribing"
    WRITE = "write"
    LISTEN = "listen"
    APPROVE = "approve"
    REVIEW_AGAIN = "review_again"
    WRITE_AGAIN = "write_again"
    LISTEN_AGAIN = "listen_again"
    HAND_OVER = "hand_over"
    SOUND_GOES = "sound_goes"
    """Something went home: the sound that served the typing alone is needed no more."""
    HAND_OVER_LATER = "hand_over_later"
    GIVE_NOTHING = "give_nothing"
    FINISH = "finish"
    WITHDRAW = "withdraw"
    RECOVER = "recover"


_S, _E = State, Event

_WITH_A_RECORDING: Final = (
    _S.RECORDING,
    _S.PAUSED,
    _S.RECORDED,
    _S.TRANSCRIBING,
    _S.REVIEWING,
    _S.WRITING,
)
_READY: Final = (_S.APPROVED, _S.LISTENED, _S.WAITING)
_AFTER_AGREEING: Final = tuple(one for one in State if one not in (_S.AGREEING, _S.CLOSED))

TRANSITIONS: Final[Mapping[tuple[State, Event], State]] = MappingProxyType(
    {
        (_S.AGREEING, _E.AGREE): _S.AGREED,
        (_S.AGREEING, _E.DECLINE): _S.CLOSED,
        (_S.AGREED, _E.AGREE_AGAIN): _S.AGREEING,
        (_S.AGREED, _E.START_RECORDING): _S.RECORDING,
        (_S.AGREED, _E.WRITE): _S.WRITING,
        (_S.RECORDING, _E.PAUSE): _S.PAUSED,
        (_S.RECORDING, _E.LOSE_INPUT): _S.PAUSED,
        (_S.RECORDING, _E.STOP): _S.RECORDED,
        (_S.PAUSED, _E.RESUME): _S.RECORDING,
        (_S.PAUSED, _E.STOP): _S.RECORDED,
        (_S.RECORDED, _E.SPEAK_ON): _S.PAUSED,
        (_S.REVIEWING, _E.SPEAK_ON): _S.PAUSED,
        (_S.REVIEWING, _E.SPEAK_AGAIN): _S.PAUSED,
        (_S.PAUSED, _E.KEEP_AS_IT_WAS): _S.REVIEWING,
        (_S.RECORDED, _E.KEEP_AS_IT_WAS): _S.REVIEWING,
        (_S.TRANSCRIBING, _E.KEEP_AS_IT_WAS): _S.REVIEWING,
        (_S.RECORDED, _E.TRANSCRIBE): _S.TRANSCRIBING,
        (_S.RECORDED, _E.WRITE): _S.WRITING,
        (_S.RECORDED, _E.LISTEN): _S.LISTENED,
        (_S.TRANSCRIBING, _E.FINISH_TRANSCRIBING): _S.REVIEWING,
        (_S.TRANSCRIBING, _E.FAIL_TRANSCRIBING): _S.RECORDED,
        (_S.TRANSCRIBING, _E.WRITE): _S.WRITING,
        (_S.REVIEWING, _E.APPROVE): _S.APPROVED,
        (_S.WRITING, _E.APPROVE): _S.APPROVED,
        (_S.WRITING, _E.AGREE_AGAIN): _S.AGREEING,
        (_S.WRITING, _E.TRANSCRIBE): _S.TRANSCRIBING,
        **{(one, _E.DISCARD_RECORDING): _S.AGREED for one in _WITH_A_RECORDING},
        **{(one, _E.REVIEW_AGAIN): _S.REVIEWING for one in (*_READY, _S.HANDED_OVER)},
        **{(one, _E.WRITE_AGAIN): _S.WRITING for one in (*_READY, _S.HANDED_OVER)},
        **{(one, _E.LISTEN_AGAIN): _S.RECORDED for one in (*_READY, _S.HANDED_OVER)},
        **{(one, _E.HAND_OVER): _S.HANDED_OVER for one in (*_READY, _S.HANDED_OVER)},
        **{(one, _E.GIVE_NOTHING): _S.CLOSED for one in _READY},
        (_S.HANDED_OVER, _E.SOUND_GOES): _S.HANDED_OVER,
        (_S.APPROVED, _E.HAND_OVER_LATER): _S.WAITING,
        (_S.LISTENED, _E.HAND_OVER_LATER): _S.WAITING,
        (_S.HANDED_OVER, _E.HAND_OVER_LATER): _S.WAITING,
        (_S.HANDED_OVER, _E.FINISH): _S.CLOSED,
        (_S.WAITING, _E.FINISH): _S.CLOSED,
        **{(one, _E.WITHDRAW): _S.CLOSED for one in _AFTER_AGREEING},
        (_S.RECORDING, _E.RECOVER): _S.RECORDED,
        (_S.PAUSED, _E.RECOVER): _S.RECORDED,
        (_S.TRANSCRIBING, _E.RECOVER): _S.RECORDED,
    }
)
"""The whole way. Only DECLINE, DISCARD_RECORDING, GIVE_NOTHING, FINISH and WITHDRAW delete it all.

Some sound goes as well where it was given up (KEEP_AS_IT_WAS) or spoken anew (FINISH_TRANSCRIBING),
and all of it where it served the typing alone (SOUND_GOES).
"""


class Way(Enum):
    """How something went home."""

    PRINT = "print"
    PLAY = "play"
    FOLDER = "folder"
    QR = "qr"
    STICK = "stick"
    OWN_COPY = "own_copy"
    """It did not go home: the practice keeps it, as was agreed."""


@dataclass(frozen=True, slots=True)
class HandOver:
    """One thing that went home, and when."""

    way: Way
    moment: datetime
    seconds: float | None = None
    """How long its sound is, with what is spoken before and behind it; None where nobody knows."""


@dataclass(frozen=True, slots=True)
class Session:
    """Everything that is known of one session; never changed, only replaced."""

    identity: str
    """Random; names its folder and says nothing of anybody."""
    started: datetime
    """When it was agreed; until then when it was laid on the desk. Stands on the sheet."""
    language: Language
    doctor: str
    state: State = State.AGREEING
    agreement: Agreement = field(default_factory=Agreement)
    recording: Recording = field(default_factory=Recording)
    transcript: Transcript | None = None
    summary: Summary | None = None
    review: Review = field(default_factory=Review)
    hand_overs: tuple[HandOver, ...] = ()
    patient: str = ""
    """A name that was typed to be printed on the sheet; it stands in no file that goes home."""
    edition: Edition = field(default_factory=Edition)
    statement: Statement | None = None
    """What goes home together, once that is known; each file carries it, and nothing changes it."""
    later: datetime | None = None
    """When it was last put aside, to be handed over later."""
    consult: Consult = Consult.USUAL
    headings: tuple[Heading, ...] = headings_of(Consult.USUAL, ())
    """What is spoken about, in this order."""
    leaflets: tuple[str, ...] = ()
    """Of the practice's own list, what was chosen to stand on the sheet."""
    insertion: Insertion | None = None
    """What is spoken anew, or more, for a text that stands; None once it is part of the whole."""
    sound_went: bool = False
    """Whether its sound was given up at hand-over: nothing of it can be heard again."""
    former: str = ""
    """The identity that it had with its sound, as long as that may still lie there."""

    @property
    def sound_goes_home(self) -> bool:
        """Whether there is sound that was agreed to go home."""
        return self.agreement.take_home.has_sound and bool(self.recording.takes)

    @property
    def has_nothing_new(self) -> bool:
        """Whether something was to be spoken anew, or more, and no word of it was."""
        return self.insertion is not None and not self.spoken.takes

    @property
    def topics(self) -> tuple[Topic, ...]:
        """What is spoken about in this kind of talk, in the order of its headings."""
        return tuple(one.topic for one in self.headings)

    @property
    def spoken(self) -> Recording:
        """What is to be typed: of a text that stands what was spoken anew alone, else all."""
        if self.insertion is None:
            return self.recording
        return self.recording.since(self.insertion.first_take)


class EventNotAllowedError(Exception):
    """The program asked for an event that this session does not allow: a mistake of ours."""


def allowed_events(session: Session) -> frozenset[Event]:
    """What may happen now: by the table, and by what this session holds."""
    return frozenset(
        event
        for state, event in TRANSITIONS
        if state is session.state and _is_possible(session, event)
    )


def advanced(session: Session, event: Event) -> Session:
    """The session after an event; raises EventNotAllowedError."""
    if event not in allowed_events(session):
        raise EventNotAllowedError(session.state, event)
    return _with_consequences(replace(session, state=TRANSITIONS[session.state, event]), event)


def _with_consequences(session: Session, event: Event) -> Session:
    """What an event takes away: nothing of a deleted recording stays, nor of an older sheet."""
    is_over = session.state is State.CLOSED
    if is_over or event is Event.DISCARD_RECORDING:
        return replace(
            session,
            leaflets=() if is_over else session.leaflets,
            patient="",
            # A sheet that went home is still there when all is spoken anew.
            edition=Edition() if is_over else _next_edition(session),
            recording=Recording(),
            insertion=None,
            transcript=None,
            summary=None,
            review=Review(),
            hand_overs=(),
            statement=None,
        )
    if event in (Event.REVIEW_AGAIN, Event.WRITE_AGAIN, Event.LISTEN_AGAIN):
        # What was handed over is no longer what the text says.
        return replace(
            session,
            hand_overs=(),
            statement=None,
            edition=_next_edition(session),
            review=_review_again(session),
        )
    if event in (Event.APPROVE, Event.LISTEN):
        # What was stated of an earlier text or sound is not said of this one.
        session = replace(session, statement=None)
    if event in (Event.KEEP_AS_IT_WAS, Event.SOUND_GOES):
        return _with_less_sound(session, event)
    if event is Event.SPEAK_ON and session.transcript is None:
        # What comes was heard by nobody yet; what was heard before it needs no second time.
        session = replace(session, review=replace(session.review, heard_whole=False))
    if event is Event.SPEAK_ON and session.insertion is None and session.transcript is not None:
        # What comes can only be added: no word of what stands there is touched by it.
        return replace(session, insertion=_addition(session))
    if event is Event.WRITE and session.transcript is not None:
        # What the doctor typed stays; what the computer typed is not theirs.
        return replace(session, transcript=None, summary=None, review=Review())
    return session


def _with_less_sound(session: Session, event: Event) -> Session:
    recording, insertion = session.recording, session.insertion
    if event is Event.SOUND_GOES:
        # The sheet still says that an interpreter spoke.
        kept = Recording(interpreted=recording.interpreted)
        return replace(session, recording=kept, sound_went=True)
    if insertion is None:
        return session
    return replace(session, recording=recording.before(insertion.first_take), insertion=None)


def _review_again(session: Session) -> Review:
    """Without its sound nobody can check a text again, and the next sheet says so."""
    if session.sound_went:
        return Review(unheard=session.transcript is not None)
    return replace(session.review, unheard=False)


def _next_edition(session: Session) -> Edition:
    """What went home stays there: the next sheet says that it takes the place of that one."""
    if not session.hand_overs:
        return session.edition
    return replace(
        session.edition,
        version=session.edition.version + 1,
        before=session.hand_overs[0].moment,
    )


def _addition(session: Session) -> Insertion:
    end = len(session.summary.words) if session.summary else 0
    return Insertion(end, end, session.recording.next_number)


def _is_possible(session: Session, event: Event) -> bool:  # noqa: C901, PLR0911, PLR0912 - one answer for each event
    agreement, recorded = session.agreement, bool(session.recording.takes)
    match event:
        case Event.AGREE:
            return agreement.is_complete
        case Event.AGREE_AGAIN:
            return not recorded and not session.sound_went
        case Event.START_RECORDING | Event.RESUME:
            return agreement.allows_microphone
        case Event.SPEAK_ON | Event.SPEAK_AGAIN:
            # What more is found of the text that stands would be lost.
            return agreement.allows_microphone and not session.review.awaits_more
        case Event.KEEP_AS_IT_WAS:
            return session.insertion is not None
        case Event.WRITE:
            # What is spoken anew has taken its place by then, or is given up: the sound goes home.
            can_sound = recorded or not agreement.take_home.is_recorded
            return agreement.take_home.has_text and can_sound and session.insertion is None
        case Event.HAND_OVER_LATER:
            # The sound that serves the typing alone is kept until something went home, no longer.
            return not (agreement.take_home.serves_typing and session.hand_overs)
        case Event.SOUND_GOES:
            return agreement.take_home.serves_typing and recorded and bool(session.hand_overs)
        case Event.FINISH_TRANSCRIBING:
            return session.insertion is None
        case Event.TRANSCRIBE:
            return recorded and agreement.take_home.has_text and not session.has_nothing_new
        case Event.LISTEN:
            return (
                recorded and agreement.take_home is TakeHome.SOUND_ONLY and session.review.is_done
            )
        case Event.LISTEN_AGAIN:
            return agreement.take_home is TakeHome.SOUND_ONLY
        case Event.REVIEW_AGAIN:
            return session.transcript is not None and not session.sound_went
        case Event.WRITE_AGAIN:
            is_typed_by_hand = session.transcript is None or session.sound_went
            written = is_typed_by_hand and session.summary is not None
            return agreement.take_home.has_text and written
        case Event.DISCARD_RECORDING:
            return recorded or session.state is State.RECORDING
        case Event.FINISH:
            return bool(session.hand_overs)
        case Event.GIVE_NOTHING:
            return not session.hand_overs
        case Event.APPROVE:
            checked = session.state is State.WRITING or session.review.is_done
            written = session.summary is not None and not session.summary.is_empty
            # Who wants no recording may go home with information alone.
            informed = not agreement.take_home.is_recorded and bool(session.leaflets)
            return checked and (written or informed)
        case _:
            return True
