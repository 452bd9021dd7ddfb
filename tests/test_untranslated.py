"""No text reaches the screen that `tr()` has not seen: the code is read for it."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import naklank

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(naklank.__file__).parent
SPEAKING = [*PACKAGE.glob("*sentences*.py"), *PACKAGE.glob("cli*.py"), *PACKAGE.rglob("ui/**/*.py")]

SHOWS = re.compile(
    r"(set\w*(Text|Title|Tip|WhatsThis|Name|Description|Prefix|Suffix|Labels?)|add(Item|Row|Tab)s?"
    r"|tell|warn|reserve|drawText|show_message|critical|heading"
    r"|\w*(Label|Button|Box|Item|Action|Card|Question|Answer|Choice|Status))"
)
"""What puts words on the screen, be it a method or a widget."""
UNSEEN = {"setObjectName", "setDefaultSuffix"}
SAME_IN_EACH_LANGUAGE = {"Naklank", "agb = 01234567"}

WORD = re.compile(r"[^\W\d_]{2,}")
WORDS = re.compile(r"[^\W\d_]{2,} [^\W\d_]{2,}")
NO_SENTENCES = {
    "Noto Sans",
    "Media Play",  # keys by Qt's names
    "Media Pause",
    "Toggle Media Play/Pause",
    "broken off",  # values of enums, and of an error's code
    "no picture",
    "too large",
}


def _name(call: ast.Call) -> str:
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def _said(node: ast.AST) -> Iterator[str]:
    """The literals of which a text is made, but for what `tr()` or another function makes of it."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.Call):
        if isinstance(node.func, ast.Attribute):
            yield from _said(node.func.value)
            if isinstance(node.func.value, ast.Constant):  # such as "…".join or "…".format
                for given in node.args:
                    yield from _said(given)
    elif isinstance(node, ast.FormattedValue | ast.Subscript):
        yield from _said(node.value)
    elif not isinstance(node, ast.Compare):
        for child in ast.iter_child_nodes(node):
            yield from _said(child)


def shown_untranslated(code: str) -> list[str]:
    """Words that the code gives to a widget, in the language that it is written in."""
    found = []
    for call in ast.walk(ast.parse(code)):
        if not isinstance(call, ast.Call) or _name(call) in UNSEEN:
            continue
        if SHOWS.fullmatch(_name(call)):
            given = [*call.args, *(word.value for word in call.keywords)]
            shown = given[:1] if _name(call) == "KeyButton" else given  # then comes its key
            found += [text for part in shown for text in _said(part) if WORD.search(text)]
    return [text for text in found if text not in SAME_IN_EACH_LANGUAGE]


def _literals(node: ast.AST) -> Iterator[str]:
    """All of them but for docstrings and what `tr()` sees."""
    if isinstance(node, ast.Call) and _name(node) == "tr":
        return
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    for child in ast.iter_child_nodes(node):
        yield from _literals(child)


def sentences(code: str) -> list[str]:
    """Words beside words that `tr()` has not seen, but for style sheets."""
    texts = [text for text in _literals(ast.parse(code)) if WORDS.search(text)]
    return [text for text in texts if text not in NO_SENTENCES and "{ background" not in text]


@pytest.mark.parametrize(
    "code",
    [
        'QLabel("Text")',
        'button.setText(f"Go on with {name}")',
        'box.setToolTip("" if ready else "Not yet")',
        'self.setWindowTitle(", ".join(("One", "Two")))',
        'self.status.tell("Sent at {time}".format(time=time))',
        'KeyButton("Save", "Ctrl+S")',
        'field.setPlaceholderText(placeholder="by pen")',
    ],
)
def test_what_bypasses_tr_is_found(code: str) -> None:
    assert shown_untranslated(code)


@pytest.mark.parametrize(
    "code",
    [
        'QLabel(tr("Text"))',
        'button.setText(tr("Go on with {name}").format(name=name))',
        'self.setText(f"{minutes}:{rest:02d}")',
        'KeyButton(tr("Save"), "Ctrl+Return")',
        'card.setObjectName("card")',
    ],
)
def test_what_is_right_is_not(code: str) -> None:
    assert not shown_untranslated(code)


def test_no_widget_is_given_words_that_tr_has_not_seen() -> None:
    found = {file.name: shown_untranslated(file.read_text("utf-8")) for file in SPEAKING}
    assert len(found) > 100
    assert not {file: texts for file, texts in found.items() if texts}


def test_no_sentence_stands_beside_tr() -> None:
    assert sentences('x = {1: f"Not yet {y}"}')
    found = {str(file): sentences(file.read_text("utf-8")) for file in SPEAKING}
    assert not {file: texts for file, texts in found.items() if texts}
