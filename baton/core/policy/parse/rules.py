"""The rules of a policy file."""

import re

from baton.core.ids import QueueId
from baton.core.policy.condition import Condition, asks_sources
from baton.core.policy.fields import Fields, Problems, open_table
from baton.core.policy.keys import ACTIONS, KEYS, MAX_RULES, RULE_ID, SIGNALS
from baton.core.policy.parse.condition import Names, parse_condition
from baton.core.policy.rule import COUNTED, LAYER_OF, PRIORITIES, Action, Layer, Rule
from baton.core.policy.tree import Listing, Node
from baton.core.signals import SignalKind

_ID = re.compile(RULE_ID)
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


def parse_rules(fields: Fields, names: Names, problems: Problems) -> tuple[Rule, ...]:
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
        rule = _rule(item, names, problems)
        if rule is None:
            continue
        if rule.id in lines:
            problems.at(item, f'Rule "{rule.id}" is here twice.', f"The first is on line {lines[rule.id]}.")
        lines.setdefault(rule.id, item.line)
        rules.append(rule)
    return tuple(rules)


def _rule(node: Node, names: Names, problems: Problems) -> Rule | None:
    before = len(problems.found)
    part = open_table(node, "A rule", KEYS["rule"], problems)
    if part is None:
        return None
    when, then = part.choice("when", SIGNALS), part.choice("then", ACTIONS)
    beside = part.choice("along_with", SIGNALS, default="") if part.node("along_with") else ""
    priority = part.choice("priority", PRIORITIES, default="normal")
    identity, queue, topics = _id(part, node, problems), names.queue(part, "queue", problems), part.texts("topics")
    for topic in topics:
        names.check(topic, names.topics, "topic", problems)
    at_least = part.share("at_least", default=0.0)
    times = part.count("times", default=1, least=1, most=20)
    condition = part.node("if")
    only_if = parse_condition(condition, names, problems) if condition else None
    if len(problems.found) > before or not (when and then):
        return None
    rule = Rule(
        id=identity,
        when=SignalKind(when),
        then=Action(then),
        topics=tuple(str(topic.value).strip() for topic in topics),
        along_with=SignalKind(beside) if beside else None,
        only_if=only_if,
        at_least=at_least,
        times=times,
        queue=QueueId(queue) if queue else None,
        priority=PRIORITIES[priority],
        line=node.line,
        column=node.column,
    )
    _check_sense(rule, part, node, problems)
    return rule


def _id(part: Fields, node: Node, problems: Problems) -> str:
    identity = part.text("id")
    if identity and not _ID.fullmatch(identity):
        hint = "Use small letters, digits, - and _, beginning with a letter."
        problems.at(part.node("id") or node, f'"{identity}" can\'t be the id of a rule.', hint)
    return identity


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
    _check_condition(rule, part, node, problems)


def _check_condition(rule: Rule, part: Fields, node: Node, problems: Problems) -> None:
    place = part.node("if") or node
    if rule.when is SignalKind.WORKFLOW_EXCEPTION:
        if rule.only_if is None:
            hint = "Say when it fires, such as `if: {says: outage}`."
            problems.at(node, 'A rule on workflow_exception needs "if".', hint)
        for key in ("topics", "at_least"):
            if (given := part.node(key)) is not None:
                problems.at(given, f'"{key}" does nothing here: a rule on workflow_exception fires by its "if".')
    elif _is_too_early(rule.only_if, LAYER_OF[rule.when]):
        hint = "Use a rule on workflow_exception, or on what the sources show."
        problems.at(place, f"With {rule.when} the sources haven't been asked yet.", hint)


def _is_too_early(condition: Condition | None, layer: Layer) -> bool:
    return layer < Layer.GROUNDING and asks_sources(condition)
