"""Webhooks are told beside everything else: at once after what happened here, else every second."""

import asyncio
import contextlib
import logging
import time
from collections.abc import Callable

from baton.core.ids import TenantId
from baton.core.webhooks import Attempt
from baton.services.desk import Desk
from baton.services.records import Saved
from baton.services.webhooks.sending import tell

log = logging.getLogger("baton.webhooks")

LOOK_SECONDS = 1.0
SETTLE_SECONDS = 0.1
"""How long after a push the log is read: in that time the short writes beside it are over, mostly. A busy desk looks
ten times a second.
"""

AT_ONCE = 40
"""Webhooks that one node tells at a time. One that hangs is in it for ten seconds, and then rests."""


class Webhooks:
    """Tells the webhooks of every tenant, together with the other nodes. `moved` is called after each local commit."""

    def __init__(self, desk: Desk, told: Callable[[Attempt], None]) -> None:
        self._desk = desk
        self._told = told
        self._with_some: frozenset[TenantId] = frozenset()
        self._moved: set[TenantId] = set()
        self._woken = asyncio.Event()
        self._running: dict[str, asyncio.Task[None]] = {}
        self._looked_at = -LOOK_SECONDS

    def moved(self, saved: Saved) -> None:
        """Something was committed on this node."""
        self._wake(saved.conversation.tenant_id)

    async def run(self) -> None:
        """Look for what is due until cancelled. What goes wrong once is logged and tried again."""
        while True:
            try:
                await self.look()
            except Exception:
                log.exception("webhooks could not be looked after; it is tried again")
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(LOOK_SECONDS):
                    await self._woken.wait()
            self._woken.clear()
            await asyncio.sleep(SETTLE_SECONDS)

    async def look(self) -> None:
        """Begin to tell what is due, as far as there is room: where something moved, and once a second everywhere."""
        moved, self._moved = self._moved, set()
        room = AT_ONCE - len(self._running)
        if self._desk.poster is None or room <= 0:
            return
        queue, of = self._desk.store.webhook_queue, list(moved)
        if time.monotonic() - self._looked_at >= LOOK_SECONDS:
            self._with_some, self._looked_at, of = await queue.tenants(), time.monotonic(), None
        if not self._with_some or of == []:
            return
        for tenant_id, id in await queue.due(self._desk.clock(), room, of=of):
            if id not in self._running:
                task = asyncio.create_task(self._tell(tenant_id, id), name=f"webhook {id}")
                self._running[id] = task

    async def finish(self) -> None:
        """Leave what is being told to whoever looks next; what was sent and not marked is sent again."""
        tasks = tuple(self._running.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _wake(self, tenant_id: TenantId) -> None:
        if tenant_id in self._with_some:
            self._moved.add(tenant_id)
            self._woken.set()

    async def _tell(self, tenant_id: TenantId, id: str) -> None:
        try:
            await tell(self._desk, tenant_id, id, told=self._told)
        except Exception:
            # Its lease runs out, and it is taken up again then.
            log.exception("telling a webhook failed")
        finally:
            self._running.pop(id, None)
            # What came while it was being told was passed over by the looks of that time.
            self._wake(tenant_id)
