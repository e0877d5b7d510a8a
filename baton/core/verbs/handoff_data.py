"""What the log keeps of a handoff, as the data of the events that move it."""

from typing import Any

from baton.core.conversation import Conversation, Handoff
from baton.core.followups.followup import agreed_view
from baton.core.waiting import told_view


def queue_data(before: Conversation) -> dict[str, Any]:
    """Which handoff, and where it waits."""
    handoff = before.handoff
    return {"handoff_id": handoff.id, "queue": handoff.queue, "queue_name": handoff.queue_name} if handoff else {}


def handoff_data(handoff: Handoff) -> dict[str, Any]:
    """All that the trail needs of a handoff that opens."""
    return {
        "handoff_id": handoff.id,
        "reason": handoff.reason.value,
        "rule": handoff.rule,
        "topic": handoff.topic,
        "queue": handoff.queue,
        "queue_name": handoff.queue_name,
        "priority": handoff.priority,
        "position": handoff.position,
        "wait": told_view(handoff.told),
        "evidence": list(handoff.evidence),
        "policy_version": handoff.policy_version,
        "ranks_at": handoff.rank,
        "weight": handoff.weight,
        "needs": dict(handoff.needs),
        **agreed_view(handoff.mode, handoff.followup),
    }
