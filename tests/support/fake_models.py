"""A shelf of speech models without a network: quick, and each failure at hand."""

from __future__ import annotations

import threading
from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING, Final

from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.speech_models import (
    Bearing,
    Fitness,
    ListedModel,
    ModelPack,
    ModelState,
    Recommendation,
    SpeechModel,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from naklank.core.sticks import Stick

CATALOGUE: Final = (
    SpeechModel("base", 147_882_739, 8, 400_000_000),
    SpeechModel("small", 486_211_981, 12, 900_000_000),
    SpeechModel("medium", 1_530_571_685, 17, 2_400_000_000),
    SpeechModel("large-v3-turbo", 1_621_665_983, 20, 2_600_000_000),
    SpeechModel("large-v3", 3_090_836_942, 22, 4_800_000_000),
)
MEASURED: Final = Recommendation(
    (
        Fitness("base", 0.9, is_measured=True, bearing=Bearing.GOOD),
        Fitness("small", 2.6, is_measured=False, bearing=Bearing.GOOD),
        Fitness("medium", 7.4, is_measured=False, bearing=Bearing.SLOW),
        Fitness("large-v3-turbo", 8.2, is_measured=False, bearing=Bearing.TOO_SLOW),
        Fitness("large-v3", 21.0, is_measured=False, bearing=Bearing.TOO_BIG),
    ),
    "small",
)
_STEPS: Final = 4
_LOOK: Final = 0.01
"""Seconds between two looks whether somebody has said stop."""


class FakeModelShelf:
    """Base is here. A download comes in four steps; while held, it stands after the second."""

    def __init__(self) -> None:
        self.states = {one.name: ModelState.ABSENT for one in CATALOGUE}
        self.states["base"] = ModelState.INSTALLED
        self.damaged: set[str] = set()
        self.carried: dict[str, tuple[str, ...]] = {}
        self.mirrors: list[str] = []
        self._came: dict[str, int] = {}
        self._failures: deque[NaklankError] = deque()
        self._free = threading.Event()
        self._free.set()

    def hold(self) -> None:
        """Take endlessly long, until `release` or until somebody says stop."""
        self._free.clear()

    def release(self) -> None:
        self._free.set()

    def fail_next(self, error: NaklankError) -> None:
        """The next download, copy or measuring fails; a download half-way."""
        self._failures.append(error)

    def models(self) -> tuple[ListedModel, ...]:
        return tuple(ListedModel(one, self.states[one.name]) for one in CATALOGUE)

    def recommend(self) -> Recommendation:
        self._fail()
        self._free.wait()
        return MEASURED

    def install(self, name: str, mirror: str, on_progress: Callable[[int, int], bool]) -> None:
        self.mirrors.append(mirror)
        whole = self._model(name).size
        first = self._came.get(name, 0)
        for step in range(first, _STEPS + 1):
            self._came[name] = step
            self.states[name] = ModelState.PARTLY if step else self.states[name]
            self._report(step * whole // _STEPS, whole, on_progress, held=step == _STEPS // 2)
        self._came.pop(name)
        self._publish(name)

    def take_in(self, source: Path, on_progress: Callable[[int, int], bool]) -> str:
        """The file or folder tells by its name which model it holds."""
        found = [one for one in CATALOGUE if source.stem.endswith(one.name)]
        self._fail()
        if not found:
            raise NaklankError(ErrorCode.MODEL_FOREIGN, folder=str(source))
        model = max(found, key=lambda one: len(one.name))
        self._report(model.size // 2, model.size, on_progress, held=True)
        self._report(model.size, model.size, on_progress, held=False)
        self._publish(model.name)
        return model.name

    def packs(self, sticks: Sequence[Stick]) -> tuple[ModelPack, ...]:
        """What `carried` says of a stick, by its name, or of the empty one beside the app."""
        places = ["", *(stick.name for stick in sticks)]
        return tuple(
            ModelPack(Path("/", place, f"naklank-model-{name}.zip"), name, place)
            for place in places
            for name in self.carried.get(place, ())
            if self.states[name] is not ModelState.INSTALLED
        )

    def verify(
        self, name: str, on_progress: Callable[[int, int], bool] = lambda _done, _whole: True
    ) -> None:
        if self.states[name] is not ModelState.INSTALLED:
            raise NaklankError(ErrorCode.MODEL_MISSING, model=name)
        if name in self.damaged:
            self.damaged.discard(name)
            self.states[name] = ModelState.ABSENT
            raise NaklankError(ErrorCode.MODEL_DAMAGED, model=name, folder="quarantine")
        size = self._model(name).size
        self._report(size // 2, size, on_progress, held=True)
        self._report(size, size, on_progress, held=False)

    def remove(self, name: str) -> None:
        if name != "base":  # which ships as a package
            self.states[name] = ModelState.ABSENT
        self._came.pop(name, None)

    def _model(self, name: str) -> SpeechModel:
        return next(one for one in CATALOGUE if one.name == name)

    def _report(
        self, done: int, whole: int, on_progress: Callable[[int, int], bool], *, held: bool
    ) -> None:
        """Raises CANCELLED where somebody says stop, and what was asked to fail half-way."""
        while True:
            if not on_progress(done, whole):
                raise NaklankError(ErrorCode.CANCELLED)
            if not held or self._free.wait(_LOOK):
                break
        if held:
            self._fail()

    def _fail(self) -> None:
        if self._failures:
            raise self._failures.popleft()

    def _publish(self, name: str) -> None:
        self.damaged.discard(name)
        self.states[name] = ModelState.INSTALLED
