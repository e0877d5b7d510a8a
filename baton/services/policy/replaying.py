"""Trying a policy on the past: each decision of a stretch of time taken again under it, with the facts of then.

It goes portion by portion. A portion is read in one statement, decided in a thread with no connection held, and its
counts can be added to those of the others, so that nothing is kept between two requests and any node can do the next.
"""

import asyncio
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import tzinfo
from functools import lru_cache
from typing import Any

from baton.core.actors import Caller, Role
from baton.core.errors import Invalid
from baton.core.ids import TenantId
from baton.core.policy.model import Policy
from baton.core.policy.parse.whole import parse
from baton.core.policy.problems import PolicyErrors
from baton.core.replaying.differing import Difference, difference_view
from baton.core.replaying.first import Place, Proposal, Walked, walk
from baton.core.replaying.proposed import Alike, asked_then
from baton.core.replaying.recorded import Recorded, RecordedDecision
from baton.core.replaying.tally import Tally
from baton.core.trail.proof import case_from
from baton.services.access import require
from baton.services.bot.answering import alike
from baton.services.bot.looking_up import look_up, with_sources
from baton.services.desk import Desk
from baton.services.ports.replays import Stretch
from baton.services.trail.masking import reader_of

PORTION = 50
"""Conversations of a portion: some tenths of a second of the processor."""

AT_ONCE = 5
"""Conversations between which the desk gets on with everything else."""


@dataclass(frozen=True, slots=True)
class Portion:
    """What came of some conversations: counts, differences, and where the next portion begins (None: nowhere)."""

    tally: Tally
    differences: tuple[tuple[Recorded, Difference], ...]
    next: str | None


async def replay(
    desk: Desk, caller: Caller, source: str, stretch: Stretch, *, zone: tzinfo, after: str = "", limit: int = PORTION
) -> Portion:
    """What a proposed policy, given as text, would have decided in some conversations, the latest first.

    Nothing is stored and nobody is told. Raises PolicyErrors where the text can't be read, and Invalid where it leaves
    the answers to another bot than the policy in force does: what that would have said nobody knows.
    """
    require(caller, Role.ADMIN)
    policy = await asyncio.to_thread(_parsed, source, 0)
    if policy.bot.answers != (await desk.policies.of(caller.tenant_id)).bot.answers:
        raise Invalid("Another bot would answer under this policy. What it would have said can't be replayed.")
    recorded = await desk.store.replays.recorded(caller.tenant_id, stretch, after=after, limit=limit)
    then = await _in_force(desk, caller.tenant_id, recorded)
    proposal = Proposal(policy, then, await _alike(desk, recorded, policy, then))
    tally, differences = Tally(zone), list[tuple[Recorded, Difference]]()
    for begin in range(0, len(recorded), AT_ONCE):
        for one in await asyncio.to_thread(_walk_all, recorded[begin : begin + AT_ONCE], proposal):
            walked = await _with_sources(desk, caller.tenant_id, one, proposal)
            tally.note(walked)
            if walked.difference is not None:
                differences.append((walked.recorded, walked.difference))
    return Portion(tally, tuple(differences), recorded[-1].id if len(recorded) == limit else None)


async def how_many(desk: Desk, caller: Caller, stretch: Stretch) -> int:
    """How many conversations there are to be replayed."""
    require(caller, Role.ADMIN)
    return await desk.store.replays.count(caller.tenant_id, stretch)


async def views(desk: Desk, caller: Caller, portion: Portion) -> list[dict[str, Any]]:
    """The differences ready for JSON, with what the customer wrote masked as in the inbox."""
    return [
        difference_view(one, await reader_of(desk, caller.tenant_id, recorded.queue))
        for recorded, one in portion.differences
    ]


def _walk_all(some: Sequence[Recorded], proposal: Proposal) -> list[Walked]:
    return [walk(one, proposal) for one in some]


async def _with_sources(desk: Desk, tenant_id: TenantId, walked: Walked, proposal: Proposal) -> Walked:
    """The sources are asked, as they are today, where they weren't then and the proposed policy leaves it to them."""
    while (turn := walked.open) is not None:
        signals = turn.case.signals
        grounding, noticed = await look_up(desk, tenant_id, turn.asked, proposal.policy, signals)
        seen = (*signals, *noticed)
        proposal.looked_up[turn.place] = await with_sources(
            desk, tenant_id, proposal.policy, seen, turn.asked, grounding
        )
        walked = await asyncio.to_thread(walk, walked.recorded, proposal)
    return walked


async def _in_force(
    desk: Desk, tenant_id: TenantId, recorded: Sequence[Recorded]
) -> Callable[[RecordedDecision], Policy]:
    """The policies that the decisions were taken under; version 0 is the default of its day."""
    versions = {one.version for each in recorded for one in each.decisions}
    policies = {version: await _of_version(desk, tenant_id, version) for version in versions if version}
    defaults = await desk.store.policies.defaults()
    texts = [await asyncio.to_thread(_readable, text, 0, desk.policies.default) for _, text in defaults]
    newest = await asyncio.to_thread(_parsed, desk.policies.default, 0)
    begins = [since for since, _ in defaults]

    def then(one: RecordedDecision) -> Policy:
        if one.version:
            return policies[one.version]
        place = bisect_right(begins, one.at)
        return texts[place - 1] if place else newest

    return then


async def _of_version(desk: Desk, tenant_id: TenantId, version: int) -> Policy:
    text = await desk.store.policies.of_version(tenant_id, version)
    return await asyncio.to_thread(_readable, text or "", version, desk.policies.default)


def _readable(text: str, version: int, default: str) -> Policy:
    """A policy of the past; the default where this Baton can't read it any more: then nothing comes out the same."""
    try:
        return _parsed(text, version)
    except PolicyErrors:
        return _parsed(default, version)


@lru_cache(maxsize=32)
def _parsed(text: str, version: int) -> Policy:
    return parse(text, version=version)


async def _alike(
    desk: Desk, recorded: Sequence[Recorded], now: Policy, then: Callable[[RecordedDecision], Policy]
) -> dict[Place, Alike]:
    """What the examples of both policies say of each message, where they are not the same examples."""
    found: dict[Place, Alike] = {}
    for each in recorded if desk.examples is not None else ():
        for number, one in enumerate(each.decisions):
            before, case = then(one), case_from(one.data)
            same = before.ready.examples_digest == now.ready.examples_digest
            if case is not None and (not same or case.track.reopened):
                asked = asked_then(each, number, case)
                said = [await alike(desk, asked, policy) for policy in (before, now)]
                found[each.id, number] = Alike(*said)
    return found
