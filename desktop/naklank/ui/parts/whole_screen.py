"""What stands on a whole screen that doctor and patient read together, from across the desk.

It is said in the language of the summary (`speaking`); the buttons below are the doctor's, in that
of the screen.
"""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from naklank.ui.parts.page import GAP, MARGIN
from naklank.ui.theme import font
from naklank.ui.window_place import for_whole_screen


def whole_column(window: QWidget) -> QVBoxLayout:
    """The column of such a window, with white around it."""
    column = QVBoxLayout(window)
    column.setContentsMargins(3 * MARGIN, 2 * MARGIN, 3 * MARGIN, MARGIN)
    column.setSpacing(2 * GAP)
    return column


def whole_words() -> QLabel:
    """The largest words, in the middle; their room is kept while there are none."""
    label = QLabel()
    label.setFont(font(for_whole_screen(44), bold=True))
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setWordWrap(True)
    label.setMinimumHeight(for_whole_screen(160))
    return label


def whole_steps(texts: Iterable[str]) -> list[QLabel]:
    """What to do, one line below the other."""
    labels = [QLabel(text) for text in texts]
    for label in labels:
        label.setFont(font(for_whole_screen(30)))
        label.setWordWrap(True)
    return labels
