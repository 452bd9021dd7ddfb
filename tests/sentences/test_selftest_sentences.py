"""What people read of a self-test, and what a report never holds."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from naklank.core.selftest import Finding, Grade, Item, Outcome
from naklank.sentences.selftest import (
    as_json,
    grade_word,
    item_name,
    report,
    what_to_do,
    what_was_found,
)

MOMENT = datetime(2026, 11, 21, 14, 32, tzinfo=UTC)
FACTS: dict[str, str | int | float] = {
    "peak_dbfs": -12.34,
    "model": "small",
    "other": "base",
    "free_bytes": 12_340_000_000,
    "needed_bytes": 400_000_000,
    "seconds": 2.5,
    "cores": 4,
    "place": "file",
    "count": 2,
    "clock": "2026-11-21 14:32",
    "released": "2026-11-20",
    "processes": 3,
    "connections": 1,
    **dict.fromkeys(
        ("naklank", "python", "qt", "engine", "decoder", "printing", "system", "processor"), "1.2.3"
    ),
}


@pytest.mark.parametrize("outcome", Outcome)
def test_each_outcome_is_said_in_both_languages_with_what_to_do(
    outcome: Outcome, monkeypatch: pytest.MonkeyPatch
) -> None:
    finding = Finding(Item.DISK, outcome, FACTS)
    said = {}
    for language in ("nl", "en"):
        monkeypatch.setenv("NAKLANK_LANGUAGE", language)
        found, advice = what_was_found(finding), what_to_do(finding)
        assert found.endswith(".")
        assert bool(advice) is (outcome.grade is not Grade.GOOD)
        assert "{" not in found + advice
        said[language] = (found, advice)
    assert said["nl"][0] != said["en"][0]


def test_the_codes_begin_with_their_item() -> None:
    """So that whoever reads the JSON can tell them apart."""
    others = {Outcome.POLICY_BROKEN: "settings", Outcome.NOT_KNOWN: ""}
    codes = {one.value.partition("_")[0] for one in Outcome if one not in others}
    assert codes == {item.value for item in Item}


def test_each_item_and_grade_has_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    for language in ("nl", "en"):
        monkeypatch.setenv("NAKLANK_LANGUAGE", language)
        assert len({item_name(item) for item in Item}) == len(Item)
        assert len({grade_word(grade) for grade in Grade}) == len(Grade)


def test_numbers_have_a_comma_in_dutch_and_a_point_in_english(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    finding = Finding(Item.DISK, Outcome.DISK_ROOM, FACTS)
    assert "12,3 GB" in what_was_found(finding)
    monkeypatch.setenv("NAKLANK_LANGUAGE", "en")
    assert "12.3 GB" in what_was_found(finding)
    versions = Finding(Item.VERSIONS, Outcome.VERSIONS_TOLD, FACTS)
    assert "Python 1.2.3" in what_was_found(versions)


def test_report_and_json_hold_no_name_of_a_device() -> None:
    """For people call their devices after themselves, and a stick is a patient's."""
    findings = [
        Finding(Item.MICROPHONE, Outcome.MICROPHONE_WORKS, FACTS, ("AirPods van dokter Van Dam",)),
        Finding(Item.PRINTER, Outcome.PRINTER_THERE, FACTS, ("Balie De Linde",)),
        Finding(Item.STICK, Outcome.STICK_THERE, FACTS, ("MEVROUW DE VRIES",)),
        Finding(Item.DISK, Outcome.DISK_FULL),
    ]
    text, told = report(findings, MOMENT), json.dumps(as_json(findings), ensure_ascii=False)
    for said in (text, told):
        for name in ("Van Dam", "Linde", "VRIES", "AirPods"):
            assert name not in said
    assert "2026-11-21 14:32" in text
    assert "Ruimte op de schijf: niet goed" in text
    assert "Wat te doen: Maak ruimte" in text
    assert as_json(findings)["grade"] == "bad"
