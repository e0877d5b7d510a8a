"""Conversations: open, look, list, catch up."""

from dataclasses import replace
from typing import Annotated, Any

from fastapi import Query, Request
from pydantic import StringConstraints

from baton.api.auth import Calling, OurDesk
from baton.api.json import Json
from baton.api.once import Answer, once
from baton.api.schemas import ConversationIn
from baton.core.actors import Caller, Role
from baton.core.conversation import Conversation, without_place
from baton.core.errors import Invalid
from baton.core.ids import ConversationId, CustomerId
from baton.core.outside_desks import is_outside
from baton.core.views import message_view
from baton.services.conversations import conversations
from baton.services.conversations.conversations import Claims
from baton.services.customers.vouching import vouched
from baton.services.desk import Desk
from baton.services.inbox import lists
from baton.services.records import Hit, Page, Receipt
from baton.services.secrets import customer_token
from baton.services.trail import audit
from baton.services.trail.masking import conversation_for, events_shown, reader_of

After = Annotated[int, Query(ge=0, le=2**31 - 1)]
MOST_IDS = 200
"""Conversations that one request names by `id`."""

MOST_CUSTOMERS = 60
"""Customers whose conversations one request asks for: those of one address."""

SNIPPET = (40, 160)
"""Characters of a hit that are shown before the words that were looked for, and in all."""

_OF_PAGE = frozenset(("view", "q", "customer", "cursor", "limit"))

Id = Annotated[str, StringConstraints(max_length=100)]
Limit = Annotated[int, Query(ge=1, le=200)]


async def create(body: ConversationIn, request: Request, caller: Calling, desk: OurDesk) -> Json:
    """Open a conversation, which the bot holds. The answer has the customer's token, which opens it and no other."""

    async def command(receipt: Receipt | None) -> Answer:
        said = body.customer
        claims = Claims(said.external_id, said.name, said.email, said.language, said.attributes, tuple(said.tags))
        if said.proof and caller.role is Role.WIDGET:
            claims = await vouched(desk, caller, replace(claims, proof=said.proof))
        channel = body.channel or ("web" if caller.role is Role.WIDGET else "api")
        if is_outside(channel):
            raise Invalid(f"Conversations of the channel {channel} come from there. Choose another name.")
        conversation, customer = await conversations.open_conversation(
            desk, caller, claims, channel=channel, receipt=receipt
        )
        view = await conversation_for(desk, caller, conversation, customer)
        return 201, {"customer": {"id": customer.id}} | view

    def with_token(view: dict[str, Any]) -> dict[str, Any]:
        id, customer_id = ConversationId(view["id"]), CustomerId(view["customer"]["id"])
        return view | {"customer_token": customer_token(desk.store.secret, caller.tenant_id, id, customer_id)}

    return await once(request, caller, command, finish=with_token)


async def show(id: str, caller: Calling, desk: OurDesk) -> Json:
    """A conversation as it stands."""
    conversation, customer = await conversations.look(desk, caller, ConversationId(id))
    return Json(await conversation_for(desk, caller, conversation, customer))


async def index(
    request: Request,
    caller: Calling,
    desk: OurDesk,
    view: str = "all",
    q: Annotated[str | None, Query(max_length=200)] = None,
    customer: Annotated[list[Id] | None, Query(max_length=MOST_CUSTOMERS)] = None,
    cursor: Annotated[str | None, Query(max_length=500)] = None,
    limit: Limit = 50,
) -> Json:
    """A page of the inbox: `mine`, `waiting` (longest wait first), `bot` (trouble first) or `all`, with their counts.

    Every other part of the query is a filter; given more than once, either value will do.
    """
    given = {name: request.query_params.getlist(name) for name in request.query_params if name not in _OF_PAGE}
    if ids := given.pop("id", None):
        found, counts = await lists.some(desk, caller, ids[:MOST_IDS])
        return await _listed(desk, caller, Page(tuple(found), None), counts)
    page, counts = await lists.page(
        desk, caller, view=view, filters=given, find=q, customers=customer or (), after=cursor or None, limit=limit
    )
    return await _listed(desk, caller, page, counts)


async def _listed(desk: Desk, caller: Caller, page: Page, counts: dict[str, int]) -> Json:
    # A place in line is true for a moment only; a list would show each as it was when the handoff opened.
    items = [
        await conversation_for(desk, caller, without_place(found), customer)
        | await _hit(desk, caller, found, page.hits.get(found.id))
        for found, customer in page.items
    ]
    return Json({"items": items, "next": page.next, "counts": counts, "total": page.total})


async def _hit(desk: Desk, caller: Caller, found: Conversation, hit: Hit | None) -> dict[str, Any]:
    if hit is None:
        return {}
    reader = await reader_of(desk, caller.tenant_id, found.queue)
    text = reader.around(hit.text, hit.at, before=SNIPPET[0], length=SNIPPET[1])
    return {"found": {"seq": hit.seq, "kind": hit.kind, "text": text}}


async def messages(id: str, caller: Calling, desk: OurDesk, after: After = 0, limit: Limit = 100) -> Json:
    """What was said after a seq, oldest first. Customers get no notes."""
    found = await conversations.read_messages(desk, caller, ConversationId(id), after=after, limit=limit)
    return Json({"items": [message_view(m) for m in found], "next": found[-1].seq if len(found) == limit else None})


async def events(id: str, caller: Calling, desk: OurDesk, after: After = 0, limit: Limit = 200) -> Json:
    """What happened after a seq: how a page that was offline catches up."""
    found = await conversations.read_events(desk, caller, ConversationId(id), after=after, limit=limit)
    items = await events_shown(desk, caller, found)
    return Json({"items": items, "next": found[-1].event.seq if len(found) == limit else None})


async def trail(id: str, caller: Calling, desk: OurDesk, after: After = 0, limit: Limit = 200) -> Json:
    """The audit trail: who did what, when, by which rule of which policy, and how it left the conversation."""
    found = await audit.trail(desk, caller, ConversationId(id), after=after, limit=limit)
    return Json({"items": found, "next": found[-1]["seq"] if len(found) == limit else None})
