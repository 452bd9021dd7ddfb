"""The log of a whole way that went wrong wherever it could: no word of the text, and no name."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NoReturn

from naklank.core.errors import ErrorCode
from naklank.core.session import State
from support.desk import TEXT, Table

if TYPE_CHECKING:
    import pytest

DOCTOR, PRACTICE, PATIENT = "dokter Quispel", "De Zilverlinde", "mevrouw Zevenbergen"


def _fail(*given: object, **named: object) -> NoReturn:
    """As a library does that puts all that it was given into its message."""
    raise LookupError(f"{TEXT} {DOCTOR} {PATIENT} {PRACTICE} {given} {named}")


def test_no_word_and_no_name_of_a_whole_way_is_in_the_log(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = table.desk
    practice = replace(desk.settings.practice, name=PRACTICE)
    desk.save_settings(replace(desk.settings, practice=practice, doctors=(DOCTOR,)))
    table.agree()
    table.record()
    table.wait_for(State.REVIEWING)
    desk.handing_over.name_patient(PATIENT)
    table.confirm_all()
    publisher, printer = desk.equipment.publisher, desk.equipment.printer
    with monkeypatch.context() as broken:
        for owner, name in ((publisher, "make_pdf"), (printer, "print_pdf")):
            broken.setattr(type(owner), name, _fail)
        desk.listening.approve()
        desk.handing_over.make_sheet()
        table.bot.waitUntil(lambda: bool(table.failures))
        desk.handing_over.print_sheet(large_print=False)
        table.bot.waitUntil(lambda: len(table.failures) > 1)
    desk.handing_over.print_sheet(large_print=False)
    table.wait_for(State.HANDED_OVER)
    desk.handing_over.finish()
    table.wait_for(State.AGREEING)

    assert set(table.failures) == {ErrorCode.UNFORESEEN}
    log = desk.equipment.read_log()
    assert log.count("LookupError") >= 2
    assert "test_log.py" in log  # the place where it went wrong
    said = set(re.findall(r"\w+", f"{TEXT} {DOCTOR} {PRACTICE} {PATIENT}"))
    written = set(re.findall(r"\w+", log))
    assert not {word for word in said if len(word) > 2} & written
