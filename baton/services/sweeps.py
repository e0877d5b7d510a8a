"""What is looked after without anybody asking: turns that nobody finished, and receipts that are old."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from baton.core.slack.connection import KEPT_FOR
from baton.core.transitions import State
from baton.services.bot.turn import Turn
from baton.services.desk import Desk

UNDECIDED_AFTER = timedelta(seconds=30)
"""How long a customer's message may wait for the bot before a sweep takes it up. A turn seldom takes so long; one that
does and the sweep's own are two decisions on one message, and the store takes one.
"""

OTHERS_NEED = timedelta(seconds=2)
"""What a turn of another node, running at this moment, is given to end by itself."""

LOOK_BACK = timedelta(hours=1)
THOROUGH_EVERY = timedelta(minutes=30)
"""A sweep looks at the last hour. One in half an hour looks at everything, and so does the first, until nothing is
left: a fallen process leaves its turns in the last minutes before it fell, but nobody knows when that was.
"""

AT_ONCE = 100

FORGET_AT_ONCE = 5_000
"""Rows that one statement deletes, so that it holds its locks for milliseconds."""


async def finish_turns(
    desk: Desk, start: Callable[[Turn], Awaitable[object]], *, began: datetime, since: datetime | None = None
) -> int:
    """Take up the turns that a fallen process left behind, those of messages `since` then or all. Returns how many.

    What was asked before this process `began` cannot be its own turn; the few seconds are for turns of other nodes.
    Two nodes may pick the same one; the store accepts one decision for a message, so the other is discarded.
    """
    now = desk.clock()
    left_behind = max(now - UNDECIDED_AFTER, min(began, now - OTHERS_NEED))
    found = await desk.store.lists.undecided(left_behind, AT_ONCE, since=since)
    taken = 0
    for tenant_id, conversation_id in found:
        loaded = await desk.store.conversations.load(tenant_id, conversation_id)
        message = await desk.store.messages.unanswered(tenant_id, conversation_id)
        if loaded is None or message is None or loaded[0].state is not State.BOT:
            continue
        await start(Turn(loaded[0], loaded[1], message))
        taken += 1
    return taken


async def keep_leases(desk: Desk) -> None:
    """Extend the lease of every operator whose browser is connected here.

    Requests extend a lease that a browser began: whoever closed the page and goes on by key is not gone. They begin
    none: nobody is promised a person because a program of theirs asks for something.
    """
    until = desk.clock() + timedelta(seconds=desk.limits.here_seconds)
    for tenant_id, operators in desk.live.here().items():
        await desk.store.people.keep_here(tenant_id, operators, until)
    for tenant_id, operators in desk.live.heard_lately().items():
        await desk.store.people.keep_here(tenant_id, operators, until, begins=False)


async def forget_old(desk: Desk) -> int:
    """Delete receipts that no retry asks for any more, sign-in links and sessions that ended, files that were never
    sent, what was tried with webhooks, what came from Slack, and the raw mail and letters of a month ago, whose
    words stand in their conversations. Returns how many.
    """
    now, store = desk.clock(), desk.store
    receipts, mail = now - timedelta(days=desk.limits.receipt_days), now - timedelta(days=desk.limits.mail_days)
    attempts = now - timedelta(days=desk.limits.attempt_days)
    gone = 0
    for forget, before in (
        (store.receipts.forget_before, receipts),
        (store.tenants.forget_sign_ins, receipts),
        (store.deliveries.forget_before, mail),
        (store.mails.forget_before, mail),
        (store.sign_ins.forget_before, now - timedelta(hours=1)),
        (store.webhooks.forget_before, attempts),
        (store.slack_threads.forget_before, now - KEPT_FOR),
        (store.chatwoot_known.forget_before, receipts),
        (store.attachments.forget_before, now - timedelta(hours=desk.limits.attachment_hours)),
    ):
        while (done := await forget(before, FORGET_AT_ONCE)) > 0:
            gone += done
    return gone
