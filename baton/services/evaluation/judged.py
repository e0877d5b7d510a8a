"""What the bot would do with each turn of a line: the road of the desk, with nothing stored and nobody told."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from baton.core.answers.grounding import NOTHING, Grounding
from baton.core.case import Case
from baton.core.copy import Language
from baton.core.decision import Decision, DecisionKind
from baton.core.judging.judgement import (
    Asked,
    after_looking,
    before_looking,
    found_together,
    lookups_of,
    remembered,
    reply,
    risk_with,
)
from baton.core.judging.outside_bot import BotTurn, after_bot, answered_elsewhere, judged_again
from baton.core.policy.model import Policy
from baton.core.reading.spoken import spoken
from baton.core.signals import Signal, SignalKind
from baton.core.track import FRESH, Track
from baton.core.triggers.risk import risk_of
from baton.services.evaluation.ages import NO_AGES, Ages, aged
from baton.services.evaluation.items import Item, ItemTurn, Part


class Sources(Protocol):
    """The company's sources, in memory."""

    def ground(self, question: str, *, language: str | None = None, before: str = "") -> Grounding: ...


class Examples(Protocol):
    """What the examples of the policy taught."""

    def alike(self, text: str, *, before: str = "", language: str | None = None) -> tuple[Signal, ...]: ...


@dataclass(frozen=True, slots=True)
class Setting:
    """What is tried: a policy and sources. Without sources the answers are somebody else's bot's. `clock`: seconds.

    `examples` is None where the policy has none. `files` says of each document how old it is.
    """

    policy: Policy
    sources: Sources | None
    clock: Callable[[], float]
    examples: Examples | None = None
    files: Ages = NO_AGES

    @classmethod
    def of(
        cls,
        policy: Policy,
        sources: Sources | None,
        clock: Callable[[], float],
        examples: Examples | None = None,
        files: Ages = NO_AGES,
    ) -> "Setting":
        """The setting in which the policy is tried with these sources, or with none."""
        if sources is None:
            policy = answered_elsewhere(policy)
        return cls(policy, sources, clock, examples, files)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What came of one customer's turn. `at` is the turn's index; `seconds` is what the decision took."""

    at: int
    decision: Decision
    grounding: Grounding | None
    answer: str | None
    asks_for_person: float
    risk: float
    in_scope: float | None
    seconds: float


@dataclass(frozen=True, slots=True)
class Passed:
    """A turn that is not the bot's to decide on, and the risk after it."""

    at: int
    risk: float


def judged(item: Item, setting: Setting) -> Iterator[Judged | Passed]:
    """What the bot would decide after each customer's turn, up to where an operator speaks.

    After a handoff it goes on as the file does: what would have been decided, had the bot kept the conversation.
    """
    track, language = FRESH, None
    last: Judged | None = None
    for at, turn in enumerate(item.turns):
        if turn.by is Part.OPERATOR:
            return
        if turn.by is Part.CUSTOMER:
            customer = replace(item.customer, verified=turn.met.situation.verified)
            language = spoken(turn.text, language or turn.met.situation.language)
            met = replace(turn.met.situation, language=language)
            asked = Asked(turn.text, customer, track, met, intent=turn.intent, tools=turn.tools)
            last, track = _judge_turn(asked, setting, turn, at)
            yield last
            continue
        if turn.tools:
            told = BotTurn(tools=turn.tools)
            again, track = _judge_again(last, Case(track=track, situation=turn.met.situation), told, setting, at)
            if again.decision.kind is DecisionKind.HANDOFF:
                last = again
                yield again
        if turn.by is not Part.BOT:
            continue
        track = after_bot(track, turn.text, turn.intent)
        if last is None or last.at != at:
            yield Passed(at, risk_of(track.course) if track.course else track.strain)


def _judge_turn(asked: Asked, setting: Setting, turn: ItemTurn, at: int) -> tuple[Judged, Track]:
    """The decision on a customer's turn. As on the desk, words are judged when they come, and what somebody else's bot
    makes of them when it tells."""
    told = BotTurn(asked.intent, tools=asked.tools)
    if not asked.text or told.is_empty or setting.policy.bot.answers != "outside":
        return _judge(asked, setting, turn, at)
    first, track = _judge(replace(asked, intent="", tools={}), setting, turn, at)
    if first.decision.kind is DecisionKind.HANDOFF:
        return first, track
    return _judge_again(first, Case(track=track), told, setting, at)


def _judge_again(last: Judged | None, now: Case, told: BotTurn, setting: Setting, at: int) -> tuple[Judged, Track]:
    """The decision with what the bot's tools said since; before the customer spoke, on that alone."""
    began = setting.clock()
    case = last.decision.case if last else None
    decision, after = judged_again(setting.policy, case or now, now.track, told)
    asks = (signal.score for signal in decision.signals if signal.kind is SignalKind.ASKS_FOR_PERSON)
    one = Judged(
        at=at,
        decision=decision,
        grounding=last.grounding if last else None,
        answer=None,
        asks_for_person=max(asks, default=0.0),
        risk=after.risk,
        in_scope=last.in_scope if last else None,
        seconds=setting.clock() - began,
    )
    return one, after


def _judge(asked: Asked, setting: Setting, turn: ItemTurn, at: int) -> tuple[Judged, Track]:
    began = setting.clock()
    signals, decision = before_looking(asked, setting.policy, _alike(asked, setting))
    grounding = None
    if decision is None:
        grounding, half = _look_up(asked, setting, turn, signals)
        decision = after_looking(setting.policy, (*signals, *half), asked, grounding)
    seconds = setting.clock() - began
    # Whether sources would have answered is asked of them even where a rule above stopped the bot.
    known = grounding or (_look_up(asked, setting, turn, signals)[0] if setting.sources else None)
    asks = (signal.score for signal in decision.signals if signal.kind is SignalKind.ASKS_FOR_PERSON)
    one = Judged(
        at=at,
        decision=decision,
        grounding=known,
        answer=_answer(asked, decision, grounding, setting.policy.speaks(asked.situation.language)),
        asks_for_person=max(asks, default=0.0),
        risk=risk_with(asked, tuple(s for s in signals if s.kind is not SignalKind.RISK)),
        in_scope=known.in_scope if known else None,
        seconds=seconds,
    )
    return one, remembered(asked, decision, grounding)


def _alike(asked: Asked, setting: Setting) -> tuple[Signal, ...]:
    if setting.examples is None:
        return ()
    return setting.examples.alike(asked.question, before=asked.before, language=asked.situation.language)


def _look_up(
    asked: Asked, setting: Setting, turn: ItemTurn, signals: tuple[Signal, ...]
) -> tuple[Grounding, tuple[Signal, ...]]:
    if setting.sources is None:
        return NOTHING, ()
    language, ways = asked.situation.language, lookups_of(asked)
    found = [setting.sources.ground(one.question, language=language, before=one.before) for one in ways]
    grounding, half = found_together(setting.policy, signals, asked, ways, found)
    return aged(grounding, turn.met, setting.files, setting.policy.sources), half


def _answer(asked: Asked, decision: Decision, grounding: Grounding | None, language: Language) -> str | None:
    """What the bot would say, or None where a person or somebody else's bot speaks."""
    if decision.kind is DecisionKind.HANDOFF or decision.rule == "bot-answers-outside":
        return None
    return reply(asked, decision, grounding, language)[0]
