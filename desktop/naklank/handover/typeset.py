"""Pages as tagged PDF, made in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def typeset(template: Path, data: Mapping[str, str], timestamp: int | None = None) -> bytes:
    """The template, filled in, as PDF/UA-1; `timestamp` is its date, in seconds since 1970.

    The words go in as data, never as markup: what somebody says cannot become a command. A
    character that no font has, an emoji say, stands as a box; PDF/UA-1 forbids that, so such a page
    is tagged but does not carry its mark.
    """
    import fontpkg_noto_sans
    import typst

    def compiled(*standards: Literal["ua-1"]) -> bytes:
        return typst.compile(
            template.read_bytes(),
            # No system fonts: the page looks the same on every computer.
            font_paths=typst.Fonts(
                include_system_fonts=False, font_paths=[str(fontpkg_noto_sans.ROOT / "files")]
            ),
            format="pdf",
            sys_inputs=dict(data),
            pdf_standards=list(standards),
            timestamp=timestamp,
        )

    try:
        return compiled("ua-1")
    except typst.TypstError:
        return compiled()
