from __future__ import annotations

import pytest

from naklank.computer.microphone_rights import SWITCHES, is_denied, read_registry

ALL, MINE, DESKTOP = SWITCHES


@pytest.mark.parametrize(
    ("registry", "denied"),
    [
        ({ALL: "Allow", MINE: "Allow", DESKTOP: "Allow"}, False),
        ({ALL: "Deny", MINE: "Allow", DESKTOP: "Allow"}, True),
        ({ALL: "Allow", MINE: "Deny", DESKTOP: "Allow"}, True),
        ({ALL: "Allow", MINE: "Allow", DESKTOP: "Deny"}, True),
        ({MINE: "Allow"}, False),
        ({DESKTOP: "Deny"}, True),
        ({MINE: 0}, None),
        ({MINE: "Prompt"}, None),
        ({}, None),
    ],
)
def test_one_switch_that_is_off_is_enough(
    registry: dict[tuple[str, str], object], *, denied: bool | None
) -> None:
    def read(root: str, key: str, name: str) -> object:
        assert name == "Value"
        if (root, key) not in registry:
            raise FileNotFoundError(key)
        return registry[root, key]

    assert is_denied(read) is denied


def test_a_registry_that_may_not_be_read_says_nothing() -> None:
    def refuse(_root: str, key: str, _name: str) -> object:
        raise PermissionError(key)

    assert is_denied(refuse) is None


def test_the_switches_are_those_of_windows() -> None:
    store = r"Microsoft\Windows\CurrentVersion\CapabilityAccessManager\ConsentStore\microphone"
    assert all(key.startswith("SOFTWARE\\" + store) for _, key in SWITCHES)
    assert DESKTOP[1].endswith(r"microphone\NonPackaged")
    with pytest.raises(OSError, match="microphone"):
        read_registry(*ALL, "No such value")
