"""What is chosen for one summary before it is spoken: doctor, language, kind of talk, leaflets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from naklank.core.consult import Consult, headings_of
from naklank.core.session import State

if TYPE_CHECKING:
    from collections.abc import Callable

    from naklank.core.settings import Settings
    from naklank.core.transcript import Language
    from naklank.workflow.session_controller import SessionController


class Choices:
    """Begins with the practice's own, and is asked anew for each patient."""

    def __init__(
        self,
        controller: SessionController,
        settings: Callable[[], Settings],
        learn: Callable[[], None],
    ) -> None:
        """`learn` is told that another language will be typed."""
        self._controller = controller
        self._settings = settings
        self._learn = learn

    @property
    def only_doctor(self) -> str:
        """One doctor is no choice; of several, the previous one is never taken silently."""
        doctors = self._settings().doctors
        return doctors[0] if len(doctors) == 1 else ""

    @property
    def needs_doctor(self) -> bool:
        """Whether somebody must still say which doctor speaks."""
        doctors = self._settings().doctors
        return bool(doctors) and self._controller.session.doctor not in doctors

    @property
    def asks_back(self) -> bool:
        """Whether the screen reminds of asking the patient to tell it back."""
        return self._settings().teach_back and not self._controller.session.consult.is_bad_news

    def choose_doctor(self, doctor: str) -> None:
        """Who speaks this once, by name; nothing happens once it is agreed."""
        if self._controller.state is State.AGREEING:
            self._controller.update(doctor=doctor)

    def choose_language(self, language: Language) -> None:
        """What is spoken this once, and stands on the sheet."""
        is_other = language != self._controller.session.language
        if self._controller.state is State.AGREEING and is_other:
            self._controller.update(language=language)
            self._learn()

    def choose_leaflets(self, leaflets: tuple[str, ...]) -> None:
        """Change which of the practice's own leaflets and films stand on the sheet."""
        if self._controller.state is State.AGREEING:
            self._controller.update(leaflets=leaflets)

    def choose_consult(self, consult: Consult) -> None:
        """Another kind of talk, before anything is said."""
        if self._controller.state is State.AGREED:
            headings = headings_of(consult, getattr(self._settings().consults, consult.value))
            self._controller.update(consult=consult, headings=headings)

    def follow(self, before: Settings) -> None:
        """The settings are others now: what was chosen stays, what came from them follows."""
        if self._controller.state is State.AGREEING:
            chosen, now = self._controller.session, self._settings()
            doctor = chosen.doctor if now.doctors == before.doctors else self.only_doctor
            same = now.speech_language == before.speech_language
            language = chosen.language if same else now.speech_language
            self._controller.update(language=language, doctor=doctor)
