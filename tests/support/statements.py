"""A hand-over statement that tests seal."""

from datetime import UTC, datetime

from naklank.core.statement import Statement

STATEMENT = Statement(
    salt="00112233445566778899aabbccddeeff",
    text="ab" * 32,
    sound="cd" * 32,
    made=datetime(2026, 11, 21, 13, 32, 5, tzinfo=UTC),
    version=2,
    length_ms=83_400,
    agreed=True,
)
