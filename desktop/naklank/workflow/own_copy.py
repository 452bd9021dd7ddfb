"""The copy of what goes home that a practice keeps in its own files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from naklank.core.session import Way

if TYPE_CHECKING:
    from naklank.core.session import Session
    from naklank.core.settings import Keeping


def copy_folder(session: Session, keeping: Keeping) -> Path | None:
    """Where a copy of this session is to go; None where it has its copy, or none is written."""
    has_copy = any(one.way is Way.OWN_COPY for one in session.hand_overs)
    if has_copy or not (keeping.copy and keeping.copy_folder):
        return None
    return Path(keeping.copy_folder)
