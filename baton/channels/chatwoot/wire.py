"""What Chatwoot is asked and told, through the door by which everything goes that others chose the address of."""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any, cast

import msgspec

from baton.channels.chatwoot import payload
from baton.core.chatwoot.connection import Connection, Heard, Place, Stands, Status
from baton.core.messages import Citation, Message
from baton.core.sources.urls import web_address
from baton.services.ports.chatwoot import Delivered, Gone, NotOurs, Refused, Unfit
from baton.services.ports.fetching import NotFetched
from baton.services.ports.webhooks import Post, Poster

SECONDS = 10.0
FIRST_BYTES = 256 * 1024
"""How much of an answer is read: a conversation with its last message, and no endless body."""

WIDGET = "Channel::WebWidget"
"""The inbox that shows buttons, and Markdown as it is meant."""

_NOT_FOR_BOTS = b"not authorized for bots"

_MOST_CHOICES = 10


class Wire:
    """Speaks with Chatwoot as one of its agent bots."""

    def __init__(self, poster: Poster) -> None:
        self._poster = poster

    @property
    def reaches_inside(self) -> bool:
        """Whether this machine itself may be reached, for trials."""
        return self._poster.reaches_inside

    def is_signed(self, delivered: Delivered, secret: str, now: datetime) -> bool:
        """Whether Chatwoot signed this with the secret, not long ago."""
        return payload.is_signed(delivered, secret, now)

    def read(self, delivered: Delivered) -> Heard | None:
        """What a delivery tells of a conversation; None where it tells of none."""
        return payload.read(delivered.body)

    def words(self, message: Message, inbox: str) -> str:
        """A message as it reads in an inbox: with its choices, where that has no buttons, and its sources."""
        listed = [] if inbox == WIDGET else [f"{n}. {one}" for n, one in enumerate(_choices(message), 1)]
        sources = [_source(one, inbox) for one in message.citations]
        return "\n\n".join(part for part in (message.text, "\n".join(listed), "\n".join(sources)) if part)

    async def stands(self, to: Connection, id: int) -> Stands | None:
        """How a conversation stands now. None where this Chatwoot doesn't tell bots. Raises Refused."""
        try:
            return payload.stands(await self._ask("GET", to, f"/{id}"))
        except _NotForBots:
            return None

    async def say(self, to: Connection, id: int, message: Message, inbox: str) -> int:
        """Say something to the customer. Returns its number there. Raises Refused."""
        body: dict[str, Any] = {"content": self.words(message, inbox), "message_type": "outgoing", "private": False}
        if inbox == WIDGET and _choices(message):
            items = [{"title": one, "value": one} for one in _choices(message)]
            body |= {"content_type": "input_select", "content_attributes": {"items": items}}
        return _id(await self._ask("POST", to, f"/{id}/messages", body))

    async def note(self, to: Connection, id: int, text: str) -> int:
        """Add a private note. Returns its number there. Raises Refused."""
        body = {"content": text, "message_type": "outgoing", "private": True}
        return _id(await self._ask("POST", to, f"/{id}/messages", body))

    async def set_status(self, to: Connection, id: int, status: Status) -> None:
        """Open, end or take back a conversation. Raises Refused."""
        await self._ask("POST", to, f"/{id}/toggle_status", {"status": status.value})

    async def put(self, to: Connection, id: int, place: Place) -> Sequence[str]:
        """Give it to a team, with labels and a priority. Returns what was not taken, a sentence each. Raises Refused
        where nothing arrives at all.
        """
        wanted: list[tuple[str, str, dict[str, Any]]] = []
        if place.labels:
            wanted.append(("its labels", "labels", {"labels": await self._labels(to, id, place.labels)}))
        if place.priority:
            wanted.append(("its priority", "toggle_priority", {"priority": place.priority}))
        if place.team_id:
            wanted.append(("its team", "assignments", {"team_id": place.team_id}))
        refused: list[str] = []
        for what, verb, body in wanted:
            try:
                await self._ask("POST", to, f"/{id}/{verb}", body)
            except (_NotForBots, _NotChatwoot, Unfit, Gone) as failed:
                refused.append(f"{what}: {failed.detail}")
        return refused

    async def try_out(self, to: Connection) -> str:
        """Ask whether this token is a bot's and counts. Returns what works less well there, "" where nothing does.

        Raises Refused, with what is wrong in a sentence.
        """
        try:
            await self._ask("GET", to, "/api/v1/profile", is_path=True)
        except (NotOurs, _NotForBots, _NotChatwoot, Gone, Unfit):
            pass
        else:
            raise Unfit("This is the access token of a person. Use that of the agent bot, or Baton can't tell the two.")
        try:
            await self._ask("GET", to, "/0")
        except Gone:
            pass
        except _NotChatwoot as other:
            raise Unfit("There is no Chatwoot at this address. Copy it from your browser, without a path.") from other
        except _NotForBots:
            return "This Chatwoot does not tell bots who holds a conversation; update it to close the gap."
        return ""

    async def _labels(self, to: Connection, id: int, labels: Sequence[str]) -> list[str]:
        """The labels that are there with these: what is sent replaces them."""
        try:
            found = await self._ask("GET", to, f"/{id}/labels")
        except (_NotForBots, Unfit):
            found = {}
        there = found.get("payload", [])
        return list(dict.fromkeys([*(there if isinstance(there, list) else []), *labels]))

    async def _ask(
        self, method: str, to: Connection, path: str, body: dict[str, Any] | None = None, *, is_path: bool = False
    ) -> dict[str, Any]:
        where = path if is_path else f"/api/v1/accounts/{to.account_id}/conversations{path}"
        headers = (("api_access_token", to.token), ("content-type", "application/json"), ("accept", "application/json"))
        sent = msgspec.json.encode(body) if body is not None else b""
        asked = Post(f"{to.url.rstrip('/')}{where}", sent, headers, SECONDS, FIRST_BYTES, method)
        try:
            answer = await self._poster.post(asked)
        except NotFetched as failed:
            raise Refused(failed.detail) from failed
        if not 200 <= answer.status < 300:
            raise _refused(answer.status, answer.first, answer.retry_after)
        try:
            found: Any = msgspec.json.decode(answer.first) if answer.first else {}
        except msgspec.DecodeError:
            found = {}
        return cast("dict[str, Any]", found) if isinstance(found, dict) else {}


