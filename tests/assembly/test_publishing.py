"""What goes home, as a set of files in a folder of its own."""

from __future__ import annotations

import dataclasses
import os
import re
import subprocess
import sys
import time
from collections.abc import Sequence
from datetime import datetime, timedelta, timezone
from pathlib import Path

import av
import docx
import numpy as np
import pytest

from naklank.assembly.publishing import FilePublisher
from naklank.audio.home_sound import REST, in_a_row
from naklank.audio.reading import read_sound
from naklank.audio.sound import Sound
from naklank.audio.spool import read_takes
from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.ports.hand_over import Publisher
from naklank.core.recording import SoundFile
from naklank.core.sheet import Block, Sheet
from naklank.core.transcript import Stretch
from naklank.core.voice import Ends, SpokenEnds, ends_for
from naklank.foundation.leftovers import OLD
from naklank.handover.folder import SET_PREFIX
from support.documents import approved_of, chromium_page, pdf_info, pdf_text
from support.own_voice import whole_voice
from support.small_disk import DISK, small_disk
from support.sounds import as_take, correlation, tone

RATE = 16_000
TAKES = (tone(1.5, RATE), tone(1.0, RATE, 880))
MOMENT = datetime(2026, 11, 21, 14, 32, 59, tzinfo=timezone(timedelta(hours=1)))
FOLDER = "samenvatting 2026-11-21 14.32"
Takes = tuple[SoundFile, ...]
ALL = ["1 Luister.mp3", "2 Lees.pdf", "3 Luister en lees.html"]
NOT_ON_WINDOWS = re.compile(r'[<>:"/\\|?*\x00-\x1f]|[. ]$')


@pytest.fixture
def publisher() -> Publisher:
    return FilePublisher(read_takes)


@pytest.fixture
def takes(tmp_path_factory: pytest.TempPathFactory) -> tuple[SoundFile, ...]:
    """Two takes as the recorder leaves them, the second an octave higher."""
    folder = tmp_path_factory.mktemp("takes")
    return tuple(
        as_take(folder / f"take-{number}", Sound(samples, RATE))
        for number, samples in enumerate(TAKES)
    )


@pytest.fixture
def parent(tmp_path: Path) -> Path:
    """The folder that the doctor chose."""
    folder = tmp_path / "Mee naar huis"
    folder.mkdir()
    return folder


NO_ENDS = Ends()
FIRST, SECOND = Stretch(0.2, 1.2), Stretch(1.6, 2.4)
"""One in each take."""
TITLE = "Samenvatting van uw gesprek"
"""What a player shows."""


def saved(
    publisher: Publisher,
    parent: Path,
    sheet: Sheet | None,
    takes: Sequence[SoundFile],
    ends: Ends = NO_ENDS,
) -> Path:
    language = sheet.language if sheet else "nl"
    sound = publisher.make_sound(takes, ends) if takes else None
    files = publisher.make_set(sheet, sound, MOMENT, TITLE, language)
    return publisher.save(parent, files, FOLDER)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_sound_and_paper_are_three_files_in_a_folder_of_their_own(
    publisher: Publisher, takes: Takes, parent: Path
) -> None:
    folder = saved(publisher, parent, approved_of("nl"), takes)
    assert folder == parent / FOLDER
    assert names(parent) == [FOLDER]
    assert names(folder) == ALL


def test_each_file_holds_the_sheet_and_the_sound(
    publisher: Publisher, takes: Takes, parent: Path
) -> None:
    sheet = approved_of("nl")
    folder = saved(publisher, parent, sheet, takes)
    heard = read_sound(folder / "1 Luister.mp3")
    assert heard.seconds == pytest.approx(2.5, abs=0.05)
    assert correlation(heard.samples, np.concatenate(TAKES)) > 0.99
    said = sheet.blocks[1].sentences[0]
    assert said in pdf_text(folder / "2 Lees.pdf")
    with chromium_page() as page:
        page.goto((folder / "3 Luister en lees.html").as_uri())
        assert said in page.locator("main").inner_text()
        assert page.locator("audio").count() == 1


