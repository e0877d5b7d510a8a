"""A tenant's policy: the one in force, and putting a new one in force."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib import resources

from baton.core.actors import Caller, Role
from baton.core.errors import Conflict, NotFound
from baton.core.events import Event, EventKind
from baton.core.ids import ConversationId, TenantId
from baton.core.policy.diff import Difference, diff
from baton.core.policy.model import Policy
from baton.core.policy.parse.whole import digest_of, parse
from baton.core.replaying.again import replay
from baton.core.replaying.foretold import Foretold
from baton.services.access import find, require
from baton.services.desk import Desk
from baton.services.policy.check import looked_through
from baton.services.policy.checking import insist
from baton.services.records import PolicyVersion


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


async def model_tokens(desk: Desk, caller: Caller) -> int:
    """What the language model has used for the tenant today (UTC), in tokens."""
    require(caller, Role.ADMIN, Role.OPERATOR, Role.READONLY)
    return await desk.store.model_use.of_day(caller.tenant_id, desk.clock().date())


async def keep_default(desk: Desk) -> None:
    """Note the default that this Baton brings: decisions of this day are taken again under it, also after upgrades."""
    default = desk.policies.default
    await desk.store.policies.keep_default(default, digest_of(default), desk.clock())


async def put_in_force(
    desk: Desk, caller: Caller, source: str, *, instead_of: int | None = None, foretold: Foretold | None = None
) -> int:
    """Check and lint a policy and put it in force. Raises PolicyErrors with every problem; then nothing changes.

    With `instead_of`, only if that version still is the one in force; else, and where somebody puts another in force
    at the same moment, Conflict `policy_changed`. `foretold` is kept with it.
    """
    require(caller, Role.ADMIN)
    insist(await looked_through(desk, caller, source))
    now = desk.clock()
    by = caller.actor.name or caller.actor.kind.value
    version = await desk.store.policies.add(
        caller.tenant_id, source, digest_of(source), by, now, instead_of=instead_of, foretold=foretold
    )
    if version is None:
        raise Conflict(
            "The policy was changed meanwhile. Look at it as it is now, and try again.", code="policy_changed"
        )
    desk.policies.forget(caller.tenant_id)
    data = {"version": version, "digest": digest_of(source)}
    await desk.store.events.record(caller.tenant_id, Event(EventKind.POLICY_CHANGED, caller.actor, now, data))
    policy = await desk.policies.of(caller.tenant_id)
    if desk.examples is not None and policy.ready.examples:
        desk.soon(desk.examples.learn(policy))
    return version


MAX_VERSIONS = 100
"""Versions that a list of them shows."""


async def versions(desk: Desk, caller: Caller) -> tuple[PolicyVersion, ...]:
    """The versions that were ever in force, newest first, the last hundred. The default has none."""
    require(caller, Role.ADMIN, Role.OPERATOR, Role.READONLY)
    return await desk.store.policies.versions(caller.tenant_id, MAX_VERSIONS)


async def of_version(desk: Desk, caller: Caller, version: int) -> Policy:
    """The policy of one version; 0 is the default that ships. Raises NotFound where there is no such version."""
    require(caller, Role.ADMIN, Role.OPERATOR, Role.READONLY)
    return parse(await _source_at(desk, caller.tenant_id, version, desk.clock()), version=version)


async def difference(desk: Desk, caller: Caller, before: int, after: int | None) -> tuple[Difference, ...]:
    """What changes from one version to another, or to the one in force, in words."""
    newer = (await in_force(desk, caller)).policy if after is None else await of_version(desk, caller, after)
    return diff(await of_version(desk, caller, before), newer)


async def _source_at(desk: Desk, tenant_id: TenantId, version: int, at: datetime) -> str:
    """The text of a version; of the default, the one of that moment."""
    if version == 0:
        return await desk.store.policies.default_at(at) or desk.policies.default
    source = await desk.store.policies.of_version(tenant_id, version)
    if source is None:
        raise NotFound(f"There is no version {version} of the policy.")
    return source


@dataclass(frozen=True, slots=True)
class Replayed:
    """A decision of the log, taken again: its place, its rule, and where it comes out otherwise.

    `differences` is None where there was nothing to take again, and empty where it came out the same.
    """

    seq: int
    rule: str
    version: int
    differences: tuple[str, ...] | None


async def replay_conversation(desk: Desk, caller: Caller, id: ConversationId) -> tuple[Replayed, ...]:
    """Every decision of a conversation taken again, each under the policy version that it was taken under."""
    require(caller, Role.ADMIN, Role.OPERATOR, Role.READONLY)
    await find(desk, caller, id)
    policies: dict[str, Policy] = {}
    replayed: list[Replayed] = []
    after = 0
    while logged := await desk.store.events.of_conversation(caller.tenant_id, id, after=after, limit=200, team=True):
        for event in (one.event for one in logged if one.event.kind is EventKind.DECISION_MADE):
            version = int(event.data["policy_version"])
            source = await _source_at(desk, caller.tenant_id, version, event.at)
            if source not in policies:
                policies[source] = parse(source, version=version)
            found = replay(policies[source], event.data)
            replayed.append(Replayed(event.seq, event.data["rule"], version, found))
        after = logged[-1].event.seq
    return tuple(replayed)
