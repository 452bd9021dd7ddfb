from __future__ import annotations

import pytest

from naklank.core.agreement import (
    COMPANIONS,
    LARGEST_GROUP,
    Agreement,
    Deciding,
    Participant,
    Role,
    TakeHome,
)


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

    with_relative = agreed.with_participant(Role.RELATIVE)
    assert not with_relative.allows_microphone
    assert with_relative.with_answer(1, agrees=True).allows_microphone


def test_one_no_closes_the_microphone_for_all() -> None:
    refused = Agreement().with_answer(0, agrees=True).with_participant(Role.COLLEAGUE)
    refused = refused.with_answer(1, agrees=False)

    assert refused.is_refused
    assert not refused.is_complete
    assert refused.without_participant(1).is_complete


@pytest.mark.parametrize(
    ("deciding", "asked"),
    [
        (Deciding.PATIENT, [Role.PATIENT]),
        (Deciding.CHILD_AND_PARENT, [Role.CHILD, Role.PARENT]),
        (Deciding.PARENT, [Role.PARENT]),
        (Deciding.REPRESENTATIVE, [Role.REPRESENTATIVE]),
        (Deciding.GROUP, [Role.GROUP]),
    ],
)
def test_who_decides_is_asked_and_stays(deciding: Deciding, asked: list[Role]) -> None:
    agreement = Agreement().decided_by(deciding).with_participant(Role.COLLEAGUE)

    assert agreement.deciding is deciding
    assert [one.role for one in agreement.participants] == [*asked, Role.COLLEAGUE]
    for at in range(len(asked)):
        with pytest.raises(ValueError, match="decides"):
            agreement.without_participant(at)
    assert agreement.without_participant(len(asked)).deciding is deciding


@pytest.mark.parametrize("deciding", Deciding)
@pytest.mark.parametrize("companions", [(), *((one,) for one in COMPANIONS), COMPANIONS])
def test_the_microphone_opens_at_the_last_yes_and_closes_at_the_first_no(
    deciding: Deciding, companions: tuple[Role, ...]
) -> None:
    agreement = Agreement().decided_by(deciding)
    for role in companions:
        agreement = agreement.with_participant(role)
    people = len(agreement.participants)

    for at in range(people):
        assert not agreement.allows_microphone
        agreement = agreement.with_answer(at, agrees=True)
    assert agreement.allows_microphone
    for at in range(people):
        refused = agreement.with_answer(at, agrees=False)
        assert refused.is_refused
        assert not refused.allows_microphone


@pytest.mark.parametrize("before", Deciding)
@pytest.mark.parametrize("after", Deciding)
def test_no_yes_is_taken_for_that_of_somebody_else(before: Deciding, after: Deciding) -> None:
    agreed = Agreement().decided_by(before).with_participant(Role.RELATIVE)
    for at in range(len(agreed.participants)):
        agreed = agreed.with_answer(at, agrees=True)

    other = agreed.decided_by(after)
    if before is after:
        assert other == agreed
    else:
        assert [one.agrees for one in other.participants[: other.deciders]] == (
            [None] * other.deciders
        )
        assert other.participants[-1].agrees is True


def test_a_group_of_another_number_is_asked_again() -> None:
    group = Agreement().decided_by(Deciding.GROUP).with_count(8).with_answer(0, agrees=True)

    assert group.copies == 8
    assert group.with_count(8).allows_microphone
    assert not group.with_count(9).allows_microphone
    for count in (0, 1, LARGEST_GROUP + 1):
        with pytest.raises(ValueError, match="group"):
            group.with_count(count)
    assert Agreement().with_count(8).copies == 1


@pytest.mark.parametrize(
    ("take_home", "recorded", "sound", "text"),
    [
        (TakeHome.SOUND_AND_PAPER, True, True, True),
        (TakeHome.SOUND_ONLY, True, True, False),
        (TakeHome.PAPER_ONLY, True, False, True),
        (TakeHome.TYPED, False, False, True),
        (TakeHome.OWN_PHONE, True, False, True),
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
