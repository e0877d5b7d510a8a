"""The moment when a request becomes a socket: who asks, and by what."""

from collections.abc import Awaitable, Callable, MutableMapping
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import urlsplit

from baton.services.team.identity import SESSION_COOKIE

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]


def secret_of(scope: Scope) -> str | None:
    """The secret that came with the upgrade: a bearer header, or the session cookie of a page of our own.

    None with `?hello`, by which the widget says that its first frame tells who it is: in a browser where an
    operator is signed in too, the cookie would speak for the operator.
    """
    if scope.get("query_string") == b"hello":
        return None
    headers = {name: value.decode("latin-1") for name, value in scope["headers"]}
    bearer = headers.get(b"authorization", "")
    if bearer[:7].lower() == "bearer ":
        return bearer[7:].strip()
    try:
        cookie = SimpleCookie(headers.get(b"cookie", "")).get(SESSION_COOKIE)
    except CookieError:
        return None
    origin = urlsplit(headers.get(b"origin", "")).netloc
    return cookie.value if cookie and origin == headers.get(b"host", "") else None
