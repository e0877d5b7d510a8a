"""The team's words of a packet: why the bot stopped, what the signals mean, and how much can be read at a glance."""

import re
from math import ceil

from baton.core.decision import Decision, Reason
from baton.core.facts.fact import Fact, FactKind
from baton.core.signals import Signal, SignalKind

_UNSPACED = r"\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff"
_PIECE = re.compile(rf"[{_UNSPACED}]{{1,2}}|[^\s{_UNSPACED}]+")
"""What is read as one word. Scripts without spaces count two signs as one."""

MAX_WORD = 40
"""Characters of one run without a space that count as one word: a pasted key or link counts for more."""

_LABELS = {
    FactKind.USER_ID: "User ID",
    FactKind.CUSTOMER_NUMBER: "Customer number",
    FactKind.SERIAL: "Serial number",
    FactKind.EMAIL: "E-mail",
}

WHY: dict[Reason, str] = {
    Reason.CUSTOMER_REQUEST: "the customer asked for a person",
    Reason.POLICY_TOPIC: "the policy keeps this topic for people",
    Reason.SENSITIVE_DATA: "the messages hold sensitive data",
    Reason.CUSTOMER_ATTRIBUTE: "the policy gives this customer a person",
    Reason.BUYING_INTENT: "the customer may want to buy",
    Reason.URGENCY: "it is urgent",
    Reason.DISTRESS: "the customer is upset",
    Reason.STUCK: "its answers did not solve it",
    Reason.NO_SOURCE: "no source answers it",
    Reason.CONFLICTING_SOURCES: "the sources disagree",
    Reason.LOW_CONFIDENCE: "it was not sure of the answer",
    Reason.AMBIGUOUS: "the question stayed unclear",
    Reason.TOOL_FAILED: "a look-up failed",
    Reason.KNOWLEDGE_FAILED: "the documents could not be reached",
    Reason.MODEL_FAILED: "the language model failed",
    Reason.BOT_FAILED: "the bot failed",
    Reason.ATTACHMENT: "the bot can't look into files",
    Reason.WORKFLOW_EXCEPTION: "a rule of yours asks for a person",
    Reason.OPERATOR_TAKEOVER: "a colleague took over",
    Reason.BOT_REQUEST: "the bot asked for a person",
    Reason.TEAM_REQUEST: "a colleague asked for a person",
    Reason.REOPENED: "the customer wrote again",
}

_FLAGS: dict[SignalKind, str] = {
    SignalKind.DISTRESS: "Upset",
    SignalKind.URGENCY: "Urgent",
    SignalKind.STUCK: "The bot's answers did not help",
    SignalKind.BUYING_INTENT: "May want to buy",
    SignalKind.SENSITIVE_DATA: "Sensitive data in the messages",
    SignalKind.CONFLICTING_SOURCES: "The sources disagree",
    SignalKind.TOOL_FAILED: "A look-up failed",
    SignalKind.KNOWLEDGE_FAILED: "The documents could not be reached",
    SignalKind.MODEL_FAILED: "The language model failed",
}


def label_of(fact: Fact) -> str:
    """What a fact is, as the team reads it: the tenant's own name for it, or ours."""
    return fact.name or _LABELS.get(fact.kind, fact.kind.value.capitalize())


def why(decision: Decision) -> str:
    """Why the bot stopped, as a clause: "the policy sends “refund” to a person"."""
    if decision.reason is Reason.POLICY_TOPIC and decision.topic:
        return f"the policy sends “{plain(decision.topic)}” to a person"
    return WHY.get(decision.reason, "a person is needed")


def risk_flag(signal: Signal) -> str | None:
    """What a signal warns of, in plain words; None where it warns of nothing."""
    if signal.kind is SignalKind.POLICY_TOPIC:
        return f"Topic: {plain(signal.topic)}" if signal.topic and signal.needs_judgement else None
    if signal.kind is SignalKind.CUSTOMER_ATTRIBUTE:
        return f"Customer: {', '.join(signal.evidence) or plain(signal.topic or 'named account')}"
    return _FLAGS.get(signal.kind)


def plain(key: str) -> str:
    """A key as words: `billing_dispute` is "billing dispute"."""
    return key.replace("_", " ").strip()


def count_words(text: str) -> int:
    """Words to be read, whatever the script. A long run without spaces counts as several."""
    return sum(max(1, ceil(len(piece) / MAX_WORD)) for piece in _PIECE.findall(text))


def shorten(text: str, words: int) -> str:
    """The text on one line, cut after at most so many words, with an ellipsis where something was left out."""
    text = " ".join(text.split())
    left = words
    for piece in _PIECE.finditer(text):
        cost = max(1, ceil(len(piece[0]) / MAX_WORD))
        if cost > left:
            end = piece.start() + left * MAX_WORD if left else piece.start()
            return text[:end].rstrip(" ,;:-") + "…"
        left -= cost
    return text
