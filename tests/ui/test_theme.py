from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QLineEdit, QScrollArea, QWidget

from naklank.core.recording import Recording
from naklank.ui import theme
from naklank.ui.colours import DARK, HIGH_DARK, HIGH_LIGHT, LIGHT, Colours
from naklank.ui.parts.choice_card import ChoiceCard
from naklank.ui.parts.key_button import KeyButton
from naklank.ui.review.saved_sign import SavedSign
from naklank.ui.theme import apply_theme, colours, follow_system, font, stylesheet

LOOKS = {
    "light": LIGHT,
    "dark": DARK,
    "light contrast": HIGH_LIGHT,
    "dark contrast": HIGH_DARK,
}
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
    ("placeholder", "card"),
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


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(("letters", "ground"), LETTERS)
def test_letters_can_be_read(letters: str, ground: str, look: str) -> None:
    worn = LOOKS[look]
    least = 7 if "contrast" in look else 4.5
    assert _contrast(getattr(worn, letters), getattr(worn, ground)) >= least


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(("shape", "ground"), SHAPES)
def test_shapes_can_be_seen(shape: str, ground: str, look: str) -> None:
    worn = LOOKS[look]
    assert _contrast(getattr(worn, shape), getattr(worn, ground)) >= 3


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_what_an_empty_field_says_is_never_taken_for_what_was_typed(
    look: Colours, shown: Callable[[QWidget], QWidget], system: _System
) -> None:
    field = QLineEdit()
    field.setPlaceholderText("1234 5678 9012")
    shown(field)
    apply_theme(system.app, look)
    palette = field.palette()
    said, typed = (
        palette.color(role).name()
        for role in (QPalette.ColorRole.PlaceholderText, QPalette.ColorRole.Text)
    )
    assert (said, typed) == (look.placeholder, look.ink)
    assert _contrast(said, typed) >= 2


@pytest.mark.parametrize("around", ["card", ""])
@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_what_is_said_aloud_stands_in_a_box(
    look: Colours, around: str, shown: Callable[[QWidget], QWidget], system: _System
) -> None:
    window = QFrame()
    window.setObjectName(around)
    quote = QLabel("Ik vat ons gesprek kort samen.", window)
    quote.setObjectName("quote")
    quote.setGeometry(20, 20, 300, 60)
    window.resize(340, 100)
    shown(window)
    apply_theme(system.app, look)
    picture = window.grab().toImage()
    above_the_letters = 30
    across = range(10, 30)
    assert len({picture.pixelColor(at, above_the_letters).name() for at in across}) > 1


@pytest.mark.parametrize("look", [HIGH_LIGHT, HIGH_DARK], ids=["light", "dark"])
@pytest.mark.parametrize("made", [KeyButton, ChoiceCard])
def test_what_cannot_be_pressed_has_a_fainter_edge(
    look: Colours,
    made: type[KeyButton | ChoiceCard],
    shown: Callable[[QWidget], QWidget],
    system: _System,
) -> None:
    window = QFrame()
    window.setObjectName("card")
    button = made(parent=window)
    button.setGeometry(20, 20, 200, 60)
    window.resize(240, 100)
    shown(window)
    apply_theme(system.app, look)
    edges = []
    for enabled in (True, False):
        button.setEnabled(enabled)
        picture = window.grab().toImage()
        row = [picture.pixelColor(at, 50).name() for at in range(20, 24)]
        edges.append(max(_contrast(one, look.card) for one in row))
    assert edges[0] >= 3
    assert edges[1] < 2


def test_a_bar_that_scrolls_nothing_is_not_seen(shown: Callable[[QWidget], QWidget]) -> None:
    area = QScrollArea()
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    inside = QWidget()
    area.setWidget(inside)
    area.resize(100, 200)
    shown(area)
    seen = []
    for high in (100, 300):
        inside.resize(60, high)
        QApplication.processEvents()
        picture = area.verticalScrollBar().grab().toImage()
        seen.append(picture.pixelColor(7, 30).name() == LIGHT.edge)
    assert seen == [False, True]


@pytest.mark.parametrize("look", LOOKS)
def test_red_is_the_open_microphone_s_alone(look: str) -> None:
    def is_red(value: str) -> bool:
        red, green, blue = (int(value[at : at + 2], 16) for at in (1, 3, 5))
        return red > 150 and max(green, blue) < red / 2

    worn = LOOKS[look]
    names = [one.name for one in fields(Colours) if is_red(getattr(worn, one.name))]
    assert names == ["microphone"]


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_the_style_sheet_holds_no_open_place_and_only_known_colours(look: Colours) -> None:
    sheet = stylesheet(look)
    known = {getattr(look, one.name) for one in fields(Colours)}
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


class _Hints(QObject):
    """What the system says of its looks; the real hints cannot be told to say otherwise."""

    colorSchemeChanged = Signal()  # noqa: N815 - Qt's name
    contrastPreferenceChanged = Signal()  # noqa: N815

    def __init__(self) -> None:
        super().__init__()
        self.scheme = Qt.ColorScheme.Light
        self.contrast = Qt.ContrastPreference.NoPreference
        self.accessibility = lambda: self
        self.colorScheme = lambda: self.scheme
        self.contrastPreference = lambda: self.contrast


class _System:
    """The app on a system with other hints."""

    def __init__(self, app: QApplication) -> None:
        self.app = app
        self.hints = _Hints()
        self.styleHints = lambda: self.hints

    def __getattr__(self, name: str) -> object:
        return getattr(self.app, name)


@pytest.fixture
def system(themed: QApplication) -> Iterator[_System]:
    yield _System(themed)
    apply_theme(themed)


@pytest.mark.parametrize("look", LOOKS)
def test_the_system_is_followed_while_the_app_runs(system: _System, look: str) -> None:
    follow_system(system)  # type: ignore[arg-type]
    system.hints.scheme = Qt.ColorScheme.Dark if "dark" in look else Qt.ColorScheme.Light
    system.hints.colorSchemeChanged.emit()
    if "contrast" in look:
        system.hints.contrast = Qt.ContrastPreference.HighContrast
        system.hints.contrastPreferenceChanged.emit()
    assert colours() == LOOKS[look]
    assert system.app.palette().color(QPalette.ColorRole.Window).name() == LOOKS[look].ground


def test_a_contrast_theme_without_a_name_is_told_by_its_ground(system: _System) -> None:
    system.hints.scheme = Qt.ColorScheme.Unknown
    system.hints.contrast = Qt.ContrastPreference.HighContrast
    apply_theme(system.app, DARK)  # the app's own dark is not the system's
    follow_system(system)  # type: ignore[arg-type]
    assert colours() == HIGH_LIGHT


def test_what_is_shown_changes_with_the_look(
    system: _System, shown: Callable[[QWidget], QWidget]
) -> None:
    sign = SavedSign()
    sign.set_recording(Recording())
    shown(sign)
    for look in LOOKS.values():
        apply_theme(system.app, look)
        assert sign.palette().color(QPalette.ColorRole.WindowText).name() == look.green


def test_nothing_moves_by_itself(themed: QApplication) -> None:
    for effect in (Qt.UIEffect.UI_AnimateCombo, Qt.UIEffect.UI_AnimateTooltip):
        assert not themed.isEffectEnabled(effect)
    ours = Path(theme.__file__).parent
    moving = re.compile(r"QPropertyAnimation|QVariantAnimation|QTimeLine|setRange\(0, 0\)")
    assert not [file for file in ours.rglob("*.py") if moving.search(file.read_text("utf-8"))]
