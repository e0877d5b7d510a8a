"""Chatwoot is told beside everything else: at once what happened here, every second what happened on other nodes."""

import asyncio
import contextlib
import logging
import time
from datetime import timedelta

from baton.core.chatwoot.connection import CHANNEL
from baton.core.ids import ConversationId, TenantId
from baton.services.chatwoot.outgoing import tell
from baton.services.desk import Desk
from baton.services.records import Saved

log = logging.getLogger("baton.chatwoot")

LOOK_SECONDS = 1.0

LOOK_BACK = timedelta(hours=1)
THOROUGH_SECONDS = 5 * 60.0
"""A look is at the last hour. The first, and one in five minutes, is at everything that is left."""

AT_ONCE = 20
"""Conversations that one node tells at a time."""


class ChatwootTold:
    """Tells Chatwoot for every tenant, with the other nodes. `moved` is called after each local commit."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._moved: dict[ConversationId, TenantId] = {}
        self._woken = asyncio.Event()
        self._running: dict[ConversationId, asyncio.Task[None]] = {}
        self._looked_at = self._looked_through_at = float("-inf")

    def moved(self, saved: Saved) -> None:
        """Something was committed on this node."""
        if saved.conversation.channel == CHANNEL:
            self._moved[saved.conversation.id] = saved.conversation.tenant_id
            self._woken.set()

    async def run(self) -> None:
        """Look for what is to be told until cancelled. What goes wrong once is logged and tried again."""
        while True:
            try:
                await self.look()
            except Exception:
                log.exception("what Chatwoot is to be told could not be looked for; it is tried again")
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(LOOK_SECONDS):
                    await self._woken.wait()
            self._woken.clear()

    async def look(self) -> None:
        """Begin to tell what moved here, and once a second what is due anywhere, as far as there is room."""
        for id, tenant_id in tuple(self._moved.items()):
            if self._begin(tenant_id, id):
                del self._moved[id]
        now = time.monotonic()
        room = AT_ONCE - len(self._running)
        if self._desk.chatwoot is None or room <= 0 or now - self._looked_at < LOOK_SECONDS:
            return
        is_thorough = now - self._looked_through_at >= THOROUGH_SECONDS
        since = None if is_thorough else self._desk.clock() - LOOK_BACK
        due = await self._desk.store.chatwoot_queue.due(self._desk.clock(), since=since, limit=room)
        self._looked_at = now
        if is_thorough and len(due) < room:
            self._looked_through_at = now
        for tenant_id, id in due:
            self._begin(tenant_id, id)

    async def finish(self) -> None:
        """Leave what is being told to whoever looks next."""
        tasks = tuple(self._running.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _begin(self, tenant_id: TenantId, id: ConversationId) -> bool:
        if id in self._running or len(self._running) >= AT_ONCE:
            return False
        self._running[id] = asyncio.create_task(self._tell(tenant_id, id), name=f"chatwoot {id}")
        return True

    async def _tell(self, tenant_id: TenantId, id: ConversationId) -> None:
        try:
            await tell(self._desk, tenant_id, id)
        except Exception:
            # Its lease is given back, and the next look takes it up again.
            log.exception("telling Chatwoot failed")
        finally:
            self._running.pop(id, None)
            if self._moved:
                # What came while it was being told, or while there was no room.
                self._woken.set()
