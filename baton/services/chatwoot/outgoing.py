"""Chatwoot is told what happens: by one node at a time, in the order of each conversation's log, at least once.

The gate is the version, as everywhere: what was composed under another one is not said. Chatwoot has no such check. So
it is asked who has the conversation right before the bot speaks, and then our own row again, with nothing between
that and the request. What is left is the way of one request.
"""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from baton.core.actors import SYSTEM
from baton.core.chatwoot.connection import MOST_TRIES, Agent, Connection, Place, Stands, Status, Thread, gap, may_say
from baton.core.chatwoot.steps import Step, StepKind, steps
from baton.core.conversation import Conversation
from baton.core.events import Event, EventKind
from baton.core.ids import ConversationId, TenantId
from baton.core.messages import Message, MessageKind
from baton.core.packet.text import as_text
from baton.core.verbs.speech import discarded
from baton.services.chatwoot.incoming import note, said_there
from baton.services.chatwoot.moves import end, follow
from baton.services.desk import Desk
from baton.services.handoffs.packets import enclosed
from baton.services.ports.chatwoot import Chatwoot, Gone, NotOurs, Refused, Unfit
from baton.services.records import LoggedEvent

log = logging.getLogger("baton.chatwoot")

LEASE = timedelta(seconds=90)
"""How long a node may say nothing of a conversation before another takes it over. A step takes half of it at most."""

PORTION = 200
"""Events that are read at a time."""


async def tell(desk: Desk, tenant_id: TenantId, id: ConversationId) -> int:
    """Tell Chatwoot what has happened in a conversation. Returns how many steps were taken; 0: another node has it."""
    now, lease = desk.clock(), desk.ids.secret("lse_")
    thread = await desk.store.chatwoot_queue.begin(tenant_id, id, lease, at=now, until=now + LEASE)
    if thread is None or desk.chatwoot is None:
        return 0
    to = await desk.store.chatwoot.find(tenant_id, thread.connection_id)
    telling = _Telling(desk, desk.chatwoot, tenant_id, to, thread) if to else None
    try:
        return await telling.all() if telling else 0
    except Exception:
        # What nobody foresaw must not be tried each second, in the way of the others.
        if telling:
            await telling.rest()
        raise
    finally:
        await asyncio.shield(desk.store.chatwoot_queue.give_back(tenant_id, thread))


class _Stopped(Exception):
    """Nothing more is told now: it failed and is tried again, the lease was lost, or there is nobody to tell."""


