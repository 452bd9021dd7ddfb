"""Of the drawn icon make the pictures that the systems want: PNG, .ico and .icns.

python packaging/icons.py FOLDER
"""

import os
import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from console import ROOT

DRAWING: Final = ROOT / "resources" / "icon" / "naklank.svg"
SIZES: Final = (16, 24, 32, 48, 64, 128, 256, 512)


def draw(folder: Path) -> list[Path]:
    """The PNG files, `SIZES` pixels wide."""
    drawing, made = QSvgRenderer(str(DRAWING)), []
    for size in SIZES:
        picture = QImage(size, size, QImage.Format.Format_ARGB32)
        picture.fill(Qt.GlobalColor.transparent)
        with QPainter(picture) as painter:
            drawing.render(painter, QRectF(0, 0, size, size))
        made.append(folder / f"naklank-{size}.png")
        if not picture.save(str(made[-1])):
            raise OSError(f"could not write {made[-1]}")
    return made


def join(pictures: list[Path]) -> None:
    """One file for Windows and one for macOS, beside the pictures."""
    from PIL import Image

    opened = [Image.open(file) for file in pictures]
    for kind in ("ico", "icns"):
        others = [one for one in opened[:-1] if kind == "icns" or one.width <= opened[-2].width]
        largest = opened[-1] if kind == "icns" else opened[-2]  # Windows knows none above 256
        largest.save(
            pictures[0].with_name(f"naklank.{kind}"),
            append_images=others,
            sizes=[one.size for one in opened[:-1]],
        )


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication(sys.argv[:1])
    join(draw(folder))
    del app


if __name__ == "__main__":
    main()
