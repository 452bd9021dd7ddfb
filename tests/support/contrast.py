"""How well what is painted can be read: letters by the colour they were drawn in, on what is there.

A widget draws itself once as SVG, which tells the colour and the place of each text, and once as
pixels, which tell the ground below it. Ratios are those of WCAG 2.2.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

import numpy as np
from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRect, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QRegion, QTransform
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QWidget,
)

from naklank.ui.parts.confirm import Overlay
from naklank.ui.parts.key_button import KeyButton, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

SVG: Final = "{http://www.w3.org/2000/svg}"
LARGE: Final = 24
"""Pixels: letters that need 3:1 only."""
TEXT: Final = 4.5
EDGE: Final = 3.0
NARROW: Final = 16
"""Pixels: about two letters."""
_NUMBER: Final = re.compile(r"-?[\d.]+(?:e-?\d+)?")


@dataclass(frozen=True)
class Letters:
    """A piece of text as it was drawn, in its widget's coordinates."""

    text: str
    ink: QColor
    place: QRect
    pixels: int


def luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


class Picture:
    """The pixels of a window, by places in its own coordinates."""

    def __init__(self, window: QWidget) -> None:
        image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        rows = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), -1)
        self._rows = rows[:, : image.width()].copy()
        self._ratio = image.devicePixelRatio()

    def usual(self, box: QRect) -> QColor:
        """The colour that most of a place has: letters cover less than half of it."""
        left, top = (max(0, round(one * self._ratio)) for one in (box.left(), box.top() - 2))
        right, below = (round(one * self._ratio) + 1 for one in (box.right(), box.bottom() + 2))
        found, counts = np.unique(self._rows[top:below, left:right], return_counts=True)
        return QColor.fromRgb(int(found[counts.argmax()]))

    def at(self, where: QPoint) -> QColor:
        high, wide = self._rows.shape
        x = min(max(0, round(where.x() * self._ratio)), wide - 1)
        y = min(max(0, round(where.y() * self._ratio)), high - 1)
        return QColor.fromRgb(int(self._rows[y, x]))


def unreadable(window: QWidget) -> list[str]:
    """The texts of a window below 4.5:1, or 3:1 where they are large."""
    picture = Picture(window)
    bad = []
    for widget in _visible(window):
        drawn: dict[tuple[str, int, int], list[Letters]] = {}
        for one in _letters(widget):
            if QRegion(one.place).subtracted(widget.visibleRegion()).isEmpty():
                drawn.setdefault((one.text, one.place.x(), one.place.y()), []).append(one)
        for layers in drawn.values():
            corner = widget.mapTo(window, QPoint())
            for piece in _pieces(layers):
                ground = picture.usual(piece.translated(corner))
                ratio, best = max(((contrast(one.ink, ground), one) for one in layers), key=_first)
                if ratio < (EDGE if best.pixels >= LARGE else TEXT):
                    colours = f"{best.ink.name()} on {ground.name()}"
                    bad.append(f"{type(widget).__name__}: {best.text!r} {ratio:.1f}, {colours}")
                    break
    return bad


def _first(pair: tuple[float, Letters]) -> float:
    return pair[0]


def _pieces(layers: list[Letters]) -> list[QRect]:
    """A text that is drawn once is one piece.

    Where Qt draws words of a line in other letters, it draws the whole line twice and clips it:
    then one of both must be readable in each narrow piece.
    """
    place = layers[0].place
    if len(layers) == 1:
        return [place]
    return [
        QRect(left, place.y(), NARROW, place.height())
        for left in range(place.left(), place.right(), NARROW)
    ]


def edgeless(window: QWidget) -> list[str]:
    """The controls that cannot be told from what is around them: their edge, ring or box is
    below 3:1.
    """
    picture = Picture(window)
    bad = []
    for widget in _visible(window):
        reach = _reach(widget)
        if not reach or not widget.isEnabled() or not _is_whole(widget):
            continue
        left = widget.mapTo(window, QPoint(0, widget.height() // 2))
        around = picture.at(left - QPoint(2, 0))
        best = max(contrast(picture.at(left + QPoint(at, 0)), around) for at in range(reach))
        if best < EDGE:
            name = f"{type(widget).__name__} {widget.accessibleName()}"
            bad.append(f"{name}: {best:.1f}")
    return bad


def _reach(widget: QWidget) -> int:
    """How many pixels from its left edge a control shows what it is; 0 where words alone do."""
    if isinstance(widget, KeyButton):
        return 0 if widget.kind is Kind.QUIET else 4
    if isinstance(widget, (QCheckBox, QRadioButton)):
        return 30  # the box or ring before the words
    if isinstance(widget.parentWidget(), (QAbstractSpinBox, QComboBox)):
        return 0  # the line inside a box
    return 4 if isinstance(widget, (QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox)) else 0


def _is_whole(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect() == widget.rect()


def _visible(window: QWidget) -> list[QWidget]:
    """What a person can turn to: below a question, all else is dimmed and waits."""
    covers = [one for one in window.findChildren(Overlay) if one.isVisible()]
    top = covers[-1] if covers else window
    inside = [top, *top.findChildren(QWidget)]
    return [one for one in inside if one.isVisible() and one.window() is window]


def _letters(widget: QWidget) -> Iterator[Letters]:
    """Every text that the widget itself draws, without its children's."""
    store = QBuffer()
    store.open(QIODevice.OpenModeFlag.WriteOnly)
    drawing = QSvgGenerator()
    drawing.setOutputDevice(store)
    drawing.setSize(widget.size())
    drawing.setViewBox(widget.rect())
    drawing.setResolution(96)
    widget.render(drawing, QPoint(), QRegion(), QWidget.RenderFlag(0))
    drawn = ET.fromstring(bytes(store.data().data()))  # noqa: S314 - Qt wrote it
    for group in drawn.iter(f"{SVG}g"):
        numbers = [float(one) for one in _NUMBER.findall(group.get("transform", ""))]
        moved = QTransform(*numbers) if len(numbers) == 6 else QTransform()
        for text in group.findall(f"{SVG}text"):
            if (text.text or "").strip():
                yield _one(text, moved)


def _one(text: ET.Element, moved: QTransform) -> Letters:
    words = (text.text or "").strip()
    letters = QFont(text.get("font-family", ""))
    letters.setPixelSize(round(float(text.get("font-size", "16"))))
    metrics = QFontMetricsF(letters)
    left, base = float(text.get("x", "0")), float(text.get("y", "0"))
    wide, high = metrics.horizontalAdvance(words), metrics.xHeight()
    box = QRectF(moved.mapRect(QRectF(left, base - high, wide, high))).toAlignedRect()
    return Letters(words, QColor(text.get("fill", "")), box, letters.pixelSize())
