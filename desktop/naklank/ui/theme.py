"""How Naklank looks: its colours, its letters, and the style sheet made of them."""

from dataclasses import asdict
from string import Template
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QPainter, QPalette, QPen
from PySide6.QtWidgets import QApplication, QLabel, QStyleFactory

from naklank.ui.colours import DARK, HIGH_DARK, HIGH_LIGHT, LIGHT, Colours

BASE_PX: Final = 16
TARGET: Final = 44
"""Pixels: no smaller thing is pressed (WCAG 2.5.5)."""
RADIUS: Final = 8
RING: Final = 3
FIELD: Final = 10
"""Pixels of a field's height that are padding and border, above and below."""
FAMILY: Final = "Noto Sans"
WEIGHT_AXIS: Final = QFont.Tag("wght")
BOLD: Final = 700

LETTERS: Final = {
    "brand": (20, True),
    "title": (24, True),
    "heading": (18, True),
    "topic": (16, True),
    "large": (17, False),
    "done": (16, True),
    "quote": (17, False),
    "small": (14, False),
}
"""Height in pixels and whether bold, by the object name of a label."""

INKS: Final = ("ink", "card", "green", "amber_ink")
"""Of a label whose letters change with what it says."""

_COLOURS: Final = "naklank_colours"
_HALF: Final = 128
_FONT_FILE: Final = "NotoSans[wdth,wght].ttf"


LOOKS: Final = {
    (False, False): LIGHT,
    (True, False): DARK,
    (False, True): HIGH_LIGHT,
    (True, True): HIGH_DARK,
}
"""By whether the system is dark, and whether it asks for high contrast."""


def colours() -> Colours:
    """The colours that are worn now."""
    app = QApplication.instance()
    worn = app.property(_COLOURS) if app is not None else None
    return worn if isinstance(worn, Colours) else LIGHT


def colour(name: str) -> QColor:
    """One of the colours that are worn now, by its name in `Colours`."""
    return QColor(getattr(colours(), name))


def base_px() -> int:
    """The height of plain text in pixels: 16, or the system's where somebody enlarged that."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    return max(BASE_PX, QFontInfo(system).pixelSize())


def scaled(px: float) -> int:
    """Pixels that grow with the text."""
    return round(px * base_px() / BASE_PX)


def font(px: int = BASE_PX, *, bold: bool = False) -> QFont:
    """The app's letters; `px` is meant for 16 px text and grows with it."""
    letters = QFont(FAMILY)
    letters.setPixelSize(scaled(px))
    if bold:
        # Asking a variable font for a weight makes Qt smear the regular one; its axis does not.
        letters.setVariableAxis(WEIGHT_AXIS, BOLD)
    return letters


def set_ink(label: QLabel, name: str) -> None:
    """Letters in one of `INKS`, which stay right when the app is dressed otherwise."""
    label.setProperty("ink", name)
    label.style().unpolish(label)
    label.style().polish(label)


def paint_ring(painter: QPainter, rect: QRectF, radius: float = RADIUS) -> None:
    """The focus ring, just inside the rectangle; a light line parts it from any ground."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for inset, width, name in ((RING / 2, RING, "accent"), (RING + 1, 2, "card")):
        painter.setPen(QPen(colour(name), width))
        round_as = max(0.0, radius - inset / 2)
        box = rect.adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, round_as, round_as)


def apply_theme(app: QApplication, look: Colours = LIGHT) -> None:
    """Dress the whole app; again with another look, and all that is shown changes."""
    app.setProperty(_COLOURS, look)
    if app.findChild(_Letters) is None:
        app.setStyle(QStyleFactory.create("Fusion"))
        # Nothing of Naklank moves by itself; nor shall a list that opens or a tip, for anybody.
        for effect in (Qt.UIEffect.UI_AnimateCombo, Qt.UIEffect.UI_AnimateTooltip):
            app.setEffectEnabled(effect, False)
        _register_font()
        app.installEventFilter(_Letters(app))
    app.setPalette(_palette(look))
    app.setFont(font())
    app.setStyleSheet(stylesheet(look))


def system_look(app: QApplication) -> Colours:
    """What the system asks for: dark or light, and high contrast or not."""
    hints = app.styleHints()
    high = hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast
    scheme = hints.colorScheme()
    if scheme is Qt.ColorScheme.Unknown:  # as Windows says in a contrast theme
        app.setPalette(QPalette())  # else the app's own would answer
        dark = app.palette().color(QPalette.ColorRole.Window).lightness() < _HALF
    else:
        dark = scheme is Qt.ColorScheme.Dark
    return LOOKS[dark, high]


def follow_system(app: QApplication) -> None:
    """Dress as the system is dressed, now and whenever that changes."""

    def dress(*_news: object) -> None:
        apply_theme(app, system_look(app))

    hints = app.styleHints()
    hints.colorSchemeChanged.connect(dress)
    hints.accessibility().contrastPreferenceChanged.connect(dress)
    dress()


def stylesheet(look: Colours = LIGHT) -> str:
    """What Qt's own widgets wear."""
    dressed = _SHEET.substitute(asdict(look), target=TARGET - FIELD, ring=RING, radius=RADIUS)
    inks = (f'QLabel[ink="{name}"] {{ color: {getattr(look, name)}; }}' for name in INKS)
    return "\n".join((dressed, *inks))


