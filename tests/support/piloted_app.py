"""The real app in a process of its own, which also answers questions about itself.

It reads one expression a line from standard input, over `window` and `desk`, and prints its value
as JSON. It acts on nothing: clicks and keys come from the X server, as a hand's do.
"""

from __future__ import annotations

import json
import sys
import threading
from typing import Any

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from naklank import app
from naklank.ui.main_window import MainWindow


class Witness(QObject):
    """Answers on the main thread what was asked on another."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[MainWindow] = []
        self.asked.connect(self._on_asked, Qt.ConnectionType.QueuedConnection)

    def listen(self) -> None:
        for line in sys.stdin:
            self.asked.emit(line.strip())

    def _on_asked(self, question: str) -> None:
        try:
            (window,) = self.windows
            known = {
                "window": window,
                "desk": window.desk,
                "place": place,
                "top": top,
                "typed": typed,
                "said": said,
                "said_below": said_below,
                "copied": QApplication.clipboard().text,
            }
            answer = {"value": eval(question, known)}  # noqa: S307 - the test's own words
        except Exception as error:  # noqa: BLE001 - the test shall read it
            answer = {"error": repr(error)}
        print(json.dumps(answer, default=str), flush=True)  # noqa: T201 - its answer


def place(widget: QWidget) -> dict[str, Any]:
    """Where a hand would click it, and whether that would do anything."""
    middle = widget.mapToGlobal(QPoint(widget.width() // 2, widget.height() // 2))
    ratio = widget.devicePixelRatioF()
    return {
        "x": round(middle.x() * ratio),
        "y": round(middle.y() * ratio),
        "enabled": widget.isEnabled(),
        "visible": widget.isVisible(),
    }


def top() -> str:
    """The kind of the window or dialog that has the keyboard."""
    return type(QApplication.activeWindow()).__name__


def typed() -> str:
    """What stands where the keyboard writes; nothing where a list stands over it."""
    writes = QApplication.focusWidget()
    if QApplication.activePopupWidget() is None and isinstance(writes, QLineEdit):
        return writes.text()
    return ""


def said(widget: QWidget) -> dict[str, str]:
    """What a screen reader is told of it."""
    return _said(QAccessible.queryAccessibleInterface(widget))


def said_below(widget: QWidget) -> list[dict[str, str]]:
    """The same of what stands in it."""
    whole = QAccessible.queryAccessibleInterface(widget)
    below = [whole.child(at) for at in range(whole.childCount())]
    return [_said(one) for one in below if one is not None]


def _said(one: QAccessibleInterface) -> dict[str, str]:
    text = one.textInterface()
    return {
        "role": one.role().name,
        "name": one.text(QAccessible.Text.Name),
        "description": one.text(QAccessible.Text.Description),
        "text": text.text(0, text.characterCount()) if text is not None else "",
    }


def main() -> int:
    # Its making of an application object comes first: signals need one.
    witness: list[Witness] = []

    class Watched(MainWindow):
        def __init__(self, *arguments: Any) -> None:
            super().__init__(*arguments)
            one = Witness()
            one.windows.append(self)
            witness.append(one)
            threading.Thread(target=one.listen, daemon=True).start()

    setattr(app, "MainWindow", Watched)  # noqa: B010 - to mypy a class is no variable
    return app.run()


if __name__ == "__main__":
    sys.exit(main())
