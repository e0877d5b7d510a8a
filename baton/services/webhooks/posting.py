"""One request to a webhook: an event in the form that every reader of the log gets, signed, and what came of it."""

import asyncio
from dataclasses import dataclass
from datetime import timedelta

import msgspec

from baton.core.actors import SYSTEM, Caller, Role
from baton.core.ids import ConversationId, TenantId
from baton.core.messages import Audience
from baton.core.webhooks import FIRST_BYTES, SECONDS, Attempt, Cause, Outcome, Webhook, why_refused
from baton.services.desk import Desk
from baton.services.ports.fetching import NotFetched
from baton.services.ports.webhooks import Post
from baton.services.records import LoggedEvent
from baton.services.trail.masking import View, events_shown
from baton.services.webhooks.signing import signed_headers


async def tell_one(
    desk: Desk, tenant_id: TenantId, webhook: Webhook, logged: LoggedEvent, *, cause: Cause, tries: int = 1
) -> Attempt:
    """Tell a webhook of one event of the log, once. What it comes to is not kept yet."""
    view = (await events_shown(desk, _reader(tenant_id, webhook), [logged]))[0]
    id = f"evt_{logged.cursor}"
    about = About(logged.cursor, logged.standing.conversation_id, logged.event.seq or None, cause, tries)
    return await post_view(desk, tenant_id, webhook, view, id=id, about=about)


@dataclass(frozen=True, slots=True)
class About:
    """What an attempt is about, beside its outcome."""

    cursor: str | None
    conversation_id: str | None
    seq: int | None
    cause: Cause
    tries: int


TEST = About(None, None, None, Cause.TEST, 1)
"""A test is about nothing that happened."""


async def post_view(desk: Desk, tenant_id: TenantId, webhook: Webhook, view: View, *, id: str, about: About) -> Attempt:
    """Post an event in the form that every reader of the log gets, signed, and say what came of it."""
    now, began = desk.clock(), asyncio.get_running_loop().time()
    body = msgspec.json.encode(view)
    signed = signed_headers(desk.store.secret, tenant_id, webhook, id=id, body=body, now=now)
    asked = Post(webhook.url, body, (("content-type", "application/json"), *signed), SECONDS, FIRST_BYTES)
    status, answer, why, after = await _answered(desk, asked)
    return Attempt(
        cursor=about.cursor,
        kind=view["kind"],
        conversation_id=ConversationId(about.conversation_id) if about.conversation_id else None,
        seq=about.seq,
        cause=about.cause,
        tries=about.tries,
        at=now,
        ms=round((asyncio.get_running_loop().time() - began) * 1000),
        status=status,
        answer=answer,
        why=why,
        outcome=Outcome.FAILED if why else Outcome.DELIVERED,
        after=after,
    )


async def _answered(desk: Desk, asked: Post) -> tuple[int | None, str, str, timedelta | None]:
    """Status, beginning of the answer, what went wrong ("" where nothing did), and the rest that was asked for."""
    if desk.poster is None:
        return None, "", "This desk does not send to webhooks.", None
    try:
        answer = await desk.poster.post(asked)
    except NotFetched as failed:
        return None, "", failed.detail, None
    why = "" if 200 <= answer.status < 300 else why_refused(answer.status)
    after = timedelta(seconds=answer.retry_after) if why and answer.retry_after else None
    return answer.status, _printable(answer.first), why, after


def _printable(first: bytes) -> str:
    text = first.decode("utf-8", errors="replace")
    return "".join(letter for letter in text if letter.isprintable() or letter in "\n\t").strip()


def _reader(tenant_id: TenantId, webhook: Webhook) -> Caller:
    """As whom a webhook reads: as a key of the role readonly does, or as the conversation's customer."""
    return Caller(tenant_id, Role.READONLY if webhook.audience is Audience.TEAM else Role.CUSTOMER, SYSTEM)
