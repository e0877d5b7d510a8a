"""What goes for every request: bodies of bounded size, headers that keep browsers honest, and its time counted."""

import time
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from baton.api.errors import problem

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]
Timed = Callable[[str, str, int, float], None]

MOST_BYTES = 256 * 1024
MOST_UPLOAD_BYTES = 64 * 1024 * 1024
MOST_MAIL_BYTES = 36 * 1024 * 1024
"""The largest mail that is taken, in base64."""

MOST_DELIVERY_BYTES = 4 * 1024 * 1024
"""The largest delivery of Chatwoot's: of a mail it sends text and HTML, each as it came, quoted and not."""

MOST_FILE_BYTES = 100 * 1024 * 1024
"""The largest file of a message that an install may allow; how large one may be is said by the desk."""

_MORE = {
    "/v1/sources": MOST_UPLOAD_BYTES,
    "/v1/inbound/email": MOST_MAIL_BYTES,
    "/v1/attachments": MOST_FILE_BYTES,
}

_DELIVERIES = "/v1/inbound/chatwoot/"

_HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
)


class Bounds:
    """The outermost layer. `timed` is told (method, route, status, seconds) of each answer."""

    def __init__(self, app: App, *, timed: Timed) -> None:
        self._app = app
        self._timed = timed

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        most = _most(scope["path"])
        if _declared(scope) > most:
            await _too_large(most)(scope, receive, send)
            return
        began = time.perf_counter()
        try:
            await self._app(scope, _counted(receive, most), _with_headers(scope, send, began, self._timed))
        except _Overrun:
            await _too_large(most)(scope, receive, send)


class _Overrun(Exception):
    pass


def _most(path: str) -> int:
    return MOST_DELIVERY_BYTES if path.startswith(_DELIVERIES) else _MORE.get(path, MOST_BYTES)


def _declared(scope: Scope) -> int:
    for name, value in scope["headers"]:
        if name == b"content-length":
            return int(value) if value.isdigit() else 0
    return 0


def _counted(receive: Receive, most: int) -> Receive:
    seen = 0

    async def count() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > most:
            raise _Overrun
        return message

    return count


def _with_headers(scope: Scope, send: Send, began: float, timed: Timed) -> Send:
    async def add(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = [*message.get("headers", ()), *_HEADERS]
            route = getattr(scope.get("route"), "path", "other")
            timed(scope["method"], route, message["status"], time.perf_counter() - began)
        await send(message)

    return add


def _too_large(most: int) -> Any:
    size = f"{most >> 20} MB" if most >= 1 << 20 else f"{most >> 10} KB"
    return problem(413, "too_large", f"The request is larger than {size}. Send less at once.")
