"""What every typist does: the real one, and the fake that stands for it in other tests."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from naklank.audio.reading import resample
from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.transcript import Segment, Transcript, Word
from naklank.speech.engine import SAMPLE_RATE
from naklank.speech.engines import DEFAULT_ENGINE
from naklank.speech.sources import Sources, TypingModel
from naklank.speech.typist import SpeechTypist
from support.fake_typist import FakeTypist
from support.processes import speech_process
from support.sounds import to_whisper
from support.spoken import spoken_takes
from support.typing_listener import PATIENCE, TypingListener

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from naklank.audio.sound import Sound
    from naklank.core.ports.speech import Typist
    from naklank.core.recording import SoundFile
    from naklank.speech.engine import Samples

ONE = spoken_takes(1, 2)
OTHER = spoken_takes(3)

TYPED = Transcript(
    "en",
    4.0,
    (
        Segment((Word(0.0, 1.0, "What", 0.9), Word(1.0, 2.0, "now?", 0.9))),
        Segment((Word(2.0, 4.0, "Rest.", 0.9),)),
    ),
)


@dataclass
class Subject:
    """A typist, what it was asked to type, and how it is slowed down and broken."""

    typist: Typist
    asked: Callable[[], list[Sequence[SoundFile]]]
    break_typing: Callable[[], None]
    hold: Callable[[], None] = lambda: None
    release: Callable[[], None] = lambda: None


@pytest.fixture
def real(model: Path, sample: Sound) -> Iterator[Subject]:
    """Slow enough by itself."""
    asked: list[Sequence[SoundFile]] = []

    def read(files: Sequence[SoundFile]) -> Samples:
        asked.append(files)
        return resample(sample, SAMPLE_RATE).samples[: 25 * SAMPLE_RATE]

    typist = SpeechTypist(DEFAULT_ENGINE, Sources(lambda: TypingModel(model), read, to_whisper))
    yield Subject(typist, lambda: asked, lambda: speech_process().kill())
    typist.close()


@pytest.fixture
def fake() -> Iterator[Subject]:
    typist = FakeTypist(TYPED)
    yield Subject(
        typist,
        lambda: [spoken.files for spoken in typist.asked],
        partial(typist.fail_next, NaklankError(ErrorCode.ENGINE_DIED)),
        typist.hold,
        typist.release,
    )
    typist.close()


@pytest.fixture(params=["real", "fake"])
def subject(request: pytest.FixtureRequest) -> Subject:
    found: Subject = request.getfixturevalue(request.param)
    return found


def test_it_types_on_a_thread_of_its_own(subject: Subject) -> None:
    listener = TypingListener()
    subject.typist.start(listener.on_ready)
    assert listener.wait_until_ready() is None
    subject.typist.type_out(ONE, listener)
    transcript = listener.transcript()
    assert transcript.words[0].text == "What"
    assert len(listener.seconds) >= 2
    assert listener.seconds == sorted(listener.seconds)
    assert listener.seconds[-1] == pytest.approx(transcript.words[-1].end, abs=1.0)
    assert subject.asked() == [ONE.files]
    assert threading.current_thread() not in listener.threads


def test_asking_returns_at_once(subject: Subject) -> None:
    returned = threading.Event()
    waited: list[bool] = []

    def wait() -> None:
        waited.append(returned.wait(PATIENCE))

    listener = TypingListener(during=wait)
    subject.typist.start(lambda _error: wait())
    subject.typist.type_out(ONE, listener)
    returned.set()
    listener.transcript()
    assert waited == [True, True]


def test_it_types_without_having_been_started_and_in_the_order_asked(subject: Subject) -> None:
    first, second = TypingListener(), TypingListener()
    order: list[TypingListener] = []
    first.during = partial(order.append, first)
    second.during = partial(order.append, second)
    subject.typist.type_out(ONE, first)
    subject.typist.type_out(OTHER, second)
    assert first.transcript() == second.transcript()
    assert order == [first, second]
    assert subject.asked() == [ONE.files, OTHER.files]


def test_cancelled_in_the_middle_it_types_again(subject: Subject) -> None:
    subject.hold()
    amid = threading.Event()
    listener = TypingListener(during=amid.set)
    subject.typist.type_out(ONE, listener)
    assert amid.wait(PATIENCE)
    subject.typist.cancel()
    assert listener.error().code is ErrorCode.CANCELLED
    subject.release()
    subject.typist.type_out(ONE, listener)
    assert listener.transcript().words[0].text == "What"
    assert listener.has_heard_all


def test_cancelled_while_it_loads_it_never_types_and_is_ready(subject: Subject) -> None:
    subject.hold()
    ready, cancelled, later = TypingListener(), TypingListener(), TypingListener()
    subject.typist.start(ready.on_ready)
    subject.typist.type_out(ONE, cancelled)
    subject.typist.cancel()
    assert cancelled.error().code is ErrorCode.CANCELLED
    subject.release()
    assert ready.wait_until_ready() is None
    subject.typist.type_out(OTHER, later)
    later.transcript()
    assert cancelled.seconds == []
    assert cancelled.has_heard_all


def test_cancelling_nothing_changes_nothing(subject: Subject) -> None:
    listener = TypingListener()
    subject.typist.cancel()
    subject.typist.type_out(ONE, listener)
    listener.doubted()
    subject.typist.cancel()
    subject.typist.type_out(ONE, listener)
    listener.doubted()


def test_after_a_failure_the_text_can_be_asked_for_again(subject: Subject) -> None:
    listener = TypingListener(during=subject.break_typing)
    subject.typist.type_out(ONE, listener)
    assert listener.error().code is ErrorCode.ENGINE_DIED
    subject.typist.type_out(ONE, listener)
    assert listener.transcript().words[0].text == "What"
    assert listener.has_heard_all


def test_the_doubts_come_behind_the_text(subject: Subject) -> None:
    listener = TypingListener()
    subject.typist.type_out(ONE, listener)
    transcript, doubted = listener.transcript(), listener.doubted()
    assert doubted.words == transcript.words
    assert doubted.doubts[: len(transcript.doubts)] == transcript.doubts
    assert listener.has_heard_all


def test_cancelled_behind_the_text_no_doubts_come(subject: Subject) -> None:
    listener = TypingListener(behind=subject.typist.cancel)
    subject.typist.type_out(ONE, listener)
    listener.transcript()
    assert listener.error().code is ErrorCode.CANCELLED
    subject.typist.close()
    assert listener.has_heard_all
    assert listener.has_no_doubts


def test_what_fails_behind_the_text_is_told_and_the_text_stands(subject: Subject) -> None:
    listener = TypingListener(behind=subject.break_typing)
    subject.typist.type_out(ONE, listener)
    assert listener.transcript().words
    assert listener.error().code is ErrorCode.ENGINE_DIED
    assert listener.has_heard_all


def test_closed_amid_typing_the_last_word_is_heard_before(subject: Subject) -> None:
    subject.hold()
    amid = threading.Event()
    typing, waiting = TypingListener(during=amid.set), TypingListener()
    subject.typist.type_out(ONE, typing)
    subject.typist.type_out(OTHER, waiting)
    assert amid.wait(PATIENCE)
    subject.typist.close()
    for listener in (typing, waiting):
        assert not listener.has_heard_all
        assert listener.error().code is ErrorCode.CANCELLED
        assert listener.has_heard_all


def test_closed_while_it_loads_the_last_word_is_heard_before(subject: Subject) -> None:
    subject.hold()
    listener = TypingListener()
    subject.typist.start(listener.on_ready)
    subject.typist.close()
    assert not listener.has_heard_all
    error = listener.wait_until_ready()
    assert error is not None
    assert error.code is ErrorCode.CANCELLED


def test_closing_before_anything_and_twice_is_no_error(subject: Subject) -> None:
    subject.typist.close()
    subject.typist.close()


def test_nothing_can_be_asked_of_a_closed_one(subject: Subject) -> None:
    subject.typist.close()
    with pytest.raises(RuntimeError):
        subject.typist.type_out(ONE, TypingListener())
