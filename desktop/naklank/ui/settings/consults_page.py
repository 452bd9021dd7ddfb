"""What is spoken about in each kind of consult, in the practice's words and order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from naklank.core.consult import Consult, Heading, headings_of
from naklank.core.topics import Topic
from naklank.sentences.words import consult_name, topic_name_in
from naklank.translation import tr
from naklank.ui.parts.check_box import CheckBox
from naklank.ui.parts.drop_down import DropDown
from naklank.ui.parts.key_button import KeyButton
from naklank.ui.parts.way_parts import flowing
from naklank.ui.settings.page import SettingsPage, lock
from naklank.ui.theme import TARGET

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from naklank.core.settings import Settings

_LONGEST = 60


class ConsultsPage(SettingsPage):
    """Five rows, one for each topic; an empty field has Naklank's words, which stand in it grey."""

    def __init__(self) -> None:
        super().__init__()
        self._own: dict[Consult, tuple[Heading, ...]] = {}
        self._consult = Consult.USUAL
        self._order: list[Topic] = list(Topic)
        self.consult = DropDown()
        self.consult.setAccessibleName(tr("What kind of consult was it?"))
        self.consult.addItems([consult_name(one) for one in Consult])
        self.used = [CheckBox() for _ in Topic]
        self.words = [QLineEdit() for _ in Topic]
        self.up = [KeyButton(tr("Up")) for _ in Topic]
        self.ours = KeyButton(tr("Our words again"))
        hint = QLabel(
            tr(
                "What is ticked is spoken about, from top to bottom. Say the heading aloud just "
                "as it stands here: it is recognised by it, and stands on the sheet."
            )
        )
        hint.setObjectName("hint")
        hint.setWordWrap(True)
        self._rows = QWidget()
        grid = QGridLayout(self._rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        for at, (used, words, up) in enumerate(zip(self.used, self.words, self.up, strict=True)):
            words.setMaxLength(_LONGEST)
            words.setMinimumHeight(TARGET)
            up.is_compact = True
            up.setEnabled(at > 0)
            up.clicked.connect(lambda _=False, at=at: self._on_up(at))
            for column, part in enumerate((used, words, up)):
                grid.addWidget(part, at, column)
        self.form.addRow(tr("The headings of"), self.consult)
        self.form.addRow(self._rows)
        self.form.addRow(hint)
        self.form.addRow(flowing([self.ours]))
        self.consult.activated.connect(self._on_consult)
        self.ours.clicked.connect(lambda: self._show(headings_of(self._consult, ())))

    def title(self) -> str:
        return tr("Speaking")

    def show_settings(self, settings: Settings, locked: AbstractSet[str]) -> None:
        self._own = {one: getattr(settings.consults, one.value) for one in Consult}
        self._show(headings_of(self._consult, self._own[self._consult]))
        lock(self._rows, locked=any(f"consults.{one.value}" in locked for one in Consult))

    def changed(self, settings: Settings) -> Settings:
        self._keep()
        own = {one.value: headings for one, headings in self._own.items()}
        return replace(settings, consults=replace(settings.consults, **own))

    def _show(self, headings: Sequence[Heading]) -> None:
        used = {one.topic: one.words for one in headings}
        self._order = [*used, *(topic for topic in Topic if topic not in used)]
        for at, topic in enumerate(self._order):
            self._fill(at, topic, used.get(topic, ""), is_used=topic in used)

    def _fill(self, at: int, topic: Topic, text: str, *, is_used: bool) -> None:
        name = topic_name_in(topic, self._consult)
        self.used[at].setChecked(is_used)
        self.used[at].setAccessibleName(name)
        self.words[at].setAccessibleName(name)
        self.words[at].setPlaceholderText(name)
        self.words[at].setText(text)
        self.up[at].setAccessibleName(tr("Up: {heading}").format(heading=name))

    def _shown(self) -> tuple[Heading, ...]:
        rows = zip(self._order, self.used, self.words, strict=True)
        return tuple(
            Heading(topic, " ".join(words.text().split()))
            for topic, box, words in rows
            if box.isChecked()
        )

    def _keep(self) -> None:
        """What is as Naklank has it, or holds no topic at all, is no choice of the practice."""
        shown = self._shown()
        is_ours = shown == headings_of(self._consult, ())
        self._own[self._consult] = () if is_ours else shown

    def _on_consult(self, at: int) -> None:
        self._keep()
        self._consult = tuple(Consult)[at]
        self._show(headings_of(self._consult, self._own[self._consult]))

    def _on_up(self, at: int) -> None:
        """Before the one above it."""
        before = [(self.used[one].isChecked(), self.words[one].text()) for one in (at - 1, at)]
        self._order[at - 1], self._order[at] = self._order[at], self._order[at - 1]
        for place, (is_used, text) in zip((at, at - 1), before, strict=True):
            self._fill(place, self._order[place], text, is_used=is_used)
