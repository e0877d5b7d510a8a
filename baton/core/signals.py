"""Signals: what was noticed about a customer's message, each with the words it was seen in. They decide nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class SignalKind(StrEnum):
    """Everything that the desk can notice. A rule of the policy names one of these."""

    ASKS_FOR_PERSON = "asks_for_person"
    POLICY_TOPIC = "policy_topic"
    SENSITIVE_DATA = "sensitive_data"
    CUSTOMER_ATTRIBUTE = "customer_attribute"
    TOOL_FAILED = "tool_failed"
    KNOWLEDGE_FAILED = "knowledge_failed"
    MODEL_FAILED = "model_failed"
    NO_SOURCE = "no_source"
    CONFLICTING_SOURCES = "conflicting_sources"
    LOW_CONFIDENCE = "low_confidence"
    AMBIGUOUS = "ambiguous"
    STUCK = "stuck"
    RISK = "risk"
    DISTRESS = "distress"
    URGENCY = "urgency"
    BUYING_INTENT = "buying_intent"
    SMALL_TALK = "small_talk"
    NO_HELP = "no_help"
    OWN_WORDS = "own_words"
    LOOKS_LIKE = "looks_like"
    PARTLY_ANSWERED = "partly_answered"
    ATTACHMENT = "attachment"
    WORKFLOW_EXCEPTION = "workflow_exception"


DANGER = "danger"
"""The topic of messages that say that somebody's life or health is at risk now."""


@dataclass(frozen=True, slots=True)
class Signal:
    """One thing noticed. `score` is 0..1; `evidence` are the customer's own words (or the fact) that show it.

    `topic` says which one, where a kind has several: a policy topic's key, an attribute's name, a tool's name, the
    queue of whose examples it is like.
    `needs_judgement` is False where the customer merely asks *about* a policy.
    """

    kind: SignalKind
    score: float
    evidence: tuple[str, ...] = ()
    topic: str | None = None
    needs_judgement: bool = True


def in_danger(signals: Iterable[Signal]) -> bool:
    """Whether somebody's life or health is at risk: whoever they are handed to, they are told whom to call first."""
    return any(signal.topic == DANGER and signal.needs_judgement for signal in signals)
