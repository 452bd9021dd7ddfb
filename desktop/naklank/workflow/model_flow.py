"""The speech models: listed, measured, fetched, checked and removed, one thing at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal

from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.speech_models import ModelState
from naklank.workflow.model_work import Errand, Job, Progress, Work

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from naklank.core.ports.speech import ModelShelf
    from naklank.core.speech_models import ListedModel, Recommendation

_PATIENCE: Final = 3.0
"""Seconds that the end of the day waits; a measuring that takes longer ends with the program."""

_STOPPABLE: Final = (Work.FETCHING, Work.TAKING_IN, Work.VERIFYING)


class ModelFlow(QObject):
    """Downloads last many minutes: they go on while a window is closed, and end with the day."""

    changed = Signal()
    """`work`, `models` or `problem` is another one."""
    listed = Signal(object)
    """The models, as a tuple of ListedModel."""
    recommended = Signal(object)
    """What this computer can bear, as Recommendation."""
    progressed = Signal(object)
    """Of a download or a copy, as Progress."""
    done = Signal(object)
    """The Errand that ended well."""
    failed = Signal(object)

    def __init__(
        self,
        shelf: ModelShelf,
        unforeseen: Callable[[BaseException], NaklankError],
        parent: QObject | None = None,
    ) -> None:
        """`unforeseen` turns an error without a code into one that people can be told."""
        super().__init__(parent)
        self._shelf = shelf
        self._unforeseen = unforeseen
        self._job: Job | None = None
        self.models: tuple[ListedModel, ...] = ()
        """The catalogue, once it was listed."""
        self.recommendation: Recommendation | None = None
        """Once it was measured."""
        self.progress: Progress | None = None
        self.problem: NaklankError | None = None
        """Why the last work failed, until the next one begins."""
        self.last: Errand | None = None
        """What ended well, until the next work begins."""

    @property
    def work(self) -> Errand | None:
        """What is under way."""
        return None if self._job is None else self._job.what

    @property
    def can_be_stopped(self) -> bool:
        """Whether something is under way that `stop` ends: not what takes a moment."""
        return self.work is not None and self.work.work in _STOPPABLE

    def is_missing(self, name: str) -> bool:
        """Whether a model is certainly not here, or only a part of it."""
        found = [one.state for one in self.models if one.model.name == name]
        return bool(self.models) and ModelState.INSTALLED not in found

    def refresh(self) -> None:
        """Look which models are here; not while something else is under way."""
        self._begin(Errand(Work.LISTING), lambda _: "")

    def measure(self) -> None:
        """Find out what this computer can bear; 20 s at most."""

        def work(job: Job) -> str:
            job.measured.emit(job, self._shelf.recommend())
            return ""

        self._begin(Errand(Work.MEASURING), work)

    def fetch(self, name: str, mirror: str) -> None:
        """Download a model, or go on where that stopped."""

        def work(job: Job) -> str:
            self._shelf.install(name, mirror, job.on_progress)
            return name

        self._begin(Errand(Work.FETCHING, name), work)

    def take_in(self, source: Path) -> None:
        """Copy a model from a folder or a ZIP file."""
        self._begin(
            Errand(Work.TAKING_IN), lambda job: self._shelf.take_in(source, job.on_progress)
        )

    def verify(self) -> None:
        """Read every model that is here, and compare it; the first that is damaged is told."""
        here = [one.model for one in self.models if one.state is ModelState.INSTALLED]
        whole = sum(model.size for model in here)

        def work(job: Job) -> str:
            before = 0
            for model in here:

                def on_progress(done: int, _size: int, before: int = before) -> bool:
                    return job.on_progress(before + done, whole)

                self._shelf.verify(model.name, on_progress)
                before += model.size
            return ""

        self._begin(Errand(Work.VERIFYING), work)

    def remove(self, name: str) -> None:
        """Delete a model, or the part of it that came; not while something else is under way."""

        def work(_job: Job) -> str:
            self._shelf.remove(name)
            return name

        self._begin(Errand(Work.REMOVING, name), work)

    def stop(self) -> None:
        """End a download, a copy or a look through; what came of a download is kept."""
        if self._job is not None:
            self._job.stop()

    def close(self) -> None:
        """End what is under way."""
        job, self._job = self._job, None
        if job is not None:
            job.stop()
            job.wait(_PATIENCE)

    def _begin(self, what: Errand, work: Callable[[Job], str]) -> None:
        if self._job is not None:
            return
        job = Job(what, self)
        queued = Qt.ConnectionType.QueuedConnection
        job.progressed.connect(self._on_progressed, queued)
        job.measured.connect(self._on_measured, queued)
        job.listed.connect(self._on_listed, queued)
        job.ended.connect(self._on_ended, queued)
        self._job = job
        if what.work is not Work.LISTING:  # which must not hide how the work before it ended
            self.problem = self.last = None
        job.start(lambda: self._run(job, work))
        self.changed.emit()

    def _run(self, job: Job, work: Callable[[Job], str]) -> None:
        """Whatever happened, what is here now is told last."""
        name, error = "", None
        try:
            name = work(job)
        except Exception as raised:  # noqa: BLE001 - told, whatever it is
            error = self._told(raised)
        try:
            job.listed.emit(job, self._shelf.models())
        except Exception as raised:  # noqa: BLE001 - told, whatever it is
            error = error or self._told(raised)
        job.ended.emit(job, name, error)

    def _told(self, error: Exception) -> NaklankError:
        return error if isinstance(error, NaklankError) else self._unforeseen(error)

    def _on_progressed(self, job: Job, progress: Progress) -> None:
        if job is self._job:
            self.progress = progress
            self.progressed.emit(progress)

    def _on_listed(self, job: Job, models: tuple[ListedModel, ...]) -> None:
        if job is self._job:
            self.models = models
            self.listed.emit(models)

    def _on_measured(self, job: Job, recommendation: Recommendation) -> None:
        if job is self._job:
            self.recommendation = recommendation
            self.recommended.emit(recommendation)

    def _on_ended(self, job: Job, name: str, error: NaklankError | None) -> None:
        if job is not self._job:
            return
        self._job = self.progress = None
        job.deleteLater()
        what = Errand(job.what.work, name)
        stopped = error is not None and error.code is ErrorCode.CANCELLED
        if error is not None and not stopped:
            self.problem = error
        if error is None and what.work is not Work.LISTING:
            self.last = what
        self.changed.emit()
        if error is None:
            self.done.emit(what)
        elif not stopped:
            self.failed.emit(error)
