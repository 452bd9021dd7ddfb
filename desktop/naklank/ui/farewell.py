"""What is said of the session that has just left the desk."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from naklank.core.session import Event
from naklank.ui.parts.message_bar import MessageKind
from naklank.ui.questions import closed_text, folder_stays, overtaken_text, take_back

if TYPE_CHECKING:
    from naklank.core.agreement import Agreement
    from naklank.core.session import Way
    from naklank.ui.parts.message_bar import MessageBar, Saying
    from naklank.workflow.desk import Desk
    from naklank.workflow.on_its_way import Arrival


class Farewell(QObject):
    """Says what was deleted and what stays elsewhere, until the next patient's first answer."""

    def __init__(self, desk: Desk, messages: MessageBar, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._messages = messages
        self._take_back: tuple[Saying, ...] = ()
        """What the one who withdraws now may have to delete or bring back elsewhere."""
        self._said: tuple[Saying, Agreement] | None = None
        """The last one, and the agreement of the session after it at that moment."""
        desk.closed.connect(self._on_closed)
        desk.handing_over.overtaken.connect(self._on_overtaken)

    def withdraw(self) -> None:
        """Withdraw, and tell once more what is elsewhere: by then the session is gone."""
        folders = self._desk.handing_over.saved_folders
        self._take_back = tuple(take_back(self._desk.session, folders))
        self._desk.withdraw()
        self._take_back = ()

    def end(self) -> None:
        """Say it no more, if the next one has answered: it is not theirs."""
        if self._said is not None and self._said[1] != self._desk.session.agreement:
            self._messages.take_back(self._said[0])
            self._said = None

    def _on_closed(self, event: Event) -> None:
        elsewhere = self._take_back
        if event is Event.FINISH:
            left_behind = self._desk.handing_over.left_behind
            elsewhere = tuple(partial(folder_stays, folder) for folder in left_behind)
        say = partial(closed_text, event, elsewhere)
        self._said = say, self._desk.session.agreement
        self._messages.show_message(MessageKind.NOTICE, say)

    def _on_overtaken(self, way: Way, arrival: Arrival) -> None:
        """It may come while the next patient is there: nobody else would tell of it."""
        kind = MessageKind.WARNING if arrival.stays else MessageKind.NOTICE
        self._messages.add_message(kind, partial(overtaken_text, way, arrival))
