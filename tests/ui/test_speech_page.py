"""Models are listed in honest words, fetched, measured and removed; one of them types."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.session import State
from naklank.core.settings import LoadedSettings, Typing
from naklank.core.speech_models import Bearing, Fitness, ModelState, Recommendation
from naklank.ui import theme
from naklank.ui.parts.confirm import Question
from naklank.ui.parts.key_button import KeyButton
from naklank.ui.settings.speech_page import SpeechPage
from naklank.ui.settings.window import SettingsWindow
from naklank.ui.settings.words_page import WordsPage
from support.desk import PATIENCE, Table, hold, set_up
from support.keys import click

Show = Callable[[QWidget], QWidget]


@pytest.fixture
def table(tmp_path: Path, qtbot: QtBot, themed: QApplication) -> Iterator[Table]:  # noqa: ARG001 - dressed first
    table = set_up(tmp_path, qtbot)
    table.desk.open()
    yield table
    table.desk.close()


@pytest.fixture
def page(table: Table, shown: Show) -> SpeechPage:
    """As the settings window opens it."""
    page = SpeechPage(table.desk)
    page.resize(690, 1000)
    page.show_settings(table.desk.settings, table.desk.loaded.locked)
    shown(page)
    table.desk.models.refresh()
    _wait(table)
    return page


def _wait(table: Table) -> None:
    """Until nothing is under way."""
    table.bot.waitUntil(lambda: table.desk.models.work is None, timeout=PATIENCE)


def _set(table: Table, **changed: object) -> None:
    desk = table.desk
    typing = replace(desk.settings.typing, **changed)  # type: ignore[arg-type]
    desk.save_settings(replace(desk.settings, typing=typing))


def _said(page: SpeechPage, name: str) -> tuple[str, str]:
    card = page.models.cards[name]
    return card.accessibleName(), card.accessibleDescription()


def _places(page: SpeechPage) -> dict[str, QRect]:
    named = {**page.models.cards, "bar": page.status.bar, "mirror": page.mirror}
    return {
        name: QRect(one.mapTo(page, one.rect().topLeft()), one.size())
        for name, one in named.items()
    }


def test_each_model_says_what_to_expect_of_it(page: SpeechPage) -> None:
    unknown = "Nog niet gemeten op deze computer."
    assert _said(page, "base") == (
        "base · staat hier",
        f"148 MB. Typt ongeveer 1 op de 8 woorden fout.\n{unknown}",
    )
    assert _said(page, "large-v3") == (
        "large-v3 · niet hier",
        f"3,1 GB. Typt ongeveer 1 op de 22 woorden fout.\n{unknown}",
    )
    assert page.models.cards["base"].isChecked()
    assert not page.models.cards["small"].isEnabled()
    assert page.status.text.text() == "Het model base typt wat er wordt gezegd."


def test_after_measuring_each_says_what_it_would_be_here(table: Table, page: SpeechPage) -> None:
    before = _places(page)
    click(page.measure)
    _wait(table)
    assert [_said(page, name)[1].splitlines()[1] for name in page.models.cards] == [
        "Geschikt: tekst 1 seconde na het spreken (gemeten).",
        "Aanbevolen: tekst 3 seconden na het spreken (berekend).",
        "Traag: tekst 7 seconden na het spreken (berekend).",
        "Te traag: tekst 8 seconden na het spreken (berekend).",
        "Te groot: er is te weinig geheugen (berekend).",
    ]
    assert page.status.text.text() == "Gemeten. Voor deze computer is small aanbevolen."
    assert _places(page) == before


def test_a_slow_computer_is_promised_nothing(
    table: Table, page: SpeechPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = (
        Fitness("base", 18.2, is_measured=True, bearing=Bearing.TOO_SLOW),
        Fitness("small", 507.0, is_measured=False, bearing=Bearing.TOO_SLOW),
    )
    monkeypatch.setattr(table.models, "recommend", lambda: Recommendation(slow, "base"))
    click(page.measure)
    _wait(table)
    base, small = _said(page, "base")[1], _said(page, "small")[1]
    assert base.endswith("Traag, wel het beste: tekst 18 seconden na het spreken (gemeten).")
    assert small.endswith("Te traag: tekst 8 minuten na het spreken (berekend).")
    assert _said(page, "medium")[1].endswith("Nog niet gemeten op deze computer.")


def test_nothing_is_measured_while_somebody_speaks(table: Table, page: SpeechPage) -> None:
    table.agree()
    table.desk.start_recording()
    table.wait_for(State.RECORDING)
    assert not page.measure.isEnabled()
    table.desk.withdraw()
    assert page.measure.isEnabled()


def test_a_download_is_stopped_goes_on_and_is_chosen(table: Table, page: SpeechPage) -> None:
    page.mirror.setText(" http://spiegel.lokaal/modellen ")
    table.models.hold()
    before = _places(page)
    click(page.models.fetch["small"])
    table.bot.waitUntil(lambda: page.status.bar.value() == 499, timeout=PATIENCE)
    assert "243 MB van 486 MB" in page.status.text.text()
    assert not page.models.fetch["medium"].isEnabled()
    assert not page.measure.isEnabled()
    assert _places(page) == before
    click(page.status.stop)
    _wait(table)
    assert not page.status.stop.isVisible()
    assert _said(page, "small")[0] == "small · deels hier"
    assert page.models.fetch["small"].text() == "Verder"
    table.models.release()
    click(page.models.fetch["small"])
    _wait(table)
    assert table.models.mirrors == ["http://spiegel.lokaal/modellen"] * 2
    assert "Kies het en bewaar" in page.status.text.text()
    assert not page.models.fetch["small"].isVisible()
    click(page.models.cards["small"])
    changed = page.changed(table.desk.settings).typing
    assert changed == Typing(model="small", mirror="http://spiegel.lokaal/modellen")
    assert _places(page) == before


def test_a_download_that_fails_says_why(table: Table, page: SpeechPage) -> None:
    table.models.fail_next(NaklankError(ErrorCode.DISK_FULL, folder="C"))
    click(page.models.fetch["small"])
    _wait(table)
    assert "is vol" in page.status.text.text()
    assert page.models.fetch["small"].isEnabled()


def test_a_chosen_model_that_is_gone_says_what_to_do(table: Table, page: SpeechPage) -> None:
    _set(table, model="medium")
    page.show_settings(table.desk.settings, frozenset())
    assert "medium staat niet op deze computer" in page.status.text.text()
    assert page.models.chosen == "medium"
    click(page.models.fetch["medium"])
    _wait(table)
    assert page.status.text.text() == "Het model medium staat nu op deze computer en typt."


def test_a_model_that_is_damaged_is_told(table: Table, page: SpeechPage) -> None:
    table.desk.typing._on_ready(NaklankError(ErrorCode.MODEL_DAMAGED, model="base"))
    assert "beschadigd" in page.status.text.text()
    table.models.damaged = {"base"}
    click(page.verify)
    _wait(table)
    assert "beschadigd" in page.status.text.text()
    assert not page.models.cards["base"].isEnabled()


def test_only_what_is_not_needed_is_removed_and_only_after_a_yes(
    table: Table, page: SpeechPage
) -> None:
    table.models.states |= {"small": ModelState.INSTALLED, "medium": ModelState.PARTLY}
    _set(table, model="small")
    page.show_settings(table.desk.settings, frozenset())
    table.desk.models.refresh()
    _wait(table)
    removable = [name for name, one in page.models.remove.items() if one.isVisible()]
    assert removable == ["medium"]
    asked: list[Question] = []
    page.asked.connect(asked.append)
    click(page.models.remove["medium"])
    assert _said(page, "medium")[0].endswith("deels hier")
    asked[0].action()
    _wait(table)
    assert _said(page, "medium")[0].endswith("niet hier")
    assert page.status.text.text() == "Het model medium is verwijderd."


@pytest.mark.parametrize("way", ["folder", "archive"])
def test_a_model_from_a_stick(table: Table, page: SpeechPage, tmp_path: Path, way: str) -> None:
    click(getattr(page, way))
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "whisper-small.zip"))
    dialog.reject()
    _wait(table)
    assert "small" in page.status.text.text()
    assert page.models.cards["small"].isEnabled()


def test_what_the_policy_locks_is_grey_and_can_still_be_fetched(
    table: Table, page: SpeechPage
) -> None:
    locked = frozenset({"typing.model", "typing.mirror", "typing.while_speaking"})
    typing = Typing("small", while_speaking=False, mirror="http://spiegel")
    hold(table.desk, LoadedSettings(replace(table.desk.settings, typing=typing), locked))
    page.show_settings(table.desk.settings, locked)
    for widget in (*page.models.cards.values(), page.mirror, page.while_speaking):
        assert not widget.isEnabled()
        assert "beheert" in widget.toolTip()
    click(page.models.fetch["small"])
    _wait(table)
    assert table.models.mirrors == ["http://spiegel"]
    assert not page.models.cards["base"].isEnabled()
    assert page.changed(table.desk.settings).typing == typing


def test_the_words_of_the_practice(table: Table, shown: Show) -> None:
    page = WordsPage()
    shown(page)
    _set(table, words=("Sint Lucas",))
    page.show_settings(table.desk.settings, frozenset())
    assert page.words.toPlainText() == "Sint Lucas"
    page.words.setPlainText("  Sint   Lucas\n\ndokter Özgür\nSint Lucas")
    assert page.changed(table.desk.settings).typing.words == ("Sint Lucas", "dokter Özgür")
    page.show_settings(table.desk.settings, frozenset({"typing.words"}))
    assert not page.words.isEnabled()


@pytest.mark.parametrize("px", [16, 20])
def test_no_button_stands_beyond_the_edge(
    table: Table, themed: QApplication, shown: Show, monkeypatch: pytest.MonkeyPatch, px: int
) -> None:
    monkeypatch.setattr(theme, "base_px", lambda: px)
    plain = themed.font()
    themed.setFont(theme.font())
    try:
        window = SettingsWindow(table.desk)
        window._names.setCurrentRow(window.pages.index(window.speech))
        shown(window)
        _wait(table)
        buttons = window.speech.findChildren(KeyButton)
        rights = [(one, QPoint(one.sizeHint().width(), 0)) for one in buttons]
        table.bot.waitUntil(
            lambda: all(
                one.mapTo(window.speech, right).x()
                <= window.speech.visibleRegion().boundingRect().width()
                for one, right in rights
            ),
            timeout=PATIENCE,
        )
    finally:
        themed.setFont(plain)
