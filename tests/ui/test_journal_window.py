"""The journal on screen: whether it is whole, what it tells, and how it leaves the computer."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QWidget

from naklank.core.journal import (
    CSV_COLUMNS,
    Contents,
    Entry,
    Facts,
    Fault,
    FaultyLines,
    JournalEvent,
)
from naklank.core.session import Way
from naklank.sentences.journal import (
    cells,
    csv_headings,
    details,
    event_name,
    headings,
    verdict,
    way_name,
)
from naklank.ui.kept.journal_window import JournalWindow
from support.keys import CTRL, click, press
from support.small_disk import small_disk
from support.stage import everything_said

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

Show = Callable[[QWidget], QWidget]
Key = Qt.Key
MOMENT = datetime(2026, 10, 3, 8, 2, tzinfo=timezone(timedelta(hours=1)))
TODAY = date(2026, 11, 22)
LONG = "P. van der Hoogenband-Schimmelpenninck@praktijk-de-lange-linde.lokaal"
CSV_NAME = "logboek 2026-11-22.csv"


def journal(count: int, *faults: FaultyLines, user: str = "praktijk1") -> Contents:
    events = list(JournalEvent)
    entries = (
        Entry(at, MOMENT + timedelta(hours=at), user, events[at % len(events)], f"{at:04x}" * 4)
        for at in range(1, count + 1)
    )
    return Contents(tuple(entries), faults)


def window_of(contents: Contents, shown: Show) -> JournalWindow:
    window = JournalWindow(contents, TODAY)
    shown(window)
    return window


def texts(window: JournalWindow, row: int) -> list[str]:
    model = window.table.model()
    return [model.index(row, at).data() for at in range(model.columnCount())]


@pytest.mark.parametrize("event", JournalEvent)
def test_every_event_has_its_own_name(event: JournalEvent) -> None:
    assert [event_name(one) for one in JournalEvent].count(event_name(event)) == 1


def test_every_way_has_its_own_name() -> None:
    assert len({way_name(way) for way in Way}) == len(Way)


def test_what_is_known_beyond_the_event() -> None:
    facts = Facts(83.9, Way.PRINT, "QX7K", "ab" * 32, "cd" * 32, "2")
    entry = Entry(1, MOMENT, "x", JournalEvent.HANDED_OVER, "0123456789abcdef", facts)
    assert details(entry) == "duur 1:23, geprint, korte code QX7K, versie 2"
    assert cells(entry)[4] == "0123"
    assert len(cells(entry)) == len(headings())
    assert len(csv_headings()) == CSV_COLUMNS == len(set(csv_headings()))


@pytest.mark.parametrize(
    ("contents", "words"),
    [
        (journal(0), "Er staat nog niets in het logboek."),
        (journal(1), "Het logboek is compleet en ongewijzigd: één regel, van 03-10-2026."),
        (journal(132), "Het logboek is compleet en ongewijzigd: 132 regels sinds 03-10-2026."),
    ],
)
def test_a_whole_journal_says_so(contents: Contents, words: str, shown: Show) -> None:
    window = window_of(contents, shown)
    assert window.verdict.text() == words
    assert window.verdict.objectName() == "done"


@pytest.mark.parametrize("fault", Fault)
@pytest.mark.parametrize(("first", "last"), [(7, 7), (7, 19), (0, 0)])
def test_every_fault_is_told_and_what_to_do(fault: Fault, first: int, last: int) -> None:
    words = verdict(journal(3, FaultyLines(fault, first, last)))
    fault_words, what_next = words.split("\n")
    assert "{" not in words
    assert "compleet en ongewijzigd:" not in words
    assert "onaangeroerd" in what_next
    if first:
        assert str(first) in fault_words
        assert fault is Fault.ADDED or str(last) in fault_words


def test_one_place_reads_otherwise_than_several() -> None:
    for fault in Fault:
        one = verdict(journal(3, FaultyLines(fault, 7, 7)))
        several = verdict(journal(3, FaultyLines(fault, 7, 9)))
        assert fault is Fault.ADDED or "egels 7 tot en met 9" in several
        assert "tot en met" not in one


def test_many_faults_leave_room_for_the_lines(shown: Show) -> None:
    window = window_of(
        journal(40, *(FaultyLines(Fault.CHANGED, at, at) for at in range(1, 31))), shown
    )
    assert "nog 27 andere plaatsen" in window.verdict.text()
    assert window.verdict.objectName() == "amber"
    assert window.table.height() > 200


def test_the_newest_line_stands_on_top(shown: Show) -> None:
    window = window_of(journal(3), shown)
    assert texts(window, 0)[:2] == ["3", "03-10-2026 11.02"]
    assert texts(window, 2)[:5] == ["1", "03-10-2026 09.02", "praktijk1", "Opgenomen", "0001"]
    assert window.table.currentIndex().row() == 0


@pytest.mark.parametrize("count", [0, 3, 500, 70_000])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_it_fits_and_no_heading_is_cut_off(
    count: int, language: str, shown: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NAKLANK_LANGUAGE", language)
    window = window_of(journal(count, user=LONG), shown)
    assert window.width() <= 1024
    assert window.height() <= 700
    table = window.table
    assert table.model().rowCount() == count
    assert not table.horizontalScrollBar().isVisible()
    header = table.horizontalHeader()
    letters = QFontMetrics(header.font())
    for at, heading in enumerate(headings()):
        assert letters.horizontalAdvance(heading) + 6 <= header.sectionSize(at), heading
    for event in JournalEvent:
        assert QFontMetrics(table.font()).horizontalAdvance(event_name(event)) + 6 <= (
            header.sectionSize(3)
        )
    for label in (window.verdict, window.explanation):
        assert label.height() >= label.heightForWidth(label.width())


def test_by_keyboard_alone(shown: Show, qtbot: QtBot) -> None:
    window = window_of(journal(3), shown)
    assert window.table.hasFocus()
    press(window, Key.Key_Down)
    assert window.table.currentIndex().row() == 1
    reached = []
    for _ in range(2):
        press(window, Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    assert reached == [window.export, window.close_it]
    press(window, Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.isVisible())


@pytest.mark.parametrize("way", ["key", "button"])
def test_it_is_closed(shown: Show, way: str) -> None:
    window = window_of(journal(3), shown)
    if way == "key":
        press(window, Key.Key_Return, CTRL)
    else:
        click(window.close_it)
    assert not window.isVisible()


def test_everything_has_a_name(shown: Show) -> None:
    window = window_of(journal(3), shown)
    assert window.windowTitle() == "Logboek"
    assert window.table.accessibleName() == "Regels van het logboek, de nieuwste bovenaan"
    assert all(one.text() for one in window.findChildren(QAbstractButton) if one.isVisible())
    said = everything_said(window)
    assert "Opgenomen" in said
    assert "0001000100010001" not in said


def test_it_asks_for_a_file_named_by_the_date_alone(shown: Show, qtbot: QtBot) -> None:
    window = window_of(journal(3, user=LONG), shown)
    press(window, Key.Key_E, CTRL)
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    assert [Path(name).name for name in dialog.selectedFiles()] == [CSV_NAME]
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    with qtbot.waitSignal(dialog.finished):
        dialog.reject()
    assert not window.told.text()


def test_the_chosen_file_holds_all_lines(shown: Show, tmp_path: Path) -> None:
    contents = journal(20, FaultyLines(Fault.MISSING, 21, 24), FaultyLines(Fault.ADDED, 9, 9))
    window = window_of(contents, shown)
    file = tmp_path / CSV_NAME
    file.write_bytes(b"an older one")
    click(window.export)
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(file))
    dialog.reject()
    text = file.read_bytes().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    assert rows[0] == list(csv_headings())
    assert [row[0] for row in rows[1:21]] == [str(at) for at in range(1, 21)]
    assert [row[4] for row in rows[21:]] == [
        "Regels 21 tot en met 24 ontbreken.",
        "Achter regel 9 staat iets dat Naklank daar niet heeft geschreven.",
    ]
    assert [path.name for path in tmp_path.iterdir()] == [CSV_NAME]
    assert window.told.text() == f"Bewaard als {CSV_NAME}."
    assert window.told.objectName() == "done"


def test_a_folder_that_takes_nothing_is_told(shown: Show, tmp_path: Path) -> None:
    window = window_of(journal(3), shown)
    window.save(tmp_path / "gone" / CSV_NAME)
    assert window.told.text().startswith("Naklank kan niet schrijven in de map")
    assert window.told.objectName() == "problem"
    assert isinstance(window.told, QLabel)
    window.save(tmp_path / CSV_NAME)
    assert window.told.objectName() == "done"


def test_a_full_disk_keeps_the_earlier_file(shown: Show, tmp_path: Path) -> None:
    with small_disk(tmp_path) as disk:
        file = disk.folder / CSV_NAME
        window = window_of(journal(500), shown)
        file.write_bytes(b"earlier")
        disk.fill()
        window.save(file)
        assert "is vol" in window.told.text()
        assert file.read_bytes() == b"earlier"
        assert {path.name for path in disk.folder.iterdir()} == {CSV_NAME, "vol"}
