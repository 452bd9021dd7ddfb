"""Poster and desk card, and the words that they have from us."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from naklank.foundation.paths import resource
from naklank.handover.folder import write_set
from naklank.handover.typeset import typeset

if TYPE_CHECKING:
    from pathlib import Path

    from naklank.core.notice import Notice, NoticeForm, Wording


class PaperNotices:
    """The port `Notices`."""

    def words(self, wording: Wording) -> str:
        """Ours: a title, and a line for each thing to know."""
        return resource(f"notice/{wording.value}.txt").read_text(encoding="utf-8").strip()

    def make_pdf(self, notice: Notice, form: NoticeForm) -> bytes:
        """One page, tagged, with letters as large as its words allow."""
        data = {**asdict(notice), "form": form.value}
        return typeset(resource("notice/notice.typ"), {"notice": json.dumps(data)})

    def save(self, file: Path, notice: Notice, form: NoticeForm) -> None:
        """Write it as PDF; an older file stays whole on a failure.

        Raises FOLDER_NOT_WRITABLE or DISK_FULL.
        """
        write_set({file.name: self.make_pdf(notice, form)}, file.parent)
