"""The shelf of models in a folder."""

from __future__ import annotations

import contextlib
import shutil
from functools import partial
from typing import TYPE_CHECKING, Final

from naklank.core.errors import ErrorCode, NaklankError, writing_failed
from naklank.core.speech_models import ListedModel, ModelPack, ModelState, Recommendation
from naklank.speech.engines import DEFAULT_ENGINE
from naklank.speech.models.catalogue import CataloguedModel, find_model
from naklank.speech.models.checking import (
    find_damage,
    has_all_files,
    set_aside,
    set_aside_folders,
)
from naklank.speech.models.installing import RESERVE, fetched, forget_parts, is_partly_here
from naklank.speech.models.packs import find_packs, make_pack
from naklank.speech.models.placing import place
from naklank.speech.models.ready import BASE, has_packages, ready_model
from naklank.speech.models.taking_in import take_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from naklank.core.sticks import Stick
    from naklank.speech.engine import Samples

    OnProgress = Callable[[int, int], bool]

_REMOVING: Final = ".removing-"


class FolderModelShelf:
    """The speech models of this user, each in a folder of its name.

    `sample` gives English speech, mono, 16 kHz, to measure with; `in_use` the name of the model
    that types now. All names that the catalogue does not know raise MODEL_UNKNOWN.
    """

    def __init__(  # noqa: PLR0913 - what a computer has and a test has otherwise
        self,
        folder: Path,
        models: Sequence[CataloguedModel],
        sample: Callable[[], Samples],
        in_use: Callable[[], str],
        *,
        engine: str = DEFAULT_ENGINE,
        reserve: int = RESERVE,
        shared: Sequence[Path] = (),
        beside: Sequence[Path] = (),
    ) -> None:
        """`shared` folders hold models to read there; in those `beside` the app a pack may lie."""
        self._shared = tuple(shared)
        self._beside = tuple(beside)
        self._folder = folder
        self._models = tuple(models)
        self._sample = sample
        self._in_use = in_use
        self._engine = engine
        self._reserve = reserve

    def models(self) -> tuple[ListedModel, ...]:
        """The catalogue, from the smallest model to the largest."""
        return tuple(
            ListedModel(model.model, self._state(model), self._is_only_shared(model))
            for model in self._models
        )

    def packs(self, sticks: Sequence[Stick]) -> tuple[ModelPack, ...]:
        """The packs on these sticks and beside the app, of models that are not here."""
        missing = [model.name for model in self._models if not self._is_here(model)]
        places = [*((folder, "") for folder in self._beside)]
        places += [(stick.folder, stick.name) for stick in sticks]
        return tuple(pack for place in places for pack in find_packs(*place, missing))

    def pack(self, name: str, folder: Path) -> Path:
        """Write the pack of a model that is here into a folder; the same bytes each time.

        Raises MODEL_MISSING, MODEL_DAMAGED, DISK_FULL or FOLDER_NOT_WRITABLE.
        """
        return make_pack(find_model(self._models, name), self.ready(name), folder)

    def ready(self, name: str) -> Path:
        """The folder of a model for the engine to load, every file checked.

        Raises MODEL_MISSING, DISK_FULL, DATA_NOT_WRITABLE, or MODEL_DAMAGED after it was set aside.
        """
        files = find_model(self._models, name).files
        return ready_model(self._folder / name, files, self._shared)

    def verify(self, name: str, on_progress: OnProgress = lambda _done, _whole: True) -> None:
        """Raises CANCELLED, MODEL_MISSING, or MODEL_DAMAGED after it was set aside."""
        model, done = find_model(self._models, name), 0
        whole = model.model.size  # of its weights; the rest is some kilobytes

        def on_read(count: int) -> None:
            nonlocal done
            done += count
            if not on_progress(min(done, whole), whole):
                raise NaklankError(ErrorCode.CANCELLED)

        ready_model(self._folder / name, model.files, self._shared, on_read)

    def recommend(self) -> Recommendation:
        """Measure a model that is here, at most 20 s, and reckon the others from it."""
        import psutil

        from naklank.speech.models.measuring import recommend

        here = [model.name for model in self._models if self._is_here(model)]
        if not here:
            raise NaklankError(ErrorCode.MODEL_MISSING, model=BASE)
        ready = {name: partial(self.ready, name) for name in here}
        memory = psutil.virtual_memory().available
        return recommend(self._models, ready, self._sample(), self._engine, memory)

    def install(self, name: str, mirror: str, on_progress: OnProgress) -> None:
        """Download a model, or the rest of it, from the hub or from the mirror's address.

        Raises CANCELLED, MODEL_NOT_FETCHED, MODEL_DAMAGED, DISK_FULL or DATA_NOT_WRITABLE.
        """
        model = find_model(self._models, name)
        with self._writing():
            if self._is_whole(model):
                on_progress(model.model.size, model.model.size)
                return
            with fetched(model, self._folder, mirror, on_progress, self._reserve) as built:
                self._put(model, built)

    def take_in(self, source: Path, on_progress: OnProgress) -> str:
        """Copy a model from a folder or ZIP file; its name is found by its bytes alone.

        Raises CANCELLED, MODEL_FOREIGN, MODEL_DAMAGED, NO_SUCH_FILE, FILE_NOT_READABLE, DISK_FULL
        or DATA_NOT_WRITABLE.
        """
        with self._writing():
            return take_in(source, self._folder, self._models, on_progress, self._put)

    def remove(self, name: str) -> None:
        """Delete what is here of a model; one that ships as a package is only deleted here.

        Raises MODEL_IN_USE for the one that types now and would not come back by itself, and
        MODEL_SHARED for one that is not this user's.
        """
        model = find_model(self._models, name)
        shared = self._find_shared(model)
        if shared is not None and self._is_only_shared(model):
            raise NaklankError(ErrorCode.MODEL_SHARED, model=name, folder=str(shared))
        comes_back = shared is not None or (name == BASE and has_packages())
        if name == self._in_use() and self._is_here(model) and not comes_back:
            raise NaklankError(ErrorCode.MODEL_IN_USE, model=name)
        with self._writing():
            for aside in set_aside_folders(self._folder, name):
                shutil.rmtree(aside)
            forget_parts(self._folder, name)
            self._delete(self._folder / name)

    def _delete(self, folder: Path) -> None:
        """Take its name first: half a deleted model must not look like one."""
        doomed = folder.with_name(f"{_REMOVING}{folder.name}")
        if doomed.exists():  # of a run that was killed
            shutil.rmtree(doomed)
        if folder.exists():
            folder.rename(doomed)
            shutil.rmtree(doomed)

    def _put(self, model: CataloguedModel, built: Path) -> None:
        """Give a checked folder the model's name; what was damaged there is set aside."""
        folder = self._folder / model.name
        if folder.exists() and not self._is_whole(model):
            set_aside(folder)
        place(built, folder)

    def _is_whole(self, model: CataloguedModel) -> bool:
        folder = self._folder / model.name
        return folder.is_dir() and find_damage(folder, model.files, folder) is None

    def _is_here(self, model: CataloguedModel) -> bool:
        folder = self._folder / model.name
        if model.name == BASE and not folder.exists() and has_packages():
            return True  # it is joined when it is needed
        return has_all_files(folder, model.files) or self._is_only_shared(model)

    def _is_only_shared(self, model: CataloguedModel) -> bool:
        """An own folder goes first, whatever is in it."""
        is_own = (self._folder / model.name).exists() or is_partly_here(self._folder, model.name)
        return not is_own and self._find_shared(model) is not None

    def _find_shared(self, model: CataloguedModel) -> Path | None:
        folders = (place / model.name for place in self._shared)
        return next((one for one in folders if has_all_files(one, model.files)), None)

    def _state(self, model: CataloguedModel) -> ModelState:
        if self._is_here(model):
            return ModelState.INSTALLED
        partly = is_partly_here(self._folder, model.name)
        return ModelState.PARTLY if partly else ModelState.ABSENT

    @contextlib.contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise writing_failed(error, ErrorCode.DATA_NOT_WRITABLE, self._folder) from error
