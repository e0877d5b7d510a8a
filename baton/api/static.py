"""The files of the pages: without comments, compressed once, and asked for again after each release."""

import gzip
import hashlib
import mimetypes
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from importlib import resources
from pathlib import Path

from fastapi import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from baton.core.errors import NotFound
from baton.core.pages.joined import STANDS_FOR, joined
from baton.core.pages.leaner import lean_script, lean_style

_ROOT = Path(str(resources.files("baton.ui")))
_VENDORED = "vendor/"
"""Others' files are answered as they were published, alone or joined: their checksums are in the repository."""

_SERVED = {".js", ".css", ".svg", ".html", ".ts", ".json", ".md", ".txt"}
_IMPORT = re.compile(r'^@import "\./([\w./-]+\.css)";\n', re.MULTILINE)
_TYPES = {".js": "text/javascript; charset=utf-8", ".ts": "text/plain; charset=utf-8"}


@dataclass(frozen=True, slots=True)
class _Served:
    body: bytes
    compressed: bytes
    tag: str


def file_answer(request: Request, path: str, *, media_type: str, headers: Mapping[str, str]) -> Response:
    """One of the UI's files, compressed where the browser takes it."""
    served = _served(path)
    kept = {**headers, "vary": "accept-encoding"}
    if _takes_gzip(request):
        return Response(served.compressed, media_type=media_type, headers={**kept, "content-encoding": "gzip"})
    return Response(served.body, media_type=media_type, headers=kept)


def compressed(request: Request, answer: Response) -> Response:
    """The answer, compressed where the browser takes it. Not for one that holds a secret beside what a caller sent."""
    if not _takes_gzip(request):
        return answer
    body = gzip.compress(bytes(answer.body), 6, mtime=0)
    kept = {name: value for name, value in answer.headers.items() if name != "content-length"}
    return Response(body, answer.status_code, {**kept, "content-encoding": "gzip", "vary": "accept-encoding"})


class Files:
    """Everything under /ui. Browsers ask each time whether it is the same, so that no release mixes with another."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        await self._answer(request)(scope, receive, send)

    def _answer(self, request: Request) -> Response:
        if request.method not in {"GET", "HEAD"}:
            return Response("These are files: GET them.", 405, headers={"allow": "GET, HEAD"})
        path = request.url.path.removeprefix(request.scope.get("root_path", "")).lstrip("/")
        try:
            served = _served(path)
        except NotFound as missing:
            return Response(missing.detail, 404, media_type="text/plain")
        headers = {"cache-control": "no-cache", "etag": served.tag, "x-content-type-options": "nosniff"}
        if served.tag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers={**headers, "vary": "accept-encoding"})
        return file_answer(request, path, media_type=_media_type(path), headers=headers)


def _takes_gzip(request: Request) -> bool:
    return "gzip" in request.headers.get("accept-encoding", "")


def _media_type(path: str) -> str:
    suffix = Path(path).suffix
    return _TYPES.get(suffix) or mimetypes.guess_type(path)[0] or "text/plain"


def _served(path: str) -> _Served:
    found = (_ROOT / path).resolve()
    if not found.is_relative_to(_ROOT) or found.suffix not in _SERVED or not found.is_file():
        raise NotFound("There is nothing at this address.")
    return _prepared(path, found, _changed(found))


def _changed(found: Path) -> int:
    """Whoever mends a page sees it at the next reload: what stands for others changes with those."""
    joins = found.suffix == ".css" or found.name == "all.js"
    rooms = (found.parent, _ROOT / "shared", _ROOT / _VENDORED) if joins else ()
    beside = [one for room in rooms for one in room.glob(f"*{found.suffix}")]
    return max(one.stat().st_mtime_ns for one in (found, *beside))


@lru_cache(maxsize=512)
def _prepared(path: str, found: Path, _changed_at: int) -> _Served:
    body = found.read_bytes()
    if not path.startswith(_VENDORED):
        body = _lean(found, body.decode()).encode()
    # A weak tag: the compressed and the plain answer say the same.
    return _Served(body, gzip.compress(body, 9, mtime=0), f'W/"{hashlib.sha256(body).hexdigest()[:20]}"')


def _lean(found: Path, text: str) -> str:
    if found.suffix == ".js":
        return STANDS_FOR.sub(lambda one: joined(one[1], partial(_lean_module, found.parent)), lean_script(text))
    if found.suffix != ".css":
        return text
    whole = _IMPORT.sub(lambda one: (found.parent / one[1]).read_text(), text)
    return lean_style(whole)


def _lean_module(room: Path, name: str) -> str:
    text = (room / name).read_text()
    return text if _VENDORED in name else lean_script(text)
