"""Policy topics (A2): does the customer ask about a policy, or need somebody to decide or do something?

An `action` phrase needs a person ("refund me", "my card was charged twice"). A `subject` word alone ("refund")
is read by its sentence: a question about how things are done can be answered from the documents; one that says
"my", and anything in doubt, needs a person.
"""

from collections.abc import Iterable

from baton.core.policy.model import Policy
from baton.core.signals import Signal, SignalKind
from baton.core.triggers.heard import Heard, Phrases
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

MAX_EVIDENCE = 3


def own_phrases(policy: Policy) -> Phrases:
    """The tenant's own phrases of its topics, to listen for."""
    return tuple((f"own:{topic.key}", language, text) for topic in policy.topics for language, text in topic.phrases)


def policy_topics(heard: Heard, policy: Policy) -> list[Signal]:
    """One signal for each topic that comes up."""
    keys = (*TOPICS, *(topic.key for topic in policy.topics if topic.key not in TOPICS))
    signals = (_signal(heard, key) for key in keys if any(f"{w}:{key}" in heard.found for w in _WAYS))
    return [signal for signal in signals if signal is not None]


_WAYS = ("action", "subject", "own")


def _signal(heard: Heard, key: str) -> Signal | None:
    actions = [found for found in heard.all(f"action:{key}") if not _is_declined(heard, found)]
    subjects = [found for found in heard.all(f"own:{key}", f"subject:{key}") if not _is_declined(heard, found)]
    pressing = [found for found in actions if _is_action(heard, found, key)]
    pressing += [found for found in subjects if _needs_person(heard, found, key)]
    shown = pressing or actions or subjects
    if not shown:
        return None
    score = 0.9 if all(found.corrected for found in shown) else 1.0
    return Signal(SignalKind.POLICY_TOPIC, score, _evidence(heard, shown), key, needs_judgement=bool(pressing))


def _evidence(heard: Heard, shown: Iterable[Found]) -> tuple[str, ...]:
    longest_first = sorted(shown, key=lambda found: (found.start - found.end, found.start))
    return tuple(dict.fromkeys(heard.quote(found) for found in longest_first))[:MAX_EVIDENCE]


def _is_action(heard: Heard, found: Found, key: str) -> bool:
    return not (key in _STEPS_CAN_BE_TOLD and _has(heard, found, "how_to", before=True))


def _needs_person(heard: Heard, found: Found, key: str) -> bool:
    if _has(heard, found, "how_to"):
        return False
    if _has(heard, found, "about") or _has(heard, found, "may"):
        return _has(heard, found, "mine") and key in _NARROW
    return key in _NARROW or found.label.startswith("own:")


def _has(heard: Heard, found: Found, label: str, *, before: bool = False) -> bool:
    """Whether the sentence around it has such a phrase (in front of it, where `before`)."""
    cues = heard.found.get(label)
    if not cues:
        return False
    start, end = heard.sentence(found)
    end = found.start if before else end
    return any(start <= cue.start < max(end, start + 1) for cue in cues)


def _is_declined(heard: Heard, found: Found) -> bool:
    """Whether it stands right behind "I don't want"."""
    return any(no.start <= found.start <= no.end < found.end + 1 for no in heard.found.get("declined", ()))
