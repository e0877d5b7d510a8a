"""Takes what Slack sends: proved by its signature, kept before it is acknowledged, and done beside the request.

What a fallen node leaves is taken up by whichever node looks next.
"""

import asyncio
import logging
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs

import msgspec

from baton.channels.slack.arriving import from_event, from_interaction
from baton.channels.slack.signing import is_from_slack
from baton.core.errors import Invalid, Unauthorized
from baton.core.ids import TenantId
from baton.core.slack.connection import Arrival, Connection
from baton.services.desk import Desk
from baton.services.slack.incoming import work_off

log = logging.getLogger("baton.slack")

LOOK_SECONDS = 5.0
AT_ONCE = 20


class Receiver:
    """What the two addresses that Slack posts to lead to."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def event(self, tenant_id: TenantId, body: bytes, *, at: str, signature: str) -> dict[str, Any]:
        """Take an event. Returns what is answered. Raises Unauthorized, Invalid."""
        connection = await self._proved(tenant_id, body, at=at, signature=signature)
        said = _json(body)
        if said.get("type") == "url_verification":
            return {"challenge": str(said.get("challenge", ""))[:200]}
        await self._keep(tenant_id, from_event(said, bot_user_id=connection.bot_user_id))
        return {}

    async def interaction(self, tenant_id: TenantId, body: bytes, *, at: str, signature: str) -> None:
        """Take a button or a form. Raises Unauthorized, Invalid."""
        await self._proved(tenant_id, body, at=at, signature=signature)
        form = parse_qs(body.decode("utf-8", "replace"), max_num_fields=10)
        said = _json(form.get("payload", [""])[0].encode())
        await self._keep(tenant_id, from_interaction(said, self._desk.clock()))

    async def look(self) -> int:
        """Take up what was left behind. Returns how many were done."""
        done = 0
        for tenant_id in await self._desk.store.slack_threads.left(self._desk.clock(), AT_ONCE):
            done += await work_off(self._desk, tenant_id)
        return done

    async def run(self) -> None:
        """Look again and again until cancelled. What goes wrong once is logged and tried again."""
        while True:
            try:
                await self.look()
            except Exception:
                log.exception("what arrived from Slack could not be looked after; it is tried again")
            await asyncio.sleep(LOOK_SECONDS)

    async def _proved(self, tenant_id: TenantId, body: bytes, *, at: str, signature: str) -> Connection:
        found = await self._desk.store.slack.find(tenant_id)
        now = self._desk.clock()
        # The same answer where none is connected: it is nobody's to know who uses Slack.
        if found is None or not is_from_slack(found.signing_secret, at=at, signature=signature, body=body, now=now):
            raise Unauthorized(
                "This is not signed by a Slack app that is connected here. Compare the signing secret in the console.",
                code="not_from_slack",
            )
        return found

    async def _keep(self, tenant_id: TenantId, arrival: Arrival | None) -> None:
        if arrival is None:
            return
        if await self._desk.store.slack_threads.arrived(tenant_id, arrival, at=self._desk.clock()):
            self._desk.soon(work_off(self._desk, tenant_id))


def _json(body: bytes) -> Mapping[str, Any]:
    try:
        said = msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeError) as broken:
        raise Invalid("This is not what Slack sends: it is no JSON.") from broken
    if not isinstance(said, dict):
        raise Invalid("This is not what Slack sends: it is no JSON object.")
    return said
