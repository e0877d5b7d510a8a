"""The packet: what a person needs to know before their first reply, built from the conversation and nothing else.

It is data and no sentence: every fact stands in the transcript, every quotation is the customer's, and what is said
around them is worded when it is read, in the reader's language (`view`). What not every queue may see is marked.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from baton.core.actors import ActorKind
from baton.core.answers.grounding import Grounding, Passage
from baton.core.attachments import named
from baton.core.copy.catalogues import Catalogue, catalogue
from baton.core.customer import Customer
from baton.core.decision import Decision, Reason
from baton.core.facts import Fact, OwnFact, extract
from baton.core.facts.products import product_names
from baton.core.messages import Message
from baton.core.packet.goal import find_goal, only_asks_for_person, says_a_wish
from baton.core.packet.tried import Attempts, SourceUsed, Tried, attempts, sources_used, tried
from baton.core.packet.words import risk_flag, shorten
from baton.core.redaction import Marker, has_secrets, marker
from baton.core.triggers.heard import listen

GOAL_WORDS, LAST_WORDS, REPLY_WORDS = 40, 60, 18
"""Words that are kept of the goal and the last message, and those of the goal that the suggested reply reads back."""

EVIDENCE_WORDS, FILES_WORDS = 24, 12
MAX_FACTS = 12
MAX_MISSING = 8

PASSAGE_WORDS = 80
"""Words shown of a passage that is for operators."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketInput:
    """What a packet is built from. `messages` are in order; `grounding` is what the sources said to the last one.

    `for_operators` are passages on the matter that operators may read and customers may not, `own_facts` what else
    the tenant wants to see. `words` and `tone` are how the company speaks to this customer.
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
    words: Catalogue | None = None
    tone: str = "friendly"


@dataclass(frozen=True, slots=True)
class TeamPassage:
    """A passage for the operator's eyes, with where it stands. It is never shown to the customer."""

    passage_id: str
    title: str
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class PacketReason:
    """Why it was handed over: the code, the topic of the policy, the rule that fired and the words that fired it."""

    code: Reason
    topic: str | None
    rule: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Flag:
    """A warning: the key of its words, and what they are about where that is the tenant's own word."""

    key: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Missing:
    """What the sources lacked: the words no passage covers, the whole matter, or two documents that disagree."""

    key: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Packet:
    """One handoff's packet, as it is frozen with the handoff. Texts carry marks of what may be masked."""

    goal: str
    last_message: str
    files: str
    facts: tuple[Fact, ...]
    attempts: Attempts
    tried: tuple[Tried, ...]
    sources_used: tuple[SourceUsed, ...]
    sources_missing: Missing | None
    for_operators: tuple[TeamPassage, ...]
    risk_flags: tuple[Flag, ...]
    reason: PacketReason
    queue: str
    queue_name: str
    suggested_reply: str
    language: str | None
    customer: Mapping[str, Any] = field(hash=False)


def build(facts: PacketInput) -> Packet:
    """The packet of a handoff that opens now. The same input gives the same packet."""
    marks = marker(facts.messages)
    said = [message for message in facts.messages if message.author.kind is ActorKind.CUSTOMER]
    goal = shorten(marks.text(_wish(facts.messages)), GOAL_WORDS)
    return Packet(
        goal=goal,
        last_message=shorten(marks.message(said[-1]), LAST_WORDS) if said else "",
        files=shorten(marks.text(named([file for one in said for file in one.attachments])), FILES_WORDS),
        facts=_facts(facts, marks),
        attempts=attempts(facts.messages),
        tried=tried(facts.messages, marks),
        sources_used=sources_used(facts.messages),
        sources_missing=_missing(facts, goal, marks),
        for_operators=tuple(
            TeamPassage(one.id, one.title, one.heading, shorten(one.text, PASSAGE_WORDS)) for one in facts.for_operators
        ),
        risk_flags=_risks(facts, said, marks),
        reason=_reason(facts.decision, marks),
        queue=facts.queue,
        queue_name=facts.queue_name,
        suggested_reply=_suggested_reply(facts, goal, marks),
        language=facts.language,
        customer=_profile(facts, marks),
    )


def _facts(facts: PacketInput, marks: Marker) -> tuple[Fact, ...]:
    """The facts that are shown first, each with what it is where not every queue may see it."""
    found = extract(facts.messages, own=facts.own_facts, products=_products(facts.grounding))[:MAX_FACTS]
    kinds = [marks.kind_at(one.seq, one.start, one.end) or marks.kind_of(one.value) for one in found]
    return tuple(replace(one, sensitive=kind) for one, kind in zip(found, kinds, strict=True))