class _Telling:
    """One conversation's turn to be told, with how far it has come."""

    def __init__(self, desk: Desk, wire: Chatwoot, tenant_id: TenantId, to: Connection, thread: Thread) -> None:
        self._desk, self._wire, self._tenant, self._to, self._thread = desk, wire, tenant_id, to, thread
        self._taken = 0
        self._began = desk.clock()

    async def all(self) -> int:
        """Take every step that there is to take."""
        try:
            while await self._portion():
                pass
        except _Stopped:
            pass
        return self._taken

    async def rest(self, least: timedelta = timedelta(0)) -> None:
        """Leave it for a while, longer with each try that failed."""
        tries = self._thread.tries + 1
        tried = replace(self._thread, tries=tries, tried_at=self._thread.tried_at or self._began)
        await self._desk.store.chatwoot_queue.failed(self._tenant, tried, self._began + max(gap(tries), least))

    async def _portion(self) -> bool:
        """Tell what stands in the log next. True where there may be more."""
        id, told = self._thread.conversation_id, self._thread.told_seq
        logged = await self._desk.store.events.of_conversation(
            self._tenant, id, after=max(told - 1, 0), limit=PORTION, team=True
        )
        before: Event | None = None
        for one in logged:
            if one.event.seq > told:
                await self._event(one, [*steps(one.event, before)])
            before = one.event
        if self._thread.told_seq > told:
            await self._keep()
        return len(logged) == PORTION

    async def _event(self, logged: LoggedEvent, wanted: Sequence[Step]) -> None:
        for n, step in enumerate(wanted):
            if n >= self._thread.step:
                await self._step(logged, step, n)
                self._thread = replace(self._thread, step=n + 1, tries=0, tried_at=None)
                await self._keep()
        # What was tried was the next step that there is to take, which may belong to a later event.
        self._thread = replace(self._thread, told_seq=logged.event.seq, step=0)

    async def _keep(self) -> None:
        until = self._desk.clock() + LEASE
        if not await self._desk.store.chatwoot_queue.went_on(self._tenant, self._thread, until):
            raise _Stopped

    async def _step(self, logged: LoggedEvent, step: Step, n: int) -> None:
        self._began = began = self._desk.clock()
        store = self._desk.store
        try:
            await self._take(logged, step)
        except NotOurs as refused:
            await switch_off(self._desk, self._tenant, self._to, refused.detail)
            raise _Stopped from refused
        except Gone as gone:
            await store.chatwoot_queue.gone(self._tenant, self._thread)
            await end(self._desk, self._tenant, self._to, self._thread.conversation_id)
            raise _Stopped from gone
        except Refused as failed:
            tries = self._thread.tries + 1
            if not isinstance(failed, Unfit) and tries < MOST_TRIES:
                await store.chatwoot.told(self._tenant, self._to.id, began, failed.detail)
                await self.rest(timedelta(seconds=min(failed.retry_after or 0, 3600)))
                raise _Stopped from failed
            await self._tell_team(f"Chatwoot was not told of this: {failed.detail}", f"{logged.event.seq}:{n}")
        else:
            self._taken += 1
            await store.chatwoot.told(self._tenant, self._to.id, began, "")

    async def _take(self, logged: LoggedEvent, step: Step) -> None:
        if step.kind is StepKind.SAY and step.message:
            await self._say(logged, step.message)
        elif step.kind is StepKind.STATUS and step.status:
            await self._set(logged, step.status)
        elif step.kind is StepKind.PACKET:
            await self._packet()
        elif step.kind is StepKind.PLACE:
            await self._place(logged)

    async def _say(self, logged: LoggedEvent, message: Message) -> None:
        words, number = self._wire.words(message, self._thread.inbox), self._thread.outside_id
        stands = await self._wire.stands(self._to, number)
        if await self._was_said(words, stands):
            return None
        known = await self._desk.store.chatwoot.thread_of(self._tenant, self._thread.conversation_id)
        found = await self._desk.store.conversations.load(self._tenant, self._thread.conversation_id)
        if found is None or known is None:
            raise _Stopped
        # From here to the request nothing is waited for: what came in before this look is seen by it.
        if why := may_say(found[0], logged.standing.version, known, stands):
            return await self._discard(found[0], logged, message, why, stands)
        posted = await self._wire.say(self._to, number, message, self._thread.inbox)
        await self._saw(posted)
        return None

    async def _was_said(self, words: str, stands: Stands | None) -> bool:
        """Whether an earlier try arrived, though its answer never came."""
        since = self._thread.tried_at
        if since is None:
            return False
        key = said_there(self._thread.outside_id, words)
        came_back = await self._desk.store.chatwoot_known.seen(self._tenant, self._to.id, key)
        is_last = stands is not None and stands.last_said is not None
        stood = is_last and stands is not None and " ".join((stands.last_said or "").split()) == " ".join(words.split())
        return stood or (came_back is not None and came_back >= since)

    async def _discard(
        self, present: Conversation, logged: LoggedEvent, message: Message, why: str, stands: Stands | None
    ) -> None:
        if message.kind is not MessageKind.NOTICE:
            event = discarded(message, why=why, composed_under=logged.standing.version or 0)
            late = replace(event, at=self._desk.clock())
            stored = await self._desk.store.conversations.append(self._tenant, present.id, late)
            if stored is not None:
                self._desk.live.publish(stored[0])
        if stands is not None:
            await self._follow(stands)

    async def _set(self, logged: LoggedEvent, status: Status) -> None:
        stands = await self._wire.stands(self._to, self._thread.outside_id)
        if stands is not None:
            await self._follow(stands)
        known = await self._desk.store.chatwoot.thread_of(self._tenant, self._thread.conversation_id)
        found = await self._desk.store.conversations.load(self._tenant, self._thread.conversation_id)
        if found is None or known is None or found[0].version != logged.standing.version:
            return
        is_so = known.status is status or (status, known.status) == (Status.OPEN, Status.SNOOZED)
        if is_so:
            return
        await self._wire.set_status(self._to, self._thread.outside_id, status)
        assignee = Agent(known.assignee_id, "") if known.assignee_id is not None else None
        await self._desk.store.chatwoot.stands(
            self._tenant, known, Stands(status, assignee, stands.at if stands else 0)
        )

    async def _packet(self) -> None:
        view = await enclosed(self._desk, self._tenant, self._thread.conversation_id)
        if view is None:
            return
        text = as_text(view)
        if not await self._was_said(text, None):
            await self._saw(await self._wire.note(self._to, self._thread.outside_id, text))

    async def _place(self, logged: LoggedEvent) -> None:
        place = self._to.places.get(logged.standing.queue or "", Place())
        refused = await self._wire.put(self._to, self._thread.outside_id, place)
        if refused:
            await self._tell_team("Chatwoot did not take " + "; ".join(refused), f"{logged.event.seq}:place")

    async def _follow(self, stands: Stands) -> None:
        known = await self._desk.store.chatwoot.thread_of(self._tenant, self._thread.conversation_id)
        if known is not None:
            await follow(self._desk, self._tenant, self._to, known, stands)

    async def _saw(self, message: int) -> None:
        await self._desk.store.chatwoot_known.saw(self._tenant, self._to.id, f"message:{message}", self._desk.clock())

    async def _tell_team(self, text: str, once: str) -> None:
        await note(self._desk, self._tenant, self._thread.conversation_id, SYSTEM, text, once=f"chatwoot:{once}")


async def switch_off(desk: Desk, tenant_id: TenantId, to: Connection, why: str) -> None:
    """Ask nothing more of a Chatwoot that doesn't know us, until somebody has seen to it. The log says it once."""
    if await desk.store.chatwoot.switch_off(tenant_id, to.id, why):
        log.warning("the connection %s of %s to Chatwoot is switched off: %s", to.id, tenant_id, why)
        data = {"chatwoot_id": to.id, "name": to.name, "why": why}
        await desk.store.events.record(tenant_id, Event(EventKind.CHATWOOT_SWITCHED_OFF, SYSTEM, desk.clock(), data))
