"""What can be said of a file that somebody brings: by its seal, else by what the journal knows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from naklank.audio.reading import read_sound
from naklank.audio.tags import read_tags
from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.seals import FileKind, Judgement, Verdict, traces
from naklank.core.statement import find_codes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from naklank.core.journal import Entry
    from naklank.core.ports.seals import Seals
    from naklank.core.seals import Trace

LARGEST: Final = 200_000_000
"""Bytes. A page with ten minutes of sound takes less than a twentieth."""

_PAGES: Final = 10
"""More than any sheet has."""


@dataclass(frozen=True, slots=True)
class FileVerifier:
    """The port Verifier; `entries` gives what the journal holds, and may raise."""

    seals: Seals
    entries: Callable[[], Sequence[Entry]]

    def verify(self, file: Path) -> Verdict:
        """Raises SEAL_DAMAGED or KEYS_UNAVAILABLE, and nothing else."""
        try:
            if not file.is_file() or file.stat().st_size > LARGEST:
                return Verdict(Judgement.UNREADABLE)
            data = file.read_bytes()
        except OSError:
            return Verdict(Judgement.UNREADABLE)
        verdict = self.seals.judge(data)
        if verdict.judgement is Judgement.NO_SEAL:
            return self._without(verdict, file, data)
        return verdict

    def known(self, code: str) -> Verdict:
        """What the journal knows of a code that somebody reads aloud from a sheet."""
        return Verdict(Judgement.NO_SEAL, traces=self._traces((code,), None))

    def _without(self, verdict: Verdict, file: Path, data: bytes) -> Verdict:
        """A file without a seal: what it may be of, or that it cannot be read at all."""
        if verdict.kind is FileKind.PAGE:
            text = data.decode("utf-8", "replace")
            return replace(verdict, traces=self._traces(find_codes(text), None))
        if verdict.kind is FileKind.PAPER:
            return replace(verdict, traces=self._traces(find_codes(_text_of_pdf(data)), None))
        try:
            seconds = read_sound(file).seconds
        except NaklankError as error:
            is_whole = error.code is ErrorCode.SOUND_TOO_LONG or verdict.kind is None
            return verdict if is_whole else replace(verdict, judgement=Judgement.UNREADABLE)
        codes = find_codes(read_tags(file))
        found = self._traces(codes, seconds)
        return replace(verdict, kind=FileKind.SOUND, traces=found)

    def _traces(self, codes: Sequence[str], seconds: float | None) -> tuple[Trace, ...]:
        try:
            return traces(self.entries(), codes, seconds)
        except NaklankError:
            return ()  # the journal gives a hint, no answer


def _text_of_pdf(data: bytes) -> str:
    """What stands on its pages; empty where it cannot be told."""
    from PySide6.QtCore import QBuffer
    from PySide6.QtPdf import QPdfDocument

    buffer = QBuffer()
    buffer.setData(data)
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    pages = min(document.pageCount(), _PAGES)
    text = "\n".join(document.getAllText(page).text() for page in range(pages))
    document.close()
    return text
