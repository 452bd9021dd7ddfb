"""Of a correction that changes a risk it is asked once who was wrong."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import takewhile
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from naklank.core.agreement import TakeHome
from naklank.core.meaning import changes_meaning
from naklank.core.session import Event, State

if TYPE_CHECKING:
    from collections.abc import Callable

    from naklank.core.ports.language import Lexicon
    from naklank.core.summary import Summary
    from naklank.core.topics import Topic
    from naklank.core.transcript import Language, Stretch
    from naklank.workflow.editing_flow import EditingFlow
    from naklank.workflow.session_controller import SessionController


@dataclass(frozen=True, slots=True)
class Doubtful:
    """Words from `first` to before `end` that somebody typed over with a text; not changed yet.

    `said` and `typed` are what of it differs. `topic` is the one that can be spoken anew, None
    where that is what stands before the first heading, or all of it.
    """

    first: int
    end: int
    text: str
    said: str
    typed: str
    topic: Topic | None
    is_all: bool


class Questioning(QObject):
    """Corrections by hand; while the answer is awaited, nothing is changed.

    The computer may have misheard. Or somebody said it wrong: then the sound is wrong as well, and
    must not go home beside a paper that says something else.
    """

    asked = Signal(object)
    """A Doubtful correction."""

    def __init__(
        self,
        controller: SessionController,
        editing: EditingFlow,
        lexicon: Callable[[Language], Lexicon],
    ) -> None:
        super().__init__(controller)
        self._controller = controller
        self._editing = editing
        self._lexicon = lexicon
        self._misheard: list[Stretch] = []
        """Where somebody said already that the computer was wrong."""
        controller.began.connect(self._misheard.clear)
        controller.happened.connect(self._on_happened)

    def correct(self, first: int, end: int, text: str) -> None:
        """Other words stand in the text, or it is asked first who was wrong."""
        summary = self._controller.session.summary
        if self._controller.state is not State.REVIEWING or summary is None:
            return
        doubtful = _doubtful(summary, first, end, text)
        if self._must_ask(summary, doubtful):
            self.asked.emit(doubtful)
        else:
            self._editing.correct(first, end, text)

    def misheard(self, doubtful: Doubtful) -> None:
        """The computer was wrong: the sound says what stands there from now on."""
        summary = self._controller.session.summary
        if summary is not None:
            self._misheard += summary.sounds[doubtful.first : doubtful.end]
        self._editing.correct(doubtful.first, doubtful.end, doubtful.text)

    def give_paper_only(self, doubtful: Doubtful) -> None:
        """The sound says something else, and stays here until it is deleted."""
        agreement = replace(self._controller.session.agreement, take_home=TakeHome.PAPER_ONLY)
        self._editing.correct(doubtful.first, doubtful.end, doubtful.text, agreement)

    def _on_happened(self, event: Event) -> None:
        """In another recording, or one that was cut, a second is another moment."""
        if event in (Event.DISCARD_RECORDING, Event.TRANSCRIBE):
            self._misheard.clear()

    def _must_ask(self, summary: Summary, doubtful: Doubtful) -> bool:
        session = self._controller.session
        if not session.agreement.take_home.is_heard_at_home:
            return False
        sounds = summary.sounds[doubtful.first : doubtful.end]
        if sounds and all(_lies_in(one, self._misheard) for one in sounds):
            return False
        before = [word.text for word in summary.words[doubtful.first : doubtful.end]]
        lexicon = self._lexicon(session.language)
        return changes_meaning(before, doubtful.text.split(), lexicon)


def _doubtful(summary: Summary, first: int, end: int, text: str) -> Doubtful:
    old, new = [word.text for word in summary.words[first:end]], text.split()
    alike = _alike(old, new)
    behind = _alike(old[alike:][::-1], new[alike:][::-1])
    said, typed = (" ".join(words[alike : len(words) - behind]) for words in (old, new))
    passage = summary.passage_of(min(first, len(summary.words) - 1))
    is_all = summary.is_all(passage.first, passage.end)
    return Doubtful(first, end, text, said, typed, passage.topic, is_all)


def _alike(old: list[str], new: list[str]) -> int:
    """How many words both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))


def _lies_in(sound: Stretch, others: list[Stretch]) -> bool:
    return any(one.start <= sound.start and sound.end <= one.end for one in others)
