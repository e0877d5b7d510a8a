"""Assigning beside the requests: at once after what may free a conversation or a person, else every few seconds."""

import asyncio
import contextlib
import logging
import time

from baton.core.events import EventKind
from baton.core.ids import TenantId
from baton.services.desk import Desk
from baton.services.records import Saved
from baton.services.waiting.assigning import assign
from baton.services.waiting.offers import end_offers

log = logging.getLogger("baton.assigning")

LOOK_SECONDS = 1.0
"""How often offers that ran out are looked for. It is how late the next person may be asked."""

THOROUGH_EVERY = 3
"""Looks after which every tenant with somebody waiting is looked at: people come and go, and needs relax by time."""

WAKES = frozenset(
    {
        EventKind.HANDOFF_OPENED,
        EventKind.HANDOFF_CLAIMED,
        EventKind.HANDOFF_REQUEUED,
        EventKind.HANDOFF_WITHDRAWN,
        EventKind.TAKEN_OVER,
        EventKind.RELEASED,
        EventKind.TRANSFERRED,
        EventKind.HANDED_BACK,
        EventKind.RESOLVED,
        EventKind.REOPENED,
        EventKind.OFFER_DECLINED,
    }
)
"""What brings somebody into a queue, or gives an operator room."""


class Assigning:
    """Assigns for the tenants in which something moved. `moved` is called after each local commit."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._tenants: set[TenantId] = set()
        self._woken = asyncio.Event()

    def moved(self, saved: Saved) -> None:
        """Something was committed on this node."""
        if any(event.kind in WAKES for event in saved.events):
            self._tenants.add(saved.conversation.tenant_id)
            self._woken.set()

    async def run(self) -> None:
        """Assign until cancelled. What goes wrong once is logged and tried again."""
        looks, looked_at = 0, -LOOK_SECONDS
        while True:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(LOOK_SECONDS):
                    await self._woken.wait()
            self._woken.clear()
            if time.monotonic() - looked_at >= LOOK_SECONDS:
                looks, looked_at = looks + 1, time.monotonic()
                await self.look(thorough=looks % THOROUGH_EVERY == 0)
            await self.assign_all()

    async def look(self, *, thorough: bool) -> None:
        """End what is over and note whose turn it may be."""
        try:
            self._tenants |= await end_offers(self._desk)
            if thorough:
                self._tenants.update(await self._desk.store.offers.tenants_with_waiting())
        except Exception:
            log.exception("offers could not be looked after; it is tried again")

    async def assign_all(self) -> None:
        """Assign for every tenant in which something moved."""
        tenants, self._tenants = self._tenants, set()
        for tenant_id in sorted(tenants):
            try:
                await assign(self._desk, tenant_id)
            except Exception:
                log.exception("a tenant's conversations could not be assigned; it is tried again")
