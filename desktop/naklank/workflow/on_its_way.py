"""What is on its way out of the room, and whether it may still arrive."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from naklank.core.session import Event, State, Way

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from naklank.workflow.session_controller import SessionController


@dataclass(eq=False, slots=True)
class Errand:
    """One thing on its way."""

    way: Way
    identity: str
    """Of the session that it belongs to."""
    content: object
    _is_wanted: bool = True
    _outlives: bool = False

    def is_wanted(self) -> bool:
        """Whether that session has neither left the desk nor been taken back. On any thread."""
        return self._is_wanted

    def overtake(self) -> None:
        """It is wanted no more, whatever comes; unless it outlives its session on the desk."""
        self._is_wanted = self._outlives and self._is_wanted

    def outlive(self) -> None:
        """Its session waits as it is, and what is on its way may arrive beside the next one."""
        self._outlives = True


@dataclass(frozen=True, slots=True)
class Carrier:
    """How files are carried out, each off the main thread."""

    write: Callable[[Mapping[str, bytes]], Path]
    """Gives the folder that it made for them."""
    remove: Callable[[Path, Mapping[str, bytes]], bool]
    """Whether nothing of what was written is left there, nor was taken on from there."""
    let_go: Callable[[], bool] = lambda: True
    """Whether what they were written to can be taken away."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """What became of an errand."""

    folder: Path | None = None
    is_let_go: bool = True
    stays: bool = True
    """False where it was overtaken in time: nothing went out, or it was removed again."""


class OnItsWay(QObject):
    """Knows all errands, and which of them were overtaken by what happened to their session."""

    changed = Signal()
    """Something has set out, or has come to an end."""

    def __init__(self, controller: SessionController) -> None:
        super().__init__(controller)
        self._controller = controller
        self._errands: list[Errand] = []
        controller.changed.connect(self._on_changed)

    def has(self, *ways: Way) -> bool:
        """Whether the session at hand is on its way out by one of these ways."""
        identity = self._controller.session.identity
        return any(one.identity == identity and one.way in ways for one in self._errands)

    def begin(self, way: Way) -> Errand:
        """What the session holds now sets out."""
        controller = self._controller
        errand = Errand(way, controller.session.identity, what_may_go(controller))
        self._errands.append(errand)
        self.changed.emit()
        return errand

    def end(self, errand: Errand) -> None:
        """It arrived, or never will."""
        self._errands.remove(errand)
        self.changed.emit()

    def _on_changed(self) -> None:
        """Once taken back it stays so, though the same text is approved again meanwhile."""
        session = self._controller.session
        for one in self._errands:
            waits = one.identity == session.identity and session.state is State.WAITING
            if waits and one.way is Way.PRINT:  # the patient stands at the printer
                one.outlive()
            elif what_may_go(self._controller) != one.content:
                one.overtake()


def carried(carrier: Carrier, make: Callable[[], Mapping[str, bytes]], errand: Errand) -> Arrival:
    """Write these files, and remove them again where the errand was overtaken meanwhile."""
    try:
        files = make()
    except Exception:
        if not errand.is_wanted():  # its sound was deleted under it
            return Arrival(stays=False)
        raise
    if not errand.is_wanted():
        return Arrival(stays=False)
    folder = carrier.write(files)
    if not errand.is_wanted():
        return Arrival(folder, stays=not carrier.remove(folder, files))
    return Arrival(folder, carrier.let_go())


def what_may_go(controller: SessionController) -> object:
    """What must be the same when an answer comes, for it to count; None while nothing may go.

    Not what stands around it, as the patient's name.
    """
    if Event.HAND_OVER not in controller.allowed:
        return None
    session = controller.session
    blocks = session.summary.blocks() if session.summary else ()
    return session.identity, session.recording, blocks, session.edition.version
