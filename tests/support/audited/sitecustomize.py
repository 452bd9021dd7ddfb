"""Python loads this by its name: every Python below an app under test tells what leaves it.

Standing in PYTHONPATH it reaches children too. `NAKLANK_AUDIT` names the file.
"""

import os
import sys
from typing import Any

LOOKUPS = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr")
FILE = os.open(os.environ["NAKLANK_AUDIT"], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
AF_UNIX = 1
UNKNOWN = -1
"""The family of a socket that was made by its number: another one was told before it."""


def tell(what: str) -> None:
    os.write(FILE, f"{os.getpid()} {what}\n".encode())


def hook(event: str, given: tuple[Any, ...]) -> None:
    if event in LOOKUPS or (event == "socket.__new__" and given[1] not in (AF_UNIX, UNKNOWN)):
        tell(f"{event} {given[1:]}")
    elif event in ("socket.connect", "socket.sendto") and not isinstance(given[1], (str, bytes)):
        tell(f"{event} {given[1]}")


sys.addaudithook(hook)
tell("is watched")
