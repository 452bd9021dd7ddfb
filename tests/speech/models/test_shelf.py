"""What is on the shelf: listed, checked, set aside, removed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.speech_models import ModelState
from naklank.foundation.paths import resource
from naklank.speech.models import BASE, read_models, ready
from naklank.speech.models.shelf import FolderModelShelf
from support.made_up_models import BYTES, changed_byte, made_up_shelf, write_model


def _states(shelf: FolderModelShelf) -> dict[str, ModelState]:
    return {one.model.name: one.state for one in shelf.models()}


def test_the_models_stand_from_small_to_large_with_honest_figures(folder: Path) -> None:
    models = read_models(resource("models"))
    shelf = FolderModelShelf(folder, models, list, str)  # type: ignore[arg-type]
    listed = [one.model for one in shelf.models()]
    assert [model.name for model in listed] == [
        "base",
        "small",
        "medium",
        "large-v3-turbo",
        "large-v3",
    ]
    assert [model.size for model in listed] == sorted(model.size for model in listed)
    words = [model.words_to_one_error for model in listed]
    assert words == sorted(words)
    assert words[0] == 8
    assert all(model.memory > model.size for model in listed)


def test_each_model_of_the_catalogue_is_pinned_whole() -> None:
    for model in read_models(resource("models")):
        names = {file.name for file in model.files}
        assert {"model.bin", "config.json", "tokenizer.json"} < names
        assert names & {"vocabulary.txt", "vocabulary.json"}
        assert all(len(file.sha256) == 64 for file in model.files)
        assert len(model.revision) == 40
        assert model.weights.size


def test_a_damaged_model_is_set_aside_and_named(shelf: FolderModelShelf, folder: Path) -> None:
    for number in (1, 2):
        write_model(folder / "groot", "groot", model=changed_byte(BYTES["groot"]["model.bin"]))
        assert _states(shelf)["groot"] is ModelState.INSTALLED, "only reading it all tells"
        with pytest.raises(NaklankError) as caught:
            shelf.ready("groot")
        aside = folder / "quarantine" / f"groot-{number}"
        assert caught.value.code is ErrorCode.MODEL_DAMAGED
        assert caught.value.details["folder"] == str(aside)
        assert caught.value.details["file"] == "model.bin"
        assert (aside / "model.bin").is_file()
        assert _states(shelf)["groot"] is ModelState.ABSENT


def test_a_file_too_many_is_refused(shelf: FolderModelShelf, folder: Path) -> None:
    write_model(folder / "groot", "groot")
    (folder / "groot" / ".DS_Store").write_bytes(b"of a file manager")
    (folder / "groot" / "Thumbs.db").write_bytes(b"of another one")
    assert shelf.ready("groot") == folder / "groot"
    (folder / "groot" / "preprocessor_config.json").write_text('{"feature_size": 128}')
    with pytest.raises(NaklankError) as caught:
        shelf.verify("groot")
    assert caught.value.code is ErrorCode.MODEL_DAMAGED
    assert caught.value.details["file"] == "preprocessor_config.json"
    assert caught.value.details["expected"] == "-"


def test_one_that_is_not_here(shelf: FolderModelShelf, folder: Path) -> None:
    with pytest.raises(NaklankError) as caught:
        shelf.verify("groot")
    assert caught.value.code is ErrorCode.MODEL_MISSING
    with pytest.raises(NaklankError) as caught:
        shelf.recommend()
    assert caught.value.code is ErrorCode.MODEL_MISSING
    assert not folder.exists()


def test_one_that_nobody_knows(shelf: FolderModelShelf) -> None:
    for ask in (shelf.verify, shelf.remove, shelf.ready):
        with pytest.raises(NaklankError) as caught:
            ask("../../etc")
        assert caught.value.code is ErrorCode.MODEL_UNKNOWN
        assert caught.value.details["known"] == "klein, groot"


def test_what_is_removed_is_gone_with_all_that_was_set_aside(
    shelf: FolderModelShelf, folder: Path
) -> None:
    write_model(folder / "klein", "klein")
    write_model(folder / "quarantine" / "klein-1", "klein")
    write_model(folder / "quarantine" / "klein-1-copy", "klein")
    write_model(folder / ".fetching-klein", "klein")
    write_model(folder / ".removing-klein", "klein")
    write_model(folder / "groot", "groot")
    assert _states(shelf)["klein"] is ModelState.INSTALLED
    shelf.remove("klein")
    assert _states(shelf)["klein"] is ModelState.ABSENT
    assert sorted(path.name for path in folder.iterdir()) == ["groot", "quarantine"]
    assert [path.name for path in (folder / "quarantine").iterdir()] == ["klein-1-copy"]
    shelf.remove("klein")


def test_the_one_in_use_is_not_removed(folder: Path) -> None:
    shelf = made_up_shelf(folder, in_use="groot")
    shelf.remove("groot")  # nothing is here that could be lost
    write_model(folder / "groot", "groot")
    with pytest.raises(NaklankError) as caught:
        shelf.remove("groot")
    assert caught.value.code is ErrorCode.MODEL_IN_USE
    shelf.verify("groot")


def _base_shelf(folder: Path) -> FolderModelShelf:
    """Of base without its weights, so that it is quick."""
    models = read_models(resource("models"))
    return FolderModelShelf(folder, models, list, lambda: BASE)  # type: ignore[arg-type]


def test_base_comes_back_from_its_packages(
    folder: Path, model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = _base_shelf(folder)
    assert _states(shelf)[BASE] is ModelState.INSTALLED, "it is joined when it is needed"
    folder.mkdir(parents=True)
    (folder / BASE).mkdir()
    for path in model.iterdir():
        (folder / BASE / path.name).hardlink_to(path)
    shelf.remove(BASE)
    assert not (folder / BASE).exists()
    assert _states(shelf)[BASE] is ModelState.INSTALLED
    monkeypatch.setattr(ready, "BASE_PACKAGES", ("naklank_model_that_is_not_there",))
    assert _states(shelf)[BASE] is ModelState.ABSENT
    (folder / BASE).mkdir()
    for path in model.iterdir():
        (folder / BASE / path.name).hardlink_to(path)
    with pytest.raises(NaklankError) as caught:
        shelf.remove(BASE)
    assert caught.value.code is ErrorCode.MODEL_IN_USE


@pytest.mark.parametrize(
    "start",
    [
        "from naklank.cli.main import main; main(['models', 'list'])",
        "import naklank.app, naklank.assembly.job",
        "import naklank.speech.models.shelf, naklank.speech.models.installing",
    ],
)
def test_nothing_but_a_download_loads_what_knows_the_network(start: str, tmp_path: Path) -> None:
    script = f"{start}\nimport sys; print(*sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={"NAKLANK_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    loaded = set(done.stderr.split())
    assert "naklank.speech.models" in loaded
    assert (
        loaded & {"naklank.speech.models.download", "httpx2", "httpx", "huggingface_hub"} == set()
    )
