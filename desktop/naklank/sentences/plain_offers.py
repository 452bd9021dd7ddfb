"""A plainer wording as it is read: what stands there, what could stand there, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from naklank.core.plain_offers import PlainReason
from naklank.translation import tr

if TYPE_CHECKING:
    from naklank.core.plain_offers import PlainOffer
    from naklank.core.summary import Summary


def offer_text(offer: PlainOffer, summary: Summary) -> str:
    """Such as "dyspneu → benauwdheid"; of a remark the words alone."""
    words = offer.words(summary)
    return f"{words} → {offer.put_in(summary)}" if offer.instead else words


def reason_text(offer: PlainOffer) -> str:
    """Why it is offered, in a few words; a question where the doctor must find the words."""
    if offer.reason is PlainReason.LONG_SENTENCE:
        words = (
            tr("cut here: {count} words", "", offer.count)
            if offer.instead
            else tr("long: {count} words", "", offer.count)
        )
        return words.format(count=offer.count)
    if offer.instead:
        return {
            PlainReason.HARD_WORD: tr("hard word"),
            PlainReason.DOUBLE_NEGATION: tr("two times no"),
            PlainReason.FREQUENCY: tr("moments of the day; do they fit?"),
        }[offer.reason]
    if offer.reason is PlainReason.FREQUENCY:
        return tr("at which moment of the day?")
    return tr("two times no: say it the other way?")
