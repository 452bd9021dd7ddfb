"""What is painted can be read, in every look, on every screen and in every window beside it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from naklank.ui.agree.talk_window import TalkWindow
from naklank.ui.colours import DARK, HIGH_DARK, HIGH_LIGHT, LIGHT
from naklank.ui.parts.key_button import KeyButton
from naklank.ui.theme import apply_theme, set_ink
from support.contrast import edgeless, unreadable
from support.screens import SCREENS, SHOWS, every_dialog, in_front, views
from support.stage import Stage

LOOKS = {"light": LIGHT, "dark": DARK, "light contrast": HIGH_LIGHT, "dark contrast": HIGH_DARK}


@pytest.fixture(autouse=True)
def _as_before(themed: QApplication) -> Iterator[None]:
    yield
    apply_theme(themed)


@pytest.mark.parametrize("name", SCREENS)
def test_all_can_be_read(stage: Stage, themed: QApplication, name: str) -> None:
    stage.set(doctors=("dokter Van Dam",))
    SCREENS[name](stage)
    assert type(in_front(stage)).__name__ == SHOWS.get(name, "MainWindow")
    bad = {}
    # The many pages of the settings are drawn alike: two looks say as much as four.
    looks = list(LOOKS.items())[: 2 if name == "settings" else None]
    for look, worn in looks:
        apply_theme(themed, worn)
        for part, window in views(stage):
            bad[look, part] = [*unreadable(window), *edgeless(window)]
    assert not [f"{look} {part}: {one}" for (look, part), all_ in bad.items() for one in all_]


def test_every_window_that_can_be_opened_is_a_screen() -> None:
    assert {one.__name__ for one in every_dialog() - {TalkWindow}} == set(SHOWS.values())
    assert len(TalkWindow.__subclasses__()) > 1, "a frame that nobody shares is a window"
    assert set(SHOWS) <= set(SCREENS)


def test_pale_letters_and_pale_edges_are_found(themed: QApplication) -> None:
    window = QWidget()
    label = QLabel("bleek", window)
    set_ink(label, "card")
    button = KeyButton("bleek", parent=window)
    button.move(10, 60)
    window.resize(200, 200)
    window.show()
    assert [one.split(" ")[1] for one in unreadable(window)] == ["'bleek'"]
    assert not edgeless(window)
    themed.setProperty("naklank_colours", type(LIGHT)(edge="#eeeeee"))
    assert len(edgeless(window)) == 1
    window.close()
