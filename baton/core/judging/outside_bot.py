"""Somebody else's bot answers: what it tells of a turn, and what Baton decides beside it.

A bot need not show any words. It names what it understood of the customer (`understood`), what it does itself
(`intent`) and what its tools said (`tools`), and the same rules decide by that, live and in `baton evaluate`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from baton.core.case import Case, Found
from baton.core.decision import Decision, DecisionKind, Reason
from baton.core.policy.decide import decide_case
from baton.core.policy.model import Policy
from baton.core.signals import Signal, SignalKind
from baton.core.track import Track
from baton.core.triggers.risk import LONGEST, Course, event, pieces, risk_of, troubles_after
from baton.core.triggers.stuck import MAX_STEMS, asks_by_intent, bot_failure, no_help_by_intent, question_stems

ANSWERED_ELSEWHERE = Found(1.0, has_answer=True)
"""What the rules are told of the sources where somebody else's bot answers: nothing is wrong with the answer."""

MOST_TOOLS = 20
"""Tools whose last result is remembered, the latest ones."""

RISK_NOTED = 0.2
"""From which risk it is a signal."""

SEVERAL_TROUBLES = "several signs of trouble in this conversation"

_FAILED = frozenset({"failed", "failure", "error", "timeout", "unavailable", "exception", "unreachable"})


@dataclass(frozen=True, slots=True)
class BotTurn:
    """What somebody else's bot tells of a turn: the intent that it understood, the one of its own, and by the name of
    each tool that it used since the customer spoke what that said. Empty where it says nothing of it."""

    understood: str = ""
    intent: str = ""
    tools: Mapping[str, str] = field(default_factory=dict[str, str], hash=False)

    @property
    def is_empty(self) -> bool:
        """Whether it tells nothing."""
        return not (self.understood or self.intent or self.tools)


NOTHING_TOLD = BotTurn()
"""A message and nothing else."""


def answered_elsewhere(policy: Policy) -> Policy:
    """The policy as it holds where somebody else's bot answers."""
    return policy if policy.bot.answers == "outside" else replace(policy, bot=replace(policy.bot, answers="outside"))


def beside_outside_bot(policy: Policy, case: Case) -> Decision:
    """A handoff where any rule says so; everything else is left to somebody else's bot."""
    decision = decide_case(policy, replace(case, found=ANSWERED_ELSEWHERE))
    if decision is not None and decision.kind is DecisionKind.HANDOFF:
        return decision
    return Decision(
        DecisionKind.ANSWER,
        Reason.OUTSIDE_BOT,
        "bot-answers-outside",
        policy.version,
        1.0,
        signals=case.signals,
        case=replace(case, found=ANSWERED_ELSEWHERE),
    )


def judged_again(policy: Policy, case: Case, track: Track, told: BotTurn) -> tuple[Decision, Track]:
    """The decision on what was decided before by this `case`, with what the bot tells of it now, and what is
    remembered then. `track` is what is remembered up to now. Comes out as if it had been told with the words."""
    course = course_after(track.course, "customer", told.understood)
    tools = tools_after(track.tools, told.tools)
    risk = max(track.strain, risk_of(course))
    calm = tuple(signal for signal in case.signals if signal.kind is not SignalKind.RISK)
    signals = with_risk(with_told(calm, told.understood, told.tools, track=case.track), risk, course)
    situation = replace(case.situation, tools=tools) if tools else case.situation
    decision = beside_outside_bot(policy, Case(signals, case.track, situation))
    troubles = troubles_after(case.track.troubles, signals, risk)
    unread = track.unread and not told.understood
    is_stuck = any(signal.kind is SignalKind.STUCK for signal in signals)
    failures = case.track.failures + 1 if is_stuck else track.failures
    seen = replace(track, course=course, tools=tools, failures=failures)
    return decision, replace(seen, risk=round(risk, 3), troubles=troubles, unread=unread)


def after_bot(track: Track, text: str, intent: str = "") -> Track:
    """What is remembered after somebody else's bot has spoken."""
    failed = bot_failure(text, intent, track=track)
    last = question_stems(text)[:MAX_STEMS] or track.last_answer
    course = course_after(track.course, "bot", intent)
    return replace(track, course=course, last_answer=last, bot_failed=failed or track.bot_failed, unread=False)


def with_told(
    signals: tuple[Signal, ...], understood: str, tools: Mapping[str, str], *, track: Track
) -> tuple[Signal, ...]:
    """The signals with those that somebody else's bot gives: it understood a request for a person, or that its last
    answer didn't help; a tool failed."""
    failed = tuple(
        Signal(SignalKind.TOOL_FAILED, 1.0, (f"{name}: {said}",), name)
        for name, said in tools.items()
        if not _FAILED.isdisjoint(pieces(said))
    )
    kinds = {signal.kind for signal in signals}
    asks = asks_by_intent(understood) if understood else None
    no_help = no_help_by_intent(understood) if understood and track.turns else None
    return (
        *((asks,) if asks and asks.kind not in kinds else ()),
        *failed,
        *signals,
        *((no_help,) if no_help and no_help.kind not in kinds else ()),
    )


def with_risk(signals: tuple[Signal, ...], risk: float, course: Course) -> tuple[Signal, ...]:
    """The signals with the risk that the conversation goes badly, where it is worth noting."""
    if risk < RISK_NOTED:
        return signals
    return (*signals, Signal(SignalKind.RISK, round(risk, 3), course[-3:] or (SEVERAL_TROUBLES,)))


def course_after(course: Course, by: str, intent: str) -> Course:
    """The course with one more event, the same where the bot names none."""
    return (*course, event(by, intent))[-LONGEST:] if intent else course


def tools_after(before: Mapping[str, str], said: Mapping[str, str]) -> dict[str, str]:
    """What each tool said last."""
    kept = {name: old for name, old in before.items() if name not in said} | dict(said)
    return dict([*kept.items()][-MOST_TOOLS:])
