"""A web server that plays the hub, with all that goes wrong between it and a practice."""

from __future__ import annotations

import contextlib
import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

from support.made_up_models import BYTES, MODELS

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Iterator
    from email.message import Message


class FakeHub:
    """Serves files by their paths; each of `cuts` ends one answer after so many bytes."""

    def __init__(self, root: str = "") -> None:
        self.files = {
            f"{root}/{model.repository}/resolve/{model.revision}/{name}": data
            for model in MODELS
            for name, data in BYTES[model.name].items()
        }
        self.root = root
        self.address = ""
        self.cuts: list[int] = []
        self.cuts_for_ever: int | None = None
        self.ignores_range = False
        self.status = 200
        self.moved_to = ""
        self.content_type = "application/octet-stream"
        self.tells_length = True
        self.stalls_after: int | None = None
        self.stalled = threading.Event()
        self.go_on = threading.Event()
        self.on_request: Callable[[], object] = lambda: None
        self.requests: list[tuple[str, Message]] = []

    def ranges(self) -> list[str | None]:
        """What part of a file each request asked for."""
        return [headers["Range"] for _path, headers in self.requests]

    def replace(self, name: str, data: bytes) -> None:
        """Serve other bytes under every path that ends with this name."""
        for path in self.files:
            if path.endswith(name):
                self.files[path] = data

    def limit(self) -> int | None:
        """After how many bytes this answer is cut."""
        return self.cuts.pop(0) if self.cuts else self.cuts_for_ever


@contextlib.contextmanager
def serving(hub: FakeHub, tls: ssl.SSLContext | None = None) -> Iterator[FakeHub]:
    """Have it answer on 127.0.0.1; on `localhost` it is another host."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            _answer(hub, self)

        def log_message(self, *_arguments: object) -> None:
            """Nothing: it is no part of a test's output."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = False
    if tls:
        server.socket = tls.wrap_socket(
            server.socket, server_side=True, do_handshake_on_connect=False
        )
    # A client that refuses our certificate, or leaves half-way, is what tests are about.
    server.handle_error = lambda *_arguments: None  # type: ignore[method-assign]
    hub.address = f"{'https' if tls else 'http'}://127.0.0.1:{server.server_port}{hub.root}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield hub
    finally:
        hub.go_on.set()
        server.shutdown()
        thread.join()
        server.server_close()


def _answer(hub: FakeHub, handler: BaseHTTPRequestHandler) -> None:
    hub.requests.append((handler.path, handler.headers))
    hub.on_request()
    handler.close_connection = True
    data = hub.files.get(handler.path)
    if hub.moved_to:
        _end(handler, 302, Location=f"{hub.moved_to}{handler.path}", Set_Cookie="who=you")
    elif hub.status != 200:
        _end(handler, hub.status)
    elif data is None:
        _end(handler, 404)
    else:
        _send(hub, handler, data)


def _send(hub: FakeHub, handler: BaseHTTPRequestHandler, data: bytes) -> None:
    start = 0
    asked = re.fullmatch(r"bytes=(\d+)-", handler.headers["Range"] or "")
    if asked and not hub.ignores_range:
        start = int(asked[1])
        if start >= len(data):
            _end(handler, 416)
            return
        handler.send_response(206)
        handler.send_header("Content-Range", f"bytes {start}-{len(data) - 1}/{len(data)}")
    else:
        handler.send_response(200)
    handler.send_header("Content-Type", hub.content_type)
    if hub.tells_length:
        handler.send_header("Content-Length", str(len(data) - start))
    handler.send_header("Connection", "close")
    handler.end_headers()
    limit = hub.limit()
    if hub.stalls_after is not None and len(data) > hub.stalls_after:
        handler.wfile.write(data[start : hub.stalls_after])
        hub.stalled.set()
        hub.go_on.wait()
        return
    handler.wfile.write(data[start:] if limit is None else data[start:][:limit])


def _end(handler: BaseHTTPRequestHandler, status: int, **headers: str) -> None:
    handler.send_response(status)
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.send_header("Content-Length", "0")
    handler.send_header("Connection", "close")
    handler.end_headers()
