"""The poster and the card: one page each, in words that can be read, and in the practice's own."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from naklank.core.notice import NoticeForm, Wording, notice_of
from naklank.handover.notices import PaperNotices

if TYPE_CHECKING:
    from pathlib import Path

NOTICES = PaperNotices()
SIZES = {
    NoticeForm.POSTER: "595.276 x 841.89 pts (A4)",
    NoticeForm.CARD: "297.638 x 419.528 pts",
    NoticeForm.CARDS: "595.276 x 841.89 pts (A4)",
}


def _asked(command: str, file: Path, *more: str) -> str:
    done = subprocess.run([command, str(file), *more], capture_output=True, text=True, check=True)
    return " ".join(done.stdout.split())


@pytest.mark.parametrize("wording", Wording)
@pytest.mark.parametrize("form", NoticeForm)
def test_all_of_it_stands_on_one_page_of_its_size(
    wording: Wording, form: NoticeForm, tmp_path: Path
) -> None:
    file = tmp_path / "notice.pdf"
    notice = notice_of(NOTICES.words(wording), wording, "Praktijk De Linde")
    NOTICES.save(file, notice, form)
    facts, text = _asked("pdfinfo", file), _asked("pdftotext", file, "-")
    assert "Pages: 1" in facts
    assert "Tagged: yes" in facts
    assert SIZES[form] in facts
    times = 4 if form is NoticeForm.CARDS else 1
    for line in (notice.title, *notice.lines, notice.practice):
        assert text.count(line) == times


@pytest.mark.parametrize("form", NoticeForm)
def test_a_practice_that_writes_much_still_fills_one_page(form: NoticeForm, tmp_path: Path) -> None:
    lines = (f"Dit is regel {at} van een lang verhaal." for at in range(14))
    words = "\n".join(("Opnemen mag", *lines))
    file = tmp_path / "notice.pdf"
    NOTICES.save(file, notice_of(words, Wording.DUTCH, "De Linde"), form)
    assert "Pages: 1" in _asked("pdfinfo", file)
    assert "Dit is regel 13 van een lang verhaal." in _asked("pdftotext", file, "-")


def test_words_are_words_and_no_commands(tmp_path: Path) -> None:
    file = tmp_path / "notice.pdf"
    words = '#panic() *Opnemen*\n#read("/etc/passwd") = $x$'
    NOTICES.save(file, notice_of(words, Wording.DUTCH, ""), NoticeForm.POSTER)
    text = _asked("pdftotext", file, "-")
    assert "#panic() *Opnemen*" in text
    assert "#read(" in text


def test_the_first_line_is_the_title_and_empty_lines_are_none() -> None:
    notice = notice_of("\n  Opnemen   mag \n\nZeg het ons.\n", Wording.SIMPLE, " De Linde ")
    assert (notice.title, notice.lines) == ("Opnemen mag", ("Zeg het ons.",))
    assert (notice.language, notice.practice) == ("nl", "De Linde")
    assert notice_of("", Wording.ENGLISH, "").title == ""


@pytest.mark.parametrize("wording", [Wording.DUTCH, Wording.SIMPLE])
def test_it_keeps_to_the_guidance_and_claims_no_endorsement(wording: Wording) -> None:
    words = NOTICES.words(wording)
    assert "opnemen" in words
    assert "niet op internet" in words
    assert "KNMG" not in words
