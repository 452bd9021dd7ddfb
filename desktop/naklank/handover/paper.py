"""The sheet as a tagged PDF: the truth that is shown and printed."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from naklank.core.logo import logo_size
from naklank.core.sheet import FONT_SIZE, LARGE_FONT_SIZE, SMALLER
from naklank.foundation.paths import resource
from naklank.handover.typeset import typeset

if TYPE_CHECKING:
    from datetime import datetime

    from naklank.core.sheet import Sheet


def make_pdf(sheet: Sheet, moment: datetime, *, large_print: bool = False) -> bytes:
    """The sheet on A4 as PDF/UA-1, made in memory; `moment` is its date in the document."""
    size = LARGE_FONT_SIZE if large_print else FONT_SIZE
    data = {**asdict(sheet), "font_size": size, "small_size": size - SMALLER}
    data["logo"] = (list(sheet.logo), logo_size(sheet.logo)[0]) if sheet.logo else None
    inputs = {"sheet": json.dumps(data)}
    return typeset(resource("sheet/sheet.typ"), inputs, int(moment.timestamp()))
