"""No process of the app reaches for a network, the whole way from its start to its end."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from support import pilot as piloting
from support.network_calls import (
    WATCHER,
    audited,
    empty_network,
    told_by_python,
    told_by_system,
)
from support.practice import (
    SENTENCE,
    agree_by_keys,
    assert_nothing_is_left,
    choose,
    confirm_all,
    record,
    save_by_keys,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.pilot import Pilot
    from support.print_queue import PrintQueue
    from support.virtual_sound import VirtualSound

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="strace is Linux's own")

CARDS = "[one._cards.count() for one in window.children() if type(one).__name__ == 'VerifyWindow']"
"""One for each file, and the room below them."""
REACHES = """
import contextlib, multiprocessing, socket
def reach():
    with contextlib.suppress(OSError):
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM).connect(("127.0.0.1", 9))
    with contextlib.suppress(OSError):
        socket.getaddrinfo("naklank.invalid", 80)
if __name__ == "__main__":
    child = multiprocessing.get_context("spawn").Process(target=reach)
    child.start()
    child.join()
"""


@pytest.fixture
def way(
    app: Callable[..., Pilot],
    sound_server: VirtualSound,
    data: Path,
    stick: Path,
    speech: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[..., None]:
    """Goes it, in an app that a watcher runs."""
    monkeypatch.setattr(piloting, "APP", piloting.APP.with_name("piloted_with_stick.py"))

    def go(*watcher: str | Path, **variables: str) -> None:
        with app(*watcher, NAKLANK_STICK=str(stick), **variables) as pilot:
            agree_by_keys(pilot)
            record(pilot, sound_server, speech / "real" / SENTENCE)
            pilot.wait_for_state("reviewing", 240)
            confirm_all(pilot)
            pilot.press("ctrl+Return")
            pilot.wait_for_state("approved")
            made = hand_over(pilot, data / "portal")
            pilot.press("ctrl+Delete")
            pilot.wait_for_state("agreeing")
            assert_nothing_is_left(data)
            verify(pilot, made / "1 Luister.mp3")
            agree_by_keys(pilot)
            pilot.click("window.steps.withdraw")
            pilot.click("window.confirm.delete")
            pilot.wait_for_state("agreeing")
            assert selftest(pilot)["network"] == "network_silent"
        assert len(list(stick.iterdir())) == 1

    return go


def hand_over(pilot: Pilot, portal: Path) -> Path:
    """On paper, on a stick and in a folder; the folder that was made."""
    pilot.press("p")
    pilot.wait_for_state("handed_over")
    pilot.press("s")
    pilot.wait_for("'stick' in [one.way.value for one in desk.session.hand_overs]")
    portal.mkdir()
    return save_by_keys(pilot, portal)


def verify(pilot: Pilot, file: Path) -> None:
    pilot.click("window.steps.help")
    pilot.wait_for("top() == 'HelpWindow'")
    pilot.click("window.windows.help.verify")
    pilot.wait_for("top() == 'VerifyWindow'")
    pilot.press("ctrl+o")
    choose(pilot, f'"{file}"')
    pilot.wait_for("top() == 'VerifyWindow'")
    pilot.wait_for(f"{CARDS} == [2]")
    pilot.press("ctrl+Return")
    pilot.wait_for("top() == 'Watched'")
    pilot.click("window.steps.help")  # lies over what is pressed next
    pilot.wait_for("top() == 'HelpWindow'")
    pilot.press("Escape")
    pilot.wait_for("top() == 'Watched'")


def selftest(pilot: Pilot) -> dict[str, str]:
    pilot.click("window.steps.help")
    pilot.wait_for("top() == 'HelpWindow'")
    pilot.click("window.windows.help.selftest")
    pilot.wait_for("top() == 'SelftestWindow'")
    pilot.press("ctrl+Return")
    pilot.wait_for("len(desk.selftest.findings) == 15", 240)
    found: dict[str, str] = pilot.ask(
        "{one.item.value: one.outcome.value for one in desk.selftest.findings}"
    )
    pilot.press("Escape")
    pilot.wait_for("top() != 'SelftestWindow'")
    return found


def test_the_system_and_python_see_no_connection_and_no_lookup(
    way: Callable[..., None], printers: PrintQueue, tmp_path: Path
) -> None:
    calls, events = tmp_path / "calls.txt", tmp_path / "events.txt"
    way(*WATCHER, calls, **audited(events))
    families, lookups = told_by_system(calls, printers.address)
    assert families == {"AF_UNIX"}
    assert lookups == []
    watched, left = told_by_python(events)
    assert len(watched) >= 3, "the app, its speech process, and the one of the self-test"
    assert left == []


def test_it_works_where_there_is_no_network_at_all(way: Callable[..., None]) -> None:
    """Printing too: the queue is asked by a socket of the file system."""
    way(*empty_network())


def test_what_reaches_out_would_be_seen(tmp_path: Path) -> None:
    program = tmp_path / "reaches.py"
    program.write_text(REACHES)
    calls, events = tmp_path / "calls.txt", tmp_path / "events.txt"
    command = [*empty_network(), *WATCHER, str(calls), sys.executable, str(program)]
    subprocess.run(command, check=True, capture_output=True, env=audited(events))
    families, lookups = told_by_system(calls)
    assert "AF_INET" in families
    assert lookups
    watched, left = told_by_python(events)
    assert len(watched) >= 2
    assert {what.split()[0] for what in left} == {
        "socket.__new__",
        "socket.connect",
        "socket.getaddrinfo",
    }