def _products(grounding: Grounding | None) -> tuple[str, ...]:
    """What the documents found on the matter call their things, and what the company says that customers call them."""
    if grounding is None:
        return ()
    names = product_names(one for hit in grounding.hits for one in (hit.passage.title, hit.passage.heading))
    return (*names, *grounding.own.called(names))


def _wish(messages: Sequence[Message]) -> str:
    """What the customer still wants: the best of their words since the last answer that helped, or else of all."""
    said = _said(messages)
    still_open = _said(_open_matter(messages))
    if any(says_a_wish(text) for text in still_open):
        return find_goal(still_open)
    return find_goal([text for text in said if not only_asks_for_person(text)] or said)


def _said(messages: Sequence[Message]) -> list[str]:
    return [message.text for message in messages if message.author.kind is ActorKind.CUSTOMER]


def _open_matter(messages: Sequence[Message]) -> Sequence[Message]:
    """The messages since the last answer from a source that the customer did not say was no help."""
    start = 0
    for place, message in enumerate(messages):
        follows = next((m for m in messages[place + 1 :] if m.author.kind is ActorKind.CUSTOMER), None)
        if message.citations and (follows is None or not listen(follows.text).all("stuck")):
            start = place + 1
    return messages[start:]


def _reason(decision: Decision, marks: Marker) -> PacketReason:
    evidence = tuple(shorten(marks.quoted(words), EVIDENCE_WORDS) for words in decision.evidence)
    topic = decision.topic if decision.reason is Reason.POLICY_TOPIC else None
    return PacketReason(decision.reason, topic, decision.rule, evidence)


def _missing(facts: PacketInput, goal: str, marks: Marker) -> Missing | None:
    if facts.decision.reason is Reason.CONFLICTING_SOURCES and facts.grounding:
        sides = tuple(shorten(marks.text(side), PASSAGE_WORDS) for side in facts.decision.evidence)
        return Missing("lack_disagree", sides)
    gaps = (Reason.NO_SOURCE, Reason.LOW_CONFIDENCE, Reason.STUCK)
    if facts.grounding and facts.grounding.missing:
        return Missing("lack_words", tuple(marks.text(word) for word in facts.grounding.missing[:MAX_MISSING]))
    return Missing("lack_matter", (goal,)) if facts.decision.reason in gaps and goal else None


def _risks(facts: PacketInput, said: list[Message], marks: Marker) -> tuple[Flag, ...]:
    told = (facts.decision.reason.value, facts.decision.topic)
    beside = [signal for signal in facts.decision.signals if (signal.kind.value, signal.topic) != told]
    flags = [Flag(flag[0], marks.text(flag[1])) for signal in beside if (flag := risk_flag(signal))]
    if any(has_secrets(message.text) for message in said):
        flags.append(Flag("flag_masked"))
    personal = facts.decision.reason in (Reason.POLICY_TOPIC, Reason.SENSITIVE_DATA)
    if personal and not facts.customer.verified:
        flags.append(Flag("flag_identity"))
    return tuple(dict.fromkeys(flags))


def _suggested_reply(facts: PacketInput, goal: str, marks: Marker) -> str:
    """A first reply in the customer's language and the company's tone: it shows what was read, and promises nothing."""
    words = facts.words or catalogue(facts.language or facts.customer.language)
    name = shorten(marks.text(facts.customer.name or ""), 4)
    parts = [words.text("reply_hello_named", name=name) if name else words.text("reply_hello")]
    if facts.tone == "formal":
        parts.append(words.text("reply_thanks"))
    if facts.tone != "plain":
        parts.append(words.text("reply_read"))
    if not goal or only_asks_for_person(goal):
        return words.text("joint").join([*parts, words.text("reply_look")])
    # What the customer wrote ends as they ended it, so the next sentence begins a line of its own.
    matter = words.text("reply_matter", matter=shorten(goal, REPLY_WORDS))
    return f"{words.text('joint').join([*parts, matter])}\n{words.text('reply_look')}"


def _profile(facts: PacketInput, marks: Marker) -> Mapping[str, Any]:
    customer = facts.customer
    tier = customer.attributes.get("tier")
    return {
        "name": marks.text(customer.name) if customer.name else customer.name,
        "email": customer.email,
        "channel": facts.channel,
        "language": facts.language or customer.language,
        "tier": str(tier) if tier is not None else None,
        "tags": [marks.text(tag) for tag in customer.tags],
        "attributes": {
            key: marks.text(value) if isinstance(value, str) else value for key, value in customer.attributes.items()
        },
        "since": customer.since.isoformat() if customer.since else None,
        "conversations": customer.conversations,
    }
