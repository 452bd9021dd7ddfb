"""The web page in a real Firefox, from a file: the other half of what patients have at home."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import numpy as np
import pytest

from naklank.audio.mp3 import encode_mp3
from naklank.audio.sound import Sound
from naklank.core.sheet import Sheet
from naklank.core.transcript import LANGUAGES, Language, Stretch
from naklank.handover.page import make_html
from support.documents import ODD, USUAL, approved_of, sheet_of, sheet_with
from support.firefox import FirefoxPage, firefox_page
from support.pictures import png
from support.sounds import tone
from support.virtual_sound import Listening, VirtualSound

if TYPE_CHECKING:
    from pathlib import Path

SECONDS = 3.0
AUDIO = "document.querySelector('audio')"
SOUNDING = "(document.querySelector('.sounding') || {}).textContent"
SHOWN = "[...document.querySelectorAll('p, h1, h2')].map(one => one.innerText)"


@pytest.fixture(scope="module")
def mp3() -> bytes:
    return encode_mp3(Sound(tone(SECONDS, 16_000), 16_000), "Samenvatting")


def show(page: FirefoxPage, folder: Path, html: bytes) -> None:
    file = folder / "3 Luister en lees.html"
    file.write_bytes(html)
    page.open(file)


def outside(page: FirefoxPage) -> list[str]:
    assert page.asked
    return [one for one in page.asked if not one.startswith(("file:", "data:"))]


def in_order(sheet: Sheet) -> list[str]:
    """The paper's lines with the sound before the text, without what is there to write on."""
    body = [line for line in sheet.lines() if line not in (sheet.for_whom, sheet.questions)]
    place = body.index(sheet.blocks[0].sentences[0])
    return [*body[:place], sheet.listen, *body[place:]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_shows_the_sheet_and_its_sound(language: Language, mp3: bytes, tmp_path: Path) -> None:
    sheet = dataclasses.replace(sheet_of(language, USUAL[language]), logo=png())
    with firefox_page(tmp_path) as page:
        show(page, tmp_path, make_html(sheet, mp3))
        assert page.evaluate("document.title") == sheet.title
        assert page.evaluate(SHOWN) == in_order(sheet)
        assert page.wait_for(f"{AUDIO}.duration") == pytest.approx(SECONDS, abs=0.2)
        assert page.evaluate("document.querySelector('img').naturalWidth") == 300
        assert outside(page) == []


def test_a_tapped_sentence_is_heard_and_the_text_follows(
    mp3: bytes, sound_server: VirtualSound, tmp_path: Path
) -> None:
    sheet = sheet_with("Eerste zin.", "Tweede zin.")
    (block,) = sheet.blocks
    block = dataclasses.replace(block, sounds=(Stretch(0.0, 1.0), Stretch(1.0, 2.0)))
    with Listening(sound_server, "speaker.monitor") as heard, firefox_page(tmp_path) as page:
        show(page, tmp_path, make_html(dataclasses.replace(sheet, blocks=(block,)), mp3))
        page.wait_for(f"{AUDIO}.duration")
        page.click("p.said:first-of-type")
        page.wait_for(f"{SOUNDING} === 'Eerste zin.'")
        # Nobody taps the second one: it is marked when the sound has come there.
        assert 1.0 <= page.wait_for(f"{SOUNDING} === 'Tweede zin.' && {AUDIO}.currentTime") < 2.0
    assert np.abs(heard.sound.samples).max() > 0.05


def test_with_scripts_blocked_all_is_there_to_read_and_to_hear(mp3: bytes, tmp_path: Path) -> None:
    sheet = approved_of("nl")
    with firefox_page(tmp_path, scripts=False) as page:
        show(page, tmp_path, make_html(sheet, mp3))
        assert page.evaluate(SHOWN) == in_order(sheet)
        assert page.evaluate("document.querySelectorAll('button').length") == 0
        # Its own buttons need no script of the page.
        assert page.evaluate(f"{AUDIO}.controls")
        assert page.wait_for(f"{AUDIO}.duration") == pytest.approx(SECONDS, abs=0.2)


def test_what_looks_like_a_command_is_shown_and_does_nothing(mp3: bytes, tmp_path: Path) -> None:
    sentences = (*ODD, "<img src='http://voorbeeld.invalid/x'>", "<script>close()</script>")
    with firefox_page(tmp_path) as page:
        show(page, tmp_path, make_html(sheet_with(*sentences), mp3))
        said = page.evaluate("[...document.querySelectorAll('.said')].map(one => one.textContent)")
        assert said == list(sentences)
        assert outside(page) == []
