"""Webhooks: addresses of a company's that are told of events, and what was tried with each."""

from datetime import datetime
from typing import Annotated, Any, Literal

from fastapi import Query, Request
from pydantic import Field

from baton.api.auth import Calling, OurDesk
from baton.api.json import Json
from baton.api.once import Answer, once
from baton.api.schemas import Body
from baton.core.events import EventKind
from baton.core.messages import Audience
from baton.core.sources.urls import MOST_CHARACTERS
from baton.core.webhooks import Attempt, Webhook
from baton.services.records import Receipt
from baton.services.webhooks import webhooks
from baton.services.webhooks.webhooks import WebhookChange

Url = Annotated[str, Field(max_length=MOST_CHARACTERS)]
Kinds = Annotated[list[EventKind], Field(max_length=200)] | None
"""Kinds of event; null for all of them, those of later versions too."""


class WebhookIn(Body):
    """`POST /v1/webhooks`"""

    url: Url
    label: str = Field("", max_length=200)
    kinds: Kinds = None
    audience: Audience = Audience.TEAM


class WebhookChangeIn(Body):
    """`PATCH /v1/webhooks/{id}`. What is left out stays; `kinds` null means all."""

    url: Url | None = None
    label: str | None = Field(None, max_length=200)
    kinds: Kinds = None
    audience: Audience | None = None
    is_on: bool | None = None
    go_on_from: Literal["where_it_stopped", "now"] = "where_it_stopped"


class AgainIn(Body):
    """`POST /v1/webhooks/{id}/attempts`"""

    cursor: str = Field(max_length=80)


async def create(body: WebhookIn, request: Request, caller: Calling, desk: OurDesk) -> Json:
    """Register an address. The secret that its requests are signed with is in the answer, this once."""

    async def command(_: Receipt | None) -> Answer:
        wanted = WebhookChange(url=body.url, label=body.label, kinds=body.kinds, audience=body.audience)
        one, secret = await webhooks.add(desk, caller, wanted)
        return 201, {"webhook": _view(one, desk.clock()), "secret": secret}

    return await once(request, caller, command, reserve=True, secret="secret")  # noqa: S106 - a field's name


async def index(caller: Calling, desk: OurDesk) -> Json:
    """Every webhook of the company, how it stands, and the kinds of event that there are."""
    items = [_view(one, desk.clock()) for one in await webhooks.listed(desk, caller)]
    told = [kind.value for kind in EventKind if kind is not EventKind.WEBHOOK_TESTED]
    return Json({"items": items, "kinds": told, "next": None})


async def show(id: str, caller: Calling, desk: OurDesk) -> Json:
    """One webhook."""
    return Json({"webhook": _view(await webhooks.find(desk, caller, id), desk.clock())})


async def change(id: str, body: WebhookChangeIn, caller: Calling, desk: OurDesk) -> Json:
    """Change a webhook, or switch it off or on. What is left out stays."""
    wanted = WebhookChange(
        url=body.url,
        label=body.label,
        kinds=body.kinds,
        every_kind=body.kinds is None and "kinds" in body.model_fields_set,
        audience=body.audience,
        is_on=body.is_on,
        skips=body.go_on_from == "now",
    )
    return Json({"webhook": _view(await webhooks.change(desk, caller, id, wanted), desk.clock())})


async def remove(id: str, caller: Calling, desk: OurDesk) -> Json:
    """Forget a webhook."""
    await webhooks.remove(desk, caller, id)
    return Json({"id": id})


async def renew_secret(id: str, request: Request, caller: Calling, desk: OurDesk) -> Json:
    """A new secret, shown this once. The one before counts for a day more."""

    async def command(_: Receipt | None) -> Answer:
        one, secret = await webhooks.renew_secret(desk, caller, id)
        return 201, {"webhook": _view(one, desk.clock()), "secret": secret}

    return await once(request, caller, command, reserve=True, secret="secret")  # noqa: S106 - a field's name


async def test(id: str, caller: Calling, desk: OurDesk) -> Json:
    """Send a test event now, and say what came of it."""
    return Json({"attempt": attempt_view(await webhooks.test(desk, caller, id))})


async def attempts(
    id: str,
    caller: Calling,
    desk: OurDesk,
    before: Annotated[int | None, Query(ge=1)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> Json:
    """What was tried in the last days, the latest first."""
    found = await webhooks.attempts(desk, caller, id, before=before, limit=limit)
    return Json({"items": [attempt_view(one) for one in found], "next": found[-1].id if len(found) == limit else None})


async def send_again(id: str, body: AgainIn, caller: Calling, desk: OurDesk) -> Json:
    """Tell a webhook of an event of the log now, whatever was told before, and say what came of it."""
    return Json({"attempt": attempt_view(await webhooks.send_again(desk, caller, id, body.cursor))})


def _view(one: Webhook, now: datetime) -> dict[str, Any]:
    return {
        "id": one.id,
        "url": one.url,
        "label": one.label,
        "kinds": None if one.kinds is None else [kind.value for kind in one.kinds],
        "audience": one.audience.value,
        "is_on": one.is_on,
        "state": one.state,
        "why_off": one.why_off,
        "failing_since": one.failing_since,
        "delivered_at": one.delivered_at,
        "waiting": one.waiting,
        "old_secret_until": one.old_secret_until(now),
        "created_at": one.created_at,
        "created_by": one.created_by,
    }


def attempt_view(one: Attempt) -> dict[str, Any]:
    """A try as the API shows it."""
    return {
        "id": one.id,
        "cursor": one.cursor,
        "kind": one.kind,
        "conversation_id": one.conversation_id,
        "seq": one.seq,
        "cause": one.cause.value,
        "tries": one.tries,
        "at": one.at,
        "ms": one.ms,
        "status": one.status,
        "answer": one.answer,
        "why": one.why,
        "outcome": one.outcome.value,
    }
