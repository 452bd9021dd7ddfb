from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from naklank.ui import theme
from naklank.ui.theme import LIGHT, Colours, apply_theme, font, stylesheet

LETTERS = [
    ("ink", "ground"),
    ("ink", "card"),
    ("ink", "chip"),
    ("ink", "accent_tint"),
    ("ink", "amber_tint"),
    ("ink", "amber_mark"),
    ("ink", "playhead"),
    ("muted", "ground"),
    ("muted", "card"),
    ("muted", "accent_tint"),
    ("muted", "amber_tint"),
    ("accent", "card"),
    ("accent", "ground"),
    ("on_accent", "accent"),
    ("card", "ink"),
    ("on_microphone", "microphone"),
    ("amber_ink", "card"),
    ("amber_ink", "ground"),
    ("amber_ink", "amber_tint"),
    ("on_amber", "amber_ink"),
    ("green", "card"),
    ("on_disabled", "disabled"),
    ("on_disabled", "card"),
]
SHAPES = [
    ("edge", "card"),
    ("edge", "ground"),
    ("amber", "card"),
    ("amber", "amber_mark"),
    ("green", "card"),
    ("accent", "chip"),
    ("accent", "ground"),
]


def _luminance(value: str) -> float:
    """WCAG 2.2, relative luminance."""
    parts = [int(value[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("letters", "ground"), LETTERS)
def test_letters_can_be_read(letters: str, ground: str) -> None:
    assert _contrast(getattr(LIGHT, letters), getattr(LIGHT, ground)) >= 4.5


@pytest.mark.parametrize(("shape", "ground"), SHAPES)
def test_shapes_can_be_seen(shape: str, ground: str) -> None:
    assert _contrast(getattr(LIGHT, shape), getattr(LIGHT, ground)) >= 3


def test_red_is_the_open_microphone_s_alone() -> None:
    def is_red(value: str) -> bool:
        red, green, blue = (int(value[at : at + 2], 16) for at in (1, 3, 5))
        return red > 150 and max(green, blue) < 90

    names = [one.name for one in fields(Colours) if is_red(getattr(LIGHT, one.name))]
    assert names == ["microphone"]


def test_the_style_sheet_holds_no_open_place_and_only_known_colours() -> None:
    sheet = stylesheet()
    known = {getattr(LIGHT, one.name) for one in fields(Colours)}
    assert "$" not in sheet
    assert set(re.findall(r"#[0-9a-f]{6}\b", sheet)) <= known


def test_the_letters_are_noto_sans_of_16_pixels(themed: QApplication) -> None:
    worn = QFontInfo(themed.font())
    assert worn.family() == "Noto Sans"
    assert worn.pixelSize() == 16


def test_bold_is_the_font_s_own_bold(themed: QApplication) -> None:  # noqa: ARG001
    text = "Wat gaan we doen?"
    plain, bold = QFontMetrics(font(24)), QFontMetrics(font(24, bold=True))
    assert bold.horizontalAdvance(text) > plain.horizontalAdvance(text)
    assert font(24, bold=True).weight() == QFont.Weight.Normal


def test_an_enlarged_system_font_is_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    large = QFont()
    large.setPixelSize(24)
    monkeypatch.setattr(QFontDatabase, "systemFont", lambda _: large)
    assert theme.base_px() == 24
    assert font(19).pixelSize() == 28


def test_dressing_twice_registers_the_letters_once(themed: QApplication) -> None:
    before = len(themed.findChildren(theme._Letters))
    apply_theme(themed)
    assert len(themed.findChildren(theme._Letters)) == before == 1


def test_a_title_gets_its_letters_by_its_name(shown: Callable[[QWidget], QWidget]) -> None:
    label = QLabel("Wie is erbij?")
    label.setObjectName("title")
    shown(label)
    assert label.font().pixelSize() == 24
