"""Five boxes for who types instead of speaking."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from naklank.core.topics import Topic
from naklank.sentences.words import topic_hint, topic_name
from naklank.ui.theme import font

LINES = 2


class WriteCard(QScrollArea):
    """A labelled box for each topic; Tab goes to the next."""

    changed = Signal()
    """Somebody typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setObjectName("inside")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(4)
        self._names: Mapping[Topic, str] = {}
        self._labels = {topic: QLabel() for topic in Topic}
        self._boxes = {topic: _box() for topic in Topic}
        for topic, box in self._boxes.items():
            self._labels[topic].setObjectName("topic")
            self._labels[topic].setBuddy(box)
            box.textChanged.connect(self.changed)
            column.addWidget(self._labels[topic])
            column.addWidget(box, 1)
            column.addSpacing(6)
        self.setWidget(inside)
        self.setFocusProxy(self._boxes[Topic.WHAT_IS_GOING_ON])
        self._put_words()

    def set_names(self, names: Mapping[Topic, str]) -> None:
        """What the topics are called on the sheet."""
        if names != self._names:
            self._names = names
            self._put_words()

    def texts(self) -> dict[Topic, str]:
        """What stands under each topic, also where nothing does."""
        return {topic: box.toPlainText() for topic, box in self._boxes.items()}

    def set_texts(self, texts: Mapping[Topic, str]) -> None:
        """Put these in the boxes and nothing in the others; gives no signal."""
        for topic, box in self._boxes.items():
            text = texts.get(topic, "")
            if box.toPlainText() != text:
                box.blockSignals(True)
                box.setPlainText(text)
                box.blockSignals(False)

    def _put_words(self) -> None:
        for topic, label in self._labels.items():
            name = self._names.get(topic) or topic_name(topic)
            label.setText(name)
            self._boxes[topic].setAccessibleName(name)
            self._boxes[topic].setPlaceholderText(topic_hint(topic))


def _box() -> QPlainTextEdit:
    box = QPlainTextEdit()
    box.setTabChangesFocus(True)
    letters = font(19)
    box.setFont(letters)
    box.setMinimumHeight(QFontMetrics(letters).lineSpacing() * LINES + 24)
    return box
