"""Settings in a file: broken, locked, from a newer version, on a disk that is full."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.recording import InputName
from naklank.core.settings import HOURS, KEYS, LoadedSettings, Practice, Settings
from naklank.storage.policy import Policy
from naklank.storage.settings_store import FileSettingsStore
from support.small_disk import Disk, small_disk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CHOSEN = Settings(
    practice=Practice('Praktijk "De Linde" 🌳'),
    doctors=("dr. Ö. Yılmaz", "A. de Vries\nwaarnemer"),
    microphone=InputName("Jabra Speak 510 — µ", "ALSA"),
    screen_language="en",
    speech_language="en",
)

BROKEN = {
    "cut off": b'{"microphone": "USB',
    "empty": b"",
    "a list": b'["microphone"]',
    "other letters": '{"microphone": "é"}'.encode("latin-1"),
    "other width": '{"microphone.name": "USB"}'.encode("utf-16"),
    "nested": b'{"a": ' * 100_000,
    "wrong kind": b'{"microphone.name": 7, "speech_language": "en"}',
    "unknown language": b'{"speech_language": "de"}',
    "a name that is none": b'{"doctors": ["dr. Bos", ""]}',
}


PLACE = "/etc/naklank/policy.json"


def policy(values: Any) -> Callable[[], bytes]:
    return lambda: json.dumps(values).encode()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "Dr. Müller" / "settings.json"


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    with small_disk(tmp_path) as disk:
        yield disk


def store(file: Path, read: Callable[[], bytes | None] = lambda: None) -> FileSettingsStore:
    return FileSettingsStore(file, (Policy(PLACE, read),))


def write(file: Path, data: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)


def codes(loaded: LoadedSettings) -> list[ErrorCode]:
    return [problem.code for problem in loaded.problems]


def test_without_a_file_the_defaults_hold(file: Path) -> None:
    assert store(file).load() == LoadedSettings(Settings(), is_new=True)
    assert not file.parent.exists()


def test_what_is_saved_holds_at_once_and_what_was_refused_does_not(file: Path) -> None:
    held = store(file)
    assert held.loaded == LoadedSettings(Settings(), is_new=True)
    held.save(CHOSEN)
    assert held.loaded == LoadedSettings(CHOSEN)
    file.unlink()
    file.mkdir()
    with pytest.raises(NaklankError):
        held.save(Settings())
    assert held.loaded == LoadedSettings(CHOSEN)


def test_what_is_saved_is_loaded(file: Path) -> None:
    store(file).save(CHOSEN)
    assert store(file).load() == LoadedSettings(CHOSEN)
    assert [path.name for path in file.parent.iterdir()] == ["settings.json"]
    assert set(json.loads(file.read_text(encoding="utf-8"))) == KEYS | {"format"}


@pytest.mark.skipif(os.name != "posix", reason="rights as POSIX knows them")
def test_nobody_else_may_read_them(file: Path) -> None:
    store(file).save(CHOSEN)
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_left_and_told_until_something_is_saved(file: Path, data: bytes) -> None:
    write(file, data)
    for _ in range(2):  # the first to look may be a command that tells nobody
        loaded = store(file).load()
        assert (loaded.settings, loaded.is_new) == (Settings(), False)
        assert codes(loaded) == [ErrorCode.SETTINGS_BROKEN]
        assert loaded.problems[0].details == {"file": str(file)}
        assert file.read_bytes() == data
    store(file).save(CHOSEN)
    assert store(file).load() == LoadedSettings(CHOSEN)
    assert file.with_name("settings-broken-1.json").read_bytes() == data


def test_each_broken_file_is_kept(file: Path) -> None:
    for data in (b"one", b"two"):
        write(file, data)
        store(file).save(CHOSEN)
    assert {b"one", b"two"} < {path.read_bytes() for path in file.parent.iterdir()}


def test_saving_over_a_broken_file_keeps_it_too(file: Path) -> None:
    write(file, b"broken since it was loaded")
    store(file).save(CHOSEN)
    assert store(file).load() == LoadedSettings(CHOSEN)
    assert b"broken since it was loaded" in [path.read_bytes() for path in file.parent.iterdir()]


def test_a_file_that_cannot_be_read_is_told_and_left(file: Path) -> None:
    file.mkdir(parents=True)
    loaded = store(file).load()
    assert loaded.settings == Settings()
    assert [problem.details for problem in loaded.problems] == [{"file": str(file)}]
    with pytest.raises(NaklankError) as raised:
        store(file).save(CHOSEN)
    assert raised.value.code is ErrorCode.DATA_NOT_WRITABLE
    assert file.is_dir()


def test_what_a_newer_version_wrote_is_kept(file: Path) -> None:
    newer = {"colour": {"deep": [1, 2.5, None]}, "microphone.name": "USB"}
    write(file, json.dumps(newer).encode())
    loaded = store(file).load()
    assert (loaded.settings.microphone, loaded.problems) == (InputName("USB"), ())
    store(file).save(CHOSEN)
    written = json.loads(file.read_bytes())
    assert written["colour"] == {"deep": [1, 2.5, None]}
    assert written["microphone.name"] == CHOSEN.microphone.name


def test_without_a_file_nothing_was_set_and_with_one_something_was(file: Path) -> None:
    assert store(file).load().is_new
    store(file).save(Settings())
    assert not store(file).load().is_new
    write(file, b"{")
    loaded = store(file).load()
    assert (loaded.is_new, codes(loaded)) == (False, [ErrorCode.SETTINGS_BROKEN])


def test_a_key_that_was_called_otherwise_is_taken_over_once(file: Path) -> None:
    write(file, b'{"microphone": "USB", "doctors": ["dr. Bos"]}')
    loaded = store(file).load()
    assert loaded.settings == Settings(microphone=InputName("USB"), doctors=("dr. Bos",))
    assert loaded.problems == ()
    store(file).save(replace(loaded.settings, microphone=InputName("Jabra")))
    assert store(file).load().settings.microphone == InputName("Jabra")
    assert "microphone" not in json.loads(file.read_bytes())


def test_who_wanted_no_question_gets_none(file: Path) -> None:
    write(file, b'{"ways.teach_back": false}')
    loaded = store(file).load()
    assert (loaded.settings, loaded.problems) == (Settings(teach_back=False), ())


def test_a_name_of_today_goes_before_an_earlier_one(file: Path) -> None:
    write(file, b'{"microphone.name": "Jabra", "microphone": "USB"}')
    assert store(file).load().settings.microphone == InputName("Jabra")


NEWER = {
    "format": 99,
    "speech_language": "fy",
    "checking.way": {"newly": 1},
    "practice.name": "De Linde",
    "doctors": ["dr. Bos"],
}


def test_an_older_version_reads_what_it_can_of_a_newer_one_and_says_so(file: Path) -> None:
    write(file, json.dumps(NEWER).encode())
    loaded = store(file).load()
    assert loaded.settings == Settings(practice=Practice("De Linde"), doctors=("dr. Bos",))
    assert codes(loaded) == [ErrorCode.SETTINGS_NEWER]
    assert [path.name for path in file.parent.iterdir()] == ["settings.json"]


def test_an_older_version_destroys_nothing_of_a_newer_one(file: Path) -> None:
    write(file, json.dumps(NEWER).encode())
    changed = replace(store(file).load().settings, practice=Practice("De Eik"))
    store(file).save(changed)
    written = json.loads(file.read_bytes())
    assert {key: written[key] for key in NEWER} == {**NEWER, "practice.name": "De Eik"}
    store(file).save(replace(changed, speech_language="en"))  # chosen anew, in this version
    written = json.loads(file.read_bytes())
    assert (written["speech_language"], written["checking.way"]) == ("en", {"newly": 1})


def test_what_no_version_can_have_written_is_broken_and_not_newer(file: Path) -> None:
    write(file, b'{"format": "new", "speech_language": "fy"}')
    assert codes(store(file).load()) == [ErrorCode.SETTINGS_BROKEN]


def test_a_mark_of_windows_in_front_is_no_fault(file: Path) -> None:
    write(file, b'\xef\xbb\xbf{"microphone.name": "USB"}')
    loaded = store(file, lambda: b'\xef\xbb\xbf{"speech_language": "en"}').load()
    assert loaded.problems == ()
    assert loaded.locked == {"speech_language"}
    assert loaded.settings == Settings(microphone=InputName("USB"), speech_language="en")


def test_settings_that_could_not_be_loaded_are_not_saved(file: Path) -> None:
    store(file).save(CHOSEN)
    with pytest.raises(ValueError, match="wrong kind"):
        store(file).save(Settings(doctors=("dr. Bos", " ")))
    assert store(file).load() == LoadedSettings(CHOSEN)


def test_the_policy_holds_and_locks(file: Path) -> None:
    store(file).save(CHOSEN)
    read = policy({"practice.name": "De Eik", "doctors": []})
    loaded = store(file, read).load()
    assert loaded.settings.practice.name == "De Eik"
    assert loaded.settings.doctors == ()
    assert loaded.settings.microphone == CHOSEN.microphone
    assert loaded.locked == {"practice.name", "doctors"}
    assert loaded.problems == ()


def test_the_policy_holds_without_a_file_and_over_a_broken_one(file: Path) -> None:
    read = policy({"speech_language": "en"})
    assert store(file, read).load().settings == Settings(speech_language="en")
    write(file, b"{")
    loaded = store(file, read).load()
    assert loaded.settings == Settings(speech_language="en")
    assert codes(loaded) == [ErrorCode.SETTINGS_BROKEN]


@pytest.mark.parametrize(
    ("data", "read", "hours"),
    [
        (b'{"keeping.hours": 48}', policy({}), 48),
        (b'{"keeping.hours": 48, "speech_language": "de"}', policy({}), HOURS[-1]),
        (b'{"keeping.hours": 48}', lambda: b"{", HOURS[-1]),
        (b'{"keeping.hours": 48, "speech_language": "de"}', policy({"keeping.hours": 2}), 2),
    ],
)
def test_what_waits_is_kept_longest_where_nobody_can_read_how_long(
    file: Path, data: bytes, read: Callable[[], bytes], hours: int
) -> None:
    write(file, data)
    assert store(file, read).load().hours_kept == hours


def test_what_is_locked_is_not_written(file: Path) -> None:
    read = policy({"practice.name": "De Eik", "microphone.name": "USB"})
    store(file).save(Settings(practice=Practice("De Linde")))
    store(file, read).save(
        Settings(practice=Practice("De Wilg"), microphone=InputName("Jabra"), doctors=("dr. Bos",))
    )
    assert store(file).load().settings == Settings(
        practice=Practice("De Linde"), doctors=("dr. Bos",)
    )
    # Nor is it written where nothing stood.
    fresh = file.with_name("fresh.json")
    store(fresh, read).save(CHOSEN)
    assert set(json.loads(fresh.read_bytes())) == (KEYS | {"format"}) - {
        "practice.name",
        "microphone.name",
    }


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"null", b"\xff"])
def test_a_policy_that_is_no_policy_is_told(file: Path, data: bytes) -> None:
    store(file).save(CHOSEN)
    loaded = store(file, lambda: data).load()
    assert (loaded.settings, loaded.locked) == (CHOSEN, frozenset())
    assert codes(loaded) == [ErrorCode.POLICY_BROKEN]
    assert loaded.problems[0].details == {"file": PLACE}


def test_a_policy_that_cannot_be_read_is_told(file: Path) -> None:
    def refuse() -> bytes:
        raise PermissionError

    assert codes(store(file, refuse).load()) == [ErrorCode.POLICY_BROKEN]


@pytest.mark.parametrize(
    "fault", [{"micropone.name": "USB"}, {"microphone.name": 7}, {"doctors": ["", "x"]}]
)
def test_the_sound_part_of_a_faulty_policy_locks(file: Path, fault: dict[str, object]) -> None:
    read = policy({"speech_language": "en", **fault})
    loaded = store(file, read).load()
    assert loaded.locked == {"speech_language"}
    assert loaded.settings == Settings(speech_language="en")
    assert codes(loaded) == [ErrorCode.POLICY_BROKEN]
    store(file, read).save(Settings(microphone=InputName("Jabra")))
    assert store(file).load().settings == Settings(microphone=InputName("Jabra"))


def test_of_two_policies_the_later_one_wins_and_each_fault_is_told(file: Path) -> None:
    store(file).save(CHOSEN)
    first = Policy("a file", policy({"practice.name": "De Eik", "doctors": []}))
    second = Policy("the system", policy({"practice.name": "De Beuk", "micropone": "USB"}))
    loaded = FileSettingsStore(file, (first, second)).load()
    assert loaded.settings.practice.name == "De Beuk"
    assert loaded.locked == {"practice.name", "doctors"}
    assert [one.details for one in loaded.problems] == [{"file": "the system"}]
    loaded = FileSettingsStore(file, (Policy("a file", lambda: b"{"), second)).load()
    assert loaded.locked == {"practice.name"}
    assert [one.details["file"] for one in loaded.problems] == ["a file", "the system"]


def test_a_full_disk_keeps_the_earlier_settings(disk: Disk) -> None:
    file = disk.folder / "settings.json"
    store(file).save(CHOSEN)
    filler = disk.fill()
    with pytest.raises(NaklankError) as raised:
        store(file).save(Settings())
    assert raised.value.code is ErrorCode.DISK_FULL
    assert store(file).load() == LoadedSettings(CHOSEN)
    assert {path.name for path in disk.folder.iterdir()} == {"settings.json", filler.name}


def test_a_read_only_disk_keeps_the_settings_also_broken_ones(disk: Disk) -> None:
    good, broken = disk.folder / "settings.json", disk.folder / "broken.json"
    store(good).save(CHOSEN)
    broken.write_bytes(b"{")
    disk.make_read_only()
    with pytest.raises(NaklankError) as raised:
        store(good).save(Settings())
    assert raised.value.code is ErrorCode.DATA_NOT_WRITABLE
    assert store(good).load() == LoadedSettings(CHOSEN)
    loaded = store(broken).load()
    assert codes(loaded) == [ErrorCode.SETTINGS_BROKEN]
    assert loaded.problems[0].details == {"file": str(broken)}


def test_what_was_last_loaded_holds_until_it_is_loaded_again(file: Path) -> None:
    one = store(file)
    assert one.current == Settings()
    one.save(CHOSEN)
    assert one.current == CHOSEN
    write(file, b"broken in the meantime")
    assert one.current == CHOSEN
    assert file.read_bytes() == b"broken in the meantime"  # to be told, not mended in silence
    assert codes(one.load()) == [ErrorCode.SETTINGS_BROKEN]
