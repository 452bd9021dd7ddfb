"""The settings of what stays here: keys, folders and the journal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel

from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.keys import KeyPlace
from naklank.core.settings import Keeping, LoadedSettings
from naklank.ui.kept.journal_window import JournalWindow
from naklank.ui.settings.window import SettingsWindow
from support import keys
from support.desk import hold
from support.keys import click
from support.stage import Stage

Page = TypeVar("Page")


def _page(window: SettingsWindow, kind: type[Page]) -> Page:
    (page,) = (one for one in window.pages if isinstance(one, kind))
    return page


def test_a_place_for_keys_that_cannot_be_used_says_why(
    stage: Stage, open_settings: Callable[[], SettingsWindow]
) -> None:
    desk = stage.table.desk
    stage.wait(lambda: desk.computer.key_places is not None)
    assert desk.computer.key_places == frozenset({KeyPlace.FILE, KeyPlace.MEMORY})
    cards = open_settings().keeping.keys.cards
    assert cards[KeyPlace.FILE].isEnabled()
    assert not cards[KeyPlace.KEYRING].isEnabled()
    assert "geen sleutelbos" in cards[KeyPlace.KEYRING].accessibleDescription()
    assert cards[KeyPlace.FILE].accessibleDescription().startswith("Zwakker: wie de schijf")
    desk.computer.key_places = frozenset(KeyPlace)
    desk.computer.known.emit()
    assert cards[KeyPlace.KEYRING].isEnabled()
    assert "verloren" in cards[KeyPlace.MEMORY].accessibleDescription()


def test_the_fields_beside_each_other_stand_in_one_line(
    stage: Stage, open_settings: Callable[[], SettingsWindow]
) -> None:
    window = open_settings()
    page = window.keeping
    window._names.setCurrentRow(window.pages.index(page))
    stage.settle()
    row = (page.hours, page.years, page.journal)
    assert len({one.mapTo(page, one.rect().topLeft()).y() for one in row}) == 1
    assert len({one.height() for one in (*row, page.cover)}) == 1
    names = [one for one in page.findChildren(QLabel) if one.buddy() in (*row, page.cover)]
    tops = [(one, one.buddy().mapTo(page, QPoint()).y()) for one in names if one.buddy()]
    assert len({top - one.mapTo(page, QPoint(0, one.height())).y() for one, top in tops}) == 1


@pytest.mark.parametrize("place", KeyPlace)
def test_a_policy_forbids_every_other_place_for_keys(
    stage: Stage, open_settings: Callable[[], SettingsWindow], place: KeyPlace
) -> None:
    desk = stage.table.desk
    stage.wait(lambda: desk.computer.key_places is not None)
    desk.computer.key_places = frozenset(KeyPlace)
    settings = replace(desk.settings, keeping=Keeping(place, 12, "", 2))
    hold(desk, LoadedSettings(settings, frozenset({"keeping.keys", "keeping.hours"})))
    window = open_settings()
    window._names.setCurrentRow(3)
    page = window.keeping
    for card in page.keys.cards.values():
        assert not card.isEnabled()
        keys.click(card)
    assert page.keys.place is place
    assert all("beheert" in one.toolTip() for one in (page.keys, page.hours))
    assert not page.hours.isEnabled()
    assert page.years.isEnabled()
    assert page.folder.isEnabled()


def test_the_journal_opens_from_there(
    stage: Stage, open_settings: Callable[[], SettingsWindow]
) -> None:
    stage.table.agree()
    window = open_settings()
    window._names.setCurrentRow(3)
    stage.hear()
    click(window.keeping.journal)
    assert not window.keeping.journal.isEnabled()
    stage.wait(lambda: window.findChild(JournalWindow))
    journal = window.findChild(JournalWindow)
    assert journal is not None
    assert journal.table.model().rowCount() == 1
    assert window.keeping.journal.isEnabled()
    # An answer that somebody else asked for opens no window.
    stage.table.desk.journal.was_read.emit(journal._contents)
    assert len(window.findChildren(JournalWindow)) == 1
    journal.reject()


def test_a_journal_that_cannot_be_read_is_told_there(
    stage: Stage, open_settings: Callable[[], SettingsWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> None:
        raise NaklankError(ErrorCode.DATA_NOT_WRITABLE, folder="C")

    window = open_settings()
    window._names.setCurrentRow(3)
    monkeypatch.setattr(stage.table.desk.equipment.journal, "read", refuse)
    stage.hear()
    click(window.keeping.journal)
    stage.wait(lambda: "kan niet schrijven" in window.problem.text())
    assert window.keeping.journal.isEnabled()
    assert window.findChild(JournalWindow) is None
