"""The hot road: messages and the socket, without the framework's routing, dependencies and per-request machinery.

A desk answers this one request more often than all others together, and the framework took a third of its time. Only
what is plainly right is taken here; whatever is unusual (another body, a parameter out of bounds) goes the general
road with its body intact, so that every refusal is worded in one place.
"""

import re
from types import SimpleNamespace

from pydantic import ValidationError
from starlette.requests import ClientDisconnect, Request

from baton.api import messages
from baton.api.auth import caller_of
from baton.api.bounds import App, Message, Receive, Scope, Send
from baton.api.errors import bug, refusal
from baton.api.schemas import MessageIn
from baton.core.errors import DeskError
from baton.core.ids import ConversationId

_PATH = re.compile(r"/v1/conversations/([^/]+)/messages").fullmatch
_WAIT = re.compile(rb"wait=(\d{1,2}(?:\.\d{1,3})?)").fullmatch
_ROUTE = SimpleNamespace(path="/v1/conversations/{id}/messages")
"""What the request's time is counted under; the same as on the general road."""


class Express:
    """An ASGI layer over the application. `live` serves the socket at /v1/live.

    A socket stays open for hours, and every layer under it is memory for as long.
    """

    def __init__(self, app: App, *, live: App) -> None:
        self._app = app
        self._live = live

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket" and scope["path"] == "/v1/live":
            await self._live(scope, receive, send)
            return
        found = _PATH(scope["path"]) if scope["type"] == "http" and scope["method"] == "POST" else None
        wait = _seconds(scope["query_string"]) if found else None
        if found is None or wait is None:
            await self._app(scope, receive, send)
            return
        request = Request(scope, receive)
        try:
            caller = await caller_of(request)
            body = _parsed(request, await request.body())
            if body is None:
                await self._app(scope, _again(await request.body(), receive), send)
                return
            scope["route"] = _ROUTE
            answer = await messages.say(request, caller, ConversationId(found[1]), body, wait)
        except DeskError as refused:
            scope["route"] = _ROUTE
            answer = refusal(refused)
        except ClientDisconnect:
            return
        except Exception as failed:  # noqa: BLE001 - logged and answered, as the framework does on every other road
            scope["route"] = _ROUTE
            answer = bug(request, failed)
        await answer(scope, receive, send)


def _seconds(query: bytes) -> float | None:
    """How long the customer waits for the bot; None where the query is anything else."""
    if not query:
        return 0.0
    found = _WAIT(query)
    seconds = float(found[1]) if found else None
    return seconds if seconds is not None and seconds <= messages.LONGEST_WAIT else None


def _parsed(request: Request, body: bytes) -> MessageIn | None:
    if not request.headers.get("content-type", "").lower().startswith("application/json"):
        return None
    try:
        return MessageIn.model_validate_json(body)
    except ValidationError:
        return None


def _again(body: bytes, receive: Receive) -> Receive:
    """The body once more, for the general road."""
    left = [body]

    async def replay() -> Message:
        return {"type": "http.request", "body": left.pop(), "more_body": False} if left else await receive()

    return replay
