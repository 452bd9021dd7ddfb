"""The sets of colours that Naklank can wear: light, dark, and both in high contrast."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Colours:
    """One set of colours; each text colour reads at 4.5:1 or better on its ground."""

    ground: str = "#f5f4ef"
    card: str = "#ffffff"
    line: str = "#dedbd2"
    """A hairline that only divides."""
    edge: str = "#858b88"
    """The border of what can be pressed: 3:1 on the card."""
    chip: str = "#e7e5dc"
    ink: str = "#1d2a30"
    muted: str = "#5b676c"
    placeholder: str = "#5b676c"
    """What an empty field says of itself: never to be taken for what somebody typed."""
    accent: str = "#0d5c63"
    on_accent: str = "#ffffff"
    accent_tint: str = "#edf5f5"
    playhead: str = "#cfe6e6"
    microphone: str = "#b3261e"
    """Nothing but an open microphone is red."""
    on_microphone: str = "#ffffff"
    amber: str = "#b36b00"
    """Lines and borders; as letters it is too light."""
    amber_ink: str = "#8a5200"
    amber_tint: str = "#fff7e6"
    amber_mark: str = "#ffe8b8"
    on_amber: str = "#ffffff"
    """On amber_ink."""
    green: str = "#2c7a4b"
    green_tint: str = "#eef6f0"
    disabled: str = "#d5dad8"
    on_disabled: str = "#545e62"


LIGHT: Final = Colours()

DARK: Final = Colours(
    ground="#12181a",
    card="#1b2326",
    line="#364145",
    edge="#87949a",
    chip="#2d373b",
    ink="#eaeeec",
    muted="#b0bbbf",
    placeholder="#9ca8ad",
    accent="#7fd1d2",
    on_accent="#06282b",
    accent_tint="#1c3438",
    playhead="#1f4b50",
    microphone="#d93a30",
    on_microphone="#ffffff",
    amber="#d98e1f",
    amber_ink="#ffc766",
    amber_tint="#2e2513",
    amber_mark="#493711",
    on_amber="#2b1d00",
    green="#7ccf97",
    green_tint="#1a2f22",
    disabled="#333d41",
    on_disabled="#aeb8bb",
)

HIGH_LIGHT: Final = Colours(
    ground="#ffffff",
    card="#ffffff",
    line="#000000",
    edge="#000000",
    chip="#e6e6e6",
    ink="#000000",
    muted="#000000",
    placeholder="#575757",
    accent="#00454b",
    on_accent="#ffffff",
    accent_tint="#e0f4f5",
    playhead="#b8e4e6",
    microphone="#a3120b",
    on_microphone="#ffffff",
    amber="#7a4600",
    amber_ink="#5e3600",
    amber_tint="#ffffff",
    amber_mark="#ffe8b8",
    on_amber="#ffffff",
    green="#0b5226",
    green_tint="#ffffff",
    disabled="#e6e6e6",
    on_disabled="#3d3d3d",
)

HIGH_DARK: Final = Colours(
    ground="#000000",
    card="#000000",
    line="#ffffff",
    edge="#ffffff",
    chip="#262626",
    ink="#ffffff",
    muted="#ffffff",
    placeholder="#999999",
    accent="#8ff0f2",
    on_accent="#000000",
    accent_tint="#00383c",
    playhead="#00474c",
    microphone="#ff6a5e",
    on_microphone="#000000",
    amber="#ffb52e",
    amber_ink="#ffd373",
    amber_tint="#000000",
    amber_mark="#4d3600",
    on_amber="#000000",
    green="#8ef0ae",
    green_tint="#000000",
    disabled="#262626",
    on_disabled="#d0d0d0",
)