class _NotForBots(NotOurs):
    """The token counts, and this Chatwoot does not let bots do that."""


class _NotChatwoot(Refused):
    """Something before Chatwoot has answered: a proxy while it restarts, or a firewall. It may pass."""


def _refused(status: int, first: bytes, retry_after: float | None) -> Refused:
    if status in (401, 403, 404, 410) and not first.lstrip().startswith(b"{"):
        # Chatwoot says so in JSON. A proxy's page must not end a conversation, nor switch a connection off.
        return _NotChatwoot(f"Something before Chatwoot answered {status}.", retry_after)
    if status in (401, 403):
        if _NOT_FOR_BOTS in first:
            return _NotForBots("This Chatwoot does not let bots do that.")
        return NotOurs("Chatwoot does not know this access token, or it is not for this account.")
    if status in (404, 410):
        return Gone("Chatwoot has no such conversation, or no such account.")
    if status == 429 or status >= 500:
        return Refused(f"Chatwoot answered {status}.", retry_after)
    said = re.sub(r"\s+", " ", first[:300].decode("utf-8", "replace")).strip()
    if 300 <= status < 400:
        return Refused(f"Chatwoot answered {status}, which leads elsewhere. Register the address that it leads to.")
    return Unfit(f"Chatwoot answered {status}: {said}" if said else f"Chatwoot answered {status}.")


def _choices(message: Message) -> tuple[str, ...]:
    return message.choices[:_MOST_CHOICES]


def _source(one: Citation, inbox: str) -> str:
    address = web_address(one.url)
    if address is None:
        return f"[{one.n}] {one.title}"
    if inbox == WIDGET and not re.search(r"[\s()<>]", address):
        title = re.sub(r"[\[\]]", "", one.title)
        return f"{one.n}. [{title}]({address})"
    return f"[{one.n}] {one.title} – {address}"


def _id(answer: dict[str, Any]) -> int:
    number = answer.get("id")
    return number if isinstance(number, int) else 0
