"""A real exFAT stick: written, full, locked, pulled out, swapped; its fake does the same."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.sticks import Stick
from naklank.foundation import durable
from naklank.handover import sticks as module
from naklank.handover.ejecting import system_eject
from naklank.handover.sheet_texts import read_sheet_texts
from support.exfat_stick import SIZE, Slot, slot
from support.fake_sticks import FakeSticks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from naklank.core.ports.hand_over import Sticks

SET = "samenvatting 2026-11-29 14.32"
FILES = {"1 Luister.mp3": b"geluid" * 20_000, "2 Lees.pdf": b"blad"}


@pytest.fixture
def usb(tmp_path: Path) -> Iterator[Slot]:
    with slot(tmp_path) as made:
        made.plug()
        yield made


def refusal(call: Callable[[], object]) -> ErrorCode:
    with pytest.raises(NaklankError) as caught:
        call()
    return caught.value.code


def test_how_far_it_is_is_told_until_all_is_read_back(usb: Slot) -> None:
    told: list[tuple[int, int]] = []
    usb.sticks().write(usb.stick(), FILES, SET, lambda done, whole: told.append((done, whole)))
    whole = 3 * sum(map(len, FILES.values()))
    assert told == sorted(told)
    assert len(told) == 3 * len(FILES)
    assert told[-1] == (whole, whole)


def test_a_set_stands_on_the_stick_and_the_system_lets_go(usb: Slot) -> None:
    sticks, stick = usb.sticks(), usb.stick()
    assert stick.name == "KINGSTON"
    assert 0 < stick.free < SIZE
    sticks.write(stick, FILES, SET)
    sticks.eject(stick)

    assert len(usb.ejected) == 1
    assert sticks.plugged_in() == ()
    usb.unplug()
    checked = subprocess.run(
        ["/usr/sbin/fsck.exfat", "-n", str(usb.root / "stick.img")],
        capture_output=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout
    usb.plug()
    assert {one.name: one.read_bytes() for one in (usb.folder / SET).iterdir()} == FILES
    assert [one.name for one in usb.folder.iterdir()] == [SET]


def test_a_folder_of_that_name_is_left_alone(usb: Slot) -> None:
    (usb.folder / SET.upper()).mkdir()  # exFAT knows no difference
    usb.sticks().write(usb.stick(), FILES, SET)
    assert sorted(one.name for one in usb.folder.iterdir()) == [SET.upper(), f"{SET} (2)"]


def test_the_names_of_what_goes_home_can_stand_on_a_stick(usb: Slot) -> None:
    for language in ("nl", "en"):
        names = read_sheet_texts(language).files.values()
        usb.sticks().write(usb.stick(), dict.fromkeys(names, b"x"), SET)
        assert not set("".join(names)) & set('<>:"/\\|?*')


def test_full(usb: Slot) -> None:
    files = {**FILES, "3 Groot.mp3": bytes(2 * SIZE)}
    stick = usb.stick()
    assert refusal(lambda: usb.sticks().write(stick, files, SET)) is ErrorCode.STICK_FULL
    assert list(usb.folder.iterdir()) == []


def test_locked(usb: Slot) -> None:
    usb.unplug()
    usb.plug(read_only=True)
    stick = usb.stick()
    assert refusal(lambda: usb.sticks().write(stick, FILES, SET)) is ErrorCode.STICK_READ_ONLY


@pytest.mark.parametrize("after", [0, 1])
def test_pulled_out_half_way(usb: Slot, monkeypatch: pytest.MonkeyPatch, after: int) -> None:
    stick, real = usb.stick(), durable.write_synced
    written: list[Path] = []

    def write(file: Path, data: bytes) -> None:
        if len(written) == after:
            usb.pull()
        written.append(file)
        real(file, data)

    monkeypatch.setattr(module, "write_synced", write)
    assert refusal(lambda: usb.sticks().write(stick, FILES, SET)) is ErrorCode.STICK_GONE
    assert list(usb.folder.iterdir()) == []  # nor was it written on this computer
    usb.plug()
    assert not (usb.folder / SET).exists()


def test_another_stick_in_its_place_half_way(usb: Slot, monkeypatch: pytest.MonkeyPatch) -> None:
    stick, real = usb.stick(), module._read_back

    def read_back(folder: Path, files: dict[str, bytes], ready: module._Ready) -> None:
        real(folder, files, ready)
        usb.pull()
        usb.plug("other")
        (usb.folder / SET).mkdir()

    monkeypatch.setattr(module, "_read_back", read_back)
    assert refusal(lambda: usb.sticks().write(stick, FILES, SET)) is ErrorCode.STICK_SWAPPED
    assert [one.name for one in usb.folder.iterdir()] == [SET]  # somebody else's


def test_what_is_read_back_differs(usb: Slot, monkeypatch: pytest.MonkeyPatch) -> None:
    stick, real = usb.stick(), durable.write_synced
    monkeypatch.setattr(module, "write_synced", lambda file, data: real(file, data[:-1] + b"?"))
    assert refusal(lambda: usb.sticks().write(stick, FILES, SET)) is ErrorCode.STICK_DIFFERS
    assert list(usb.folder.iterdir()) == []


def test_without_udisks_the_stick_is_not_let_go(usb: Slot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path={usb.root}/none")
    sticks, stick = usb.sticks(), usb.stick()
    sticks._eject = system_eject()
    assert refusal(lambda: sticks.eject(stick)) is ErrorCode.STICK_NOT_EJECTED
    assert sticks.plugged_in()


def check_contract(sticks: Sticks, swap: Callable[[], None], pull: Callable[[], None]) -> None:
    """What the real sticks and their fake have in common."""
    (stick,) = sticks.plugged_in()
    made = sticks.write(stick, FILES, SET)
    assert sticks.remove(stick, made, FILES)
    assert not sticks.remove(stick, made, FILES)
    made = sticks.write(stick, FILES, SET)
    too_much = {"groot": bytes(2 * SIZE)}
    assert refusal(lambda: sticks.write(stick, too_much, SET)) is ErrorCode.STICK_FULL
    swap()
    assert refusal(lambda: sticks.write(stick, FILES, SET)) is ErrorCode.STICK_SWAPPED
    assert refusal(lambda: sticks.eject(stick)) is ErrorCode.STICK_NOT_EJECTED
    assert not sticks.remove(stick, made, FILES)
    (other,) = sticks.plugged_in()
    assert other.identity != stick.identity
    pull()
    assert sticks.plugged_in() == ()
    assert refusal(lambda: sticks.write(other, FILES, SET)) is ErrorCode.STICK_GONE


def test_the_real_sticks_keep_the_contract(usb: Slot) -> None:
    def swap() -> None:
        usb.unplug()
        usb.plug("other")

    check_contract(usb.sticks(), swap, usb.pull)


def test_the_fake_sticks_keep_the_contract(tmp_path: Path) -> None:
    first = Stick("KINGSTON", tmp_path, "1", SIZE)
    fake = FakeSticks(first)

    def swap() -> None:
        fake.sticks[:] = [replace(first, identity="2")]

    def pull() -> None:
        fake.sticks.clear()

    check_contract(fake, swap, pull)
