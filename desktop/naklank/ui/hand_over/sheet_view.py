"""The sheet on screen is the sheet on paper: its own PDF."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from naklank.translation import tr
from naklank.ui.theme import colour

GAP = 12


class SheetView(QScrollArea):
    """Page below page, as wide as there is room, sharp at any scaling."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there: a bar that comes and goes would change the width that it depends on.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._inside = QWidget()
        self._inside.setObjectName("inside")
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 6, 0)
        self._column.setSpacing(GAP)
        self.setWidget(self._inside)
        self.setAccessibleName(tr("The sheet"))

    @property
    def page_count(self) -> int:
        """0 while there is nothing to show."""
        return self._document.pageCount()

    @property
    def pdf(self) -> bytes:
        """What is shown."""
        return bytes(self._buffer.data().data())

    def show_pdf(self, pdf: bytes) -> None:
        """Show these pages in the place of others; what is no PDF shows nothing."""
        self._clear()
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        for number in range(self._document.pageCount()):
            self._column.addWidget(_Page(self._document, number))
        self._column.addStretch(1)
        self.verticalScrollBar().setValue(0)

    def _clear(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            page = item.widget()
            if page is not None:
                page.setParent(None)
                page.deleteLater()
        self._document.close()
        self._buffer.close()


class _Page(QWidget):
    """One page, drawn anew for each width; its text is there for a screen reader."""

    def __init__(self, document: QPdfDocument, number: int) -> None:
        super().__init__()
        self._document = document
        self._number = number
        self._image = QImage()
        size = document.pagePointSize(number)
        self._ratio = size.height() / size.width() if size.width() else 1.0
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleDescription(document.getAllText(number).text())
        name = tr("Page {page} of {count}")
        self.setAccessibleName(name.format(page=number + 1, count=document.pageCount()))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width * self._ratio)

    def sizeHint(self) -> QSize:
        return QSize(360, self.heightForWidth(360))

    def paintEvent(self, _event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        size = (self.size().toSizeF() * ratio).toSize()
        if self._image.size() != size:
            self._image = self._document.render(self._number, size)
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)  # paper, in every theme
        painter.drawImage(QRectF(self.rect()), self._image)
        painter.setPen(QPen(colour("line"), 1))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
