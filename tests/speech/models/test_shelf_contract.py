"""The real shelf and its fake are the same to whoever uses them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.ports.speech import ModelShelf
from naklank.core.speech_models import ModelState
from support.fake_hub import FakeHub
from support.fake_models import FakeModelShelf
from support.made_up_models import made_up_shelf, write_model


@dataclass(frozen=True)
class Rig:
    shelf: ModelShelf
    name: str
    """Of a model that is not here yet."""
    mirror: str
    stop_half_way: Callable[[int, int], bool]
    source: Path
    """Where that model can be taken in from."""


def _go_on(_done: int, _whole: int) -> bool:
    return True


def _half(done: int, whole: int) -> bool:
    return done < whole // 10


@pytest.fixture(params=["real", "fake"])
def rig(request: pytest.FixtureRequest, tmp_path: Path, hub: FakeHub) -> Iterator[Rig]:
    if request.param == "fake":
        (tmp_path / "small").mkdir()
        yield Rig(FakeModelShelf(), "small", "https://spiegel.nl", _half, tmp_path / "small")
        return
    stick = write_model(tmp_path / "stick", "groot")
    hub.stalls_after = 100_000

    def stop_half_way(done: int, whole: int) -> bool:
        goes_on = _half(done, whole)
        if not goes_on:  # and not before: on a busy computer all the rest would come meanwhile
            hub.stalls_after = None
            hub.go_on.set()
        return goes_on

    shelf = made_up_shelf(tmp_path / "models", in_use="klein")
    yield Rig(shelf, "groot", hub.address, stop_half_way, stick)


def _state(rig: Rig) -> ModelState:
    return next(one.state for one in rig.shelf.models() if one.model.name == rig.name)


def test_the_models_stand_from_small_to_large(rig: Rig) -> None:
    sizes = [one.model.size for one in rig.shelf.models()]
    assert sizes == sorted(sizes)
    assert _state(rig) is ModelState.ABSENT


def test_a_download_that_is_stopped_goes_on_later(rig: Rig) -> None:
    with pytest.raises(NaklankError) as caught:
        rig.shelf.install(rig.name, rig.mirror, rig.stop_half_way)
    assert caught.value.code is ErrorCode.CANCELLED
    assert _state(rig) is ModelState.PARTLY
    heard: list[tuple[int, int]] = []

    def on_progress(done: int, whole: int) -> bool:
        heard.append((done, whole))
        return True

    rig.shelf.install(rig.name, rig.mirror, on_progress)
    assert _state(rig) is ModelState.INSTALLED
    size = next(one.model.size for one in rig.shelf.models() if one.model.name == rig.name)
    assert heard[0][0] > 0
    assert heard == sorted(heard)
    assert heard[-1] == (size, size)
    rig.shelf.verify(rig.name)


def test_how_far_a_look_through_is_is_told_and_it_can_be_stopped(rig: Rig) -> None:
    rig.shelf.take_in(rig.source, _go_on)
    heard: list[tuple[int, int]] = []

    def on_progress(done: int, whole: int) -> bool:
        heard.append((done, whole))
        return True

    rig.shelf.verify(rig.name, on_progress)
    assert heard == sorted(heard)
    assert heard[-1][0] == heard[-1][1]
    with pytest.raises(NaklankError) as caught:
        rig.shelf.verify(rig.name, lambda _done, _whole: False)
    assert caught.value.code is ErrorCode.CANCELLED
    assert _state(rig) is ModelState.INSTALLED


def test_one_that_is_not_here_cannot_be_verified(rig: Rig) -> None:
    with pytest.raises(NaklankError) as caught:
        rig.shelf.verify(rig.name)
    assert caught.value.code is ErrorCode.MODEL_MISSING


def test_a_folder_is_taken_in_and_removed(rig: Rig) -> None:
    assert rig.shelf.take_in(rig.source, _go_on) == rig.name
    assert _state(rig) is ModelState.INSTALLED
    rig.shelf.remove(rig.name)
    assert _state(rig) is ModelState.ABSENT
    rig.shelf.remove(rig.name)


def test_taking_in_can_be_stopped(rig: Rig) -> None:
    with pytest.raises(NaklankError) as caught:
        rig.shelf.take_in(rig.source, lambda _done, _whole: False)
    assert caught.value.code is ErrorCode.CANCELLED
    assert _state(rig) is ModelState.ABSENT


def test_a_foreign_folder_is_refused(rig: Rig, tmp_path: Path) -> None:
    (tmp_path / "vakantie").mkdir()
    with pytest.raises(NaklankError) as caught:
        rig.shelf.take_in(tmp_path / "vakantie", _go_on)
    assert caught.value.code is ErrorCode.MODEL_FOREIGN
