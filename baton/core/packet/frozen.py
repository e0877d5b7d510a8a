"""A packet as JSON values, as it is stored with its handoff and as `view` reads it."""

from dataclasses import asdict
from typing import Any

from baton.core.facts import Fact
from baton.core.packet.packet import Packet
from baton.core.packet.tried import Tried

View = dict[str, Any]

FORM = 2
"""The form of what is stored. The first held sentences in English, and is read as it was written."""


def frozen(packet: Packet) -> View:
    """The packet's data. What may be masked is marked in it, so it is shown to nobody as it stands."""
    missing = packet.sources_missing
    return {
        "form": FORM,
        "goal": packet.goal,
        "last_message": packet.last_message,
        "files": packet.files,
        "facts": [_fact(fact) for fact in packet.facts],
        "attempts": asdict(packet.attempts) | {"documents": list(packet.attempts.documents)},
        "tried": [_step(one) for one in packet.tried],
        "sources_used": [asdict(one) for one in packet.sources_used],
        "sources_missing": {"key": missing.key, "items": list(missing.items)} if missing else None,
        "for_operators": [asdict(one) for one in packet.for_operators],
        "risk_flags": [asdict(one) for one in packet.risk_flags],
        "reason": {
            "code": packet.reason.code.value,
            "topic": packet.reason.topic,
            "rule": packet.reason.rule,
            "evidence": list(packet.reason.evidence),
        },
        "queue": {"id": packet.queue, "name": packet.queue_name},
        "suggested_reply": packet.suggested_reply,
        "customer": dict(packet.customer),
        "language": packet.language,
    }


def _fact(fact: Fact) -> View:
    return {
        "kind": fact.kind.value,
        "name": fact.name,
        "value": fact.value,
        "seq": fact.seq,
        "start": fact.start,
        "end": fact.end,
        "sensitive": fact.sensitive.value if fact.sensitive else None,
    }


def _step(one: Tried) -> View:
    return asdict(one) | {"did": one.did.value, "came": one.came.value, "sources": list(one.sources)}
