"""The rules of a policy file."""

import re

from baton.core.ids import QueueId
from baton.core.policy.fields import Fields, Problems, open_table
from baton.core.policy.model import COUNTED, LAYER_OF, PRIORITIES, Action, Rule
from baton.core.policy.problems import did_you_mean
from baton.core.policy.tree import Listing, Node
from baton.core.signals import SignalKind

RULE_KEYS = ("id", "when", "then", "topics", "along_with", "at_least", "times", "queue", "priority")
"""Every key that a rule can have."""

SIGNALS = tuple(kind.value for kind in LAYER_OF)
ACTIONS = tuple(action.value for action in Action)
MAX_RULES = 500

_ID = re.compile(r"[a-z][a-z0-9_-]{0,59}")
_NO_ANSWER = frozenset(
    {
        SignalKind.NO_SOURCE,
        SignalKind.AMBIGUOUS,
        SignalKind.TOOL_FAILED,
        SignalKind.KNOWLEDGE_FAILED,
        SignalKind.MODEL_FAILED,
        SignalKind.CONFLICTING_SOURCES,
    }
)
"""Signals beside which there is nothing to answer with."""


def parse_rules(fields: Fields, topics: set[str], queues: list[QueueId], problems: Problems) -> tuple[Rule, ...]:
    """The rules, in the order of the file."""
    node = fields.node("rules")
    if not isinstance(node, Listing) or not node.items:
        problems.at(node or fields.table, '"rules" must be a list with at least one rule.')
        return ()
    if len(node.items) > MAX_RULES:
        problems.at(node, f"There are more than {MAX_RULES} rules.")
        return ()
    rules: list[Rule] = []
    lines: dict[str, int] = {}
    for item in node.items:
        rule = _rule(item, topics, queues, problems)
        if rule is None:
            continue
        if rule.id in lines:
            problems.at(item, f'Rule "{rule.id}" is here twice.', f"The first is on line {lines[rule.id]}.")
        lines.setdefault(rule.id, item.line)
        rules.append(rule)
    return tuple(rules)


def _rule(node: Node, topics: set[str], queues: list[QueueId], problems: Problems) -> Rule | None:
    before = len(problems.found)
    part = open_table(node, "A rule", RULE_KEYS, problems)
    if part is None:
        return None
    identity = part.text("id")
    when = part.choice("when", SIGNALS)
    then = part.choice("then", ACTIONS)
    beside = part.choice("along_with", SIGNALS, default="") if part.node("along_with") else ""
    priority = part.choice("priority", PRIORITIES, default="normal")
    queue = part.text("queue", default="")
    if queue and queue not in queues:
        place = part.node("queue") or node
        problems.at(place, f'There is no queue "{queue}" here.', did_you_mean(queue, queues))
    if identity and not _ID.fullmatch(identity):
        hint = "Use small letters, digits, - and _, beginning with a letter."
        problems.at(part.node("id") or node, f'"{identity}" can\'t be the id of a rule.', hint)
    for topic in part.texts("topics"):
        if topic.value not in topics:
            hint = did_you_mean(str(topic.value), topics)
            problems.at(topic, f'topic "{topic.value}" is not known here.', hint)
    at_least = part.share("at_least", default=0.0)
    times = part.count("times", default=1, least=1, most=20)
    if len(problems.found) > before or not (when and then):
        return None
    rule = Rule(
        id=identity,
        when=SignalKind(when),
        then=Action(then),
        topics=tuple(str(topic.value).strip() for topic in part.texts("topics")),
        along_with=SignalKind(beside) if beside else None,
        at_least=at_least,
        times=times,
        queue=QueueId(queue) if queue else None,
        priority=PRIORITIES[priority],
    )
    _check_sense(rule, part, node, problems)
    return rule


def _check_sense(rule: Rule, part: Fields, node: Node, problems: Problems) -> None:
    """Tell of rules that could never do what they say."""
    if rule.then is Action.CLARIFY and rule.when is not SignalKind.AMBIGUOUS:
        hint = "Use `offer` or `handoff`."
        problems.at(part.node("then") or node, "Only an ambiguous question can be clarified.", hint)
    if rule.then is Action.ANSWER_AND_OFFER and rule.when in _NO_ANSWER:
        hint = "Use `offer` or `handoff`."
        problems.at(part.node("then") or node, f"With {rule.when} there is nothing to answer with.", hint)
    if rule.times > 1 and rule.when not in COUNTED:
        counted = ", ".join(sorted(COUNTED))
        problems.at(part.node("times") or node, f'"times" only goes with {counted}.')
