"""A model comes from the hub whole or not at all, whatever happens on the way."""

from __future__ import annotations

import contextlib
import hashlib
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT
from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.speech_models import FetchProblem, ModelState
from naklank.sentences.failures import sentence
from naklank.speech.models import download
from naklank.speech.models.shelf import FolderModelShelf
from support.fake_hub import FakeHub, serving
from support.made_up_models import BYTES, GROOT, KLEIN, changed_byte, made_up_shelf
from support.small_disk import DISK, small_disk


def _go_on(_done: int, _whole: int) -> bool:
    return True


def _install(shelf: FolderModelShelf, hub: FakeHub, name: str = "groot") -> None:
    shelf.install(name, hub.address, _go_on)


def _failure(shelf: FolderModelShelf, hub: FakeHub, name: str = "groot") -> NaklankError:
    with pytest.raises(NaklankError) as caught:
        _install(shelf, hub, name)
    assert _state(shelf, name) is not ModelState.INSTALLED
    return caught.value


def _problem(shelf: FolderModelShelf, hub: FakeHub) -> FetchProblem:
    error = _failure(shelf, hub)
    assert error.code is ErrorCode.MODEL_NOT_FETCHED
    assert error.details["model"] == "groot"
    assert error.details["host"] == "127.0.0.1"
    return FetchProblem(error.details["reason"])


def _state(shelf: FolderModelShelf, name: str) -> ModelState:
    return next(one.state for one in shelf.models() if one.model.name == name)


def _assert_whole(folder: Path, name: str = "groot") -> None:
    """Exactly the model's files, and nothing of the download is left."""
    found = {path.name: path.read_bytes() for path in (folder / name).iterdir()}
    assert found == BYTES[name]
    assert [path.name for path in folder.iterdir() if "fetching" in path.name] == []


def test_a_whole_model(shelf: FolderModelShelf, hub: FakeHub, folder: Path) -> None:
    heard: list[tuple[int, int]] = []

    def on_progress(done: int, whole: int) -> bool:
        heard.append((done, whole))
        return True

    assert _state(shelf, "groot") is ModelState.ABSENT
    shelf.install("groot", hub.address + "/", on_progress)
    _assert_whole(folder)
    assert _state(shelf, "groot") is ModelState.INSTALLED
    assert heard[0] == (0, GROOT.model.size)
    assert heard[-1] == (GROOT.model.size, GROOT.model.size)
    assert heard == sorted(heard)
    first, _headers = hub.requests[0]
    assert first == "/spiegel/modellen/acme/whisper-groot/resolve/0123abc/model.bin"


