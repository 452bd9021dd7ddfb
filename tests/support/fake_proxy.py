"""A proxy as practices have them: it may ask for a password, or read along behind TLS."""

from __future__ import annotations

import contextlib
import socket
import socketserver
import ssl
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass
class FakeProxy:
    """What it does with `CONNECT`."""

    status: str = "200 Connection established"
    shows: ssl.SSLContext | None = None
    """Its own certificate for the host that was asked for."""
    trusts: ssl.SSLContext | None = None
    """With which it speaks to the real host."""
    address: str = ""
    asked_for: list[str] = field(default_factory=list)
    read_along: bytearray = field(default_factory=bytearray)


@contextlib.contextmanager
def proxying(proxy: FakeProxy) -> Iterator[FakeProxy]:
    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            with contextlib.suppress(OSError):
                _serve(proxy, self.request)

    class Server(socketserver.ThreadingTCPServer):
        allow_reuse_address = True

    with Server(("127.0.0.1", 0), Handler) as server:
        proxy.address = f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield proxy
        finally:
            server.shutdown()
            thread.join()


def _serve(proxy: FakeProxy, client: socket.socket) -> None:
    request = b""
    while b"\r\n\r\n" not in request:
        chunk = client.recv(4096)
        if not chunk:
            return
        request += chunk
    _method, target, _version = request.split(b"\r\n")[0].decode().split()
    proxy.asked_for.append(target)
    client.sendall(f"HTTP/1.1 {proxy.status}\r\nContent-Length: 0\r\n\r\n".encode())
    if not proxy.status.startswith("200") or not proxy.shows or not proxy.trusts:
        return
    host, _, port = target.partition(":")
    with (
        proxy.shows.wrap_socket(client, server_side=True) as inside,
        socket.create_connection((host, int(port))) as plain,
        proxy.trusts.wrap_socket(plain, server_hostname=host) as outside,
    ):
        request = b""
        while b"\r\n\r\n" not in request:
            request += inside.recv(4096)
        proxy.read_along += request
        outside.sendall(request)
        while chunk := outside.recv(65_536):
            inside.sendall(chunk)
