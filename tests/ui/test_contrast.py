"""What is painted can be read, in every look, on every screen and in every window beside it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from naklank.ui.colours import DARK, HIGH_DARK, HIGH_LIGHT, LIGHT
from naklank.ui.key_button import KeyButton
from naklank.ui.theme import apply_theme, set_ink
from support.contrast import edgeless, unreadable
from support.screens import SCREENS, every_dialog, in_front, views
from support.stage import Stage

LOOKS = {"light": LIGHT, "dark": DARK, "light contrast": HIGH_LIGHT, "dark contrast": HIGH_DARK}
SEEN: set[type[QWidget]] = set()


@pytest.fixture(autouse=True)
def _as_before(themed: QApplication) -> Iterator[None]:
    yield
    apply_theme(themed)


@pytest.mark.parametrize("name", SCREENS)
def test_all_can_be_read(stage: Stage, themed: QApplication, name: str) -> None:
    stage.set(doctors=("dokter Van Dam",))
    SCREENS[name](stage)
    SEEN.add(type(in_front(stage)))
    bad = {}
    for look, worn in LOOKS.items():
        apply_theme(themed, worn)
        for part, window in views(stage):
            bad[look, part] = [*unreadable(window), *edgeless(window)]
    assert not [f"{look} {part}: {one}" for (look, part), all_ in bad.items() for one in all_]


def test_every_window_that_can_be_opened_was_looked_at() -> None:
    """A new one is added to `SCREENS`, or opened by `SideWindows`, which is found by itself."""
    if len(SEEN) < 2:
        pytest.skip("only after all screens")
    assert not every_dialog() - SEEN


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
