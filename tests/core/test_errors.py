"""Errors keep their facts across a process border."""

from __future__ import annotations

import pickle

from naklank.core.errors import ErrorCode, NaklankError


def test_an_error_survives_its_journey() -> None:
    error = NaklankError(ErrorCode.MODEL_DAMAGED, file="model.bin", found="00")
    arrived = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert arrived.code is ErrorCode.MODEL_DAMAGED
    assert arrived.details == {"file": "model.bin", "found": "00"}
