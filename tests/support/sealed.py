"""Files of a hand-over with real seals, and practices that made them."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Literal

import av

from naklank.audio.mp3 import encode_mp3
from naklank.audio.sound import Sound
from naklank.handover.page import make_html
from naklank.handover.paper import make_pdf
from naklank.handover.seal.book import Book, begun
from naklank.handover.seal.sealing import seal_set
from support.documents import MOMENT, approved_of
from support.sounds import tone
from support.statements import STATEMENT

if TYPE_CHECKING:
    from naklank.core.statement import Statement

NAMES = ("1 Luister.mp3", "2 Lees.pdf", "3 Luister en lees.html")
SECONDS = 3.0


def now() -> datetime:
    return datetime.now(UTC)


@cache
def unsealed() -> dict[str, bytes]:
    """A set as it is before it is sealed."""
    mp3 = encode_mp3(Sound(tone(SECONDS, 16_000), 16_000), "Samenvatting van uw gesprek")
    sheet = approved_of("nl")
    return dict(zip(NAMES, (mp3, make_pdf(sheet, MOMENT), make_html(sheet, mp3)), strict=True))


@dataclass(frozen=True)
class Sealer:
    """A practice with one computer."""

    book: Book

    def sealed(self, statement: Statement = STATEMENT) -> dict[str, bytes]:
        return seal_set(unsealed(), statement, self.book, now())


@cache
def practice(name: str = "Praktijk De Linde", which: int = 0) -> Sealer:  # noqa: ARG001 - two of one name
    return Sealer(begun(Book(), name, now()))


def converted(data: bytes, form: str, codec: Literal["libmp3lame", "libopus", "aac"]) -> bytes:
    """The sound encoded anew, with its tags, as a messenger does."""
    target = io.BytesIO()
    with av.open(io.BytesIO(data), "r") as source, av.open(target, "w", format=form) as result:
        result.metadata.update(source.metadata)
        stream = result.add_stream(codec, rate=48_000)
        assert isinstance(stream, av.AudioStream)
        for frame in source.decode(audio=0):
            assert isinstance(frame, av.AudioFrame)
            result.mux(stream.encode(frame))
        result.mux(stream.encode(None))
    return target.getvalue()


def remuxed(data: bytes, skip: int = 0) -> bytes:
    """The same MP3 frames in a new file without the first ones, as a cutting program does."""
    target = io.BytesIO()
    with av.open(io.BytesIO(data), "r") as source, av.open(target, "w", format="mp3") as result:
        stream = result.add_stream_from_template(source.streams.audio[0])
        for number, packet in enumerate(source.demux(audio=0)):
            if packet.dts is not None and number >= skip:
                packet.stream = stream
                result.mux(packet)
    return target.getvalue()
