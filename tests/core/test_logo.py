"""A logo is whole before a page is made with it."""

from __future__ import annotations

import struct

import pytest

from naklank.core.logo import LARGEST, logo_size, read_logo
from support.pictures import chunk, png

LOGO = png()
SIGNATURE, HEADER, END = LOGO[:8], LOGO[8:33], LOGO[-12:]


def test_a_whole_png_is_taken_as_it_is() -> None:
    assert read_logo(LOGO) == LOGO


@pytest.mark.parametrize("length", range(0, len(LOGO), 7))
def test_a_torn_one_is_refused(length: int) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - all that is promised
        read_logo(LOGO[:length])


@pytest.mark.parametrize("at", range(0, len(LOGO), 5))
def test_one_with_a_wrong_byte_is_refused(at: int) -> None:
    damaged = LOGO[:at] + bytes([LOGO[at] ^ 0x10]) + LOGO[at + 1 :]
    with pytest.raises(ValueError):  # noqa: PT011 - all that is promised
        read_logo(damaged)


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xd8\xff\xe0 no PNG",
        SIGNATURE,
        SIGNATURE + HEADER,
        SIGNATURE + HEADER + chunk(b"IDAT", b"not packed") + END,
        SIGNATURE + chunk(b"IHDR", struct.pack(">IIBBBBB", 0, 9, 8, 2, 0, 0, 0)) + LOGO[33:],
        SIGNATURE + LOGO[33:],
        LOGO[:-12] + chunk(b"tEXt", bytes(LARGEST)) + END,
    ],
)
def test_what_only_looks_like_one_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - all that is promised
        read_logo(data)


@pytest.mark.parametrize(
    ("dots", "size"),
    [((300, 100), (3.9, 1.3)), ((1100, 100), (5.5, 0.5)), ((50, 100), (0.65, 1.3))],
)
def test_it_is_drawn_as_large_as_fits_and_keeps_its_shape(
    dots: tuple[int, int], size: tuple[float, float]
) -> None:
    assert logo_size(png(*dots)) == pytest.approx(size)
