"""What patients hear and read is plain: short sentences, and an easy score for Dutch.

Flesch-Douma, by textstat: 100 is very easy, 60 plain, 30 hard. The threshold is ours; it is no
proof of a level of language such as B1.
"""

from __future__ import annotations

import json
import re

import pytest
import textstat

from naklank.core.agreement import Agreement, Deciding, TakeHome
from naklank.foundation.paths import resource
from naklank.sentences.agreement import invitation

EASIEST = 70
"""The score that each text must have at the least."""
LONGEST = 16
"""Words in a sentence at the most."""


def _texts() -> dict[str, str]:
    found = {}
    for take_home in TakeHome:
        for deciding in (Deciding.PATIENT, Deciding.GROUP):
            for keeps_copy in (False, True):
                agreement = Agreement(take_home=take_home).decided_by(deciding)
                text = invitation(agreement, keeps_copy=keeps_copy)
                found[f"{take_home.value} {deciding.value} {keeps_copy}"] = text
    for name in ("nl", "simple"):
        title, *lines = resource(f"notice/{name}.txt").read_text("utf-8").strip().splitlines()
        found[f"notice {name}"] = " ".join((f"{title}.", *lines))
    sheet = json.loads(resource("sheet/nl.json").read_text("utf-8"))
    for sharing in ("sharing", "sound_sharing"):
        rules = (sheet[sharing], sheet["typed_by"]["checked"], sheet["emergency"], sheet["ask"])
        found[f"the rules on the sheet, {sharing}"] = " ".join(rules)
    return found


def _score(text: str) -> float:
    textstat.set_lang("nl")
    return float(textstat.flesch_reading_ease(text))


@pytest.mark.parametrize("name", _texts())
def test_every_text_for_patients_is_easy_to_read(name: str) -> None:
    text = _texts()[name]
    assert _score(text) >= EASIEST
    for sentence in re.split(r"[.?!:;]\s*", text):
        assert len(sentence.split()) <= LONGEST, sentence


def test_a_hard_text_would_be_found() -> None:
    hard = (
        "De geneeskundigebehandelingsovereenkomst verplicht de zorgverlener tot "
        "dossiervoering overeenkomstig de toepasselijke beroepsrichtlijnen."
    )
    assert _score(hard) < EASIEST / 2
