"""A name that is typed is printed, and stands in no file that leaves Naklank."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

from naklank.core.session import State, Way
from naklank.core.sticks import Stick
from support.desk import PATIENCE
from support.documents import pdf_text

if TYPE_CHECKING:
    from pathlib import Path

    from support.desk import Table

NAME = "mevrouw De Boer"


def said(file: Path) -> str:
    """All that can be read in a file, with the bytes that it is made of."""
    text = file.read_bytes().decode("utf-8", "replace")
    if file.suffix == ".pdf":
        return text + pdf_text(file)
    if file.suffix == ".docx":
        with zipfile.ZipFile(file) as parts:
            return text + "".join(
                parts.read(one).decode("utf-8", "replace") for one in parts.namelist()
            )
    return text


def saved(table: Table, folder: Path) -> list[Path]:
    """The set in a folder and on a stick, and the Word document."""
    flow, word = table.desk.handing_over, folder / "samenvatting.docx"
    stick = Stick("KINGSTON", folder, "1", 10**9)
    table.sticks.sticks[:] = [stick]
    flow.save(folder)
    table.desk.sticks.copy(stick)
    flow.save_word(word)
    table.bot.waitUntil(
        lambda: word.exists() and not flow.is_busy(*Way) and bool(table.sticks.written),
        timeout=PATIENCE,
    )
    for name, data in table.sticks.written["1"].items():
        (folder / f"stick {name}").write_bytes(data)
    return [one for one in folder.rglob("*") if one.is_file()]


def test_it_stands_on_the_printed_sheet_and_in_no_file(table: Table, tmp_path: Path) -> None:
    folder, sheets = tmp_path / "mee", list[bytes]()
    folder.mkdir()
    table.approve()
    table.desk.handing_over.sheet_made.connect(sheets.append)
    table.desk.handing_over.name_patient(NAME)
    files = saved(table, folder)
    kinds = sorted(one.suffix for one in files)
    assert kinds == [".docx", ".html", ".html", ".mp3", ".mp3", ".pdf", ".pdf"]
    for file in files:
        text = said(file)
        assert "De Boer" not in text, file.name
        assert file.suffix == ".mp3" or "500 milligram" in text.replace("\n", " "), file.name

    table.desk.handing_over.print_sheet(large_print=False)
    table.bot.waitUntil(lambda: bool(table.printer.printed and sheets), timeout=PATIENCE)
    for pdf in (table.printer.printed[-1], sheets[-1]):
        (tmp_path / "blad.pdf").write_bytes(pdf)
        assert f"Voor: {NAME}" in pdf_text(tmp_path / "blad.pdf")
    table.wait_for(State.HANDED_OVER)
