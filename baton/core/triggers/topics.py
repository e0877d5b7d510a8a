"""Policy topics (A2): does the customer ask about a policy, or need somebody to decide or do something?

An `action` phrase needs a person ("refund me", "my card was charged twice"). A `subject` word alone ("refund")
is read by its sentence: a question about how things are done can be answered from the documents; one that says
"my", and anything in doubt, needs a person.
"""

from collections.abc import Mapping

from baton.core.policy.model import Policy
from baton.core.signals import Signal, SignalKind
from baton.core.triggers.heard import Heard
from baton.core.triggers.patterns import Found

TOPICS = (
    "refund",
    "complaint",
    "legal",
    "medical",
    "billing_dispute",
    "cancellation",
    "discount",
    "account_ownership",
    "privacy",
    "security",
)
"""The topics that Baton knows by itself, in several languages."""

_NARROW = frozenset({"refund", "complaint", "legal", "cancellation", "account_ownership"})
"""Topics whose mere mention is a case, unless it is a question. The words of the others are too common for that."""

_STEPS_CAN_BE_TOLD = frozenset({"refund", "complaint", "cancellation", "discount", "account_ownership", "privacy"})
"""Topics of which "how do I …?" has an answer in the documents. With the others something has happened already."""


def policy_topics(heard: Heard, policy: Policy) -> list[Signal]:
    """One signal for each topic that comes up."""
    keys = (*TOPICS, *(topic.key for topic in policy.topics if topic.key not in TOPICS))
    said = {key for way, colon, key in (label.partition(":") for label in heard.found) if colon and way in _WAYS}
    signals = (_signal(heard, key) for key in keys if key in said) if said else ()
    return [signal for signal in signals if signal is not None]


_WAYS = ("action", "subject", "own")


def _signal(heard: Heard, key: str) -> Signal | None:
    refusals = {no.end: no.start for no in heard.all("declined")}
    actions = [f for f in heard.all(f"action:{key}") if not _is_declined(heard, f, refusals)]
    subjects = [f for f in heard.all(f"own:{key}", f"subject:{key}") if not _is_declined(heard, f, refusals)]
    pressing = [found for found in actions if _is_action(heard, found, key)]
    pressing += [found for found in subjects if _needs_person(heard, found, key)]
    shown = pressing or actions or subjects
    if not shown:
        return None
    score = 0.9 if all(found.corrected for found in shown) else 1.0
    longest_first = sorted(shown, key=lambda found: (found.start - found.end, found.start))
    evidence = heard.quotes(longest_first)
    return Signal(SignalKind.POLICY_TOPIC, score, evidence, key, needs_judgement=bool(pressing))


def _is_action(heard: Heard, found: Found, key: str) -> bool:
    """An action phrase counts, unless it is the thing that a "how do I …" in front of it asks for."""
    asked = heard.first_beside(found, "how_to")
    return not (key in _STEPS_CAN_BE_TOLD and asked is not None and asked < found.start)


def _needs_person(heard: Heard, found: Found, key: str) -> bool:
    if heard.first_beside(found, "how_to") is not None:
        return False
    is_question = any(heard.first_beside(found, cue) is not None for cue in ("about", "may"))
    if is_question:
        return heard.first_beside(found, "mine") is not None and key in _NARROW
    return key in _NARROW or found.label.startswith("own:")


def _is_declined(heard: Heard, found: Found, refusals: Mapping[int, int]) -> bool:
    """Whether it stands behind "I don't want" (the places where such a refusal ends), at most two words away."""
    for end in range(found.start - 2, found.start + 4):
        start = refusals.get(end)
        if start is not None and start <= found.start:
            return heard.sentences[start] == heard.sentences[found.start]
    return False
