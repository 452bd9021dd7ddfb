"""Where keys lie, for tests: the names of some, and how a keyring of one's own is found."""

from __future__ import annotations

import pytest

from naklank.core.errors import ErrorCode, NaklankError
from support.secret_service import SecretService

NAME = "0123456789abcdef"
OTHER = "journal"
BAD_NAMES = ("", "A", "a/b", "..", "a.b", "a\n", "é", "a_b", "a" * 65, "a b")


def find_it(service: SecretService, patch: pytest.MonkeyPatch) -> None:
    for name, value in service.environment().items():
        patch.setenv(name, value)


def unavailable() -> pytest.RaisesExc[NaklankError]:
    return pytest.raises(NaklankError, match=ErrorCode.KEYS_UNAVAILABLE.value)
