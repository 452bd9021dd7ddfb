"""What the self-test asks of keys and settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from naklank.core.errors import ErrorCode
from naklank.core.keys import KeyPlace
from naklank.core.selftest import Finding, Item, Outcome, Probe
from naklank.core.selftest_judging import judge_keyring

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from naklank.core.errors import NaklankError
    from naklank.storage.keys import KeyStore


def keyring_probe(stores: Mapping[KeyPlace, KeyStore], chosen: Callable[[], KeyPlace]) -> Probe:
    """Has a trial key written, read back and deleted; may ask the user to unlock the keyring."""

    def find(_stopped: object) -> Finding:
        place = chosen()
        works = stores[KeyPlace.KEYRING].is_usable()
        is_chosen = place is KeyPlace.KEYRING
        outcome = judge_keyring(
            works=works,
            is_chosen=is_chosen,
            chosen_works=works if is_chosen else stores[place].is_usable(),
        )
        return Finding(Item.KEYRING, outcome, {"place": place.value})

    return Probe(Item.KEYRING, find)


def settings_probe(problems: Sequence[NaklankError]) -> Probe:
    """Of what was wrong when settings and policy were read; the gravest is told."""
    codes = {problem.code for problem in problems}
    outcome = Outcome.SETTINGS_SOUND
    if ErrorCode.SETTINGS_NEWER in codes:
        outcome = Outcome.SETTINGS_NEWER
    if ErrorCode.SETTINGS_BROKEN in codes:
        outcome = Outcome.SETTINGS_BROKEN
    if ErrorCode.POLICY_BROKEN in codes:
        outcome = Outcome.POLICY_BROKEN
    return Probe(Item.SETTINGS, lambda _: Finding(Item.SETTINGS, outcome))
