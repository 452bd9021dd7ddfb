"""Small signs, drawn and not typed: no two systems have the same fonts for them."""

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF


class Mark(Enum):
    """What a sign says beside the word next to it."""

    CHECK = "check"
    CROSS = "cross"
    PLAY = "play"
    PAUSE = "pause"
    DOT = "dot"
    RING = "ring"
    EXCLAMATION = "exclamation"
    INFORMATION = "information"
    DOWN = "down"


_LINES = {
    Mark.CHECK: [[(0.12, 0.55), (0.4, 0.82), (0.9, 0.2)]],
    Mark.CROSS: [[(0.18, 0.18), (0.82, 0.82)], [(0.82, 0.18), (0.18, 0.82)]],
    Mark.PAUSE: [[(0.3, 0.15), (0.3, 0.85)], [(0.7, 0.15), (0.7, 0.85)]],
    Mark.DOWN: [[(0.05, 0.3), (0.5, 0.75), (0.95, 0.3)]],
    Mark.EXCLAMATION: [[(0.5, 0.12), (0.5, 0.6)], [(0.5, 0.86), (0.5, 0.87)]],
    Mark.INFORMATION: [[(0.5, 0.42), (0.5, 0.88)], [(0.5, 0.13), (0.5, 0.14)]],
}


def paint_mark(painter: QPainter, mark: Mark, box: QRectF, ink: QColor) -> None:
    """Draw a sign that fills the box."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if mark in _LINES:
        width = box.width() * (0.22 if mark is Mark.PAUSE else 0.15)
        painter.setPen(QPen(ink, width, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
        for line in _LINES[mark]:
            painter.drawPolyline(QPolygonF([_inside(box, *point) for point in line]))
    elif mark is Mark.PLAY:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        corners = ((0.15, 0.08), (0.95, 0.5), (0.15, 0.92))
        painter.drawPolygon(QPolygonF([_inside(box, *point) for point in corners]))
    elif mark is Mark.DOT:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawEllipse(box)
    else:
        painter.setPen(QPen(ink, box.width() * 0.12))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
    painter.restore()


def _inside(box: QRectF, x: float, y: float) -> QPointF:
    return QPointF(box.x() + x * box.width(), box.y() + y * box.height())
