"""Every sentence on screen has its translations, none is left over, and Qt's tools agree."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QTranslator

from naklank import translation
from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.settings import SCREEN_LANGUAGES, ScreenLanguage
from naklank.foundation.paths import resource
from naklank.sentences.failures import sentence
from naklank.translation import about_licences, help_text, screen_language, tr, use_language

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(tr.__code__.co_filename).parent
COUNTED = re.compile(r"{count} \w")
"""A number before a noun: its form follows the number."""


@dataclass(frozen=True)
class Call:
    """One of `tr()`."""

    node: ast.Call
    place: str

    @property
    def sentence(self) -> str:
        text = ast.literal_eval(self.node.args[0])
        assert isinstance(text, str)
        return text

    @property
    def is_counted(self) -> bool:
        return len(self.node.args) > 1


def _calls() -> Iterator[Call]:
    for file in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "tr":
                yield Call(node, f"{file.relative_to(PACKAGE)}:{node.lineno}")


CALLS = list(_calls())


def _file(language: ScreenLanguage) -> Path:
    return resource(f"translations/naklank_{language}.ts")


def _messages(language: ScreenLanguage) -> list[ET.Element]:
    return list(ET.parse(_file(language)).iter("message"))  # noqa: S314 - our own file


def _forms(message: ET.Element) -> list[str]:
    forms = [form.text or "" for form in message.iter("numerusform")]
    return forms or [message.findtext("translation", "")]


def test_each_sentence_is_a_literal_and_counts_in_qts_way() -> None:
    for call in CALLS:
        text, more = call.node.args[0], call.node.args[1:]
        assert isinstance(text, ast.Constant), f"{call.place}: only a literal has a translation"
        assert not call.node.keywords, call.place
        assert not more or (len(more) == 2 and ast.literal_eval(more[0]) == ""), call.place
        assert call.is_counted or not COUNTED.search(call.sentence), call.place


@pytest.mark.parametrize("language", SCREEN_LANGUAGES)
def test_each_sentence_is_translated_and_none_is_left_over(language: ScreenLanguage) -> None:
    """English has a file for its forms alone."""
    wanted = {call.sentence for call in CALLS if call.is_counted or language != "en"}
    messages = _messages(language)
    assert {one.findtext("source", "") for one in messages} == wanted
    assert len(messages) == len(wanted)
    assert [one.findtext("source") for one in messages if not all(_forms(one))] == []
    for message in messages:
        assert message.find("translation[@type]") is None, "not unfinished, nor obsolete"


@pytest.mark.parametrize("language", SCREEN_LANGUAGES)
def test_all_forms_have_the_same_places(language: ScreenLanguage) -> None:
    """But "one" may be a word."""
    for message in _messages(language):
        source, forms = message.findtext("source", ""), _forms(message)
        assert language == "en" or source not in forms
        wanted = set(re.findall(r"{\w*}", source))
        for form in forms:
            found = set(re.findall(r"{\w*}", form))
            is_one = len(forms) > 1 and form is forms[0]
            assert found == wanted or (is_one and found == wanted - {"{count}"}), source


@pytest.mark.parametrize("language", SCREEN_LANGUAGES)
def test_qts_own_tool_finds_nothing_to_update(language: ScreenLanguage, tmp_path: Path) -> None:
    """So a translator can go on in Qt Linguist, and the files stay sorted."""
    file = shutil.copy(_file(language), tmp_path)
    options = ["-extensions", "py", "-locations", "none", "-no-obsolete", "-sort-messages"]
    options += ["-pluralonly"] if language == "en" else []
    tool = shutil.which("pyside6-lupdate", path=str(Path(sys.executable).parent))
    assert tool is not None
    subprocess.run([tool, "-silent", *options, PACKAGE, "-ts", file], check=True)
    assert Path(file).read_text("utf-8") == _file(language).read_text("utf-8")


@pytest.mark.parametrize("language", SCREEN_LANGUAGES)
def test_qt_reads_each_sentence_as_we_do(language: ScreenLanguage, tmp_path: Path) -> None:
    compiled = tmp_path / "naklank.qm"
    tool = shutil.which("pyside6-lrelease", path=str(Path(sys.executable).parent))
    assert tool is not None
    subprocess.run([tool, "-silent", _file(language), "-qm", compiled], check=True)
    translator = QTranslator()
    assert translator.load(str(compiled))
    use_language(language)
    for call in CALLS:
        for count in (0, 1, 2, 21) if call.is_counted else (-1,):
            qts = translator.translate("", call.sentence, "", count) or call.sentence
            assert tr(call.sentence, "", count) == qts, call.place


@pytest.mark.parametrize("code", ErrorCode)
def test_each_failure_has_a_sentence_in_both_languages(
    code: ErrorCode, monkeypatch: pytest.MonkeyPatch
) -> None:
    error = NaklankError(code, file="a.wav", folder="map")
    dutch = sentence(error)
    monkeypatch.setenv("NAKLANK_LANGUAGE", "en")
    english = sentence(error)
    assert dutch.endswith(".")
    assert english.endswith(".")
    assert dutch != english
    assert "{" not in dutch + english


def test_the_environment_goes_before_what_was_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    assert screen_language() == "nl"
    use_language("en")
    assert screen_language() == "en"
    monkeypatch.setenv("NAKLANK_LANGUAGE", "nl")
    assert screen_language() == "nl"
    monkeypatch.setenv("NAKLANK_LANGUAGE", "tlh")
    assert screen_language() == "en"


@pytest.mark.parametrize("page", ["", "it", "dpia", "purpose"])
def test_each_language_has_its_help(page: str) -> None:
    helps = set()
    for language in SCREEN_LANGUAGES:
        use_language(language)
        helps.add(help_text(page))
    assert len(helps) == len(SCREEN_LANGUAGES)


def test_what_nobody_has_translated_stays_english() -> None:
    assert tr("Not a sentence of Naklank.") == "Not a sentence of Naklank."


def test_a_language_that_has_just_begun_says_the_rest_in_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = "<TS><message><source>Print</source><translation>Printsje</translation></message></TS>"
    for folder in ("help", "licences", "translations"):
        shutil.copytree(resource(folder), tmp_path / folder)
    (tmp_path / "translations" / "naklank_fy.ts").write_text(begun, encoding="utf-8")
    monkeypatch.setattr(translation, "resource", tmp_path.joinpath)
    monkeypatch.setattr(translation, "SCREEN_LANGUAGES", (*SCREEN_LANGUAGES, "fy"))
    monkeypatch.setenv("NAKLANK_LANGUAGE", "fy")
    assert tr("Print") == "Printsje"
    counted = next(call.sentence for call in CALLS if call.is_counted)
    frisian = [tr(counted, "", count) for count in (1, 2)], help_text("it"), about_licences()
    monkeypatch.setenv("NAKLANK_LANGUAGE", "en")
    assert frisian == (
        [tr(counted, "", count) for count in (1, 2)],
        help_text("it"),
        about_licences(),
    )
