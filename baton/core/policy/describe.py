"""Rules in plain sentences, for the console, the command line and the documents."""

from collections.abc import Mapping

from baton.core.policy.condition_words import describe_condition
from baton.core.policy.model import Policy
from baton.core.policy.rule import PRIORITIES, Action, Rule
from baton.core.signals import SignalKind

_WHEN: Mapping[SignalKind, str] = {
    SignalKind.ASKS_FOR_PERSON: "the customer asks for a person",
    SignalKind.POLICY_TOPIC: "{topics} needs somebody's judgement",
    SignalKind.SENSITIVE_DATA: "the customer writes {topics}",
    SignalKind.CUSTOMER_ATTRIBUTE: "the customer is marked {topics}",
    SignalKind.TOOL_FAILED: "a tool fails",
    SignalKind.KNOWLEDGE_FAILED: "the sources can't be searched",
    SignalKind.MODEL_FAILED: "the language model fails or is too slow",
    SignalKind.CONFLICTING_SOURCES: "sources contradict each other",
    SignalKind.NO_SOURCE: "no source answers the question",
    SignalKind.AMBIGUOUS: "the question can be read in several ways",
    SignalKind.LOW_CONFIDENCE: "the bot is not sure enough of its answer",
    SignalKind.STUCK: "the answers don't help or the same question comes again",
    SignalKind.RISK: "the conversation is going badly",
    SignalKind.DISTRESS: "the customer sounds upset",
    SignalKind.URGENCY: "the customer says it can't wait",
    SignalKind.BUYING_INTENT: "the customer wants to buy on a larger scale",
    SignalKind.ATTACHMENT: "a message brings a file",
    SignalKind.WORKFLOW_EXCEPTION: "",
}
_ANY: Mapping[SignalKind, str] = {
    SignalKind.POLICY_TOPIC: "a policy topic",
    SignalKind.SENSITIVE_DATA: "sensitive data",
    SignalKind.CUSTOMER_ATTRIBUTE: "as special by the policy",
}
_BESIDE: Mapping[SignalKind, str] = {
    SignalKind.POLICY_TOPIC: "it is about a policy topic",
    SignalKind.URGENCY: "it can't wait",
    SignalKind.DISTRESS: "the customer sounds upset",
}
PRIORITY_NAMES = {value: name for name, value in PRIORITIES.items()}
"""How a policy file names each priority."""
_TIMES = {2: "for the second time in a row", 3: "for the third time in a row"}


def describe(rule: Rule, policy: Policy) -> str:
    """The rule in one sentence."""
    return f"When {_condition(rule)}, {_consequence(rule, policy)}."


def _condition(rule: Rule) -> str:
    said = _signal(rule)
    if rule.only_if is None:
        return said
    condition = describe_condition(rule.only_if)
    return f"{said} and {condition}" if said else condition


def _signal(rule: Rule) -> str:
    topics = " or ".join(topic.replace("_", " ") for topic in rule.topics) or _ANY.get(rule.when, "")
    said = _WHEN[rule.when].format(topics=topics)
    if rule.when not in _ANY and topics:
        said += f" ({topics})"
    if rule.at_least > 0:
        said += f" (strength {rule.at_least:g} or more)"
    if rule.times > 1:
        said += " " + _TIMES.get(rule.times, f"{rule.times} times in a row")
    if rule.along_with:
        said += (
            f" and {_BESIDE.get(rule.along_with, _WHEN[rule.along_with].format(topics=_ANY.get(rule.along_with, '')))}"
        )
    return said


def _consequence(rule: Rule, policy: Policy) -> str:
    if rule.then is Action.CLARIFY:
        most = policy.limits.clarifications
        return f"ask back, at most {most} {'time' if most == 1 else 'times'} in a row"
    if rule.then is Action.ANSWER_AND_OFFER:
        return "answer and put the way to a person up front"
    queue = policy.queue(rule.queue)
    place = f" in {queue.name}" if queue else ""
    if rule.then is Action.OFFER:
        return f"offer a person{place}"
    priority = f", with {PRIORITY_NAMES[rule.priority]} priority" if rule.priority else ""
    return f"hand over to a person{place}{priority}"
