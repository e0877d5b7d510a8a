"""When the bot stops, layer by layer, and what the customer reads then."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from baton.core.brief.document import Block, Items, Quote, Section, Table, Text
from baton.core.brief.examples import examples
from baton.core.copy import said
from baton.core.copy.catalogues import Catalogue
from baton.core.copy.notice import HandoffFacts, handoff_notice
from baton.core.decision import Reason
from baton.core.followups.modes import Mode
from baton.core.launch.rules import languages_of
from baton.core.policy.describe import describe
from baton.core.policy.lint.places import destinations
from baton.core.policy.model import Policy
from baton.core.policy.rule import Layer, Rule
from baton.core.signals import DANGER
from baton.core.waiting import WaitRange

LAYERS = {
    Layer.REQUEST: "What the customer asks for",
    Layer.STOP: "Topics and data that need a person",
    Layer.ATTRIBUTE: "Who the customer is",
    Layer.FAILURE: "Something failed",
    Layer.GROUNDING: "What the sources say",
    Layer.CONFIDENCE: "How sure the bot is",
    Layer.STUCK: "The answers don't help",
    Layer.DISTRESS: "How the customer feels",
    Layer.VALUE: "Somebody wants to buy",
}

_SATURDAY = datetime(2024, 1, 6, 12, tzinfo=UTC)
"""A moment for notices that tell a time. Nothing hangs on which: it keeps the document the same from day to day."""


def rule_sections(policy: Policy) -> Iterator[Section]:
    """The rules in words, each with where it leads and what would make it fire."""
    how = (
        "The layers are asked in this order, and a lower one never takes back what one above has raised. The first "
        "rule that hands over wins; where none does, the first that fires decides."
    )
    yield Section("When it stops", (Text(how),))
    for layer, title in LAYERS.items():
        rules = [rule for rule in policy.in_order() if rule.layer is layer]
        if rules:
            yield Section(title, (_table(policy, rules),), level=3)


def notice_sections(policy: Policy) -> Iterator[Section]:
    """What customers read at the moments that matter, in every language that they are served in."""
    how = "Composed from what is true at that moment; names, places and times here are examples."
    yield Section("What the customer reads", (Text(how),))
    for language in languages_of(policy):
        words = policy.speaks(language)
        blocks: list[Block] = []
        for when, text in _notices(policy, words):
            blocks += [Text(when), Quote(text, words.code)]
        yield Section(words.name, tuple(blocks), level=3)


def _table(policy: Policy, rules: Sequence[Rule]) -> Table:
    """The rules of a layer; with examples where words show one of them."""
    rows = tuple((describe(one, policy), _to(one, policy), _said(one, policy)) for one in rules)
    if any(said for _, _, said in rows):
        return Table(("Rule", "Goes to", "For example"), rows)
    return Table(("Rule", "Goes to"), tuple(row[:2] for row in rows))


def _to(rule: Rule, policy: Policy) -> str:
    names = [queue.name for queue in policy.queues if queue.id in destinations(policy, rule)]
    return ", ".join(names) or "the bot goes on"


def _said(rule: Rule, policy: Policy) -> str:
    return " / ".join(f"“{one}”" for one in examples(rule, policy))


def _notices(policy: Policy, words: Catalogue) -> Iterator[tuple[str, str]]:
    queue = policy.default_queue
    open_now = HandoffFacts(
        reason=Reason.CUSTOMER_REQUEST,
        queue=queue.id,
        queue_name=queue.name,
        is_open=True,
        operators_here=2,
        position=2,
        wait=WaitRange(300, 600),
        now=_SATURDAY,
    )
    yield "They asked for a person, and somebody is there:", handoff_notice(open_now, words).text
    if not queue.hours.is_always:
        opens = queue.hours.next_open(_SATURDAY + timedelta(hours=12))
        closed = replace(open_now, is_open=False, operators_here=0, position=None, wait=None, next_open=opens)
        yield "The team is closed:", handoff_notice(closed, words).text
    topic = next((one.key for one in policy.topics if one.key != DANGER), None)
    if topic:
        yield f"The topic is {_plain(topic)}:", handoff_notice(_about(policy, open_now, topic), words).text
    if any(DANGER in rule.topics for rule in policy.rules):
        urgent = replace(_about(policy, open_now, DANGER), danger=True)
        yield "Somebody may be in danger:", handoff_notice(urgent, words).text
    yield "No source answers the question:", said.offer(Reason.NO_SOURCE, words)
    if Mode.TICKET in queue.modes:
        reference = f"{policy.tickets.prefix}-104233"
        due = _SATURDAY + timedelta(hours=4)
        yield "It becomes a ticket:", said.ticket_opened(words, reference, due, now=_SATURDAY)
    yield "A person joins:", said.joined("Dana", words)
    yield "It is closed:", said.resolved("Dana", words)


def _about(policy: Policy, facts: HandoffFacts, topic: str) -> HandoffFacts:
    queue = policy.queue(policy.queue_for(topic)) or policy.default_queue
    return replace(facts, reason=Reason.POLICY_TOPIC, topic=topic, queue=queue.id, queue_name=queue.name)


def _plain(key: str) -> str:
    return key.replace("_", " ")


def promises() -> Section:
    """What the desk promises, and what comes of it."""
    lines = (
        "By when a person replies, where the queue has a target and somebody is there to keep it.",
        "How long the wait is, as a range that is learned from the queue's own waits and told only while it holds.",
        "When a closed queue opens, and the time of a call that was booked.",
        "By when a ticket or a letter is answered.",
        "That the answer comes in this same conversation, also to those who leave.",
    )
    then = (
        "Each promise is kept count of and ends kept, broken or withdrawn. A broken one is owned up to, moves the "
        "customer forward and tells the queue's owner."
    )
    return Section("What is promised", (Items(lines), Text(then)))