def test_nothing_of_the_computer_is_sent(
    shelf: FolderModelShelf, hub: FakeHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_TOKEN", "hf_secret")
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login dokter password geheim", encoding="utf-8")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    with serving(FakeHub(hub.root)) as front:
        front.moved_to = hub.address.removesuffix(hub.root)
        _install(shelf, front)
        asked = front.requests + hub.requests
    for _path, headers in asked:
        assert {name.lower() for name in headers} <= {
            "host", "accept", "accept-encoding", "connection", "user-agent", "range"
        }  # fmt: skip
        assert headers["User-Agent"] == "Naklank"


def test_what_is_here_is_not_fetched_again(shelf: FolderModelShelf, hub: FakeHub) -> None:
    _install(shelf, hub)
    asked = len(hub.requests)
    _install(shelf, hub)
    assert len(hub.requests) == asked


def test_a_damaged_model_is_set_aside_and_fetched_anew(
    shelf: FolderModelShelf, hub: FakeHub, folder: Path
) -> None:
    _install(shelf, hub)
    (folder / "groot" / "config.json").write_bytes(b"{}")
    _install(shelf, hub)
    _assert_whole(folder)
    assert (folder / "quarantine" / "groot-1" / "config.json").read_bytes() == b"{}"


@pytest.mark.parametrize("tells_length", [True, False])
def test_cut_again_and_again_and_then_whole(
    shelf: FolderModelShelf, hub: FakeHub, folder: Path, *, tells_length: bool
) -> None:
    hub.tells_length = tells_length
    hub.cuts = [1, 20_000, 20_000, 20_000, 0, 0, 0, 20_000, 0]
    _install(shelf, hub)
    _assert_whole(folder)
    ranges = [asked for asked in hub.ranges() if asked]
    assert ranges[:4] == ["bytes=1-", "bytes=20001-", "bytes=40001-", "bytes=60001-"]


def test_cut_for_ever(shelf: FolderModelShelf, hub: FakeHub) -> None:
    hub.cuts, hub.cuts_for_ever = [5_000], 0
    assert _problem(shelf, hub) is FetchProblem.UNREACHABLE
    assert len(hub.requests) == 6
    assert _state(shelf, "groot") is ModelState.PARTLY
    hub.cuts_for_ever = None
    _install(shelf, hub)
    assert "bytes=5000-" in hub.ranges()


def test_cut_for_ever_where_each_try_begins_anew(shelf: FolderModelShelf, hub: FakeHub) -> None:
    hub.ignores_range, hub.cuts_for_ever = True, 5_000
    assert _problem(shelf, hub) is FetchProblem.UNREACHABLE
    assert len(hub.requests) == 6


def test_a_server_that_ignores_the_range(
    shelf: FolderModelShelf, hub: FakeHub, folder: Path
) -> None:
    hub.ignores_range, hub.cuts = True, [70_000]
    _install(shelf, hub)
    _assert_whole(folder)


def test_a_file_that_was_changed_between_its_halves(
    shelf: FolderModelShelf, hub: FakeHub, folder: Path
) -> None:
    real = BYTES["groot"]["model.bin"]
    hub.replace("groot/resolve/0123abc/model.bin", changed_byte(real))
    hub.cuts, hub.cuts_for_ever = [70_000], 0
    _failure(shelf, hub)
    hub.replace("groot/resolve/0123abc/model.bin", real)
    hub.cuts_for_ever = None
    _install(shelf, hub)
    _assert_whole(folder)


@pytest.mark.parametrize(
    "wrong",
    [
        changed_byte(BYTES["groot"]["model.bin"]),
        BYTES["groot"]["model.bin"][:-1],
        BYTES["groot"]["model.bin"] + b"x",
        b"",
    ],
    ids=["changed", "too short", "too long", "empty"],
)
def test_wrong_bytes_are_thrown_away(
    shelf: FolderModelShelf, hub: FakeHub, folder: Path, wrong: bytes
) -> None:
    hub.replace("groot/resolve/0123abc/model.bin", wrong)
    error = _failure(shelf, hub)
    assert error.code is ErrorCode.MODEL_DAMAGED
    assert error.details["file"] == "model.bin"
    assert error.details["found"] == hashlib.sha256(wrong).hexdigest()
    assert _state(shelf, "groot") is ModelState.ABSENT
    assert not (folder / "groot").exists()


def test_no_more_is_read_than_the_file_is_long(shelf: FolderModelShelf, hub: FakeHub) -> None:
    heard: list[int] = []
    hub.replace("groot/resolve/0123abc/model.bin", bytes(20_000_000))

    def on_progress(done: int, _whole: int) -> bool:
        heard.append(done)
        return True

    with pytest.raises(NaklankError):
        shelf.install("groot", hub.address, on_progress)
    assert max(heard) <= GROOT.model.size


def test_what_is_whole_is_not_fetched_again_after_a_failure(
    shelf: FolderModelShelf, hub: FakeHub, folder: Path
) -> None:
    hub.replace("groot/resolve/0123abc/tokenizer.json", b"{}")
    _failure(shelf, hub)
    hub.replace("tokenizer.json", BYTES["groot"]["tokenizer.json"])
    asked = len(hub.requests)
    _install(shelf, hub)
    _assert_whole(folder)
    assert [path.rpartition("/")[2] for path, _headers in hub.requests[asked:]] == [
        "tokenizer.json",
        "vocabulary.txt",
    ]


@pytest.mark.parametrize(
    ("status", "problem", "tries"),
    [
        (401, FetchProblem.REFUSED, 1),
        (403, FetchProblem.REFUSED, 1),
        (404, FetchProblem.NOT_FOUND, 1),
        (407, FetchProblem.PROXY_PASSWORD, 1),
        (429, FetchProblem.SERVER, 5),
        (500, FetchProblem.SERVER, 5),
    ],
)
def test_what_the_server_answers(
    shelf: FolderModelShelf, hub: FakeHub, status: int, problem: FetchProblem, tries: int
) -> None:
    hub.status = status
    assert _problem(shelf, hub) is problem
    assert len(hub.requests) == tries


def test_a_web_page_instead(shelf: FolderModelShelf, hub: FakeHub) -> None:
    hub.content_type = "text/html; charset=utf-8"
    assert _problem(shelf, hub) is FetchProblem.PAGE


def test_nobody_answers(shelf: FolderModelShelf) -> None:
    with serving(FakeHub()) as gone:
        pass
    assert _problem(shelf, gone) is FetchProblem.UNREACHABLE


def test_redirects_without_end(shelf: FolderModelShelf, hub: FakeHub) -> None:
    hub.moved_to = hub.address.removesuffix(hub.root)
    assert _problem(shelf, hub) is FetchProblem.UNREACHABLE


@pytest.mark.parametrize(
    "mirror",
    ["ftp://spiegel.nl", "spiegel.nl/modellen", "https://", "file:///etc", "https://a/?b=c", "//x"],
)
def test_a_mirror_that_is_no_web_address(shelf: FolderModelShelf, mirror: str) -> None:
    with pytest.raises(NaklankError) as caught:
        shelf.install("groot", mirror, _go_on)
    assert caught.value.code is ErrorCode.MODEL_NOT_FETCHED
    assert caught.value.details["reason"] == FetchProblem.ADDRESS.value


def test_without_a_mirror_it_is_the_public_hub() -> None:
    base = "https://huggingface.co/acme/whisper-klein/resolve/0123abc"
    assert download.model_address(KLEIN, " ") == base


@pytest.mark.parametrize("problem", FetchProblem)
def test_each_problem_has_its_own_words(problem: FetchProblem) -> None:
    details = {"model": "small", "host": "huggingface.co"}
    code = ErrorCode.MODEL_NOT_FETCHED
    words = sentence(NaklankError(code, reason=problem.value, **details))
    assert "small" in words
    assert "huggingface.co" in words
    others = {sentence(NaklankError(code, reason=one.value, **details)) for one in FetchProblem}
    assert len(others) == len(FetchProblem)


def test_stopped_in_the_middle_it_goes_on_later(
    shelf: FolderModelShelf, hub: FakeHub, folder: Path
) -> None:
    hub.stalls_after = 30_000  # nothing more comes, as in a dead spot
    with pytest.raises(NaklankError) as caught:
        shelf.install("groot", hub.address, lambda done, _whole: done < 30_000)
    assert caught.value.code is ErrorCode.CANCELLED
    assert _state(shelf, "groot") is ModelState.PARTLY
    hub.stalls_after = None
    hub.go_on.set()
    _install(shelf, hub)
    _assert_whole(folder)
    assert "bytes=30000-" in hub.ranges()


def test_stopped_while_it_waits_for_a_new_try(
    shelf: FolderModelShelf, hub: FakeHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(download, "PAUSES", (3_600.0,))
    hub.cuts_for_ever = 0
    with pytest.raises(NaklankError) as caught:
        shelf.install("groot", hub.address, lambda _done, _whole: not hub.requests)
    assert caught.value.code is ErrorCode.CANCELLED


def test_only_one_downloads_a_model(shelf: FolderModelShelf, hub: FakeHub) -> None:
    errors: list[NaklankError] = []

    def second() -> None:
        hub.on_request = lambda: None
        errors.append(_failure(shelf, hub))

    hub.on_request = second
    _install(shelf, hub)
    assert [error.details["reason"] for error in errors] == [FetchProblem.BUSY.value]


INSTALL = """
import sys
from pathlib import Path
from support.made_up_models import made_up_shelf
shelf = made_up_shelf(Path(sys.argv[1]))
shelf.install("groot", sys.argv[2], lambda done, whole: True)
"""


def test_killed_half_way_the_next_one_goes_on(
    shelf: FolderModelShelf, hub: FakeHub, folder: Path
) -> None:
    hub.stalls_after = 100_000
    search = os.pathsep.join(map(str, (ROOT / "desktop", ROOT / "tests")))
    part = folder / ".fetching-groot" / GROOT.weights.part
    with subprocess.Popen(
        [sys.executable, "-c", INSTALL, folder, hub.address],
        env={**os.environ, "PYTHONPATH": search},
    ) as process:
        assert hub.stalled.wait(60)
        while not part.exists() or part.stat().st_size < 50_000:
            with contextlib.suppress(subprocess.TimeoutExpired):
                pytest.fail(f"ended with {process.wait(0.02)}")
        process.send_signal(signal.SIGKILL)
    came = part.stat().st_size
    hub.stalls_after = None
    hub.go_on.set()
    _install(shelf, hub)
    _assert_whole(folder)
    assert f"bytes={came}-" in hub.ranges()


def test_parts_of_another_revision_are_not_used(
    shelf: FolderModelShelf, hub: FakeHub, folder: Path
) -> None:
    old = folder / ".fetching-groot"
    old.mkdir(parents=True)
    (old / "model.bin.0123456789ab.part").write_bytes(b"old")
    (old / "config.json").write_bytes(b"old")
    _install(shelf, hub)
    _assert_whole(folder)


def test_too_little_room_is_told_before_anything_is_fetched(hub: FakeHub, tmp_path: Path) -> None:
    with small_disk(tmp_path) as disk:
        shelf = made_up_shelf(disk.folder, reserve=DISK)
        assert _failure(shelf, hub).code is ErrorCode.DISK_FULL
    assert hub.requests == []


def test_the_disk_fills_up_meanwhile(hub: FakeHub, tmp_path: Path) -> None:
    with small_disk(tmp_path) as disk:
        shelf = made_up_shelf(disk.folder)
        fillers: list[Path] = []

        def fill() -> None:
            fillers.append(disk.fill() if not fillers else fillers[0])

        hub.on_request = fill
        assert _failure(shelf, hub).code is ErrorCode.DISK_FULL
        fillers[0].unlink()
        hub.on_request = lambda: None
        _install(shelf, hub)
        _assert_whole(disk.folder)
