"""Settings by their keys: what can be laid over them, and what cannot."""

from __future__ import annotations

import base64
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

import pytest

from naklank.core.consult import Consult, Heading
from naklank.core.keys import KeyPlace
from naklank.core.recording import InputName
from naklank.core.settings import (
    KEYS,
    Checking,
    CheckingWay,
    ConsultHeadings,
    Keeping,
    Practice,
    Settings,
    Typing,
    Voicing,
    WaitingRoomWords,
    laid_over,
    values_of,
)
from naklank.core.sheet_making import Contacts
from naklank.core.topics import Topic
from naklank.core.voice import SpokenEnds
from support.closed_ways import closed_ways
from support.pictures import png

if TYPE_CHECKING:
    from collections.abc import Iterator

CHOSEN = Settings(
    practice=Practice('Praktijk "De Linde" 🌳', png(), "/srv/brief.docx", (("agb", "0123 – é"),)),
    contacts=Contacts("038 123 45 67", "8", "huisartsenpost 7 – à", "9"),
    doctors=("dr. Ö. Yılmaz", "A. de Vries\nwaarnemer"),
    printer="HP naast de balie",
    microphone=InputName("Jabra Speak 510 — µ", "Windows WASAPI"),
    screen_language="en",
    speech_language="en",
    keeping=Keeping(KeyPlace.MEMORY, 72, "/media/other", 20, 7, True, "/srv/kopie"),
    typing=Typing("small", False, "https://models.praktijk.example", ("Lindenhof", "dr. Yılmaz")),
    checking=Checking(CheckingWay.CHECKS, 0.75, ("F7", "", "F9")),
    ways=closed_ways("/srv/portaal"),
    teach_back=False,
    voice=Voicing(SpokenEnds.DATE),
    consults=ConsultHeadings(*[(Heading(Topic.WHEN_TO_CALL, "Wie belt u?"),)] * len(Consult)),
    waiting=WaitingRoomWords("Opnemen mag", "Neem op", "You may"),
    leaflets=("Nieuwe heup: thuisarts.nl/heupprothese",),
)


def field_keys(settings: Any) -> Iterator[str]:
    for field in fields(settings):
        value = getattr(settings, field.name)
        if is_dataclass(value):
            yield from (f"{field.name}.{key}" for key in field_keys(value))
        else:
            yield field.name


def test_every_setting_has_its_key() -> None:
    assert set(field_keys(Settings())) == KEYS


def test_what_is_told_by_keys_is_read_back() -> None:
    values = values_of(CHOSEN)
    assert values["practice.name"] == 'Praktijk "De Linde" 🌳'
    assert not [key for key in KEYS if values[key] == values_of(Settings())[key]]
    assert laid_over(Settings(), values) == (CHOSEN, KEYS)


def test_only_what_is_told_changes() -> None:
    settings, taken = laid_over(CHOSEN, {"speech_language": "nl", "practice.name": ""})
    assert taken == {"speech_language", "practice.name"}
    assert settings.speech_language == "nl"
    assert settings.practice.name == ""
    assert settings.screen_language == "en"
    assert settings.doctors == CHOSEN.doctors


def test_a_list_becomes_what_cannot_be_changed() -> None:
    settings, _ = laid_over(Settings(), {"doctors": ["dr. Bos", "dr. Smit"]})
    assert settings.doctors == ("dr. Bos", "dr. Smit")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("keeping.keys", "plain"),
        ("keeping.keys", None),
        ("keeping.hours", 0),
        ("keeping.hours", 73),
        ("keeping.hours", 24.0),
        ("keeping.hours", True),
        ("keeping.hours", "24"),
        ("keeping.folder", 7),
        ("keeping.journal_years", 0),
        ("practice.name", None),
        ("practice.name", 7),
        ("practice.name", ["Praktijk"]),
        ("practice.logo", "geen base64!"),
        ("practice.logo", base64.b64encode(png()[:-1]).decode()),
        ("practice.logo", 7),
        ("practice.template", 7),
        ("practice.fields", "agb"),
        ("practice.fields", ["agb"]),
        ("practice.fields", [["agb", 7]]),
        ("practice.fields", [["agb", "1", "2"]]),
        ("practice.fields", [["a g b", "1"]]),
        ("practice", {"name": "Praktijk"}),
        ("practice.", "Praktijk"),
        ("name", "Praktijk"),
        ("doctors", "dr. Bos"),
        ("doctors", [""]),
        ("doctors", ["dr. Bos", "  "]),
        ("doctors", ["dr. Bos", 3]),
        ("doctors", {"dr. Bos": True}),
        ("microphone", "USB"),
        ("microphone.name", False),
        ("microphone.host", None),
        ("screen_language", "de"),
        ("screen_language", "NL"),
        ("screen_language", ["nl"]),
        ("speech_language", None),
        ("speech_language", ""),
        ("checking.way", "never"),
        ("checking.way", None),
        ("checking.speed", 1.1),
        ("checking.speed", "1.25"),
        ("checking.speed", True),
        ("checking.pedal", "F7"),
        ("checking.pedal", ["F7", "F8"]),
        ("checking.pedal", ["F7", "F8", 9]),
        ("colour", "red"),
        ("", "red"),
        ("__class__", "red"),
    ],
)
def test_what_cannot_be_a_setting_changes_nothing_and_the_rest_does(key: str, value: Any) -> None:
    settings, taken = laid_over(CHOSEN, {key: value, "microphone.name": "USB"})
    assert taken == {"microphone.name"}
    assert settings == laid_over(CHOSEN, {"microphone.name": "USB"})[0]
    assert settings.microphone == InputName("USB", "Windows WASAPI")
