"""Files from a web server, whole and checked: the only code here that knows the network.

Nothing of the computer, the practice or its patients is sent: no token, no cookie, no account.
"""

from __future__ import annotations

import asyncio
import ssl
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import TYPE_CHECKING, Final
from urllib.request import proxy_bypass

import httpx2

from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.speech_models import FetchProblem
from naklank.speech.models.answers import PAST_THE_END, Cut, Refused, begins_at, check_answer
from naklank.speech.models.checking import damaged
from naklank.speech.models.part import Part

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from pathlib import Path

    from naklank.speech.models.catalogue import CataloguedModel, ModelFile

HUB: Final = "https://huggingface.co"

PAUSES: Final = (0.5, 1.0, 2.0, 4.0)
"""Seconds before each new try; after so many in a row that brought nothing it is given up."""

_TURN: Final = 0.1
"""Seconds after which a wish to stop is heard at the latest."""

_TIMEOUT: Final = httpx2.Timeout(20.0, read=30.0)
"""Seconds: to connect, and without a byte."""

_PROXY_SAYS: Final = {"403": FetchProblem.REFUSED, "407": FetchProblem.PROXY_PASSWORD}
"""By the status that its error begins with."""

_HOPELESS: Final = (FetchProblem.CERTIFICATE, *_PROXY_SAYS.values())
"""What no further try will change."""


def model_address(model: CataloguedModel, mirror: str) -> str:
    """The folder of a model's files on the hub, or laid out alike on any static web server.

    Plain http is taken too: the hashes decide, whoever listens or changes bytes on the way.
    Raises MODEL_NOT_FETCHED.
    """
    base = mirror.strip() or HUB
    try:
        url = httpx2.URL(base)
    except httpx2.InvalidURL:
        url = httpx2.URL("")
    if url.scheme not in ("http", "https") or not url.host or url.query or url.fragment:
        raise _not_fetched(model, url.host or "-", FetchProblem.ADDRESS)
    return f"{base.rstrip('/')}/{model.repository}/resolve/{model.revision}"


class Download:
    """One model's files into a folder; each takes its name there only with the right bytes.

    `run` raises MODEL_NOT_FETCHED, MODEL_DAMAGED after the wrong bytes were thrown away,
    CANCELLED, or OSError of the disk.
    """

    def __init__(
        self,
        model: CataloguedModel,
        address: str,
        folder: Path,
        on_progress: Callable[[int, int], bool],
    ) -> None:
        self._model = model
        self._address = address
        self._host = httpx2.URL(address).host
        self._parts = [(file, Part(file, folder)) for file in model.files]
        self._on_progress = on_progress

    def run(self) -> None:
        """Fetch what is missing and return when all of it is whole; raises as the class says."""
        asyncio.run(self._until_unwanted(self._fetch_all()))

    async def _until_unwanted(self, work: Coroutine[None, None, None]) -> None:
        """Do the work, and end it at once, wherever it waits, when nobody wants it any more."""
        task = asyncio.ensure_future(work)
        whole = self._model.model.size
        try:
            while not task.done():
                so_far = sum(part.so_far for _file, part in self._parts)
                if not self._on_progress(min(so_far, whole), whole):
                    raise NaklankError(ErrorCode.CANCELLED)
                await asyncio.wait([task], timeout=_TURN)
            task.result()
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
        self._on_progress(whole, whole)

    async def _fetch_all(self) -> None:
        async with _client(self._host) as client:
            for file, part in self._parts:
                if not await part.is_whole():
                    await self._fetch(client, file, part)

    async def _fetch(self, client: httpx2.AsyncClient, file: ModelFile, part: Part) -> None:
        """All bytes of a file and their check.

        Halves that do not belong together, of a file that was changed, are fetched once more.
        """
        for is_last in (False, True):
            is_joined = await self._fill(client, file, part)
            found = await part.finish()
            if found == file.sha256:
                return
            if is_last or not is_joined:
                raise damaged(self._model.name, file, found, self._host)

    async def _fill(self, client: httpx2.AsyncClient, file: ModelFile, part: Part) -> bool:
        """As many answers as it takes; whether the last was joined to an earlier one."""
        failures, reached = 0, part.size
        while True:
            try:
                return part.is_long_enough or await self._receive(client, file, part)
            except Refused as error:
                raise _not_fetched(self._model, self._host, error.problem) from error
            except (httpx2.HTTPError, Cut) as error:
                failures = 0 if part.size > reached else failures + 1
                reached = max(reached, part.size)
                problem = _problem(error)
                if problem in _HOPELESS or failures > len(PAUSES):
                    raise _not_fetched(self._model, self._host, problem) from error
                await asyncio.sleep(PAUSES[max(failures - 1, 0)])

    async def _receive(self, client: httpx2.AsyncClient, file: ModelFile, part: Part) -> bool:
        """Write one answer; whether it was joined to what was there. Raises Cut or Refused."""
        begun = part.size
        headers = {"Range": f"bytes={begun}-"} if begun else {}
        async with client.stream("GET", f"{self._address}/{file.name}", headers=headers) as answer:
            if answer.status_code == PAST_THE_END:
                part.discard()
                raise Cut
            check_answer(answer)
            start = begins_at(answer)
            if start not in (0, begun):
                part.discard()
                raise Cut
            with part.open(anew=start == 0) as stream:
                async for chunk in answer.aiter_raw():
                    stream.write(chunk[: part.room(stream)])
                    if not part.room(stream):
                        break
        # Without a length a cut cannot be told from an end.
        if "Content-Length" not in answer.headers and part.size < (file.size or 0):
            raise Cut
        return start > 0


def _client(host: str) -> httpx2.AsyncClient:
    """Through the system's proxy, with the system's certificates; keeps no cookie."""
    direct = {f"all://{host}": None} if proxy_bypass(host) else {}
    return httpx2.AsyncClient(
        headers={"User-Agent": "Naklank", "Accept-Encoding": "identity"},
        cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
        follow_redirects=True,
        max_redirects=5,
        timeout=_TIMEOUT,
        mounts=direct,
    )


def _problem(error: BaseException) -> FetchProblem:
    """What a person can do something about, found in the chain of causes."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, Cut):
            return cause.problem
        if isinstance(cause, ssl.SSLCertVerificationError):
            return FetchProblem.CERTIFICATE
        if isinstance(cause, httpx2.ProxyError) and str(cause)[:3] in _PROXY_SAYS:
            return _PROXY_SAYS[str(cause)[:3]]
        cause = cause.__cause__ or cause.__context__
    return FetchProblem.UNREACHABLE


def _not_fetched(model: CataloguedModel, host: str, problem: FetchProblem) -> NaklankError:
    return NaklankError(
        ErrorCode.MODEL_NOT_FETCHED, model=model.name, host=host, reason=problem.value
    )
