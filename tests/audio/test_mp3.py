"""The MP3 that goes home."""

from __future__ import annotations

from typing import TYPE_CHECKING

import av
import pytest

from naklank.audio.mp3 import encode_mp3
from naklank.audio.reading import read_sound
from naklank.audio.sound import Sound
from support.sounds import correlation, tone

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("rate", "expected"), [(16_000, 16_000), (44_100, 44_100), (8_000, 16_000)]
)
def test_the_mp3_sounds_like_the_recording(rate: int, expected: int, tmp_path: Path) -> None:
    spoken = tone(3.0, rate)
    file = tmp_path / "geluid.mp3"
    file.write_bytes(encode_mp3(Sound(spoken, rate), "Samenvatting"))
    heard = read_sound(file)
    assert heard.rate == expected
    assert heard.seconds == pytest.approx(3.0, abs=0.01)
    assert correlation(heard.samples, tone(3.0, expected)) > 0.999


def test_a_rate_above_what_mp3_knows_is_brought_down(tmp_path: Path) -> None:
    file = tmp_path / "geluid.mp3"
    file.write_bytes(encode_mp3(Sound(tone(1.0, 96_000), 96_000), "Samenvatting"))
    assert read_sound(file).rate == 48_000


def test_the_tags_hold_the_title_and_no_other_words(tmp_path: Path) -> None:
    file = tmp_path / "geluid.mp3"
    file.write_bytes(encode_mp3(Sound(tone(1.0, 16_000), 16_000), "Samenvatting - concept"))
    with av.open(str(file)) as container:
        assert container.metadata.pop("title") == "Samenvatting - concept"
        assert set(container.metadata) <= {"encoder"}
