"""Taking a decision again that stands in the log, and telling where it comes out otherwise."""

from collections.abc import Mapping
from typing import Any

from baton.core.case import Case
from baton.core.decision import Decision
from baton.core.judging.outside_bot import ANSWERED_ELSEWHERE, beside_outside_bot
from baton.core.policy.decide import decide_case
from baton.core.policy.model import Policy
from baton.core.policy.reopening import goes_to_the_queue_again, to_the_queue_again
from baton.core.redaction.reader import STRICT
from baton.core.trail.proof import case_from, proof_view


def replay(policy: Policy, data: Mapping[str, Any]) -> tuple[str, ...] | None:
    """Where the decision in an event's `data` comes out otherwise under `policy`: a sentence each, none if the same.

    None where there is nothing to take again: a decision that no rule took, such as a fault of the bot's own.
    """
    case = case_from(data)
    if case is None:
        return None
    decision = taken_again(policy, case)
    if decision is None:
        return ("Nothing is decided before the sources are asked; it was then.",)
    proof = proof_view(decision)
    again = {
        "kind": decision.kind.value,
        "reason": decision.reason.value,
        "rule": decision.rule,
        "topic": decision.topic,
        "queue": decision.queue,
        "priority": decision.priority,
        "offers_person": decision.offers_person,
        "confidence": round(decision.confidence, 3),
        "evidence": list(decision.evidence),
        "signals": proof["signals"],
        "tried": proof["tried"],
        "outcomes": proof["outcomes"],
    }
    return tuple(
        f"{name}: {_short(data.get(name))} then, {_short(now)} now"
        for name, now in again.items()
        if data.get(name) != now
    )


def taken_again(policy: Policy, case: Case) -> Decision | None:
    """The decision on a case that was kept, None where the sources must be asked first and were not."""
    if goes_to_the_queue_again(policy, case.track):
        return to_the_queue_again(policy, case)
    if case.found == ANSWERED_ELSEWHERE or policy.bot.answers == "outside":
        return beside_outside_bot(policy, case)
    return decide_case(policy, case)


def _short(value: Any) -> str:
    said = STRICT.masked(str(value))
    return said if len(said) <= 200 else said[:197] + "..."
