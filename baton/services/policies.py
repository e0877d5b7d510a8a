"""A tenant's policy: the one in force, and putting a new one in force."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib import resources

from baton.core.actors import Caller, Role
from baton.core.events import Event, EventKind
from baton.core.policy.model import Policy
from baton.core.policy.parse import digest_of, parse
from baton.services.access import require
from baton.services.checking import insist
from baton.services.desk import Desk


@dataclass(frozen=True, slots=True)
class InForce:
    """The policy in force: parsed, as text, and since when (None: the default that ships)."""

    policy: Policy
    source: str
    digest: str
    since: datetime | None


def default_source() -> str:
    """The text of the default policy."""
    return resources.files("baton.core.policy").joinpath("default.yaml").read_text(encoding="utf-8")


@cache
def load_default() -> Policy:
    """The default policy, read once."""
    return parse(default_source())


async def in_force(desk: Desk, caller: Caller) -> InForce:
    """The tenant's policy as it is now."""
    require(caller, Role.ADMIN, Role.OPERATOR, Role.READONLY)
    found = await desk.store.policies.newest(caller.tenant_id)
    if found is None:
        source = desk.policies.default
        return InForce(parse(source, version=0), source, digest_of(source), None)
    version, source, kept_digest, since = found
    return InForce(parse(source, version=version), source, kept_digest, since)


async def put_in_force(desk: Desk, caller: Caller, source: str) -> int:
    """Check and lint a policy and put it in force. Raises PolicyErrors with every problem; then nothing changes."""
    require(caller, Role.ADMIN)
    insist(source)
    now = desk.clock()
    by = caller.actor.name or caller.actor.kind.value
    version = await desk.store.policies.add(caller.tenant_id, source, digest_of(source), by, now)
    desk.policies.forget(caller.tenant_id)
    data = {"version": version, "digest": digest_of(source)}
    await desk.store.events.record(caller.tenant_id, Event(EventKind.POLICY_CHANGED, caller.actor, now, data))
    return version
