"""How a packet looks to the outside: whole for the team, and the part that is the customer's own to see."""

from typing import Any

from baton.core.copy.catalogues import catalogue
from baton.core.facts import Fact
from baton.core.packet import Packet

View = dict[str, Any]


def packet_to_dict(packet: Packet) -> View:
    """The whole packet as JSON values, for the team."""
    return {
        "summary": list(packet.summary),
        "goal": packet.goal,
        "last_message": packet.last_message,
        "facts": [_fact(fact) for fact in packet.facts],
        "tried": [{"what": one.what, "outcome": one.outcome, "seq": one.seq} for one in packet.tried],
        "sources_used": [{"title": one.title, "heading": one.heading, "url": one.url} for one in packet.sources_used],
        "sources_missing": list(packet.sources_missing),
        "for_operators": [
            {"passage_id": one.passage_id, "title": one.title, "heading": one.heading, "text": one.text}
            for one in packet.for_operators
        ],
        "risk_flags": list(packet.risk_flags),
        "reason": {
            "code": packet.reason.code.value,
            "says": packet.reason.says,
            "rule": packet.reason.rule,
            "evidence": list(packet.reason.evidence),
        },
        "queue": {"id": packet.queue, "name": packet.queue_name},
        "suggested_reply": packet.suggested_reply,
        "customer": dict(packet.customer),
        "language": packet.language,
    }


def for_customer(packet: Packet | View) -> View:
    """What the customer may see of it, in their language: their own matter, facts and last words."""
    view = packet_to_dict(packet) if isinstance(packet, Packet) else packet
    words = catalogue(view["language"] or view["customer"]["language"])
    goal = view["goal"]
    return {
        "summary": [words.text("reply_matter", matter=goal)] if goal else [],
        "facts": view["facts"],
        "last_message": view["last_message"],
    }


def _fact(fact: Fact) -> View:
    return {
        "label": fact.kind.value,
        "kind": fact.kind.value,
        "value": fact.value,
        "seq": fact.seq,
        "start": fact.start,
        "end": fact.end,
    }
