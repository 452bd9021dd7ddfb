"""The web page, in a real Chromium and from a file, as a telephone opens it."""

from __future__ import annotations

import base64
import contextlib
import dataclasses
import re
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]

from naklank.audio.mp3 import encode_mp3
from naklank.audio.sound import Sound
from naklank.core.sheet import Origin, Sheet
from naklank.core.transcript import LANGUAGES, Language, Stretch
from naklank.handover.page import make_html
from support.documents import GAPS, ODD, USUAL, approved_of, chromium_page, sheet_of, sheet_with
from support.pictures import png
from support.sounds import tone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page, Request

SECONDS = 3.0
PLAYED = """() => new Promise((told, failed) => {
  const audio = document.querySelector("audio");
  audio.addEventListener("timeupdate", () => audio.currentTime > 0.3 && told(audio.currentTime));
  audio.addEventListener("error", () => failed(audio.error.message));
  setTimeout(() => failed("the sound stands still"), 10000);
})"""
LOADED = """() => new Promise((told, failed) => {
  const audio = document.querySelector("audio");
  const ready = () => audio.readyState >= 1 && told(audio.duration);
  audio.addEventListener("loadedmetadata", ready);
  audio.addEventListener("error", () => failed(audio.error.message));
  setTimeout(() => failed("the sound does not load"), 10000);
  ready();
})"""
COLOURS = """() => [...document.querySelectorAll("h1, h2, p")].map(element => {
  let ground = element;
  while (getComputedStyle(ground).backgroundColor === "rgba(0, 0, 0, 0)") {
    ground = ground.parentElement;
  }
  return [getComputedStyle(element).color, getComputedStyle(ground).backgroundColor];
})"""


@pytest.fixture(scope="module")
def mp3() -> bytes:
    return encode_mp3(Sound(tone(SECONDS, 16_000), 16_000), "Samenvatting")


@contextlib.contextmanager
def opened(
    html: bytes, folder: Path, width: int = 1200, scheme: Literal["light", "dark"] = "light"
) -> Iterator[tuple[Page, list[str]]]:
    """The page in the browser, and the addresses outside the file that it was let go to."""
    file = folder / "samenvatting.html"
    file.write_bytes(html)
    asked: list[Request] = []
    outside: list[str] = []
    with chromium_page(width, scheme) as page:
        page.on("request", lambda request: asked.append(request))  # noqa: PLW0108 - not a builtin
        page.goto(file.as_uri())
        yield page, outside
        assert asked
        # Chromium reports a request that the page's own rules stop as failed by them.
        outside += [
            request.url
            for request in asked
            if not request.url.startswith(("file:", "data:")) and request.failure != "csp"
        ]


def shown_lines(page: Page) -> list[str]:
    buttons = page.locator(".controls button").all_inner_texts()
    lines = page.locator("body").inner_text().splitlines()
    return [line for line in lines if line.strip() and line not in buttons]


