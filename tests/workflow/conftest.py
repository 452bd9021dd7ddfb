from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.desk import Table, set_up

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def table(tmp_path: Path, qtbot: QtBot) -> Iterator[Table]:
    """An open desk with a new session on it."""
    table = set_up(tmp_path, qtbot)
    table.desk.open()
    yield table
    table.desk.close()


@pytest.fixture
def checked(table: Table) -> Table:
    """Two topics: "U heeft geen griep." and "Neem 500 milligram. Bel ons."; all confirmed."""
    table.review()
    table.confirm_all()
    return table
