"""The judgement of one message, from its words to a decision: the one road of the desk, the test bench and evaluation.

Looking something up lies between its two halves, and is the caller's: `before_looking` says whether it is needed,
`after_looking` decides with what was found.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace

from baton.core.conflicts import Conflict, in_answer
from baton.core.copy import said
from baton.core.customer import Customer
from baton.core.decision import Decision, DecisionKind, Reason
from baton.core.grounding import Grounding
from baton.core.policy.decide import decide, next_track
from baton.core.policy.model import Policy
from baton.core.signals import Signal, SignalKind
from baton.core.track import Track
from baton.core.triggers.read import read
from baton.core.triggers.stuck import question_stems

MAX_KEPT = 500
"""Characters of a question that are kept beside the customer's answer to a question back."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is judged: a customer's words, who they are, and what the bot remembers of the turns before."""

    text: str
    customer: Customer | None
    track: Track

    @property
    def question(self) -> str:
        """What to look up: the customer's words; after a clarifying question, with what they asked before."""
        return f"{self.track.question_before} {self.text}" if self.track.clarified else self.text

    @property
    def context(self) -> str:
        """Earlier words of the customer, for a question that only makes sense after them."""
        return " ".join(self.track.last_question)


def before_looking(asked: Asked, policy: Policy) -> tuple[tuple[Signal, ...], Decision | None]:
    """The signals of a message, and the decision where it needs no look into the sources."""
    if asked.track.reopened and policy.reopen == "queue":
        return (), _to_the_queue_again(policy)
    signals = read(asked.text, customer=asked.customer, track=asked.track, policy=policy)
    decision = decide(policy, signals, track=asked.track, grounding=None)
    if policy.bot.answers == "outside" and (decision is None or decision.kind is not DecisionKind.HANDOFF):
        return signals, _left_to_outside_bot(policy, signals)
    return signals, decision


def after_looking(
    policy: Policy,
    signals: tuple[Signal, ...],
    asked: Asked,
    grounding: Grounding,
    *,
    settled: Collection[str] = (),
) -> Decision:
    """The decision with what the sources say. Total: there always is one.

    `settled` are contradictions between passages that a person has dismissed.
    """
    conflict = in_answer(grounding, settled)
    seen = (*signals, contradiction(conflict)) if conflict else signals
    decision = decide(policy, seen, track=asked.track, grounding=grounding)
    assert decision is not None  # noqa: S101 - with grounding the decision is total
    return decision


def contradiction(conflict: Conflict) -> Signal:
    """The signal that two passages contradict each other, with where each stands and what it says."""
    sides = ((conflict.one, conflict.one_says), (conflict.other, conflict.other_says))
    evidence = tuple(f"{passage.title}: {says}" for passage, says in sides)
    return Signal(SignalKind.CONFLICTING_SOURCES, 1.0, evidence)


def remembered(asked: Asked, decision: Decision, grounding: Grounding | None) -> Track:
    """What the bot remembers after a decision on the message."""
    track = next_track(asked.track, decision, grounding, question_stems(asked.text))
    is_open = decision.kind is DecisionKind.CLARIFY
    return replace(track, question_before=asked.question[:MAX_KEPT] if is_open else "")


def reply(asked: Asked, decision: Decision, grounding: Grounding | None, language: str | None) -> tuple[str, bool]:
    """What the bot says by a decision that is not a handoff, and whether its sources stand behind that."""
    if decision.reason is Reason.SMALL_TALK:
        return said.small_talk(decision.topic, language), False
    if decision.kind is DecisionKind.CLARIFY:
        return said.clarify(grounding.alternatives if grounding else (), language), False
    if decision.kind is DecisionKind.ANSWER and grounding is not None:
        return grounding.text, True
    return said.offer(decision.reason, language, brief=asked.track.failures > 0), False


def _left_to_outside_bot(policy: Policy, signals: tuple[Signal, ...]) -> Decision:
    return Decision(
        DecisionKind.ANSWER, Reason.OUTSIDE_BOT, "bot-answers-outside", policy.version, 1.0, signals=signals
    )


def _to_the_queue_again(policy: Policy) -> Decision:
    return Decision(
        DecisionKind.HANDOFF,
        Reason.REOPENED,
        "reopen",
        policy.version,
        confidence=1.0,
        queue=policy.default_queue.id,
        evidence=("the customer wrote again after the conversation was resolved",),
    )
