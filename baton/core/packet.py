"""The packet: what a person needs to know before their first reply, built from the conversation and nothing else.

Every fact in it stands in the transcript. What is read before the fold keeps a budget of words, because a packet that
takes longer to read than the conversation helps nobody. Secrets are masked before anything is quoted.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from baton.core.actors import ActorKind
from baton.core.attachments import named
from baton.core.copy.catalogues import catalogue
from baton.core.customer import Customer
from baton.core.decision import Decision, Reason
from baton.core.facts import Fact, OwnFact, extract
from baton.core.facts.products import product_names
from baton.core.goal import find_goal, only_asks_for_person, says_a_wish
from baton.core.grounding import Grounding, Passage
from baton.core.messages import Message
from baton.core.packet_words import count_words, plain, risk_flag, shorten, why
from baton.core.redaction import has_secrets, mask
from baton.core.tried import SourceUsed, Tried, sources_used, tried, tried_in_words
from baton.core.triggers.heard import listen

FOLD = 60
"""Words above the fold: summary, reason and last message. About five seconds of a practised reader."""

GOAL_WORDS, REASON_WORDS, REPLY_WORDS = 20, 10, 18
MAX_FACTS = 12

PASSAGE_WORDS = 80
"""Words shown of a passage that is for operators."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketInput:
    """What a packet is built from. `messages` are in order; `grounding` is what the sources said to the last one.

    `for_operators` are passages on the matter that operators may read and customers may not, `own_facts` what else
    the tenant wants to see.
    """

    messages: tuple[Message, ...]
    customer: Customer
    channel: str
    decision: Decision
    queue: str
    queue_name: str
    now: datetime
    language: str | None = None
    grounding: Grounding | None = None
    for_operators: tuple[Passage, ...] = ()
    own_facts: tuple[OwnFact, ...] = ()


@dataclass(frozen=True, slots=True)
class TeamPassage:
    """A passage for the operator's eyes, with where it stands. It is never shown to the customer."""

    passage_id: str
    title: str
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class PacketReason:
    """Why it was handed over: the code, a plain sentence, the rule that fired and the words that fired it."""

    code: Reason
    says: str
    rule: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Packet:
    """One handoff's packet, as it is frozen with the handoff."""

    summary: tuple[str, str]
    goal: str
    last_message: str
    facts: tuple[Fact, ...]
    tried: tuple[Tried, ...]
    sources_used: tuple[SourceUsed, ...]
    sources_missing: tuple[str, ...]
    for_operators: tuple[TeamPassage, ...]
    risk_flags: tuple[str, ...]
    reason: PacketReason
    queue: str
    queue_name: str
    suggested_reply: str
    language: str | None
    customer: Mapping[str, Any] = field(hash=False)


def build(facts: PacketInput) -> Packet:
    """The packet of a handoff that opens now. The same input gives the same packet."""
    said = [message for message in facts.messages if message.author.kind is ActorKind.CUSTOMER]
    wish = _wish(facts.messages)
    reason = _reason(facts.decision)
    summary = _summary(facts, wish)
    # One word less: an ellipsis after a script without spaces is counted on its own.
    budget = FOLD - 1 - sum(count_words(line) for line in (*summary, reason.says))
    return Packet(
        summary=summary,
        goal=shorten(wish, 2 * GOAL_WORDS),
        last_message=_last_words(said, budget),
        facts=extract(facts.messages, own=facts.own_facts, products=_products(facts.grounding))[:MAX_FACTS],
        tried=tried(facts.messages),
        sources_used=sources_used(facts.messages),
        sources_missing=_missing(facts, wish),
        for_operators=tuple(
            TeamPassage(one.id, one.title, one.heading, shorten(one.text, PASSAGE_WORDS)) for one in facts.for_operators
        ),
        risk_flags=_risks(facts, said),
        reason=reason,
        queue=facts.queue,
        queue_name=facts.queue_name,
        suggested_reply=_suggested_reply(facts, wish),
        language=facts.language,
        customer=_profile(facts),
    )


def _products(grounding: Grounding | None) -> tuple[str, ...]:
    """What the documents found on the matter call their things."""
    return product_names(
        one for hit in (grounding.hits if grounding else ()) for one in (hit.passage.title, hit.passage.heading)
    )


def _last_words(said: Sequence[Message], budget: int) -> str:
    """What the customer said last, with the names of all the files that they have sent."""
    files = [file for message in said for file in message.attachments]
    many = "1 file" if len(files) == 1 else f"{len(files)} files"
    sent = shorten(f"({many}: {named(files)})", budget) if files else ""
    text = shorten(mask(said[-1].text), budget - count_words(sent)) if said else ""
    return f"{text} {sent}".strip()


