"""Step 1: who is present, does each agree, what goes home."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from naklank.core.agreement import TakeHome
from naklank.core.session import Event
from naklank.translation import tr
from naklank.ui.agree.doctor_choice import DoctorChoice
from naklank.ui.agree.participants_card import ParticipantsCard
from naklank.ui.agree.take_home_card import TakeHomeCard
from naklank.ui.parts.key_button import KeyButton, Kind
from naklank.ui.parts.page import Page
from naklank.ui.questions import instead_of_recording

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent

    from naklank.core.agreement import Deciding, Role
    from naklank.workflow.desk import Desk


class AgreePage(Page):
    """Nobody's yes is preset, and no microphone is open here; whether one is there is looked."""

    help_asked = Signal()
    """The doctor wants help for the talk."""
    leaflets_asked = Signal()
    """Information goes home in place of a recording."""
    early_agreed = Signal()
    """It is agreed now, and recorded at the end of the consult."""
    kept_asked = Signal()
    """The doctor wants to see what waits."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.participants = ParticipantsCard()
        self.take_home = TakeHomeCard()
        self.doctor = DoctorChoice()
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.doctor)
        column.addWidget(self.take_home, 1)
        self.body.addWidget(self.participants, 52)
        self.body.addWidget(right, 48)
        self.decline = KeyButton(tr("Do not record"))
        self.kept = KeyButton()
        room = self.kept.sizePolicy()
        room.setRetainSizeWhenHidden(True)
        self.kept.setSizePolicy(room)
        self.early = KeyButton(tr("Record later"), "L")
        self.go_on = KeyButton(tr("Go on to speaking"), "Ctrl+Return", Kind.MAIN)
        self.go_on.reserve(tr("Go on to speaking"), tr("Go on to typing"))
        self.place_buttons([self.decline, self.early, self.kept], [self.go_on])
        self._connect()

    def draw(self) -> None:
        session = self.desk.session
        self.participants.set_keeps_copy(self.desk.settings.keeping.copy)
        self.participants.set_language(session.language)
        self.participants.set_agreement(session.agreement)
        self.take_home.set_chosen(session.agreement.take_home)
        self._draw_aloud()
        self.doctor.set_doctors(self.desk.settings.doctors, session.doctor)
        self.take_home.language.set_language(session.language)
        typed = session.agreement.take_home is TakeHome.TYPED
        self.go_on.setText(tr("Go on to typing") if typed else tr("Go on to speaking"))
        can_go_on = (
            Event.AGREE in self.desk.controller.allowed and not self.desk.choices.needs_doctor
        )
        self.go_on.setEnabled(can_go_on)
        self.early.setEnabled(can_go_on and not typed)
        self.draw_kept()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.desk.microphones.look_until_found()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is said into an open microphone, nor to the next patient."""
        self.desk.spoken_rules.stop()
        super().hideEvent(event)

    def _draw_aloud(self) -> None:
        """Offered for just the words that stand there; other words silence it."""
        rules, aloud = self.desk.spoken_rules, self.participants.aloud
        if rules.spoken != self.participants.rules:
            rules.stop()
        aloud.setVisible(rules.has_any)
        aloud.setText(tr("Stop") if rules.spoken else tr("Read aloud"))
        aloud.setEnabled(rules.can_say(self.participants.rules))

    def _on_aloud(self) -> None:
        if self.desk.spoken_rules.spoken:
            self.desk.spoken_rules.stop()
        else:
            self.desk.spoken_rules.say(self.participants.rules)

    def draw_kept(self) -> None:
        """How many sessions wait; the room of the button stays where none does."""
        count = len(self.desk.kept.sessions) + len(self.desk.kept.unreadable)
        self.kept.setText(tr("Still here: {count}").format(count=count))
        self.kept.setEnabled(count > 0)
        self.kept.setVisible(count > 0)

    def _connect(self) -> None:
        desk = self.desk
        self.participants.answered.connect(self._on_answered)
        self.participants.added.connect(self._on_added)
        self.participants.removed.connect(self._on_removed)
        self.participants.decided.connect(self._on_decided)
        self.participants.aloud.clicked.connect(self._on_aloud)
        desk.spoken_rules.changed.connect(self._draw_aloud)
        self.participants.counted.connect(self._on_counted)
        self.take_home.chosen.connect(self._on_chosen)
        self.doctor.chosen.connect(desk.choices.choose_doctor)
        self.take_home.language.chosen.connect(desk.choices.choose_language)
        self.decline.clicked.connect(self._on_decline)
        self.kept.clicked.connect(self.kept_asked)
        self.early.clicked.connect(self.early_agreed)
        self.take_home.help_asked.connect(self.help_asked)
        self.go_on.clicked.connect(desk.confirm_agreement)
        desk.kept.changed.connect(self.draw_kept)

    def _on_decline(self) -> None:
        if self.desk.session.summary is None:
            self.desk.withdraw()
            return
        self.ask_to_delete(
            tr("Delete the text that was typed?"),
            self.desk.withdraw,
        )

    def _on_answered(self, at: int, agrees: bool) -> None:  # noqa: FBT001 - a signal's argument
        self.desk.agree(self.desk.session.agreement.with_answer(at, agrees=agrees))
        if self.desk.session.agreement.take_home.is_recorded and not agrees:
            self.offered.emit(
                instead_of_recording(
                    type_it=lambda: self._on_chosen(TakeHome.TYPED),
                    inform=self._on_inform if self.desk.settings.leaflets else None,
                    leave_it=self._on_decline,
                )
            )

    def _on_added(self, role: Role) -> None:
        self.desk.agree(self.desk.session.agreement.with_participant(role))

    def _on_removed(self, at: int) -> None:
        self.desk.agree(self.desk.session.agreement.without_participant(at))

    def _on_inform(self) -> None:
        """Without a microphone, and with leaflets that fit."""
        self._on_chosen(TakeHome.TYPED)
        self.leaflets_asked.emit()

    def _on_decided(self, deciding: Deciding) -> None:
        self.desk.agree(self.desk.session.agreement.decided_by(deciding))

    def _on_counted(self, count: int) -> None:
        self.desk.agree(self.desk.session.agreement.with_count(count))

    def _on_chosen(self, take_home: TakeHome) -> None:
        self.desk.agree(replace(self.desk.session.agreement, take_home=take_home))
