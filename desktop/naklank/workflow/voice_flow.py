"""A doctor's own opening and closing: recorded once, cut, kept, and read for what goes home."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from naklank.core.errors import NaklankError
from naklank.core.voice import Ends, SpokenEnds, VoiceOwner, VoicePart, ends_for
from naklank.workflow.recording_flow import Microphone
from naklank.workflow.scratch_recording import ScratchRecording

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from naklank.core.recording import InputName, SoundFile, Take
    from naklank.core.session import Session
    from naklank.core.voice import Clip
    from naklank.workflow.clip_playing import ClipPlaying
    from naklank.workflow.equipment import Equipment
    from naklank.workflow.tasks import Tasks

LONGEST: Final = 120.0
"""Seconds after which a recording ends by itself; 31 days take half of it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What is being recorded: whose voice, and which part."""

    owner: VoiceOwner
    part: VoicePart
    words: str = ""
    """What is read, where it is kept with it: then no other words will do."""


class VoiceFlow(QObject):
    """One recording at a time; `contents` tells what is there."""

    changed = Signal()
    """What is recorded, being recorded, played or known is another than before."""
    level_changed = Signal(object)
    failed = Signal(object)

    def __init__(
        self, equipment: Equipment, playing: ClipPlaying, tasks: Tasks, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._equipment = equipment
        self._tasks = tasks
        self._playing = playing
        self._scratch = ScratchRecording(equipment, LONGEST, self)
        self.contents: Mapping[VoiceOwner, Mapping[VoicePart, str]] = MappingProxyType({})
        """Which parts there are of whom, and the words of those that are said word for word."""
        self.reading: Reading | None = None
        """What is at the microphone, or being cut."""
        self.played: Reading | None = None
        """What is played, or will be in a moment."""
        self.revision = 0
        """Grows with everything that is kept or deleted."""
        self._scratch.changed.connect(self.changed)
        self._scratch.level_changed.connect(self.level_changed)
        self._scratch.recorded.connect(self._on_recorded)
        self._scratch.failed.connect(self._on_not_recorded)
        playing.ended.connect(self._on_played)
        playing.failed.connect(self.failed)

    @property
    def microphone(self) -> Microphone:
        """What the microphone does now, for the reading."""
        return self._scratch.microphone

    def refresh(self) -> None:
        """Look what is there; the answer comes as `changed`."""
        self._tasks.run(self._equipment.voices.owners, self._on_known, self.failed.emit)

    def has(self, reading: Reading) -> bool:
        """Whether it was recorded, in these words."""
        return self.contents.get(reading.owner, {}).get(reading.part) == reading.words

    def reading_of(self, words: str) -> Reading | None:
        """The recording of just these words, by whom it may be; None where there is none."""
        found = (
            Reading(owner, part, words)
            for owner, parts in self.contents.items()
            for part, read in parts.items()
            if read == words
        )
        return next(found, None)

    def record(self, reading: Reading, device: InputName) -> None:
        """Open the microphone; nothing happens while something else is recorded or cut."""
        if self.reading is not None:
            return
        self.stop_playing()
        self.reading = reading
        self._scratch.start(device)

    def stop(self) -> None:
        """It is read: close the microphone, cut it and keep it."""
        self._scratch.stop()

    def give_up(self) -> None:
        """Nobody waits for it any more: nothing is kept of what is at the microphone."""
        self.stop_playing()
        if self._scratch.microphone is not Microphone.CLOSED:
            self._scratch.give_up()
            self._end_reading()

    def play(self, reading: Reading) -> None:
        """All pieces of a part, with a pause between them: so one hears how they were cut."""
        self.stop_playing()
        self.played = reading
        self.changed.emit()
        voices = self._equipment.voices

        def done(clip: Clip | None) -> None:
            if self.played is not reading:
                return
            if clip is None:
                self._on_played()
                self.refresh()
            else:
                self._playing.play(clip)

        def failed(error: NaklankError) -> None:
            self._on_played()
            self.failed.emit(error)

        in_a_row = self._equipment.publisher.in_a_row
        self._tasks.run(
            lambda: in_a_row(voices.load(reading.owner).get(reading.part, ())), done, failed
        )

    def stop_playing(self) -> None:
        """Fall silent at once; a part that is still being read from disk does not begin."""
        self._playing.forget()  # its end, told later, would end what plays by then
        self._on_played()

    def delete(self, owner: VoiceOwner) -> None:
        """Nothing of this voice stays."""
        self.stop_playing()
        voices = self._equipment.voices

        def work() -> Mapping[VoiceOwner, Mapping[VoicePart, str]]:
            voices.delete(owner)
            return voices.owners()

        def done(contents: Mapping[VoiceOwner, Mapping[VoicePart, str]]) -> None:
            self.revision += 1
            self._on_known(contents)

        self._tasks.run(work, done, self.failed.emit)

    def ends_of(self, session: Session, spoken: SpokenEnds) -> Callable[[], Ends | None]:
        """Reads, off the main thread, what stands around a summary; None where it is missing.

        Also where it cannot be read: a summary is not kept back for that.
        """
        owner, day = VoiceOwner(session.doctor, session.language), session.started.date()
        voices = self._equipment.voices

        def read() -> Ends | None:
            if spoken is SpokenEnds.NONE:
                return Ends()
            try:
                return ends_for(voices.load(owner), spoken, day)
            except NaklankError:
                return None

        return read

    def _on_not_recorded(self, error: NaklankError) -> None:
        self._end_reading()
        self.failed.emit(error)

    def _on_recorded(self, file: SoundFile, _take: Take) -> None:
        if self.reading is not None:
            self._keep(self.reading, file)

    def _keep(self, reading: Reading, file: SoundFile) -> None:
        voices, cutter = self._equipment.voices, self._equipment.voice_cutter

        def work() -> Mapping[VoiceOwner, Mapping[VoicePart, str]]:
            try:
                clips = cutter.cut(file, reading.part)
            finally:
                voices.clear_scratch()
            voices.put(reading.owner, reading.part, clips, reading.words)
            return voices.owners()

        def done(contents: Mapping[VoiceOwner, Mapping[VoicePart, str]]) -> None:
            self.revision += 1
            self._end_reading()
            self._on_known(contents)

        self._tasks.run(work, done, self._on_not_recorded)

    def _on_known(self, contents: Mapping[VoiceOwner, Mapping[VoicePart, str]]) -> None:
        self.contents = contents
        self.changed.emit()

    def _on_played(self, *_how: object) -> None:
        self.played = None
        self.changed.emit()

    def _end_reading(self) -> None:
        self.reading = None
        self.changed.emit()
