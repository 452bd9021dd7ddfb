"""What a screen reader is told of a process, over AT-SPI: a line of JSON.

For the system's Python, which has the bindings: no library of Naklank's is here.
"""

import json
import sys
import time

import gi  # type: ignore[import-not-found]

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # type: ignore[import-not-found]  # noqa: E402 - after its version

PATIENCE = 30.0


def _below(one: object) -> list[dict[str, object]]:
    found = []
    for at in range(one.get_child_count()):  # type: ignore[attr-defined]
        child = one.get_child_at_index(at)  # type: ignore[attr-defined]
        if child is None:
            continue
        states = child.get_state_set()
        if not states.contains(Atspi.StateType.SHOWING):
            continue
        found.append(
            {
                "role": child.get_role_name(),
                "name": child.get_name(),
                "focusable": states.contains(Atspi.StateType.FOCUSABLE),
                "enabled": states.contains(Atspi.StateType.ENABLED),
            }
        )
        found += _below(child)
    return found


def _app(process: int) -> object:
    """An app tells of itself when the bus for readers has come up, some time after its start."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        desktop = Atspi.get_desktop(0)
        apps = [desktop.get_child_at_index(at) for at in range(desktop.get_child_count())]
        for one in apps:
            if one is not None and one.get_process_id() == process and one.get_child_count():
                return one
        time.sleep(0.1)
    raise TimeoutError


def _press(one: object, name: str) -> bool:
    """Whether there was a control of this name to be pressed."""
    for at in range(one.get_child_count()):  # type: ignore[attr-defined]
        child = one.get_child_at_index(at)  # type: ignore[attr-defined]
        if child is None:
            continue
        action = child.get_action_iface()
        if action is not None and name in child.get_name():
            return bool(action.do_action(0))
        if _press(child, name):
            return True
    return False


def main() -> int:
    """Tell what is shown; with a name behind the process press the control that has it."""
    app = _app(int(sys.argv[1]))
    answer = _press(app, sys.argv[2]) if len(sys.argv) > 2 else _below(app)
    print(json.dumps(answer))  # noqa: T201 - its answer
    return 0


if __name__ == "__main__":
    sys.exit(main())
