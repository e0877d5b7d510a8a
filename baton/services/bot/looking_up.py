"""Asking a company's sources: for the bot's turn, and for a turn of the past that a proposed policy leaves to them."""

import asyncio
import logging

from baton.core.answers.grounding import NOTHING, Grounding
from baton.core.audience import SourceAudience
from baton.core.decision import Decision
from baton.core.ids import TenantId
from baton.core.judging.judgement import Asked, after_looking, found_together, lookups_of
from baton.core.policy.model import Policy
from baton.core.signals import Signal, SignalKind
from baton.core.sources.freshness import weighed_by_age
from baton.services.desk import Desk

log = logging.getLogger("baton.answering")


async def look_up(
    desk: Desk,
    tenant_id: TenantId,
    asked: Asked,
    policy: Policy,
    signals: tuple[Signal, ...],
    *,
    reader: SourceAudience = SourceAudience.PUBLIC,
) -> tuple[Grounding, tuple[Signal, ...]]:
    """What the sources say to a message, and what was noticed on the way. A look-up that fails is a signal."""
    ways = lookups_of(asked)
    try:
        async with asyncio.timeout(desk.limits.answer_seconds):
            found = [
                await desk.knowledge.ground(
                    tenant_id, one.question, language=asked.situation.language, before=one.before, reader=reader
                )
                for one in ways
            ]
            dates = await desk.knowledge.dates(tenant_id)
    except Exception:  # whatever broke the look-up, the customer gets a person
        log.exception("knowledge look-up failed")
        return NOTHING, (Signal(SignalKind.KNOWLEDGE_FAILED, 1.0, ("the sources could not be searched",)),)
    grounding, half = found_together(policy, signals, asked, ways, found)
    return weighed_by_age(grounding, dates, policy.sources, desk.clock()), half


async def with_sources(
    desk: Desk, tenant_id: TenantId, policy: Policy, seen: tuple[Signal, ...], asked: Asked, grounding: Grounding
) -> Decision:
    """The decision with what the sources say. A contradiction that somebody has dismissed is none."""
    decision = after_looking(policy, seen, asked, grounding)
    if any(signal.kind is SignalKind.CONFLICTING_SOURCES for signal in decision.signals):
        settled = await desk.store.conflicts.dismissed(tenant_id)
        decision = after_looking(policy, seen, asked, grounding, settled=settled) if settled else decision
    return decision
