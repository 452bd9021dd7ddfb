"""What a web server's answer means for a download."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from naklank.core.speech_models import FetchProblem

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Protocol

    class Answer(Protocol):
        """Status and headers, their names in any case."""

        @property
        def status_code(self) -> int: ...
        @property
        def headers(self) -> Mapping[str, str]: ...


_OK: Final = 200
_PARTIAL: Final = 206
PAST_THE_END: Final = 416
"""Status: the file is not so long, so it is another one."""
_REFUSALS: Final = {
    401: FetchProblem.REFUSED,
    403: FetchProblem.REFUSED,
    404: FetchProblem.NOT_FOUND,
    407: FetchProblem.PROXY_PASSWORD,
    410: FetchProblem.NOT_FOUND,
    451: FetchProblem.REFUSED,
}


class Cut(Exception):  # noqa: N818 - no error yet: the next try may bring the rest
    """An answer without all bytes."""

    def __init__(self, problem: FetchProblem = FetchProblem.UNREACHABLE) -> None:
        super().__init__(problem.value)
        self.problem = problem


class Refused(Exception):  # noqa: N818 - an answer, understood
    """An answer that asking again will not change."""

    def __init__(self, problem: FetchProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem


def check_answer(answer: Answer) -> None:
    """Return when bytes of the file follow. Raises Cut, or Refused."""
    status = answer.status_code
    if status in _REFUSALS:
        raise Refused(_REFUSALS[status])
    if status not in (_OK, _PARTIAL):
        raise Cut(FetchProblem.SERVER)
    if answer.headers.get("Content-Type", "").lower().startswith("text/html"):
        # No file of a model is a page: a guest network or a security program put it there.
        raise Refused(FetchProblem.PAGE)


def begins_at(answer: Answer) -> int:
    """The place in the file of the first byte that follows; 0 where the range was ignored.

    Raises Cut where a part came that does not say of what.
    """
    if answer.status_code != _PARTIAL:
        return 0
    match = re.match(r"bytes (\d+)-", answer.headers.get("Content-Range", ""))
    if match is None:
        raise Cut(FetchProblem.SERVER)
    return int(match[1])
