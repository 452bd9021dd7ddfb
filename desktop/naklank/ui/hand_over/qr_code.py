"""The text of the sheet as a picture that a telephone reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from naklank.core.sheet import Sheet

LARGEST: Final = 30
"""The version of QR beyond which its 137 squares a side are too fine for a telephone before a
screen: about 1700 bytes of text."""
_QUIET: Final = 4
"""Squares of white that a reader needs around it (ISO/IEC 18004)."""


def qr_text(sheet: Sheet) -> str:
    """What the telephone shows: the sheet without what is filled in by pen."""
    lines = [sheet.practice, sheet.made_on, sheet.title, *sheet.notices, sheet.made_by]
    lines += sheet.edition
    for block in sheet.blocks:
        lines += ["", *((block.heading,) if block.heading else ()), *block.sentences]
    lines += ["", *sheet.rules, sheet.code]
    return "\n".join(line for line in lines if line is not None).strip()


def qr_image(text: str) -> QImage | None:
    """A square for each dot; None where the text is too long to be read from a screen."""
    import segno

    try:
        code = segno.make_qr(text, error="l", boost_error=False, encoding="utf-8")
    except segno.DataOverflowError:
        return None
    if int(code.version) > LARGEST:
        return None
    rows = tuple(code.matrix_iter(border=_QUIET))
    image = QImage(len(rows), len(rows), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                image.setPixelColor(x, y, Qt.GlobalColor.black)
    return image
