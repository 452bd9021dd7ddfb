from __future__ import annotations

import pytest

from naklank.core.agreement import Agreement, Participant, Role, TakeHome


def test_nobody_is_asked_yet_and_nothing_is_allowed() -> None:
    fresh = Agreement()

    assert [one.role for one in fresh.participants] == [Role.PATIENT]
    assert fresh.participants[0].agrees is None
    assert not fresh.allows_microphone
    assert not fresh.is_complete
    assert not fresh.is_refused


def test_each_further_person_must_say_yes_too() -> None:
    agreed = Agreement().with_answer(0, agrees=True)
    assert agreed.allows_microphone

    with_child = agreed.with_participant(Role.CHILD)
    assert not with_child.allows_microphone
    assert with_child.with_answer(1, agrees=True).allows_microphone


def test_one_no_closes_the_microphone_for_all() -> None:
    refused = Agreement().with_answer(0, agrees=True).with_participant(Role.COLLEAGUE)
    refused = refused.with_answer(1, agrees=False)

    assert refused.is_refused
    assert not refused.is_complete
    assert refused.without_participant(1).is_complete


def test_the_patient_stays() -> None:
    with pytest.raises(ValueError, match="patient"):
        Agreement().without_participant(0)


@pytest.mark.parametrize(
    ("take_home", "recorded", "sound", "text"),
    [
        (TakeHome.SOUND_AND_PAPER, True, True, True),
        (TakeHome.SOUND_ONLY, True, True, False),
        (TakeHome.PAPER_ONLY, True, False, True),
        (TakeHome.TYPED, False, False, True),
    ],
)
def test_what_goes_home(take_home: TakeHome, recorded: bool, sound: bool, text: bool) -> None:  # noqa: FBT001
    assert (take_home.is_recorded, take_home.has_sound, take_home.has_text) == (
        recorded,
        sound,
        text,
    )


def test_typing_opens_no_microphone_even_with_a_yes() -> None:
    typed = Agreement((Participant(Role.PATIENT, agrees=True),), TakeHome.TYPED)

    assert typed.is_complete
    assert not typed.allows_microphone
