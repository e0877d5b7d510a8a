"""A company's Slack, as its admins connect, change, try out and forget it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from baton.core.actors import Caller, Role
from baton.core.errors import Invalid, NotFound, Unavailable
from baton.core.events import Event, EventKind
from baton.core.ids import TenantId
from baton.core.slack.connection import KINDS, Connection, flaws
from baton.core.webhooks import Attempt, Channel, Webhook
from baton.services.access import require
from baton.services.desk import Desk
from baton.services.ports.slack import SlackAnswer
from baton.services.slack.telling import Refused, Slack, slack_of

NAME = "Slack"
URL = "https://slack.com/"


@dataclass(frozen=True, slots=True, kw_only=True)
class SlackChange:
    """What is to be changed of a connection; what is None stays. `channels` are by the queue's id."""

    bot_token: str | None = None
    signing_secret: str | None = None
    channel: str | None = None
    channels: Mapping[str, str] | None = None
    is_on: bool | None = None
    skips: bool = False


@dataclass(frozen=True, slots=True)
class Connected:
    """A connection, and how telling it goes."""

    connection: Connection
    outlet: Webhook


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of a test message to one channel. `why` is "" where it arrived."""

    channel: str
    why: str


async def find(desk: Desk, caller: Caller) -> Connected | None:
    """The company's connection, None where it has none."""
    require(caller, Role.ADMIN)
    return await _found(desk, caller.tenant_id)


async def connect(desk: Desk, caller: Caller, wanted: SlackChange) -> Connected:
    """Connect Slack, or change the connection. A new token is shown to Slack first.

    Raises Invalid `bad_slack`, which says what to do.
    """
    require(caller, Role.ADMIN)
    before = await _found(desk, caller.tenant_id)
    after = await _changed(desk, caller, before.connection if before else None, wanted)
    store, tenant_id = desk.store, caller.tenant_id
    if before is None:
        cursor = await store.events.newest(tenant_id)
        outlet = _outlet(desk, caller)
        await store.slack.keep(tenant_id, after, outlet, cursor)
        await _record(desk, caller, EventKind.WEBHOOK_ADDED, outlet.id)
    else:
        names = ("bot_token", "signing_secret", "channel", "channels")
        changed = [name for name in names if getattr(before.connection, name) != getattr(after, name)]
        if changed:
            await store.slack.keep(tenant_id, after, before.outlet, "0-0-0")
        # Whoever enters a new token has mended what had it switched off.
        is_on = True if "bot_token" in changed and before.outlet.why_off else wanted.is_on
        changed += await _switched(desk, tenant_id, before.outlet, is_on, skips=wanted.skips)
        if changed:
            await _record(desk, caller, EventKind.WEBHOOK_CHANGED, after.outlet, changed=changed)
    found = await _found(desk, tenant_id)
    if found is None:
        raise Unavailable("The connection was removed at the same moment. Connect it again.")
    return found


async def remove(desk: Desk, caller: Caller) -> None:
    """Forget the connection with its secrets. The messages in Slack stay. Raises NotFound."""
    found = await _there(desk, caller)
    if await desk.store.webhooks.remove(caller.tenant_id, found.outlet.id):
        await _record(desk, caller, EventKind.WEBHOOK_REMOVED, found.outlet.id)


async def test(desk: Desk, caller: Caller) -> tuple[Tried, ...]:
    """Post a message to each channel, also where it is switched off, and say what came of it. Raises NotFound."""
    await _there(desk, caller)
    slack = await slack_of(desk, caller.tenant_id)
    if slack is None or desk.slack is None:
        raise Unavailable("This desk does not reach Slack.")
    by = caller.actor.name or "An admin"
    each = dict.fromkeys((slack.connection.channel, *slack.connection.channels.values()))
    return tuple([await _try(slack, one, by) for one in each])


async def attempts(desk: Desk, caller: Caller, *, before: int | None, limit: int) -> tuple[Attempt, ...]:
    """What was tried in the last days, the latest first. Raises NotFound."""
    found = await _there(desk, caller)
    return await desk.store.webhooks.attempts(caller.tenant_id, found.outlet.id, before=before, limit=limit)


async def _there(desk: Desk, caller: Caller) -> Connected:
    found = await find(desk, caller)
    if found is None:
        raise NotFound("Slack is not connected.", code="no_slack")
    return found


async def _found(desk: Desk, tenant_id: TenantId) -> Connected | None:
    connection = await desk.store.slack.find(tenant_id)
    outlets = await desk.store.webhooks.all(tenant_id, Channel.SLACK) if connection else ()
    return Connected(connection, outlets[0]) if connection and outlets else None


async def _changed(desk: Desk, caller: Caller, before: Connection | None, wanted: SlackChange) -> Connection:
    was = before or Connection(outlet="", bot_token="", signing_secret="")
    channels = was.channels if wanted.channels is None else wanted.channels
    after = replace(
        was,
        bot_token=(wanted.bot_token or was.bot_token).strip(),
        signing_secret=(wanted.signing_secret or was.signing_secret).strip(),
        channel=was.channel if wanted.channel is None else wanted.channel.strip(),
        channels={queue: name.strip() for queue, name in channels.items() if name.strip()},
    )
    wrong = list(flaws(after))
    queues = {queue.id for queue in (await desk.policies.of(caller.tenant_id)).queues}
    wrong += [f"There is no queue {queue}." for queue in after.channels if queue not in queues]
    if wrong:
        raise Invalid(" ".join(wrong), code="bad_slack")
    return after if before and after.bot_token == before.bot_token else await _introduced(desk, after)


async def _introduced(desk: Desk, one: Connection) -> Connection:
    """The connection with what Slack says of its token."""
    if desk.slack is None:
        raise Unavailable("This desk does not reach Slack.")
    found = await desk.slack.workspace(one.bot_token)
    if isinstance(found, SlackAnswer):
        raise Invalid(found.why, code="bad_slack")
    return replace(one, team_id=found.id, team_name=found.name, bot_user_id=found.bot_user_id)


def _outlet(desk: Desk, caller: Caller) -> Webhook:
    return Webhook(
        id=desk.ids.new("webhook"),
        url=URL,
        label=NAME,
        channel=Channel.SLACK,
        kinds=KINDS,
        created_at=desk.clock(),
        created_by=caller.actor.name or caller.role.value,
    )


async def _switched(desk: Desk, tenant_id: TenantId, outlet: Webhook, is_on: bool | None, *, skips: bool) -> list[str]:
    """Switch it as wanted. Returns the words for what changed."""
    changed: list[str] = []
    if skips:
        await desk.store.webhooks.skip(tenant_id, outlet.id, await desk.store.events.newest(tenant_id))
        changed.append("skipped")
    if is_on is not None and await desk.store.webhooks.switch(tenant_id, outlet.id, is_on=is_on, at=desk.clock()):
        changed.append("on" if is_on else "off")
    return changed


async def _try(slack: Slack, channel: str, by: str) -> Tried:
    said = f"{by} tries out whether Baton can post here. It can: handoffs will appear in this channel."
    try:
        await slack.ask("chat.postMessage", channel=channel, text=said)
    except Refused as refused:
        return Tried(channel, refused.answer.why)
    return Tried(channel, "")


async def _record(desk: Desk, caller: Caller, kind: EventKind, id: str, **more: object) -> None:
    data = {"webhook_id": id, "name": NAME} | more
    await desk.store.events.record(caller.tenant_id, Event(kind, caller.actor, desk.clock(), data))
