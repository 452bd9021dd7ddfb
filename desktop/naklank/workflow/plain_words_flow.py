"""Plainer words on request: what is found in the text, and what the doctor takes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from naklank.core.plain_words import plain_offers
from naklank.core.session import State

if TYPE_CHECKING:
    from collections.abc import Callable

    from naklank.core.plain_words import PlainOffer
    from naklank.core.ports.wording import PlainWords
    from naklank.core.transcript import Language
    from naklank.workflow.editing_flow import EditingFlow
    from naklank.workflow.session_controller import SessionController


class PlainWordsFlow(QObject):
    """Finds and puts in, while the text is checked and at no other time."""

    def __init__(
        self,
        controller: SessionController,
        editing: EditingFlow,
        plain_words: Callable[[Language], PlainWords],
    ) -> None:
        super().__init__(controller)
        self._controller = controller
        self._editing = editing
        self._plain_words = plain_words

    def offers(self) -> tuple[PlainOffer, ...]:
        """For the text as it stands now; three hundred words take some milliseconds."""
        session = self._controller.session
        if session.state is not State.REVIEWING or session.summary is None:
            return ()
        return plain_offers(session.summary, self._plain_words(session.language))

    def take(self, offer: PlainOffer) -> None:
        """As if it had been typed: a check whose words change must be heard and confirmed anew.

        One that was made for another text is not put in, nor is a remark.
        """
        summary = self._controller.session.summary
        if summary is not None and offer.instead and offer in self.offers():
            self._editing.correct(offer.first, offer.end, offer.put_in(summary))