class _Letters(QObject):
    """Gives labels the letters that their object names ask for.

    A style sheet cannot: it would ask the variable font for a weight.
    """

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Polish and isinstance(watched, QLabel):
            letters = LETTERS.get(watched.objectName())
            if letters:
                watched.setFont(font(letters[0], bold=letters[1]))
        return False


def _register_font() -> None:
    # Imported here: the package is data that only a window needs.
    import fontpkg_noto_sans

    QFontDatabase.addApplicationFont(str(fontpkg_noto_sans.ROOT / "files" / _FONT_FILE))


def _palette(look: Colours) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for group, ink in (
        (QPalette.ColorGroup.Active, look.ink),
        (QPalette.ColorGroup.Inactive, look.ink),
        (QPalette.ColorGroup.Disabled, look.on_disabled),
    ):
        for one, value in (
            (role.Window, look.ground),
            (role.Base, look.card),
            (role.AlternateBase, look.ground),
            (role.Button, look.card),
            (role.ToolTipBase, look.card),
            (role.WindowText, ink),
            (role.Text, ink),
            (role.ButtonText, ink),
            (role.ToolTipText, look.ink),
            (role.PlaceholderText, look.placeholder),
            (role.Highlight, look.accent),
            (role.HighlightedText, look.on_accent),
            (role.Accent, look.accent),
            (role.Link, look.accent),
            (role.LinkVisited, look.accent),
        ):
            palette.setColor(group, one, QColor(value))
    return palette


_SHEET: Final = Template("""
QFrame#card { background: $card; border: 1px solid $line; border-radius: ${radius}px; }
QFrame#footer, QFrame#header { background: $card; border: none; }
QFrame#footer { border-top: 1px solid $line; }
QFrame#header { border-bottom: 1px solid $line; }
QLabel#quote { background: $ground; border: 1px solid $line; border-radius: ${radius}px; }
QLabel#cap { background: $ground; border: 1px solid $edge; border-radius: 3px; padding: 1px 8px; }
QLabel#hint, QLabel#small { color: $muted; }
QLabel#brand, QLabel#topic { color: $accent; }
QLabel#done { color: $green; }
QLabel#amber { color: $amber_ink; }
QFrame#line { background: $line; border: none; max-height: 1px; min-height: 1px; }
QToolTip { background: $card; color: $ink; border: 1px solid $edge; padding: 4px; }
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox {
  background: $card; color: $ink; border: 1px solid $edge; border-radius: ${radius}px;
  padding: 4px 10px; placeholder-text-color: $placeholder;
  selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit, QComboBox, QSpinBox { min-height: ${target}px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus {
  border: ${ring}px solid $accent; padding: 2px 8px;
}
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QSpinBox:disabled {
  background: $disabled; }
QProgressBar { background: $chip; border: none; border-radius: 6px; min-height: 12px;
  max-height: 12px; }
QProgressBar::chunk { background: $accent; border-radius: 6px; }
QTextEdit#summary, QTextEdit#summary:focus { border: none; padding: 0; }
QComboBox::drop-down { border: none; width: 36px; }
QAbstractItemView { background: $card; color: $ink; border: 1px solid $line; outline: none;
  selection-background-color: $accent; selection-color: $on_accent; }
QComboBox QAbstractItemView::item { min-height: ${target}px; padding: 0 10px; }
QListWidget { border-radius: ${radius}px; padding: 4px; }
QListWidget::item { border-radius: ${radius}px; padding: 0 12px; }
QListWidget::item:selected { background: $accent; color: $on_accent; }
QListWidget:focus { border: ${ring}px solid $accent; padding: 2px; }
QTableView { padding: 2px; }
QTableView:focus { border: ${ring}px solid $accent; padding: 0; }
QListWidget#checks, QListWidget#checks:focus { background: transparent; border: none; padding: 0; }
QScrollBar:vertical { background: transparent; width: 14px; margin: 0; border: none; }
QScrollBar::handle:vertical { background: $edge; border-radius: 4px; min-height: 44px;
  margin: 0 2px 0 4px; }
QScrollBar::handle:vertical:disabled { background: transparent; }
QScrollBar:horizontal { background: transparent; height: 14px; margin: 0; border: none; }
QScrollBar::handle:horizontal { background: $edge; border-radius: 4px; min-width: 44px;
  margin: 4px 0 2px 0; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; width: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QScrollArea, QScrollArea > QWidget > QWidget#inside { background: transparent; border: none; }
""")
