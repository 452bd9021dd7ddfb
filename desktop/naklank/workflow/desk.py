"""The doctor's desk: one session at a time, and the flows that carry it from step to step."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from naklank.core.agreement import TakeHome
from naklank.core.session import Event, State
from naklank.workflow.choices import Choices
from naklank.workflow.chosen_model import ChosenModel
from naklank.workflow.clip_playing import ClipPlaying
from naklank.workflow.computer_look import ComputerLook
from naklank.workflow.editing_flow import EditingFlow
from naklank.workflow.hand_over_flow import HandOverFlow
from naklank.workflow.joining import Joining
from naklank.workflow.journal_keeper import JournalKeeper
from naklank.workflow.kept_flow import KeptFlow
from naklank.workflow.listening_flow import ListeningFlow
from naklank.workflow.microphones import Microphones
from naklank.workflow.model_flow import ModelFlow
from naklank.workflow.pack_flow import PackFlow
from naklank.workflow.phone_flow import PhoneFlow
from naklank.workflow.place_making import PlaceMaking
from naklank.workflow.plain_words_flow import PlainWordsFlow
from naklank.workflow.questioning import Questioning
from naklank.workflow.recording_flow import RecordingFlow
from naklank.workflow.review_making import Knowledge
from naklank.workflow.seal_flow import SealFlow
from naklank.workflow.selftest_flow import SelftestFlow
from naklank.workflow.session_controller import SessionController
from naklank.workflow.speaking_again import SpeakingAgain
from naklank.workflow.spoken_rules import SpokenRules
from naklank.workflow.stick_flow import StickFlow
from naklank.workflow.tasks import Tasks
from naklank.workflow.template_flow import TemplateFlow
from naklank.workflow.trial_flow import TrialFlow
from naklank.workflow.typing_flow import TypingFlow
from naklank.workflow.voice_flow import VoiceFlow
from naklank.workflow.waiting_room import WaitingRoom

if TYPE_CHECKING:
    from naklank.core.agreement import Agreement
    from naklank.core.keys import KeyPlace
    from naklank.core.session import Session
    from naklank.core.settings import LoadedSettings, Settings
    from naklank.workflow.equipment import Equipment


class Desk(QObject):
    """What the window talks to. Runs on the main thread and blocks it for no longer than a save."""

    failed = Signal(object)
    """A NaklankError, from wherever it came; the session stands where its sound is safe."""
    closed = Signal(object)
    """The Event with which a session left the desk; the next one lies there already."""
    settings_changed = Signal()

    def __init__(self, equipment: Equipment) -> None:
        super().__init__()
        self.equipment = equipment
        self.controller = SessionController(equipment.sessions, equipment.now, self)
        self.tasks = Tasks(equipment.unforeseen, self)
        self.computer = ComputerLook(equipment, self.tasks)
        self.microphones = Microphones(self.controller, equipment.recorder, self.tasks)
        self.journal = JournalKeeper(
            self.controller, equipment.journal, equipment.now, equipment.unforeseen
        )
        self.recording = RecordingFlow(self.controller, equipment.recorder, equipment.wakefulness)
        self.place = PlaceMaking(self.controller, equipment.sessions, self.tasks)
        self.joining = Joining(equipment.sessions, equipment.cutter)
        self.typing = TypingFlow(
            self.controller,
            equipment.typist,
            Knowledge(equipment.lexicon, equipment.vocabulary),
            self.joining,
            self.tasks,
            lambda: self.settings.typing.words,
        )
        self.choices = Choices(self.controller, lambda: self.settings, self.typing.learn)
        self.listening = ListeningFlow(
            self.controller, equipment.player, lambda: self.settings.checking
        )
        self.editing = EditingFlow(self.controller, self.listening, equipment.lexicon)
        self.questioning = Questioning(self.controller, self.editing, equipment.lexicon)
        self.plain_words = PlainWordsFlow(self.controller, self.editing, equipment.plain_words)
        self.speaking_again = SpeakingAgain(
            self.controller, self.typing, self.listening, self.joining
        )
        self.voices = VoiceFlow(equipment, self._clip_playing(), self.tasks, self)
        self.trial = TrialFlow(
            self.controller,
            equipment,
            self._clip_playing(),
            self.tasks,
            lambda: self.settings,
            self.voices,
        )
        self.spoken_rules = SpokenRules(self.voices)
        self.handing_over = HandOverFlow(
            self.controller,
            self.listening,
            equipment,
            self.tasks,
            lambda: self.settings,
            self.voices,
        )
        self.templates = TemplateFlow(equipment.publisher, self.tasks)
        self.phone = PhoneFlow(self.controller, self.handing_over, self._clip_playing(), self.tasks)
        self.seal = SealFlow(equipment.seals, equipment.verifier, self.tasks, self)
        self.sticks = StickFlow(self.controller, self.handing_over, equipment, self.tasks)
        self.waiting_room = WaitingRoom(equipment, self.tasks, self)
        self.kept = KeptFlow(
            self.controller,
            equipment,
            self.tasks,
            self.journal,
            lambda: self.loaded,
        )
        self.models = ModelFlow(equipment.models, equipment.unforeseen, self)
        self._chosen_model = ChosenModel(
            self.controller, self.models, lambda: self.settings.typing.model, self.typing.use_model
        )
        self.packs = PackFlow(
            self.controller, self.typing, self.models, self._chosen_model, equipment, self.tasks
        )
        self.selftest = SelftestFlow(
            self.controller,
            self.recording,
            lambda: equipment.selftest(self.loaded.problems),
            self.tasks,
        )
        self.settings_changed.connect(self._chosen_model.look)
        self.settings_changed.connect(self.handing_over.prepare)
        self._is_closed = False
        self.controller.happened.connect(self._on_happened)
        self.recording.recorded.connect(self._on_recorded)
        for part in (
            self.controller,
            self.computer,
            self.microphones,
            self.place,
            self.recording,
            self.typing,
            self.listening,
            self.handing_over,
            self.phone,
            self.kept,
            self.journal,
            self.spoken_rules,
        ):
            part.failed.connect(self.failed)

    @property
    def session(self) -> Session:
        """The one at hand, as it is now."""
        return self.controller.session

    @property
    def loaded(self) -> LoadedSettings:
        """The settings in force, and what the policy locks."""
        return self.equipment.settings.loaded

    @property
    def settings(self) -> Settings:
        """Those that hold now, under the practice's locks."""
        return self.loaded.settings

    def save_settings(self, settings: Settings) -> None:
        """Raises DISK_FULL or DATA_NOT_WRITABLE; the earlier ones then still hold."""
        before = self.settings
        self.equipment.settings.save(settings)
        self.choices.follow(before)
        self.settings_changed.emit()

    def open(self) -> None:
        """Begin the day: look what was kept, warm the engine up, take the first session."""
        self.computer.look_for_keys()
        self.equipment.voices.clear_scratch()  # a crash may have left it
        self.voices.refresh()
        years = timedelta(days=366 * self.settings.keeping.journal_years)
        self.journal.forget_before(self.equipment.now() - years)
        self.next_session()
        self.typing.start_engine()
        for problem in self.loaded.problems:
            self.failed.emit(problem)

    def close(self) -> None:
        """End the day: no stream, no process and no thread is left."""
        if self._is_closed:
            return
        self._is_closed = True
        self.microphones.close()
        self.models.close()
        self.packs.close()
        self.selftest.stop()
        self.kept.close()
        self.recording.close()
        self.voices.give_up()
        self.trial.give_up()
        self.listening.close()
        self.handing_over.close()
        self.sticks.close()
        self.equipment.player.close()
        self.equipment.typist.close()
        self.equipment.wakefulness.close()
        self.tasks.close()
        self.journal.close()

    def next_session(self) -> None:
        """The next patient."""
        self.listening.close()
        self.controller.begin(self.settings.speech_language, self.choices.only_doctor)
        self.kept.refresh()

    def take_up(self, session: Session) -> None:
        """Go on with a session that was kept; the one at hand holds nothing yet."""
        if self.controller.state is State.AGREEING:
            self.controller.open(session)
            self.typing.late_checks.give_up()
            self.kept.refresh()
            if session.state is State.REVIEWING:
                self.listening.open()

    def agree(self, agreement: Agreement) -> None:
        """Change what is being agreed."""
        if self.controller.state is State.AGREEING:
            self.controller.update(agreement=agreement)

    def confirm_agreement(self) -> None:
        """Everybody agrees: on to the microphone, or to typing."""
        if Event.AGREE not in self.controller.allowed or self.choices.needs_doctor:
            return
        # The desk may have lain ready since yesterday, and the sheet carries the date.
        self.controller.apply(Event.AGREE, started=self.equipment.now())
        self.choices.choose_consult(self.session.consult)
        if self.session.agreement.take_home is TakeHome.TYPED:
            self.typing.write()
        else:
            self.computer.look()
            self.place.make()

    def start_recording(self) -> None:
        """Open the microphone, or open it again after a pause."""
        hear = self.typing.hear if self._types_while_speaking else None
        self.place.when_made(
            lambda: self.recording.start(self.settings.microphone, hear), self.recording.refuse
        )

    def use_folder(self, folder: str) -> None:
        """Let recordings go into another folder. Raises DISK_FULL or DATA_NOT_WRITABLE."""
        keeping = replace(self.settings.keeping, folder=folder)
        self.save_settings(replace(self.settings, keeping=keeping))
        self.recording.forget_failure()
        self.computer.look()

    @property
    def _types_while_speaking(self) -> bool:
        saves_power = self.computer.is_on_battery or not self.settings.typing.while_speaking
        wanted = self.typing.live.is_wanted or not saves_power
        return wanted and self.session.agreement.take_home.has_text

    @property
    def needs_key_place(self) -> bool:
        """Whether the practice must still choose where keys are kept: not where it chose."""
        places = self.computer.key_places
        return places is not None and self.settings.keeping.keys not in places

    @property
    def may_choose_key_place(self) -> bool:
        """Whether the practice can: else whoever manages this computer has set it."""
        return "keeping.keys" not in self.loaded.locked

    def choose_key_place(self, place: KeyPlace) -> None:
        """Raises DISK_FULL or DATA_NOT_WRITABLE."""
        keeping = replace(self.settings.keeping, keys=place)
        self.save_settings(replace(self.settings, keeping=keeping))

    def discard_recording(self) -> None:
        """Delete what was recorded and typed; the agreement stays."""
        self._let_go()
        event = Event.DISCARD_RECORDING
        if event in self.controller.allowed and not self.controller.apply(event):
            self.recording.pause_unfinished()

    def withdraw(self) -> None:
        """Somebody takes their yes back, or nothing is recorded at all: delete everything."""
        self._let_go()
        for event in (Event.WITHDRAW, Event.DECLINE):
            if event in self.controller.allowed:
                if not self.controller.apply(event):
                    self.recording.pause_unfinished()
                return

    def hand_over_later(self) -> None:
        """Keep it, and go on with the next patient; not while the disk does not take it."""
        self.listening.close()
        self.handing_over.later()
        if self.controller.state is State.WAITING and self.controller.is_stored:
            self.next_session()
            self.closed.emit(Event.HAND_OVER_LATER)

    def _clip_playing(self) -> ClipPlaying:
        return ClipPlaying(self.equipment.player, self.listening.lend, self)

    def _let_go(self) -> None:
        self.recording.abort()
        self.typing.cancel()
        self.listening.close()

    def _on_recorded(self) -> None:
        if self.session.has_nothing_new:
            self.speaking_again.keep_as_it_was()
        elif self.session.agreement.take_home.has_text:
            self.typing.type_out()

    def _on_happened(self, event: Event) -> None:
        if event is Event.APPROVE and self.session.recording.is_cut and self.controller.is_stored:
            self.joining.clean(self.session)  # what could not be removed before
        if event is Event.DISCARD_RECORDING:
            self.place.make()  # it is another one
        if event is Event.SOUND_GOES:
            self.kept.refresh()  # a look that is under way may have found what was just deleted
        elif self.controller.state is State.REVIEWING:
            self.listening.open(by_itself=not self.session.consult.is_bad_news)
            self.typing.late_checks.add()
        elif self.controller.state is State.CLOSED:
            self.next_session()
            self.closed.emit(event)
