"""What the doctor reads aloud before the microphone opens."""

from __future__ import annotations

import pytest

from naklank.core.agreement import Agreement, TakeHome
from naklank.core.transcript import Language
from naklank.sentences.agreement import invitation
from naklank.translation import speaking

_RULE: dict[Language, str] = {
    "nl": "Zet de opname niet op internet zonder ja van uw arts.",
    "en": "Do not put the recording on the internet without a yes from your doctor.",
}
_WITH_A_SHEET_THAT_SAYS_IT = {TakeHome.SOUND_AND_PAPER}


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("take_home", TakeHome)
def test_whoever_has_sound_and_no_sheet_beside_it_is_told_that_it_is_not_for_the_internet(
    take_home: TakeHome, language: Language
) -> None:
    is_told = take_home.is_heard_at_home and take_home not in _WITH_A_SHEET_THAT_SAYS_IT
    for keeps_copy in (False, True):
        with speaking(language):
            said = invitation(Agreement(take_home=take_home), keeps_copy=keeps_copy)
        assert (_RULE[language] in said) is is_told
        assert ("internet" in said) is is_told
