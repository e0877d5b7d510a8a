"""Chatwoot: the accounts whose bot Baton is, and what they send."""

from typing import Annotated, Any

from fastapi import Request
from pydantic import Field

from baton.api.auth import Calling, OurDesk
from baton.api.json import Json
from baton.api.once import Answer, once
from baton.api.schemas import Body
from baton.core.chatwoot.connection import Connection, Place
from baton.core.sources.urls import MOST_CHARACTERS
from baton.services.chatwoot import connections as chatwoot
from baton.services.chatwoot.connections import ConnectionChange
from baton.services.chatwoot.incoming import take as taken
from baton.services.desk import Desk
from baton.services.ports.chatwoot import Delivered
from baton.services.records import Receipt

Secret = Annotated[str, Field(max_length=500)]
Account = Annotated[int, Field(ge=1, lt=2**63)]


class PlaceIn(Body):
    """Where the handoffs of a queue go."""

    team_id: Annotated[int, Field(ge=1, lt=2**63)] | None = None
    labels: Annotated[list[Annotated[str, Field(min_length=1, max_length=100)]], Field(max_length=20)] = Field(
        default_factory=list
    )
    priority: str | None = Field(None, max_length=20)


Places = Annotated[dict[str, PlaceIn], Field(max_length=200)]


class ConnectionIn(Body):
    """`POST /v1/chatwoot`"""

    url: Annotated[str, Field(max_length=MOST_CHARACTERS)]
    account_id: Account
    token: Secret
    secret: Secret
    places: Places = Field(default_factory=dict)


class ConnectionChangeIn(Body):
    """`PATCH /v1/chatwoot/{id}`. What is left out stays."""

    url: Annotated[str, Field(max_length=MOST_CHARACTERS)] | None = None
    account_id: Account | None = None
    token: Secret | None = None
    secret: Secret | None = None
    places: Places | None = None
    is_on: bool | None = None


async def create(body: ConnectionIn, request: Request, caller: Calling, desk: OurDesk) -> Json:
    """Connect an account of Chatwoot. The answer has the address to give to the agent bot there."""

    async def command(_: Receipt | None) -> Answer:
        one = await chatwoot.add(desk, caller, _wanted(body))
        return 201, {"connection": _view(desk, one)}

    return await once(request, caller, command, reserve=True)


async def index(caller: Calling, desk: OurDesk) -> Json:
    """Every connection of the company, and how it stands. Token and secret are never shown."""
    return Json({"items": [_view(desk, one) for one in await chatwoot.listed(desk, caller)], "next": None})


async def change(id: str, body: ConnectionChangeIn, caller: Calling, desk: OurDesk) -> Json:
    """Change a connection, or switch it off or on. What is left out stays."""
    return Json({"connection": _view(desk, await chatwoot.change(desk, caller, id, _wanted(body)))})


async def remove(id: str, caller: Calling, desk: OurDesk) -> Json:
    """Forget a connection; what is open in it is resolved."""
    await chatwoot.remove(desk, caller, id)
    return Json({"id": id})


async def test(id: str, caller: Calling, desk: OurDesk) -> Json:
    """Ask Chatwoot whether address, account and token are right."""
    tried = await chatwoot.test(desk, caller, id)
    return Json({"is_right": not tried.why, "why": tried.why, "less": tried.less})


async def take(id: str, request: Request, desk: OurDesk) -> Json:
    """Take what an agent bot of Chatwoot is sent. It is signed with the connection's webhook secret."""
    headers = request.headers
    delivered = Delivered(
        await request.body(),
        signature=headers.get("x-chatwoot-signature", ""),
        timestamp=headers.get("x-chatwoot-timestamp", ""),
        id=headers.get("x-chatwoot-delivery", ""),
    )
    outcome = await taken(desk, id, delivered, start=request.app.state.turns.start)
    return Json({"outcome": outcome.value})


def _wanted(body: ConnectionIn | ConnectionChangeIn) -> ConnectionChange:
    places = body.places
    return ConnectionChange(
        url=body.url,
        account_id=body.account_id,
        token=body.token,
        secret=body.secret,
        places=None if places is None else {queue: _place(one) for queue, one in places.items()},
        is_on=body.is_on if isinstance(body, ConnectionChangeIn) else None,
    )


def _place(one: PlaceIn) -> Place:
    return Place(one.team_id, tuple(dict.fromkeys(one.labels)), one.priority or None)


def _view(desk: Desk, one: Connection) -> dict[str, Any]:
    places = {
        queue: {"team_id": place.team_id, "labels": list(place.labels), "priority": place.priority}
        for queue, place in one.places.items()
    }
    return {
        "id": one.id,
        "url": one.url,
        "account_id": one.account_id,
        "address": f"{desk.public_url}/v1/inbound/chatwoot/{one.id}",
        "places": places,
        "is_on": one.is_on,
        "state": one.state,
        "why": one.why_off or one.why,
        "failing_since": one.failing_since,
        "heard_at": one.heard_at,
        "told_at": one.told_at,
        "created_at": one.created_at,
        "created_by": one.created_by,
    }