def expected_lines(sheet: Sheet) -> list[str]:
    """The paper's lines with the sound before the text, without what is there to write on."""
    body = [line for line in sheet.lines() if line not in (sheet.for_whom, sheet.questions)]
    place = body.index(sheet.blocks[0].sentences[0])
    return [*body[:place], sheet.listen, *body[place:]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_shows_the_sheet_and_plays_its_sound(
    language: Language, mp3: bytes, tmp_path: Path
) -> None:
    sheet = sheet_of(language, USUAL[language], GAPS)
    with opened(make_html(sheet, mp3), tmp_path) as (page, outside):
        assert page.title() == sheet.title
        assert page.locator("html").get_attribute("lang") == language
        assert shown_lines(page) == expected_lines(sheet)
        assert page.get_by_role("heading", level=1).all_inner_texts() == [sheet.title]
        assert page.get_by_role("heading", level=2).all_inner_texts() == [
            sheet.listen,
            *(block.heading for block in sheet.blocks if block.heading),
        ]
        sound = page.locator("audio")
        assert page.evaluate(LOADED) == pytest.approx(SECONDS, abs=0.2)
        sound.focus()
        page.keyboard.press("Space")
        assert 0.3 < page.evaluate(PLAYED) <= SECONDS
        kind, _, data = (sound.get_attribute("src") or "").partition(",")
        assert kind == "data:audio/mpeg;base64"
        assert base64.b64decode(data) == mp3
    assert outside == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_approved_page_names_practice_and_doctor(
    language: Language, mp3: bytes, tmp_path: Path
) -> None:
    sheet = approved_of(language, Origin.UNHEARD)
    with opened(make_html(sheet, mp3), tmp_path) as (page, _):
        assert shown_lines(page) == expected_lines(sheet)


@pytest.mark.parametrize(("practice", "words"), [("", "Logo"), ("Praktijk De Linde", "")])
def test_a_logo_is_shown_and_fetched_from_nowhere(
    practice: str, words: str, tmp_path: Path
) -> None:
    sheet = dataclasses.replace(approved_of("nl", practice=practice), logo=png(900, 60))
    with opened(make_html(sheet, None), tmp_path, width=320) as (page, outside):
        picture = page.locator("img")
        assert picture.get_attribute("alt") == words
        assert picture.evaluate("one => one.complete && one.naturalWidth") == 900
        box = picture.bounding_box()
        assert box
        assert box["width"] / box["height"] == pytest.approx(15, rel=0.05)
        assert box["x"] + box["width"] < 320
        assert Axe().run(page).response["violations"] == []
    assert outside == []


def test_without_sound_there_is_nothing_to_play(tmp_path: Path) -> None:
    sheet = approved_of("nl", Origin.UNHEARD, has_sound=False)
    with opened(make_html(sheet, None), tmp_path) as (page, _):
        assert page.locator("audio, section.sound").count() == 0
        assert "geluid" not in page.locator("body").inner_text().lower()
        assert sheet.listen not in shown_lines(page)
        assert shown_lines(page)[-1] == sheet.rules[-1]


def test_names_look_like_no_command(tmp_path: Path) -> None:
    practice, doctor = "<script>Linde</script> & Zn. $title", "dr. <b>O'Neil</b> {x}"
    sheet = approved_of("nl", practice=practice, doctor=doctor)
    with opened(make_html(sheet, None), tmp_path) as (page, _):
        shown = shown_lines(page)
    assert shown[0] == practice
    assert f"Ingesproken door {doctor}" in shown


@pytest.mark.parametrize("width", [360, 1200])
def test_a_long_practice_stands_above_the_moment_or_beside_it(width: int, tmp_path: Path) -> None:
    practice = "Gezondheidscentrum en Huisartsenpraktijk De Linde en Partners"
    html = make_html(approved_of("nl", practice=practice), None, large_print=True)
    with opened(html, tmp_path, width=width) as (page, _):
        assert page.evaluate("document.documentElement.scrollWidth") == width
        name, moment = (part.bounding_box() for part in page.locator("header p").all())
        assert name
        assert moment
        beside = moment["x"] >= name["x"] + name["width"]
        assert beside or moment["y"] >= name["y"] + name["height"]


def test_a_script_in_the_page_does_not_run_and_nothing_is_fetched(
    mp3: bytes, tmp_path: Path
) -> None:
    sheet = sheet_with("Zin.")
    injected = """<script>document.title = "gelukt"</script>
        <img src="https://voorbeeld.invalid/beeld.png" onerror="document.title = 'gelukt'">
        <iframe src="https://voorbeeld.invalid/"></iframe>
        <audio src="https://voorbeeld.invalid/geluid.mp3"></audio></main>"""
    html = make_html(sheet, mp3).replace(b"</main>", injected.encode())
    with opened(html, tmp_path) as (page, outside):
        assert page.locator("img").count() == 1
        assert page.title() == sheet.title
    assert outside == []


def test_a_tapped_sentence_is_heard_and_marked(mp3: bytes, tmp_path: Path) -> None:
    sheet = sheet_with("Eerste zin.", "Tweede zin.")
    (block,) = sheet.blocks
    block = dataclasses.replace(block, sounds=(Stretch(0.0, 1.0), Stretch(1.0, 2.0)))
    html = make_html(dataclasses.replace(sheet, blocks=(block,)), mp3, offset=0.5)
    with opened(html, tmp_path) as (page, outside):
        page.evaluate(LOADED)
        page.get_by_text("Tweede zin.").click()
        page.locator(".sounding", has_text="Tweede zin.").wait_for()
        assert 1.5 <= page.evaluate("document.querySelector('audio').currentTime") < 2.5
        page.get_by_role("button", name=sheet.controls["previous"]).click()
        page.locator(".sounding", has_text="Eerste zin.").wait_for()
    assert outside == []


def follows(mp3: bytes, *sounds: Stretch | None) -> tuple[Sheet, bytes]:
    """A sheet whose sentences are heard there, as a page."""
    sheet = sheet_with(*(f"Zin {number}." for number in range(len(sounds))))
    (block,) = sheet.blocks
    sheet = dataclasses.replace(sheet, blocks=(dataclasses.replace(block, sounds=sounds),))
    return sheet, make_html(sheet, mp3)


def test_the_next_sentence_is_the_next_one_that_is_heard(mp3: bytes, tmp_path: Path) -> None:
    """A topic that was moved stands before what was said before it."""
    sheet, html = follows(mp3, Stretch(2.0, 3.0), None, Stretch(0.0, 1.0), Stretch(1.0, 2.0))
    with opened(html, tmp_path) as (page, _):
        page.evaluate(LOADED)
        page.get_by_text("Zin 2.").click()
        page.locator(".sounding", has_text="Zin 2.").wait_for()
        page.get_by_role("button", name=sheet.controls["next"]).click()
        page.locator(".sounding", has_text="Zin 3.").wait_for()


def test_speed_and_letters_are_chosen_by_a_button(mp3: bytes, tmp_path: Path) -> None:
    _, html = follows(mp3, Stretch(0.0, 1.0))
    with opened(html, tmp_path) as (page, _):
        faster = page.get_by_role("button", name="Snelheid 1,25")
        faster.click()
        assert page.evaluate("document.querySelector('audio').playbackRate") == 1.25
        assert faster.get_attribute("aria-pressed") == "true"
        plain = page.get_by_role("button", name="Snelheid 1", exact=True)
        assert plain.get_attribute("aria-pressed") == "false"
        before = page.get_by_text("Zin 0.").bounding_box()
        page.get_by_role("button", name="Grotere letters").click()
        after = page.get_by_text("Zin 0.").bounding_box()
        assert before
        assert after
        assert after["height"] > before["height"] * 1.4


def test_every_letter_becomes_larger(mp3: bytes, tmp_path: Path) -> None:
    sizes = """() => [...document.querySelectorAll("p, h1, h2, button")].map(
        one => parseFloat(getComputedStyle(one).fontSize))"""
    html = make_html(approved_of("nl", Origin.UNHEARD), mp3)
    with opened(html, tmp_path) as (page, _):
        before = page.evaluate(sizes)
        page.get_by_role("button", name="Grotere letters").click()
        after = page.evaluate(sizes)
    assert after == pytest.approx([size * 1.5 for size in before], rel=0.01)


@pytest.mark.parametrize("width", range(300, 420, 40))
def test_a_number_stays_whole_on_a_telephone(width: int, tmp_path: Path) -> None:
    numbers = ("5 milligram", "18 december", "038 123 45 67", "10.30 uur", "1/2 tablet")
    sheet = sheet_with(*(f"Dat zegt u dan steeds bij {one}, en niet later." for one in numbers))
    lines = """([number]) => {
      const whole = [...document.querySelectorAll("p.said .whole")];
      return whole.find(one => one.textContent === number).getClientRects().length;
    }"""
    with opened(make_html(sheet, None), tmp_path, width=width) as (page, _):
        assert [page.evaluate(lines, [number]) for number in numbers] == [1] * len(numbers)


def test_with_scripts_blocked_all_is_read_and_heard_and_nothing_is_dead(
    mp3: bytes, tmp_path: Path
) -> None:
    sheet, html = follows(mp3, Stretch(0.0, 1.0), Stretch(1.0, 2.0))
    file = tmp_path / "lees.html"
    file.write_bytes(html)
    with chromium_page(scripts=False) as page:
        page.goto(file.as_uri())
        assert page.locator("p.said").all_inner_texts() == ["Zin 0.", "Zin 1."]
        assert page.get_by_role("button").count() == 0
        assert page.locator("audio[controls]").is_visible()
        assert page.title() == sheet.title


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing(
    language: Language, scheme: Literal["light", "dark"], mp3: bytes, tmp_path: Path
) -> None:
    sheet = approved_of(language, Origin.UNHEARD)
    sounds = tuple(Stretch(at / 10, at / 10 + 0.1) for at in range(len(sheet.blocks[0].sentences)))
    first = dataclasses.replace(sheet.blocks[0], sounds=sounds)
    sheet = dataclasses.replace(sheet, blocks=(first, *sheet.blocks[1:]))
    with opened(make_html(sheet, mp3), tmp_path, scheme=scheme) as (page, _):
        page.get_by_role("button", name=sheet.controls["larger"]).click()
        found = Axe().run(page)
    assert found.response["violations"] == []


def test_for_whom_it_is_stands_on_paper_alone(mp3: bytes) -> None:
    sheet = approved_of("nl", patient="mevrouw De Boer")
    assert "Voor: mevrouw De Boer" in sheet.lines()
    page = make_html(sheet, mp3).decode()
    assert "De Boer" not in page
    assert sheet.for_whom not in page


def test_what_looks_like_a_command_is_shown(mp3: bytes, tmp_path: Path) -> None:
    sentences = (*ODD, "<script>document.title = 'gelukt'</script>", "Voor 😀 na.")
    sheet = sheet_with(*sentences)
    with opened(make_html(sheet, mp3), tmp_path) as (page, _):
        assert page.locator("p.said").all_text_contents() == list(sentences)
        assert page.title() == sheet.title


@pytest.mark.parametrize(("large_print", "points"), [(False, 14), (True, 18)])
def test_a_telephone_shows_it_without_scrolling_sideways(
    *, large_print: bool, points: int, mp3: bytes, tmp_path: Path
) -> None:
    sheet = sheet_with("Zin.", "abcdefghij" * 20)
    html = make_html(sheet, mp3, large_print=large_print)
    with opened(html, tmp_path, width=360) as (page, _):
        assert page.evaluate("document.documentElement.scrollWidth") == 360
        for part in page.locator("main, audio, p").all():
            box = part.bounding_box()
            assert box
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= 360
        sizes = page.locator("p").evaluate_all(
            "parts => parts.map(part => parseFloat(getComputedStyle(part).fontSize) * 72 / 96)"
        )
        assert max(sizes) == pytest.approx(points, abs=0.01)
        assert min(sizes) >= 12


def test_the_letters_stand_out_by_day_and_by_night(mp3: bytes, tmp_path: Path) -> None:
    html = make_html(sheet_of("nl", USUAL["nl"], GAPS), mp3)
    with opened(html, tmp_path) as (page, _):
        by_day = page.evaluate(COLOURS)
        page.emulate_media(color_scheme="dark")
        by_night = page.evaluate(COLOURS)
    assert len(by_day) == len(by_night) > 10
    for ink, ground in by_day:
        assert luminance(ink) < luminance(ground)
        assert contrast(ink, ground) >= 4.5
    for ink, ground in by_night:
        assert luminance(ink) > luminance(ground)
        assert contrast(ink, ground) >= 4.5


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    shares = [int(number) / 255 for number in re.findall(r"\d+", colour)]
    assert len(shares) == 3, colour
    linear = [x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in shares]
    return sum(weight * x for weight, x in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_the_contrast_measure_knows_black_on_white() -> None:
    assert contrast("rgb(0, 0, 0)", "rgb(255, 255, 255)") == pytest.approx(21)
    assert contrast("rgb(118, 118, 118)", "rgb(255, 255, 255)") == pytest.approx(4.54, abs=0.01)
