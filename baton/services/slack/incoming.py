"""What comes from Slack is done: buttons and forms are the verbs of the inbox, what its owner writes is the reply.

Each may be done twice without harm: a node that falls half-way leaves it to be taken up again. What is refused is told
to the one who asked, and to nobody else; what they wrote stands in the thread.
"""

import logging
from datetime import timedelta

from baton.core.actors import Caller
from baton.core.conversation import not_owner, stale
from baton.core.errors import Conflict, DeskError, Invalid
from baton.core.ids import ConversationId, TenantId
from baton.core.slack.blocks import hand_back_form, resolve_form
from baton.core.slack.connection import MOST_TRIES, Arrival, Arrived, Verb
from baton.core.slack.text import calls_somebody, command, escaped, plain
from baton.core.transitions import State
from baton.services.access import find
from baton.services.conversations import replies, resolution
from baton.services.desk import Desk
from baton.services.handoffs import handoff
from baton.services.slack.people import caller_of
from baton.services.slack.telling import Refused, Slack, slack_of

log = logging.getLogger("baton.slack")

LEASE = timedelta(seconds=60)
"""How long what arrived may be in hand before another node takes it up: longer than Slack may take to answer."""

NOT_SENT = "Not sent to the customer."
NOTE = "To leave a note for the team alone, write `!note` and then the note."


async def work_off(desk: Desk, tenant_id: TenantId) -> int:
    """Do what has arrived, each conversation's in its order, until nothing is left that nobody has in hand.

    Returns how many were done.
    """
    done = 0
    while True:
        now = desk.clock()
        lease = desk.ids.secret("lse_")
        arrival = await desk.store.slack_threads.take(tenant_id, lease, at=now, until=now + LEASE)
        if arrival is None:
            return done
        if arrival.tries > MOST_TRIES:
            log.error("what arrived from Slack as %s could not be done; it is left", arrival.id)
        else:
            await take(desk, tenant_id, arrival)
        await desk.store.slack_threads.done(tenant_id, arrival, at=desk.clock())
        done += 1


async def take(desk: Desk, tenant_id: TenantId, arrival: Arrival) -> None:
    """Do one thing that came from Slack, and tell whoever asked where it is refused."""
    slack = await slack_of(desk, tenant_id)
    if slack is None or arrival.conversation is None:
        return
    try:
        caller = await caller_of(slack, arrival.user)
        said = await _do(slack, caller, arrival, arrival.conversation)
    except DeskError as refused:
        said = _refusal(arrival, refused)
    except Refused as refused:
        said = f"{refused.answer.why} Nothing was done."
    if said:
        await _whisper(slack, arrival, said)


async def _do(slack: Slack, caller: Caller, arrival: Arrival, id: ConversationId) -> str:
    """Returns what is to be told to the one who asked, "" for nothing."""
    match arrival.kind:
        case Arrived.SAID:
            return await _say(slack.desk, caller, arrival, id)
        case Arrived.CHANGED:
            return await _changed(slack.desk, caller, arrival, id)
        case Arrived.PRESSED:
            return await _press(slack, caller, arrival, id)
        case Arrived.SUBMITTED:
            return await _submit(slack.desk, caller, arrival, id)


async def _say(desk: Desk, caller: Caller, arrival: Arrival, id: ConversationId) -> str:
    if arrival.has_files:
        raise Invalid("Files can't be sent from Slack. Send the message with its file from Baton's inbox.")
    text = plain(arrival.text)
    ordered = command(text)
    if ordered is None:
        if calls_somebody(arrival.text):
            raise Invalid(f"It calls somebody of Slack, so it looks like a word to the team. {NOTE}")
        if arrival.version is None:
            raise Invalid("It was written before the conversation began, by the clocks. Write it again.")
        await replies.reply(desk, caller, id, text=text, version=arrival.version, client_id=arrival.client_id)
    elif ordered[0] == "note":
        await replies.add_note(desk, caller, id, text=ordered[1], client_id=arrival.client_id)
    else:
        # A slip in `!note` must not become a message to the customer.
        raise Invalid(f"There is no command !{ordered[0]}. {NOTE}")
    return ""


async def _changed(desk: Desk, caller: Caller, arrival: Arrival, id: ConversationId) -> str:
    """What was changed or deleted in Slack stays with the customer as it was sent; whoever did it has to know."""
    stored = await desk.store.messages.by_client_id(caller.tenant_id, id, arrival.client_id)
    if stored is None:
        return ""
    kept = "The customer has it as you sent it" if stored.kind.value != "note" else "The note stays as you wrote it"
    return f"{kept}: changes in Slack do not reach Baton. Write another message to put it right."


async def _press(slack: Slack, caller: Caller, arrival: Arrival, id: ConversationId) -> str:
    desk = slack.desk
    if arrival.verb is Verb.CLAIM:
        now, _ = await find(desk, caller, id)
        if arrival.tries > 1 and now.version not in (arrival.version, (arrival.version or 0) + 1):
            # A node fell with it in hand, a minute ago: what was pressed then was about another state of things.
            raise stale(now)
        if now.state is State.HUMAN and now.owner_id == caller.actor.operator_id:
            return "You hold it already. Answer in this thread."
        await handoff.claim(desk, caller, id)
        return "It is yours. What you write in this thread goes to the customer. " + NOTE
    if arrival.verb is Verb.RELEASE:
        await handoff.let_go(desk, caller, id)
        return ""
    where = f"{arrival.channel} {arrival.thread}"
    if arrival.verb is Verb.HAND_BACK:
        form = hand_back_form(where)
    else:
        form = resolve_form(where, (await desk.policies.of(caller.tenant_id)).dispositions)
    await _check_holds(desk, caller, id)
    await slack.ask("views.open", trigger_id=arrival.trigger, view=form)
    return ""


async def _submit(desk: Desk, caller: Caller, arrival: Arrival, id: ConversationId) -> str:
    told = {name: plain(text) for name, text in arrival.note.items() if text.strip()}
    if arrival.verb is Verb.HAND_BACK:
        await handoff.give_back(desk, caller, id, told=told)
        return ""
    thread = await desk.store.slack_threads.of_conversation(caller.tenant_id, id)
    await _check_holds(desk, caller, id)
    await resolution.end(
        desk,
        caller,
        id,
        disposition=told.get("disposition"),
        note=told.get("note"),
        seen=thread.told_seq if thread else None,
    )
    return ""


async def _check_holds(desk: Desk, caller: Caller, id: ConversationId) -> None:
    """Refused before a form is filled in for nothing; the verb itself asks again."""
    now, _ = await find(desk, caller, id)
    if now.state is not State.HUMAN or now.owner_id != caller.actor.operator_id:
        raise not_owner(now, caller.actor)


def _refusal(arrival: Arrival, refused: DeskError) -> str:
    said = escaped(refused.detail)
    if arrival.kind is not Arrived.SAID:
        return said
    more = f" {NOTE}" if isinstance(refused, Conflict) else ""
    return f"{NOT_SENT} {said}{more}"


async def _whisper(slack: Slack, arrival: Arrival, said: str) -> None:
    """Tell one person, in the thread. Raises Refused where Slack may take it later."""
    where = {"channel": arrival.channel, "thread_ts": arrival.thread, "user": arrival.user}
    try:
        await slack.ask("chat.postEphemeral", **where, text=said)
    except Refused as refused:
        if arrival.kind is Arrived.SAID and refused.answer.is_passing:
            # Words that were not sent must not be lost in silence: it is taken up again, under the same version.
            raise
        log.warning("a refusal could not be told in Slack: %s", refused.answer.why)
