"""A web server on loopback that a test fills with pages, or with malice: raw bytes over raw sockets."""

import asyncio
import contextlib
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

Writes = Callable[[asyncio.StreamWriter], Awaitable[None]]


@dataclass
class Site:
    """`pages` maps a path to what is answered there: a body, whole raw bytes, or something that writes by itself."""

    pages: dict[str, str | bytes | Writes] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    url: str = ""

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
            lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
            path = lines[0].split(" ")[1]
            headers = {k.lower(): v for k, _, v in (line.partition(": ") for line in lines[1:] if line)}
            self.asked.append((path, headers))
            page = self.pages.get(path, answer("not here", status="404 Not Found"))
            if callable(page):
                await page(writer)
            else:
                writer.write(page if isinstance(page, bytes) else answer(page))
            await writer.drain()
        writer.close()


def answer(
    body: str | bytes, *, status: str = "200 OK", kind: str = "text/html; charset=utf-8", **headers: str
) -> bytes:
    """An HTTP answer as bytes. Header names are given with underscores."""
    raw = body.encode() if isinstance(body, str) else body
    said = {"content-type": kind, "content-length": str(len(raw)), "connection": "close"}
    said |= {name.replace("_", "-"): value for name, value in headers.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in said.items())
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode("latin-1") + raw


def moved(to: str, status: str = "302 Found") -> bytes:
    """A redirect."""
    return answer("", status=status, location=to)


@asynccontextmanager
async def serving(tls: ssl.SSLContext | None = None) -> AsyncIterator[Site]:
    """A site on a free port of loopback."""
    site = Site()
    server = await asyncio.start_server(site.serve, "127.0.0.1", 0, ssl=tls)
    port = server.sockets[0].getsockname()[1]
    site.url = f"{'https' if tls else 'http'}://127.0.0.1:{port}"
    try:
        yield site
    finally:
        server.close()