def test_opening_and_closing_stand_in_the_mp3_and_the_page_waits_for_them(
    publisher: Publisher, takes: Takes, parent: Path
) -> None:
    ends = ends_for(whole_voice(48_000), SpokenEnds.DATE, MOMENT.date())
    assert ends is not None
    sheet = dataclasses.replace(
        approved_of("nl"),
        blocks=(Block(None, ("Eerst.", "Dan."), False, (False, False), (FIRST, SECOND)),),
    )
    folder = saved(publisher, parent, sheet, takes, ends)
    heard = read_sound(folder / "1 Luister.mp3")
    opening = in_a_row(ends.opening, RATE).samples
    assert correlation(heard.samples[: len(opening)], opening) > 0.98
    closing = in_a_row(ends.closing, RATE).samples
    rest = round(REST * RATE)
    start = len(opening) + rest
    spoken = np.concatenate(TAKES)
    assert correlation(heard.samples[start : start + len(spoken)], spoken) > 0.98
    end = start + len(spoken) + rest
    assert correlation(heard.samples[end : end + len(closing)], closing) > 0.98
    assert len(heard.samples) == pytest.approx(end + len(closing), abs=RATE // 20)

    page = (folder / "3 Luister en lees.html").read_text(encoding="utf-8")
    told = re.findall(r'data-start="([\d.]+)" data-end="([\d.]+)"', page)
    shifted = [second + start / RATE for one in (FIRST, SECOND) for second in (one.start, one.end)]
    assert [float(second) for pair in told for second in pair] == pytest.approx(shifted, abs=0.006)
    for one, (begin, _), hertz in zip((FIRST, SECOND), told, (440, 880), strict=True):
        first = round(float(begin) * RATE)
        piece = heard.samples[first : first + round(one.seconds * RATE)]
        loudest = np.argmax(np.abs(np.fft.rfft(piece))) / one.seconds
        assert loudest == pytest.approx(hertz, abs=3)


def test_without_ends_the_page_is_as_it_was(
    publisher: Publisher, takes: Takes, parent: Path
) -> None:
    sheet = dataclasses.replace(
        approved_of("nl"), blocks=(Block(None, ("Eerst.",), False, (False,), (FIRST,)),)
    )
    folder = saved(publisher, parent, sheet, takes)
    page = (folder / "3 Luister en lees.html").read_text(encoding="utf-8")
    assert 'data-start="0.20" data-end="1.20"' in page


def test_without_sound_no_file_plays_any(publisher: Publisher, parent: Path) -> None:
    folder = saved(publisher, parent, approved_of("nl", has_sound=False), ())
    assert names(folder) == ["2 Lees.pdf", "3 Lees.html"]
    page = (folder / "3 Lees.html").read_text(encoding="utf-8")
    assert "<audio" not in page


def test_sound_alone_is_one_file(publisher: Publisher, takes: Takes, parent: Path) -> None:
    folder = saved(publisher, parent, None, takes)
    assert names(folder) == ["1 Luister.mp3"]
    assert tags(folder / "1 Luister.mp3") == {"title": TITLE}


def tags(mp3: Path) -> dict[str, str]:
    """What a player can show; without the encoder's own mark."""
    with av.open(str(mp3)) as container:
        return {name: text for name, text in container.metadata.items() if name != "encoder"}


def test_nothing_at_all_is_not_saved(publisher: Publisher, parent: Path) -> None:
    with pytest.raises(ValueError, match="nothing"):
        saved(publisher, parent, None, ())
    assert names(parent) == []


def test_an_earlier_folder_is_left_alone(publisher: Publisher, parent: Path) -> None:
    sheets = [approved_of("nl", doctor=name) for name in ("dokter A", "dokter B", "dokter C")]
    folders = [saved(publisher, parent, sheet, ()) for sheet in sheets]
    assert [path.name for path in folders] == [FOLDER, f"{FOLDER} (2)", f"{FOLDER} (3)"]
    for folder, name in zip(folders, "ABC", strict=True):
        assert f"dokter {name}" in pdf_text(folder / "2 Lees.pdf")


KILLED = """
import os, pathlib, sys
from naklank.assembly.publishing import FilePublisher
from naklank.foundation import durable
from naklank.handover import folder
left = [1]

def write(file, data):
    durable.write_synced(file, data)
    left.pop() if left else os._exit(9)

folder.write_synced = write
files = {"1 Luister.mp3": b"geluid", "2 Lees.pdf": b"blad", "3 Luister en lees.html": b"x"}
FilePublisher(None).save(pathlib.Path(sys.argv[1]), files, sys.argv[2])
"""


def test_what_a_killed_save_left_is_cleared_by_the_next_one(
    publisher: Publisher, parent: Path
) -> None:
    killed = subprocess.run([sys.executable, "-c", KILLED, str(parent), FOLDER], check=False)
    assert killed.returncode == 9
    assert len([one for one in parent.rglob("*") if one.is_file()]) == 2
    (leftover,) = parent.iterdir()
    files = {"2 Lees.pdf": b"blad"}
    publisher.save(parent, files, FOLDER)
    assert leftover.exists()  # another copy of Naklank may be writing it
    long_ago = time.time() - 2 * OLD
    os.utime(leftover, (long_ago, long_ago))
    others = parent / f"{SET_PREFIX}van-een-ander"
    others.mkdir()
    os.utime(others, (long_ago, long_ago))
    publisher.save(parent, files, FOLDER)
    assert names(parent) == sorted([others.name, FOLDER, f"{FOLDER} (2)"])


def test_whoever_may_read_there_may_read_the_set(publisher: Publisher, parent: Path) -> None:
    """Who takes it on from there is not who made it."""
    usual = parent / "usual"
    usual.mkdir()
    folder = publisher.save(parent, {"2 Lees.pdf": b"blad"}, FOLDER)
    assert folder.stat().st_mode == usual.stat().st_mode


def test_two_that_save_at_once_have_a_folder_each(
    publisher: Publisher, parent: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The name is seen to be free, and is taken by then."""
    publisher.save(parent, {"2 Lees.pdf": b"blad"}, FOLDER)
    seen = os.path.lexists
    first = [True]
    monkeypatch.setattr("os.path.lexists", lambda path: not (first and first.pop()) and seen(path))
    assert publisher.save(parent, {"2 Lees.pdf": b"ander"}, FOLDER).name == f"{FOLDER} (2)"
    assert (parent / FOLDER / "2 Lees.pdf").read_bytes() == b"blad"


def test_every_name_can_be_written_on_windows(
    publisher: Publisher, takes: Takes, parent: Path
) -> None:
    saved(publisher, parent, approved_of("nl"), takes)
    saved(publisher, parent, approved_of("nl"), takes)
    for path in parent.rglob("*"):
        assert not NOT_ON_WINDOWS.search(path.name)


def test_a_folder_that_is_gone_is_not_made_again(
    publisher: Publisher, takes: Takes, parent: Path
) -> None:
    """A stick that was pulled out would become a folder on this computer."""
    stick = parent / "stick"
    with pytest.raises(NaklankError) as raised:
        saved(publisher, stick, approved_of("nl"), takes)
    assert raised.value.code is ErrorCode.FOLDER_NOT_WRITABLE
    assert raised.value.details == {"folder": str(stick)}
    assert names(parent) == []


def test_a_full_disk_keeps_no_part_of_the_set(
    publisher: Publisher, takes: Takes, parent: Path
) -> None:
    with small_disk(parent) as disk:
        (disk.folder / "vol").write_bytes(bytes(DISK - 100_000))
        with pytest.raises(NaklankError) as raised:
            saved(publisher, disk.folder, approved_of("nl"), takes)
        assert raised.value.code is ErrorCode.DISK_FULL
        assert names(disk.folder) == ["vol"]


def test_a_read_only_disk_is_told(publisher: Publisher, takes: Takes, parent: Path) -> None:
    with small_disk(parent) as disk:
        disk.make_read_only()
        with pytest.raises(NaklankError) as raised:
            saved(publisher, disk.folder, approved_of("nl"), takes)
        assert raised.value.code is ErrorCode.FOLDER_NOT_WRITABLE
        assert names(disk.folder) == []


def test_a_take_that_is_gone_leaves_nothing_behind(
    publisher: Publisher, takes: Takes, parent: Path
) -> None:
    takes[1].path.unlink()
    with pytest.raises(NaklankError) as raised:
        saved(publisher, parent, approved_of("nl"), takes)
    assert raised.value.code is ErrorCode.NO_SUCH_FILE
    assert names(parent) == []


def test_a_stop_half_way_leaves_nothing_behind(takes: Takes, parent: Path) -> None:
    def stopped(_files: Sequence[SoundFile]) -> Sound:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        saved(FilePublisher(stopped), parent, approved_of("nl"), takes)
    assert names(parent) == []


def test_english_names_for_an_english_sheet(
    publisher: Publisher, takes: Takes, parent: Path
) -> None:
    folder = saved(publisher, parent, approved_of("en"), takes)
    assert names(folder) == ["1 Listen.mp3", "2 Read.pdf", "3 Listen and read.html"]


def test_a_word_document_is_written_where_the_practice_wants_it(
    publisher: Publisher, parent: Path
) -> None:
    sheet = approved_of("nl")
    file = parent / "samenvatting.docx"
    file.write_bytes(b"an older one")
    publisher.save_word(file, sheet, MOMENT, None, {})
    assert names(parent) == ["samenvatting.docx"]
    paragraphs = docx.Document(str(file)).paragraphs
    assert sheet.blocks[1].sentences[0] in [paragraph.text for paragraph in paragraphs]


def test_a_word_document_on_a_full_disk_leaves_the_older_one(
    publisher: Publisher, parent: Path
) -> None:
    with small_disk(parent) as disk:
        file = disk.folder / "samenvatting.docx"
        file.write_bytes(b"an older one")
        (disk.folder / "vol").write_bytes(bytes(DISK - 20_000))
        with pytest.raises(NaklankError) as raised:
            publisher.save_word(file, approved_of("nl"), MOMENT, None, {})
        assert raised.value.code is ErrorCode.DISK_FULL
        assert file.read_bytes() == b"an older one"
        assert names(disk.folder) == ["samenvatting.docx", "vol"]


def test_a_word_document_in_a_folder_that_is_gone(publisher: Publisher, parent: Path) -> None:
    with pytest.raises(NaklankError) as raised:
        publisher.save_word(parent / "weg" / "x.docx", approved_of("nl"), MOMENT, None, {})
    assert raised.value.code is ErrorCode.FOLDER_NOT_WRITABLE


def test_the_pdf_is_the_sheet_in_either_size(publisher: Publisher, parent: Path) -> None:
    sheet = approved_of("nl")
    for large_print, pages in ((False, "1"), (True, "2")):
        file = parent / "blad.pdf"
        file.write_bytes(publisher.make_pdf(sheet, MOMENT, large_print=large_print))
        assert pdf_info(file)["Pages"] == pages
