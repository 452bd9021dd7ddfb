"""The summaries that are kept, by time and doctor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from naklank.sentences.kept import moment_text, state_text
from naklank.translation import tr
from naklank.ui.theme import TARGET, scaled

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from naklank.core.session import Session

_HIGH = 58
"""Pixels of two lines."""


class KeptList(QListWidget):
    """Two lines for each: when and by whom; how far it came and when it is deleted.

    Never for whom.
    """

    def __init__(
        self,
        deadline: Callable[[Session], datetime],
        awaits_copy: Callable[[Session], bool],
        parent: QWidget | None = None,
    ) -> None:
        """When each is deleted, or whether it waits for the practice's copy."""
        super().__init__(parent)
        self._deadline = deadline
        self._awaits_copy = awaits_copy
        self.sessions: tuple[Session, ...] = ()
        self.setAccessibleName(tr("Summaries that wait on this computer"))

    @property
    def chosen(self) -> Session | None:
        """The one that the list stands at; None in an empty list."""
        row = self.currentRow()
        return self.sessions[row] if 0 <= row < len(self.sessions) else None

    def set_sessions(self, sessions: Sequence[Session], now: datetime) -> None:
        """Show these; the chosen one stays chosen as long as it is among them."""
        before, row = self.chosen, self.currentRow()
        self.sessions = tuple(sessions)
        self.clear()
        for session in self.sessions:
            item = QListWidgetItem(self._words(session, now))
            item.setSizeHint(QSize(0, max(TARGET, scaled(_HIGH))))
            self.addItem(item)
        known = [one.identity for one in self.sessions]
        if before is not None and before.identity in known:
            row = known.index(before.identity)
        self.setCurrentRow(min(max(0, row), len(known) - 1))

    def _words(self, session: Session, now: datetime) -> str:
        moment = moment_text(session.started, now)
        first = " · ".join(filter(None, (moment[:1].upper() + moment[1:], session.doctor)))
        if self._awaits_copy(session):
            words = tr("{state} · waits until it is finished: the practice keeps a copy")
            return f"{first}\n{words.format(state=state_text(session))}"
        over = moment_text(self._deadline(session), now)
        words = tr("{state} · is deleted {moment}")
        return f"{first}\n{words.format(state=state_text(session), moment=over)}"
