"""The words that stand in a sound file beside the sound."""

from __future__ import annotations

from typing import TYPE_CHECKING

from naklank.audio.reading import READABLE

if TYPE_CHECKING:
    from pathlib import Path


def read_tags(file: Path) -> str:
    """All of them, a line for each; empty where the file is no sound."""
    import av

    try:
        with av.open(f"file:{file}", options=READABLE) as container:
            streams = [stream.metadata for stream in container.streams]
            return "\n".join(
                word for tags in (container.metadata, *streams) for word in tags.values()
            )
    except (OSError, ValueError, av.FFmpegError):
        return ""
