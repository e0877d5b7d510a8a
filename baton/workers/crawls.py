"""Websites that wait to be read, read beside everything else: a few at once, each by one process of all."""

import asyncio
import logging
from collections.abc import Callable

from baton.core.errors import DeskError
from baton.core.ids import SourceId, TenantId
from baton.services.desk import Desk
from baton.services.websites.reading import read_website

log = logging.getLogger("baton.crawls")

AT_ONCE = 4

BY_SCHEDULE = 2
"""Readings that run for their schedule alone take no more places than these: a person who asks finds one free."""


class Crawls:
    """Readings that run in this process."""

    def __init__(self, desk: Desk, told: Callable[[str], None]) -> None:
        self._desk = desk
        self._told = told
        self._running: dict[SourceId, asyncio.Task[None]] = {}

    async def look(self) -> None:
        """Begin what waits, or was left behind by a process that fell."""
        if self._desk.crawler is None or len(self._running) >= AT_ONCE:
            return
        for tenant_id, source_id, is_asked in await self._desk.store.websites.due(self._desk.clock(), AT_ONCE):
            room = AT_ONCE if is_asked else BY_SCHEDULE
            if source_id not in self._running and len(self._running) < room:
                task = asyncio.create_task(self._read(tenant_id, source_id), name=f"website {source_id}")
                self._running[source_id] = task
                task.add_done_callback(lambda _, id=source_id: self._running.pop(id, None))

    async def finish(self) -> None:
        """Leave what is being read to whoever looks next, at the page where it is."""
        tasks = tuple(self._running.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _read(self, tenant_id: TenantId, source_id: SourceId) -> None:
        try:
            if await read_website(self._desk, tenant_id, source_id):
                self._told("read")
        except DeskError as refused:
            self._told("refused")
            log.info("a website was not read: %s", refused.detail)
        except Exception:
            self._told("broken")
            # Its lease runs out, and it is taken up again then.
            log.exception("reading a website failed")