def _wish(messages: Sequence[Message]) -> str:
    """What the customer still wants: the best of their words since the last answer that helped, or else of all."""
    said = _said(messages)
    still_open = _said(_open_matter(messages))
    if any(says_a_wish(text) for text in still_open):
        return find_goal(still_open)
    return find_goal([text for text in said if not only_asks_for_person(text)] or said)


def _said(messages: Sequence[Message]) -> list[str]:
    return [mask(message.text) for message in messages if message.author.kind is ActorKind.CUSTOMER]


def _open_matter(messages: Sequence[Message]) -> Sequence[Message]:
    """The messages since the last answer from a source that the customer did not say was no help."""
    start = 0
    for place, message in enumerate(messages):
        follows = next((m for m in messages[place + 1 :] if m.author.kind is ActorKind.CUSTOMER), None)
        if message.citations and (follows is None or not listen(follows.text).all("stuck")):
            start = place + 1
    return messages[start:]


def words_above_fold(packet: Packet) -> int:
    """Words that are read without unfolding anything: the summary, the reason and the last message."""
    return sum(count_words(line) for line in (*packet.summary, packet.reason.says, packet.last_message))


def _summary(facts: PacketInput, wish: str) -> tuple[str, str]:
    about = plain(facts.decision.topic or "").capitalize() or "The customer"
    wants = "The customer has not said what they want."
    if wish:
        wants = f"{shorten(about, 3)}: “{shorten(wish, GOAL_WORDS - 3)}”"
    return wants, f"{tried_in_words(facts.messages)} It stopped because {shorten(why(facts.decision), 8)}."


def _reason(decision: Decision) -> PacketReason:
    evidence = tuple(shorten(mask(words), 24) for words in decision.evidence)
    says = shorten(why(decision), 8)
    says = says[:1].upper() + says[1:]
    room = REASON_WORDS - count_words(says)
    quoted = f": “{shorten(evidence[0], room)}”" if evidence and room > 0 else ""
    return PacketReason(decision.reason, f"{says}{quoted or '.'}", decision.rule, evidence)


def _missing(facts: PacketInput, wish: str) -> tuple[str, ...]:
    """What the sources lacked: the words no passage covers, or the documents that disagree."""
    if facts.decision.reason is Reason.CONFLICTING_SOURCES and facts.grounding:
        return ("These two disagree:", *(shorten(mask(side), PASSAGE_WORDS) for side in facts.decision.evidence))
    gaps = (Reason.NO_SOURCE, Reason.LOW_CONFIDENCE, Reason.STUCK)
    if facts.grounding and facts.grounding.missing:
        return (f"Nothing on: {', '.join(mask(word) for word in facts.grounding.missing[:8])}",)
    return (f"No source for: “{shorten(wish, GOAL_WORDS)}”",) if facts.decision.reason in gaps and wish else ()


def _risks(facts: PacketInput, said: list[Message]) -> tuple[str, ...]:
    told = (facts.decision.reason.value, facts.decision.topic)
    beside = [signal for signal in facts.decision.signals if (signal.kind.value, signal.topic) != told]
    flags = [flag for signal in beside if (flag := risk_flag(signal))]
    if any(has_secrets(message.text) for message in said):
        flags.append("A card number or secret was written; it is masked here")
    personal = facts.decision.reason in (Reason.POLICY_TOPIC, Reason.SENSITIVE_DATA)
    if personal and not facts.customer.verified:
        flags.append("Identity not verified")
    return tuple(dict.fromkeys(mask(flag) for flag in flags))


def _suggested_reply(facts: PacketInput, wish: str) -> str:
    """A first reply in the customer's language: it greets, shows what was read, and promises nothing."""
    words = catalogue(facts.language or facts.customer.language)
    name = shorten(mask(facts.customer.name or ""), 4)
    hello = words.text("reply_hello_named", name=name) if name else words.text("reply_hello")
    parts = [hello, words.text("reply_read")]
    if wish and not only_asks_for_person(wish):
        parts.append(words.text("reply_matter", matter=shorten(wish, REPLY_WORDS)))
    return words.text("joint").join([*parts, words.text("reply_look")])


def _profile(facts: PacketInput) -> Mapping[str, Any]:
    customer = facts.customer
    tier = customer.attributes.get("tier")
    return {
        "name": customer.name,
        "email": customer.email,
        "channel": facts.channel,
        "language": facts.language or customer.language,
        "tier": str(tier) if tier is not None else None,
        "tags": list(customer.tags),
        "attributes": {
            key: mask(value) if isinstance(value, str) else value for key, value in customer.attributes.items()
        },
        "since": customer.since.isoformat() if customer.since else None,
        "conversations": customer.conversations,
    }
