"""The window that tells of a file whether it is ours and unchanged."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel

from naklank.core.journal import Facts, JournalEvent
from naklank.ui.beside.verdict_card import VerdictCard
from naklank.ui.beside.verify_window import VerifyWindow
from naklank.ui.kept.journal_window import JournalWindow
from support.desk import PATIENCE, set_up
from support.sealed import NAMES, practice, unsealed
from support.statements import STATEMENT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from support.desk import Table

SOUND, PAPER, PAGE = NAMES


@pytest.fixture
def table(tmp_path: Path, qtbot: QtBot) -> Iterator[Table]:
    table = set_up(tmp_path / "data", qtbot)
    yield table
    table.desk.close()


@pytest.fixture
def window(table: Table, qtbot: QtBot) -> VerifyWindow:
    window = VerifyWindow(table.desk)
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def ours(table: Table, tmp_path: Path) -> Path:
    folder = tmp_path / "ours"
    folder.mkdir()
    for name, data in table.desk.equipment.seals.seal(unsealed(), STATEMENT).items():
        (folder / name).write_bytes(data)
    return folder


def cards(window: VerifyWindow) -> list[str]:
    items = [window._cards.itemAt(at) for at in range(window._cards.count())]
    found = [item.widget() for item in items if item is not None]
    return [card.text for card in found if isinstance(card, VerdictCard)]


def drop(window: VerifyWindow, *files: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    event = QDropEvent(
        QPointF(10, 10),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)


def test_a_folder_that_is_dropped_stands_for_its_files(
    window: VerifyWindow, ours: Path, qtbot: QtBot
) -> None:
    drop(window, ours)
    qtbot.waitUntil(lambda: len(cards(window)) == 3, timeout=PATIENCE)
    assert all("Van ons, en niet veranderd." in card for card in cards(window))
    assert cards(window)[0].startswith(SOUND)
    assert window.told.text() == "Deze bestanden horen bij elkaar."


def test_words_keep_clear_of_the_button_beside_them(window: VerifyWindow) -> None:
    card = window.choose.parentWidget()
    assert card is not None
    ends = [one.geometry().right() for one in card.findChildren(QLabel)]
    assert len(ends) == 2
    assert window.choose.x() - max(ends) > 12


def test_what_was_told_before_is_gone(
    window: VerifyWindow, ours: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    drop(window, ours)
    qtbot.waitUntil(lambda: len(cards(window)) == 3, timeout=PATIENCE)
    drop(window, tmp_path / "nothing.mp3")
    qtbot.waitUntil(lambda: len(cards(window)) == 1, timeout=PATIENCE)
    assert "Niet te lezen." in cards(window)[0]
    assert window.told.text() == ""


def test_sound_of_one_beside_paper_of_another_is_said(
    window: VerifyWindow, table: Table, ours: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    paper = tmp_path / PAPER
    other = replace(STATEMENT, version=3)
    bare = {PAPER: unsealed()[PAPER]}
    paper.write_bytes(table.desk.equipment.seals.seal(bare, other)[PAPER])
    drop(window, ours / SOUND, paper)
    qtbot.waitUntil(lambda: len(cards(window)) == 2, timeout=PATIENCE)
    assert "horen niet bij elkaar" in window.told.text()


def test_a_stranger_beside_ours_is_never_said_to_belong(
    window: VerifyWindow, ours: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    forged = tmp_path / SOUND
    forged.write_bytes(practice().sealed()[SOUND])
    drop(window, ours / PAPER, forged)
    qtbot.waitUntil(lambda: len(cards(window)) == 2, timeout=PATIENCE)
    assert window.told.text() == ""
    assert "Noemt zich Praktijk De Linde; de naam is niet gecontroleerd" in cards(window)[1]
    assert "Alle aanwezigen" not in cards(window)[1]


def test_a_code_is_looked_up_in_the_journal(
    window: VerifyWindow, table: Table, qtbot: QtBot
) -> None:
    facts = Facts(code=STATEMENT.code)
    table.desk.equipment.journal.append(JournalEvent.HANDED_OVER, "s", facts)
    window.code.setText(STATEMENT.code.replace(" ", "-"))
    window.look_up.click()
    qtbot.waitUntil(lambda: "Het logboek kent code" in window.told.text(), timeout=PATIENCE)
    assert STATEMENT.code in window.told.text()
    window.code.setText("1234 5678 9012")
    window.look_up.click()
    qtbot.waitUntil(lambda: "Dit is geen code" in window.told.text(), timeout=PATIENCE)
    window.code.setText("0000 0000 0098")
    window.look_up.click()
    qtbot.waitUntil(lambda: "niet." in window.told.text(), timeout=PATIENCE)


def test_the_journal_is_verified_from_here_too(
    window: VerifyWindow, table: Table, qtbot: QtBot
) -> None:
    table.desk.equipment.journal.append(JournalEvent.AGREED, "s")
    window.journal.click()
    qtbot.waitUntil(lambda: bool(window.findChildren(JournalWindow)), timeout=PATIENCE)
    (shown,) = window.findChildren(JournalWindow)
    assert "compleet en ongewijzigd: één regel" in shown.verdict.text()
    shown.close()


def test_a_seal_that_cannot_be_read_is_said(
    window: VerifyWindow, ours: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "data" / "seal.naklank").write_bytes(b"x" * 100)
    drop(window, ours / SOUND)
    qtbot.waitUntil(lambda: "zegel van de praktijk" in window.told.text(), timeout=PATIENCE)
    assert cards(window) == []
