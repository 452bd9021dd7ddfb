"""Every sentence on screen has its Dutch, and no Dutch is left over."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

import pytest

from naklank.core.errors import ErrorCode, NaklankError
from naklank.foundation.paths import resource
from naklank.sentences.failures import sentence
from naklank.translation import tr

PACKAGE = Path(tr.__code__.co_filename).parent


def _literals() -> dict[str, str]:
    """Every literal in a `tr()` call, and where it stands."""
    found = {}
    for file in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "tr":
                (argument,) = node.args
                found[ast.literal_eval(argument)] = f"{file.name}:{node.lineno}"
    return found


def _dutch() -> dict[str, str]:
    catalogue: dict[str, str] = json.loads(resource("translations/nl.json").read_text("utf-8"))
    return catalogue


def test_each_sentence_has_its_dutch_and_none_is_left_over() -> None:
    assert set(_literals()) == set(_dutch())


@pytest.mark.parametrize(("english", "dutch"), _dutch().items())
def test_both_languages_have_the_same_places(english: str, dutch: str) -> None:
    assert sorted(re.findall(r"{\w*}", english)) == sorted(re.findall(r"{\w*}", dutch))
    assert english != dutch


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
