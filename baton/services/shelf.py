"""The policies in force, parsed once per version and kept at hand.

A message must not pay for reading its tenant's policy, so the version is asked for at most every few seconds;
a change on this node shows at once.
"""

import asyncio
import logging
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache

from baton.core.ids import TenantId
from baton.core.policy.masks import reader_in
from baton.core.policy.model import Policy
from baton.core.policy.parse.whole import parse
from baton.core.policy.problems import PolicyErrors
from baton.core.redaction.reader import STRICT, Reader
from baton.services.ports.policies import Policies
from baton.services.ports.store import Clock

log = logging.getLogger("baton.policies")

FRESH = timedelta(seconds=2)


@dataclass(slots=True)
class _Kept:
    policy: Policy
    asked_at: datetime
    readers: dict[str | None, Reader] = field(default_factory=dict[str | None, Reader])


class Shelf:
    """Each tenant's policy. `default` is the policy of tenants that have none of their own."""

    def __init__(self, policies: Policies, clock: Clock, default: str) -> None:
        self._policies = policies
        self._clock = clock
        self.default = default
        self._default = _read(default)
        self._kept: dict[TenantId, _Kept] = {}

    async def of(self, tenant_id: TenantId) -> Policy:
        """The tenant's policy in force."""
        now = self._clock()
        kept = self._kept.get(tenant_id)
        if kept is not None and now - kept.asked_at < FRESH:
            return kept.policy
        if kept is None:
            kept = self._kept[tenant_id] = _Kept(await self._load(tenant_id), now)
            return kept.policy
        asked_before, kept.asked_at = kept.asked_at, now  # one asks, and the turns beside it don't
        try:
            version = await self._policies.version(tenant_id)
            if kept.policy.version == version:
                return kept.policy
            policy = await self._load(tenant_id)
        except BaseException:
            kept.asked_at = asked_before
            raise
        self._kept[tenant_id] = _Kept(policy, now)
        return policy

    def reader(self, tenant_id: TenantId, queue: str | None) -> Reader:
        """Who reads of what is pushed, by the policy that is at hand; the strictest reader where none is yet."""
        kept = self._kept.get(tenant_id)
        if kept is None:
            return STRICT
        reader = kept.readers.get(queue)
        if reader is None:
            reader = kept.readers[queue] = reader_in(kept.policy, queue)
        return reader

    def forget(self, tenant_id: TenantId) -> None:
        """The tenant's policy has changed: read it again."""
        self._kept.pop(tenant_id, None)

    async def _load(self, tenant_id: TenantId) -> Policy:
        found = await self._policies.newest(tenant_id)
        if found is None:
            return self._default
        try:
            # A policy with thousands of examples takes seconds to read.
            return await asyncio.to_thread(parse, found[1], version=found[0])
        except PolicyErrors:
            log.exception("the policy of %s can't be read by this version; the default is in force", tenant_id)
            return self._default


@cache
def _read(default: str) -> Policy:
    """The default's policy, read once for all desks of this process."""
    return parse(default, version=0)
