"""Slack: the connection as admins see it, and the two addresses that Slack posts to."""

from typing import Annotated, Any, Literal

from fastapi import Query, Request
from pydantic import Field
from starlette.responses import Response

from baton.api.auth import Calling, OurDesk
from baton.api.json import Json
from baton.api.schemas import Body, Short
from baton.api.webhooks import attempt_view
from baton.core.ids import TenantId
from baton.core.slack.connection import MOST_CHANNELS, Person
from baton.core.slack.manifest import manifest
from baton.services.slack import connection as slack
from baton.services.slack import people as slack_people
from baton.services.slack.connection import Connected, SlackChange

AT, SIGNATURE = "x-slack-request-timestamp", "x-slack-signature"


class SlackIn(Body):
    """`PUT /v1/slack`. What is left out stays; the two secrets have to come with the first."""

    bot_token: Short | None = None
    signing_secret: Short | None = None
    channel: Short | None = None
    channels: Annotated[dict[Short, Short], Field(max_length=MOST_CHANNELS)] | None = None
    is_on: bool | None = None
    go_on_from: Literal["where_it_stopped", "now"] = "where_it_stopped"


class LinkIn(Body):
    """`PUT /v1/slack/people/{id}`"""

    operator_id: Short | None


async def show(caller: Calling, desk: OurDesk) -> Json:
    """The connection and how it goes, null where there is none, and the manifest to make the Slack app of."""
    found = await slack.find(desk, caller)
    made = manifest(desk.public_url, caller.tenant_id)
    return Json({"slack": _view(found) if found else None, "manifest": made})


async def connect(body: SlackIn, caller: Calling, desk: OurDesk) -> Json:
    """Connect Slack, or change the connection. What is left out stays."""
    given = body.model_dump(exclude={"go_on_from"})
    wanted = SlackChange(**given, skips=body.go_on_from == "now")
    return Json({"slack": _view(await slack.connect(desk, caller, wanted))})


async def remove(caller: Calling, desk: OurDesk) -> Json:
    """Forget the connection with its secrets."""
    await slack.remove(desk, caller)
    return Json({"slack": None})


async def test(caller: Calling, desk: OurDesk) -> Json:
    """Post a message to each channel now, and say what came of it."""
    tried = await slack.test(desk, caller)
    return Json({"items": [{"channel": one.channel, "why": one.why} for one in tried]})


async def attempts(
    caller: Calling,
    desk: OurDesk,
    before: Annotated[int | None, Query(ge=1)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> Json:
    """What was tried in the last days, the latest first."""
    found = await slack.attempts(desk, caller, before=before, limit=limit)
    return Json({"items": [attempt_view(one) for one in found], "next": found[-1].id if len(found) == limit else None})


async def people(caller: Calling, desk: OurDesk) -> Json:
    """Whoever has written or pressed something in Slack, and whom the desk takes them for."""
    return Json({"items": [_person(one) for one in await slack_people.people(desk, caller)], "next": None})


async def link(id: str, body: LinkIn, caller: Calling, desk: OurDesk) -> Json:
    """Say whose a Slack account is."""
    return Json({"person": _person(await slack_people.link(desk, caller, id, body.operator_id))})


async def events(tenant: str, request: Request) -> Json:
    """What Slack tells: kept, then acknowledged."""
    at, signature = request.headers.get(AT, ""), request.headers.get(SIGNATURE, "")
    taken = await request.app.state.slack.event(TenantId(tenant), await request.body(), at=at, signature=signature)
    return Json(taken)


async def interactions(tenant: str, request: Request) -> Response:
    """A button or a form in Slack: kept, then acknowledged."""
    at, signature = request.headers.get(AT, ""), request.headers.get(SIGNATURE, "")
    await request.app.state.slack.interaction(TenantId(tenant), await request.body(), at=at, signature=signature)
    return Response()


def _view(found: Connected) -> dict[str, Any]:
    one, outlet = found.connection, found.outlet
    return {
        "team": one.team_name,
        "channel": one.channel,
        "channels": dict(one.channels),
        "is_on": outlet.is_on,
        "state": outlet.state,
        "why_off": outlet.why_off,
        "failing_since": outlet.failing_since,
        "delivered_at": outlet.delivered_at,
        "waiting": outlet.waiting,
        "created_at": outlet.created_at,
        "created_by": outlet.created_by,
    }


def _person(one: Person) -> dict[str, Any]:
    return {"id": one.user_id, "name": one.name, "operator_id": one.operator_id, "is_linked": one.is_linked}
