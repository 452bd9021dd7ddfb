"""The sheet as a tagged PDF: the truth that is shown and printed."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Literal

from naklank.core.logo import logo_size
from naklank.core.sheet import FONT_SIZE, LARGE_FONT_SIZE, SMALLER
from naklank.paths import resource

if TYPE_CHECKING:
    from datetime import datetime

    from naklank.core.sheet import Sheet


def make_pdf(sheet: Sheet, moment: datetime, *, large_print: bool = False) -> bytes:
    """The sheet on A4 as PDF/UA-1, made in memory; `moment` is its date in the document.

    The words go in as data, never as markup: what a doctor says cannot become a command.
    A character that no font has, an emoji say, stands as a box; PDF/UA-1 forbids that, so such
    a page is tagged but does not carry its mark.
    """
    import fontpkg_noto_sans
    import typst

    size = LARGE_FONT_SIZE if large_print else FONT_SIZE
    data = {**asdict(sheet), "font_size": size, "small_size": size - SMALLER}
    data["logo"] = (list(sheet.logo), logo_size(sheet.logo)[0]) if sheet.logo else None

    def compiled(*standards: Literal["ua-1"]) -> bytes:
        return typst.compile(
            resource("sheet/sheet.typ").read_bytes(),
            # No system fonts: the page looks the same on every computer.
            font_paths=typst.Fonts(
                include_system_fonts=False, font_paths=[str(fontpkg_noto_sans.ROOT / "files")]
            ),
            format="pdf",
            sys_inputs={"sheet": json.dumps(data)},
            pdf_standards=list(standards),
            timestamp=int(moment.timestamp()),
        )

    try:
        return compiled("ua-1")
    except typst.TypstError:
        return compiled()
