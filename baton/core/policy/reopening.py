"""What becomes of a conversation that goes on after its end, where the policy gives it to people."""

from baton.core.case import Case
from baton.core.decision import Decision, DecisionKind, Reason
from baton.core.policy.model import Policy
from baton.core.track import Track


def goes_to_the_queue_again(policy: Policy, track: Track) -> bool:
    """Whether a conversation that goes on after its end is a person's, whatever the customer writes."""
    return track.reopened and policy.reopen == "queue"


def to_the_queue_again(policy: Policy, case: Case) -> Decision:
    """The handoff of a conversation that goes on after its end."""
    return Decision(
        DecisionKind.HANDOFF,
        Reason.REOPENED,
        "reopen",
        policy.version,
        confidence=1.0,
        queue=policy.default_queue.id,
        evidence=("the customer wrote again after the conversation was resolved",),
        case=case,
    )
