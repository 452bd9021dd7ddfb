"""The sentences on screen: written in English in the code, shown in the language of the screen.

They stand in `resources/translations/naklank_*.ts`, the files of Qt Linguist, and are read as they
are: the command line speaks too, without Qt. English has a file for what is counted alone.
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from typing import Final
from xml.etree import ElementTree as ET

from naklank.core.settings import SCREEN_LANGUAGES, ScreenLanguage
from naklank.foundation.paths import resource

LANGUAGE_VARIABLE: Final = "NAKLANK_LANGUAGE"
"""Where this is set in the environment, it goes before every setting."""


@dataclass(slots=True)
class _Screen:
    language: ScreenLanguage = "nl"


_screen: Final = _Screen()  # a process has one screen, and every room that speaks speaks on it


_wanted: Final[ContextVar[ScreenLanguage | None]] = ContextVar("wanted", default=None)


def screen_language() -> ScreenLanguage:
    """Which language the screen speaks now."""
    asked = _wanted.get() or os.environ.get(LANGUAGE_VARIABLE)
    return next((one for one in SCREEN_LANGUAGES if one == asked), _screen.language)


def use_language(language: ScreenLanguage) -> None:
    """What is said from now on is said in this language, but for the environment."""
    _screen.language = language


@contextmanager
def speaking(language: ScreenLanguage | None) -> Iterator[None]:
    """Inside, `tr` says what the patient is to hear or read, in the language of the summary.

    With None it goes on in that of the screen.
    """
    before = _wanted.set(language)
    try:
        yield
    finally:
        _wanted.reset(before)


def tr(sentence: str, _comment: str = "", count: int | None = None) -> str:
    """The sentence in the language of the screen, its `{places}` still open.

    What is counted is written in the plural, `tr("{count} hours", "", hours)`, which is how Qt's
    own tools read it: the files have the forms, of which `count` chooses one.
    """
    english = _sentences("en").get(sentence, (sentence,))
    forms = _sentences(screen_language()).get(sentence, english)
    return forms[0] if count == 1 else forms[-1]


def help_text(page: str = "") -> str:
    """The help in the language of the screen, or a page that belongs to it, as Markdown."""
    return _text(f"help/{page}." if page else "help/")


def help_picture(name: str) -> str:
    """The path of a picture that it names."""
    return str(resource("pictures") / name)


def about_licences() -> str:
    """What must be said of licences beside their texts, as Markdown."""
    return _text("licences/about_")


def _text(begins: str) -> str:
    """The Markdown whose name begins so, in English where nobody has translated it yet."""
    file = resource(f"{begins}{screen_language()}.md")
    if not file.exists():
        file = resource(f"{begins}en.md")
    return file.read_text(encoding="utf-8")


@cache
def _sentences(language: ScreenLanguage) -> Mapping[str, tuple[str, ...]]:
    """By the English: the translation, or those for one and for more."""
    file = resource(f"translations/naklank_{language}.ts").read_text(encoding="utf-8")
    messages = ET.fromstring(file).iter("message")  # noqa: S314 - our own file
    return {one.findtext("source", ""): forms for one in messages if all(forms := _forms(one))}


def _forms(message: ET.Element) -> tuple[str, ...]:
    """Empty where nobody has translated it yet."""
    if message.get("numerus") == "yes":
        return tuple(form.text or "" for form in message.iter("numerusform"))
    return (message.findtext("translation", ""),)
