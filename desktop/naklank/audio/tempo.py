"""The same voice, slower or faster."""

from __future__ import annotations

from typing import TYPE_CHECKING

from naklank.audio.filtering import filtered

if TYPE_CHECKING:
    from naklank.audio.sound import Sound


def at_speed(sound: Sound, speed: float) -> Sound:
    """The sound at 0.75 to 1.5 times its speed, at the same pitch."""
    if speed == 1 or not len(sound.samples):
        return sound
    return filtered(sound, ("atempo", str(speed)))
