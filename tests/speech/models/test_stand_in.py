"""What types where the chosen model cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from naklank.core.errors import ErrorCode, NaklankError
from naklank.speech.models.stand_in import typing_model
from support.made_up_models import BYTES, changed_byte, write_model

if TYPE_CHECKING:
    from pathlib import Path

    from naklank.speech.models.shelf import FolderModelShelf


def test_the_chosen_model_types_where_it_is_whole(shelf: FolderModelShelf, folder: Path) -> None:
    write_model(folder / "groot", "groot")
    write_model(folder / "klein", "klein")
    found = typing_model(shelf.ready, "groot", "klein")
    assert (found.folder, found.notice) == (folder / "groot", None)


@pytest.mark.parametrize("fault", ["damaged", "missing", "unknown"])
def test_the_other_stands_in_and_says_for_which(
    shelf: FolderModelShelf, folder: Path, fault: str
) -> None:
    write_model(folder / "klein", "klein")
    chosen = "reus" if fault == "unknown" else "groot"
    if fault == "damaged":
        write_model(folder / chosen, chosen, model=changed_byte(BYTES[chosen]["model.bin"]))
    found = typing_model(shelf.ready, chosen, "klein")
    assert found.folder == folder / "klein"
    assert found.notice is not None
    assert found.notice.code is ErrorCode.MODEL_REPLACED
    assert found.notice.details == {"model": chosen, "other": "klein"}
    assert not (folder / chosen).exists()


@pytest.mark.parametrize("chosen", ["klein", "groot"])
def test_without_the_other_the_chosen_model_is_named(
    shelf: FolderModelShelf, folder: Path, chosen: str
) -> None:
    write_model(folder / "klein", "klein", model=changed_byte(BYTES["klein"]["model.bin"]))
    with pytest.raises(NaklankError) as caught:
        typing_model(shelf.ready, chosen, "klein")
    expected = ErrorCode.MODEL_DAMAGED if chosen == "klein" else ErrorCode.MODEL_MISSING
    assert caught.value.code is expected
    assert caught.value.details["model"] == chosen


def test_a_full_disk_is_told_and_not_taken_for_a_missing_model() -> None:
    asked = []

    def ready(name: str) -> Path:
        asked.append(name)
        raise NaklankError(ErrorCode.DISK_FULL, folder="models")

    with pytest.raises(NaklankError) as caught:
        typing_model(ready, "groot")
    assert caught.value.code is ErrorCode.DISK_FULL
    assert asked == ["groot"]
