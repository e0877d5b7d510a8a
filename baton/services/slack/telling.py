"""Slack is told what happens: a handoff begins a thread, what follows stands in it, its first message says who has it.

Each step is kept before the next, so that a try that failed half-way goes on where it stopped. A node that falls
between Slack's answer and its mark says one thing twice; nothing is left out.
"""

import asyncio
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from baton.core.conversation import Conversation
from baton.core.ids import ConversationId, HandoffId, QueueId, TenantId
from baton.core.slack.blocks import first_message
from baton.core.slack.connection import ENDS, GONE_FROM_SLACK, OPENING, SAID, UNFIT, Connection, Thread, written_as
from baton.core.slack.lines import line
from baton.core.transitions import State
from baton.core.webhooks import Attempt, Outcome
from baton.services.desk import Desk
from baton.services.handoffs.packets import enclosed
from baton.services.ports.slack import Account, SlackAnswer
from baton.services.records import LoggedEvent
from baton.services.trail.masking import reader_of

NO_ANSWER = SlackAnswer(error="off", why="This desk does not reach Slack.")


class Refused(Exception):
    """Slack did not do what was asked."""

    def __init__(self, answer: SlackAnswer) -> None:
        super().__init__(answer.why)
        self.answer = answer


@dataclass(frozen=True, slots=True)
class Slack:
    """A company's Slack, as the desk speaks to it."""

    desk: Desk
    tenant_id: TenantId
    connection: Connection

    async def ask(self, method: str, **arguments: Any) -> SlackAnswer:
        """Ask for one method of Slack's Web API. Raises Refused."""
        slack = self.desk.slack
        answer = await slack.ask(self.connection.bot_token, method, **arguments) if slack else NO_ANSWER
        if answer.error:
            raise Refused(answer)
        return answer

    async def account(self, user_id: str) -> Account:
        """Whose an account is. Raises Refused."""
        slack, known = self.desk.slack, self.connection
        found = await slack.account(known.bot_token, user_id, team_id=known.team_id) if slack else NO_ANSWER
        if isinstance(found, SlackAnswer):
            raise Refused(found)
        return found


async def slack_of(desk: Desk, tenant_id: TenantId) -> Slack | None:
    """The company's Slack, None where it has none."""
    connection = await desk.store.slack.find(tenant_id)
    return Slack(desk, tenant_id, connection) if connection else None


async def tell_slack(desk: Desk, tenant_id: TenantId, logged: LoggedEvent, *, tries: int) -> Attempt | None:
    """Tell Slack of one event of the log, once. None where that is none of its business."""
    is_with_bot = logged.standing.state not in (State.QUEUED.value, State.HUMAN.value)
    if logged.standing.conversation_id is None or (logged.event.kind in SAID and is_with_bot):
        return None
    slack = await slack_of(desk, tenant_id)
    if slack is None:
        return None
    began, at = asyncio.get_running_loop().time(), desk.clock()
    answer = SlackAnswer(status=200)
    try:
        if not await _tell(slack, logged):
            return None
    except Refused as refused:
        answer = refused.answer
    ms = round((asyncio.get_running_loop().time() - began) * 1000)
    return _attempt(logged, answer, at=at, ms=ms, tries=tries)


def _attempt(logged: LoggedEvent, answer: SlackAnswer, *, at: datetime, ms: int, tries: int) -> Attempt:
    outcome = Outcome.GAVE_UP if answer.error in UNFIT else Outcome.FAILED if answer.error else Outcome.DELIVERED
    id = logged.standing.conversation_id
    return Attempt(
        cursor=logged.cursor,
        kind=logged.event.kind.value,
        at=at,
        ms=ms,
        conversation_id=ConversationId(id) if id else None,
        seq=logged.event.seq,
        tries=tries,
        status=answer.status,
        why=answer.why,
        outcome=outcome,
        after=timedelta(seconds=answer.retry_after) if answer.retry_after else None,
        ends=answer.error in ENDS,
    )


