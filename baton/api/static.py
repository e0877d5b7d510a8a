"""The files of the pages: compressed once, and asked for again after each release."""

import gzip
from collections.abc import Mapping
from functools import cache
from importlib import resources

from fastapi import Request
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Receive, Scope, Send

from baton.core.errors import NotFound


def file_answer(request: Request, path: str, *, media_type: str, headers: Mapping[str, str]) -> Response:
    """One of the UI's files, compressed where the browser takes it."""
    body = _file(path)
    kept = {**headers, "vary": "accept-encoding"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(_compressed(path), media_type=media_type, headers={**kept, "content-encoding": "gzip"})
    return Response(body, media_type=media_type, headers=kept)


class Files:
    """Everything under /ui. Browsers ask each time whether it is the same, so that no release mixes with another."""

    def __init__(self) -> None:
        self._app = GZipMiddleware(StaticFiles(directory=str(resources.files("baton.ui"))), minimum_size=1024)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_headers(message: dict[str, object]) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], (b"cache-control", b"no-cache")]  # type: ignore[misc]
            await send(message)

        await self._app(scope, receive, with_headers)  # pyright: ignore[reportArgumentType]


@cache
def _file(path: str) -> bytes:
    found = resources.files("baton.ui").joinpath(path)
    if not found.is_file():
        raise NotFound("There is nothing at this address.")
    return found.read_bytes()


@cache
def _compressed(path: str) -> bytes:
    return gzip.compress(_file(path), 9, mtime=0)
