"""What is left on the computer: while it is kept, after a kill, and after it was deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from naklank.audio.reading import read_sound
from naklank.audio.sound import Sound
from support.practice import (
    SENTENCE,
    agree_by_keys,
    assert_nothing_is_left,
    confirm_all,
    record,
    save_by_keys,
    set_up,
)
from support.secret_service import SecretService
from support.sounds import part_found

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from support.pilot import Pilot
    from support.virtual_sound import VirtualSound


SPOKEN = "' '.join(word.text for word in desk.session.summary.words) + desk.session.doctor"
"""What a library could put into the message of an error."""


def test_no_words_and_no_name_are_left(
    app: Callable[..., Pilot], sound_server: VirtualSound, data: Path, stick: Path, speech: Path
) -> None:
    with app() as pilot:
        agree_by_keys(pilot)
        record(pilot, sound_server, speech / "real" / SENTENCE)
        pilot.wait_for_state("reviewing", 120)
        words = pilot.ask("[word.text for word in desk.session.summary.words]")
        pilot.ask(f"str(desk.equipment.unforeseen(LookupError({SPOKEN})))")
        confirm_all(pilot)
        pilot.press("ctrl+Return")
        pilot.wait_for_state("approved")
        made = save_by_keys(pilot, stick)
        pilot.press("ctrl+Delete")
        pilot.wait_for_state("agreeing")
        assert_nothing_is_left(data)

    longest = max(words, key=len).strip(".,?!").encode()
    assert longest in (made / "3 Luister en lees.html").read_bytes()
    left = [file for file in data.rglob("*") if file.is_file() and not file.is_relative_to(made)]
    assert [file for file in left if longest in file.read_bytes()] == []
    assert "Van Dam" not in made.name
    log = (data / "log" / "naklank.log").read_text(encoding="utf-8")
    assert "LookupError" in log
    assert not [word for word in (*words, "Dam", "Linde") if len(word) > 2 and word in log]


def files_below(folder: Path) -> Iterator[Path]:
    for file in folder.rglob("*"):
        if file.is_file() and not file.is_symlink():
            yield file


def holds_sound(file: Path, spoken: Sound) -> bool:
    """Whether it is found there as samples of 16 or 32 bits, however they lie."""
    data = file.read_bytes()
    for kind, width, full in (("<i2", 2, 32768.0), ("<f4", 4, 1.0)):
        for shift in range(width):
            whole = (len(data) - shift) // width
            numbers = np.frombuffer(data, kind, whole, shift)
            with np.errstate(invalid="ignore"):  # what is no sound is no number either
                samples = np.clip(np.nan_to_num(numbers.astype(np.float32) / full), -1, 1)
            for rate in (48_000, 44_100, 16_000):
                if len(samples) < rate:
                    continue
                with np.errstate(invalid="ignore", divide="ignore"):  # a file of zeros
                    found = part_found(spoken, Sound(samples, rate))
                if found > 0.3:
                    return True
    return False


def test_killed_without_a_deletion_no_file_holds_sound_or_words(
    app: Callable[..., Pilot], sound_server: VirtualSound, data: Path, speech: Path
) -> None:
    spoken = read_sound(speech / "real" / SENTENCE)
    pilot = app()
    words: list[str] = []
    with pytest.raises(ConnectionAbortedError), pilot:
        agree_by_keys(pilot)
        record(pilot, sound_server, speech / "real" / SENTENCE)
        pilot.wait_for_state("reviewing", 120)
        pilot.wait_for("desk.controller.is_stored")
        words += pilot.ask("[word.text for word in desk.session.summary.words]")
        pilot.process.kill()
        raise ConnectionAbortedError

    longest = sorted({word.strip(".,?!") for word in words}, key=len)[-5:]
    (take,) = data.rglob("take-1.naklank")
    assert take.stat().st_size > 96_000
    for file in files_below(data):
        content = file.read_bytes()
        assert not [word for word in longest if word.encode() in content], file
        assert file.suffix in (".json", ".jsonl") or not holds_sound(file, spoken), file
    heard = take.with_name("heard.wav")
    heard.write_bytes((spoken.samples * 32767).astype("<i2").tobytes())
    assert holds_sound(heard, spoken)  # this test can fail


def test_with_a_keyring_the_key_lies_there_alone_and_goes_with_the_session(
    app: Callable[..., Pilot],
    sound_server: VirtualSound,
    data: Path,
    speech: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    set_up(data, **{"keeping.keys": "keyring"})
    with SecretService() as keyring, app(**keyring.environment()) as pilot:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", keyring.address)
        pilot.wait_for("desk.computer.key_places is not None")
        assert "keyring" in pilot.ask("sorted(place.value for place in desk.computer.key_places)")
        assert not pilot.ask("desk.needs_key_place")
        agree_by_keys(pilot)
        identity = pilot.ask("desk.session.identity")
        record(pilot, sound_server, speech / "real" / SENTENCE)
        pilot.wait_for_state("reviewing", 120)
        key = pilot.ask("desk.equipment.sessions.sound_file(desk.session.identity, 1).key.hex()")
        assert keyring.count({"service": "Naklank", "username": identity}) == 1
        assert not list((data / "keys").glob("*"))
        for file in [*files_below(data), *files_below(keyring.keyrings)]:
            content = file.read_bytes()
            assert bytes.fromhex(key) not in content, file
            assert key.encode() not in content, file
        pilot.click("window.steps.withdraw")
        pilot.click("window.confirm.delete")
        pilot.wait_for_state("agreeing")
        assert keyring.count({"service": "Naklank", "username": identity}) == 0
        assert not list((data / "sessions").iterdir())
