"""The self-test on screen: begun by hand, item by item, to be copied without names."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication

from naklank.core.selftest import Finding, Item, Outcome
from naklank.ui.beside.selftest_window import SelftestWindow
from naklank.ui.settings.window import SettingsWindow
from support.keys import CTRL, click, press
from support.stage import ENTER, Stage, everything_said, recording

Key = Qt.Key

FOUND = (
    Finding(Item.MICROPHONE, Outcome.MICROPHONE_WORKS, {"peak_dbfs": -12.0}, ("Van Dams micro",)),
    Finding(Item.DISK, Outcome.DISK_LITTLE, {"free_bytes": 400_000_000}),
    Finding(Item.PRINTER, Outcome.PRINTER_MISSING, {"count": 0}),
    Finding(Item.KEYRING, Outcome.KEYRING_SILENT, {"place": "keyring"}),
    Finding(Item.STICK, Outcome.NOT_KNOWN),
)


@pytest.fixture
def window(stage: Stage) -> Iterator[SelftestWindow]:
    """In front, with nothing begun."""
    stage.table.probes.findings = FOUND
    one = SelftestWindow(stage.table.desk, stage.window)
    one.open()
    stage.wait(one.isActiveWindow)
    stage.hear()
    yield one
    one.close()


def run(stage: Stage, window: SelftestWindow) -> None:
    click(window.start)
    stage.wait(window.copy.isEnabled)


def test_nothing_begins_before_somebody_says_so(stage: Stage, window: SelftestWindow) -> None:
    assert not stage.table.desk.selftest.is_running
    assert window.list.count() == 0
    assert not window.copy.isEnabled()
    assert window.start.text() == "Starten"
    assert "twee seconden" in everything_said(window)
    press(window, ENTER, CTRL)
    stage.wait(window.copy.isEnabled)


def test_it_shows_where_it_is(stage: Stage, window: SelftestWindow) -> None:
    stage.table.probes.hold()
    click(window.start)
    assert window.status.text() == "1 van 5: Microfoon. Nog ongeveer 30 seconden."
    assert not window.start.isEnabled()
    assert window.bar.maximum() == 5
    stage.table.probes.release()
    stage.wait(window.copy.isEnabled)
    assert window.bar.value() == 5


def test_each_item_says_what_was_found_and_what_to_do(stage: Stage, window: SelftestWindow) -> None:
    run(stage, window)
    assert "niet goed" in window.status.text()
    rows = [
        window.list.item(at).data(Qt.ItemDataRole.AccessibleTextRole)
        for at in range(window.list.count())
    ]
    assert [row.partition(".")[0] for row in rows] == [
        "Microfoon: goed",
        "Ruimte op de schijf: let op",
        "Printen: let op",
        "Sleutelbos: niet goed",
        "Stick: niet bekend",
    ]
    assert "Van Dams micro" in rows[0]
    assert "Wat te doen" not in rows[0]
    assert all("Wat te doen: " in row for row in rows[1:])
    assert window.list.currentRow() == 3, "the gravest is in view"
    heights = [window.list.visualItemRect(window.list.item(at)).height() for at in range(5)]
    assert heights[3] > heights[0]


def test_a_screen_reader_hears_the_rows(stage: Stage, window: SelftestWindow) -> None:
    run(stage, window)
    whole = QAccessible.queryAccessibleInterface(window.list)
    below = [whole.child(at) for at in range(whole.childCount())]
    names = [one.text(QAccessible.Text.Name) for one in below if one is not None]
    assert any(name.startswith("Sleutelbos: niet goed.") for name in names)
    assert whole.text(QAccessible.Text.Name) == "Wat de zelftest vond"


def test_the_report_is_copied_without_the_names_of_devices(
    stage: Stage, window: SelftestWindow
) -> None:
    run(stage, window)
    press(window, Key.Key_C)
    copied = QGuiApplication.clipboard().text()
    assert "Zelftest van Naklank, 21-11-2026 14.32" in copied
    assert "Sleutelbos: niet goed" in copied
    assert "Van Dam" not in copied
    assert "gekopieerd" in window.status.text()
    QGuiApplication.clipboard().clear()


def test_once_more(stage: Stage, window: SelftestWindow) -> None:
    run(stage, window)
    assert window.start.text() == "Nog een keer"
    stage.table.probes.findings = FOUND[:1]
    click(window.start)
    stage.wait(lambda: window.copy.isEnabled() and window.list.count() == 1)
    assert "in orde" in window.status.text()


def test_closing_ends_it(stage: Stage, window: SelftestWindow) -> None:
    stage.table.probes.hold()
    click(window.start)
    press(window, Key.Key_Escape)
    assert not window.isVisible()
    flow = stage.table.desk.selftest
    assert not flow.is_running
    stage.wait(lambda: flow.is_possible)
    assert stage.table.probes.stops_heard == 1


def test_while_it_is_recorded_it_waits_and_says_so(stage: Stage) -> None:
    recording(stage)
    window = SelftestWindow(stage.table.desk, stage.window)
    window.open()
    assert not window.start.isEnabled()
    assert "opgenomen of getypt" in window.status.text()
    stage.table.desk.recording.stop()
    stage.wait(window.start.isEnabled)
    assert window.status.text() == ""
    window.close()


def test_the_help_opens_it_once(stage: Stage) -> None:
    windows = stage.window.windows
    windows.open_help()
    stage.hear()
    assert windows.help is not None
    click(windows.help.selftest)
    windows.open_selftest()
    (window,) = stage.window.findChildren(SelftestWindow)
    assert window.isVisible()
    window.close()
    windows.help.close()


def test_the_settings_open_it(stage: Stage) -> None:
    stage.window.windows.open_settings()
    stage.hear()
    (settings,) = stage.window.findChildren(SettingsWindow)
    click(settings.selftest)
    (window,) = settings.findChildren(SelftestWindow)
    assert window.isVisible()
    window.close()
    settings.close()
