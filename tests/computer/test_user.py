from __future__ import annotations

import os
import subprocess
import sys

import pytest

from naklank.computer.user import login_name

NOBODY = "65534"
NAMELESS = "54321"
ASK = "from naklank.computer.user import login_name; print(login_name())"


def test_it_is_the_name_that_the_system_gives() -> None:
    said = subprocess.run(["id", "-un"], check=True, capture_output=True, text=True).stdout
    assert login_name() == said.strip()


def test_variables_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    name = login_name()
    for variable in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.setenv(variable, "somebody-else")
    assert login_name() == name


def test_a_user_without_a_name_is_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "getuid", lambda: int(NAMELESS))
    assert login_name() == NAMELESS


@pytest.mark.skipif(os.geteuid() != 0, reason="only root becomes somebody else")
@pytest.mark.parametrize(("number", "name"), [(NOBODY, "nobody"), (NAMELESS, NAMELESS)])
def test_another_user_has_another_name(number: str, name: str) -> None:
    # Root's rights are kept for the moment, for a Python that lies in root's home.
    become = f"import os; os.setresuid({number}, 0, 0); {ASK}"
    done = subprocess.run([sys.executable, "-c", become], check=True, capture_output=True)
    assert done.stdout.decode().strip() == name