async def _tell(slack: Slack, logged: LoggedEvent) -> bool:
    """Returns whether there was something to tell."""
    id = ConversationId(logged.standing.conversation_id or "")
    loaded = await slack.desk.store.conversations.load(slack.tenant_id, id)
    if loaded is None:
        return False
    now, event = loaded[0], logged.event
    threads = slack.desk.store.slack_threads
    thread = await threads.of_conversation(slack.tenant_id, id)
    handoff = event.data.get("handoff_id") or (now.handoff.id if now.handoff else None)
    if event.kind in OPENING and handoff and (thread is None or thread.handoff_id != handoff):
        await _begin(slack, now, handoff=handoff, queue=event.data.get("queue") or now.queue, seq=event.seq)
        return True
    if thread is None:
        return False
    if event.seq > thread.told_seq:
        await _say(slack, thread, logged)
        await threads.told(slack.tenant_id, thread, event.seq)
    if event.kind not in SAID:
        await _show(slack, thread, now, seq=event.seq)
    return True


async def _begin(slack: Slack, now: Conversation, *, handoff: HandoffId, queue: str | None, seq: int) -> None:
    """A handoff's first message, in the channel of its queue."""
    said = await _first(slack, now, readers=queue)
    asked = slack.connection.channel_of(queue)
    answer = await slack.ask("chat.postMessage", channel=asked, unfurl_links=False, unfurl_media=False, **said)
    place, ts = str(answer.said.get("channel") or asked), str(answer.said.get("ts") or "")
    its = QueueId(queue) if queue else None
    begun = Thread(conversation_id=now.id, handoff_id=handoff, channel=place, ts=ts, queue=its, told_seq=seq)
    await slack.desk.store.slack_threads.begin(slack.tenant_id, begun)


async def _say(slack: Slack, thread: Thread, logged: LoggedEvent) -> None:
    """What happened, as the thread's next message; what was written there gets a mark that it has arrived."""
    message = logged.event.message
    written = written_as(message.client_id) if message else None
    if written is not None and await _marked(slack, *written):
        return
    reader = await reader_of(slack.desk, slack.tenant_id, logged.standing.queue or thread.queue)
    theirs = await reader_of(slack.desk, slack.tenant_id, thread.queue) if thread.queue else reader
    said = line(logged.event, logged.standing, replace(reader, hidden=reader.hidden | theirs.hidden))
    if said is not None:
        where = {"channel": thread.channel, "thread_ts": thread.ts}
        await slack.ask("chat.postMessage", **where, text=said, unfurl_links=False, unfurl_media=False)


async def _marked(slack: Slack, channel: str, ts: str) -> bool:
    try:
        await slack.ask("reactions.add", channel=channel, timestamp=ts, name="white_check_mark")
    except Refused as refused:
        if refused.answer.error in GONE_FROM_SLACK:
            return False
        if refused.answer.error != "already_reacted":
            raise
    return True


async def _show(slack: Slack, thread: Thread, now: Conversation, *, seq: int) -> None:
    """The first message as it stands now. In a queue with another channel it goes on there, in a thread of its own."""
    there, here = slack.connection.channel_of(now.queue), slack.connection.channel_of(thread.queue)
    goes_on = bool(now.queue) and there != here
    said = await _first(slack, now, readers=thread.queue, elsewhere=there if goes_on else "")
    try:
        await slack.ask("chat.update", channel=thread.channel, ts=thread.ts, **said)
    except Refused as refused:
        if refused.answer.error not in GONE_FROM_SLACK:
            raise
    if goes_on:
        await _begin(slack, now, handoff=thread.handoff_id, queue=now.queue, seq=seq)


async def _first(slack: Slack, now: Conversation, *, readers: str | None, elsewhere: str = "") -> dict[str, Any]:
    """`readers`: the queue for whose people the thread was begun, wherever the conversation is by now."""
    packet = await enclosed(slack.desk, slack.tenant_id, now.id, also_for=readers)
    url = f"{slack.desk.public_url}/inbox#{now.id}"
    return first_message(packet, now, url=url, elsewhere=elsewhere)
