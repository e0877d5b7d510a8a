"""The bot's turn: signals, sources, decision, and one write that is refused if the baton has moved meanwhile."""

import asyncio
import logging
from dataclasses import dataclass, replace

from baton.core.actors import Actor, ActorKind
from baton.core.conversation import Conversation
from baton.core.copy import said
from baton.core.customer import Customer
from baton.core.decision import Decision, DecisionKind, Reason
from baton.core.errors import Unavailable
from baton.core.grounding import NOTHING, Grounding
from baton.core.ids import MessageId
from baton.core.messages import Message
from baton.core.policy.decide import decide, next_track
from baton.core.policy.model import Policy
from baton.core.signals import Signal, SignalKind
from baton.core.speech import bot_answers, decision_made, discarded, kind_of, left_to_outside_bot
from baton.core.triggers.read import read
from baton.core.triggers.stuck import question_stems
from baton.services.desk import Desk, commit
from baton.services.drafting import worded_by_model
from baton.services.moves import language_of
from baton.services.opening import open_for
from baton.services.records import Saved

log = logging.getLogger("baton.answering")


@dataclass(frozen=True, slots=True)
class Turn:
    """What the bot decides on: one customer's message in its conversation."""

    conversation: Conversation
    customer: Customer
    message: Message

    @property
    def question(self) -> str:
        """The customer's words; after a clarifying question, together with what they asked before."""
        track = self.conversation.track
        return f"{track.question_before} {self.message.text}" if track.clarified else self.message.text

    @property
    def language(self) -> str | None:
        """The language to answer in."""
        return language_of(self.conversation, self.customer)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a turn. `reply` is None where it came too late and was discarded."""

    decision: Decision
    reply: Message | None
    conversation: Conversation


async def answer(desk: Desk, turn: Turn) -> Outcome:
    """Decide on a customer's message and carry the decision out."""
    policy = await desk.policies.of(turn.conversation.tenant_id)
    bot = named(policy)
    try:
        decision, grounding = await judge(desk, turn, policy)
    except Unavailable:
        raise
    except Exception:  # a fault of our own must not leave a customer without an answer
        log.exception("the bot failed on a message; a person gets it")
        decision, grounding = _bot_failed(policy), None
    if decision.kind is DecisionKind.HANDOFF:
        saved = await _hand_off(desk, turn, decision, grounding, bot=bot)
    elif decision.reason is Reason.OUTSIDE_BOT:
        saved = await commit(desk, left_to_outside_bot(turn.conversation, turn.message, decision=decision, bot=bot))
    else:
        saved = await _say(desk, turn, decision, grounding, bot=bot)
    if saved is None:
        return Outcome(decision, None, turn.conversation)
    return Outcome(decision, saved.events[-1].message, saved.conversation)


def named(policy: Policy) -> Actor:
    """The built-in bot under the name that the policy gives it."""
    return Actor(ActorKind.BOT, None, policy.bot.name)


async def judge(desk: Desk, turn: Turn, policy: Policy) -> tuple[Decision, Grounding | None]:
    """The decision with its proof. Looks nothing up where a rule above grounding has fired already."""
    signals, decision = _before_looking(turn, policy)
    if decision is not None and (decision.kind is DecisionKind.HANDOFF or policy.bot.answers == "built_in"):
        return decision, None
    if policy.bot.answers == "outside":
        return _left_to_outside_bot(policy, signals), None
    grounding, failed = await _look_up(desk, turn, policy)
    decision = decide(policy, (*signals, *failed), track=turn.conversation.track, grounding=grounding)
    assert decision is not None  # noqa: S101 - with grounding the decision is total
    return decision, grounding


def _left_to_outside_bot(policy: Policy, signals: tuple[Signal, ...]) -> Decision:
    return Decision(
        DecisionKind.ANSWER, Reason.OUTSIDE_BOT, "bot-answers-outside", policy.version, 1.0, signals=signals
    )


def _bot_failed(policy: Policy) -> Decision:
    queue = policy.default_queue.id
    return Decision(DecisionKind.HANDOFF, Reason.BOT_FAILED, "bot-failed", policy.version, 1.0, queue)


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


async def must_stop(desk: Desk, turn: Turn) -> bool:
    """Whether a rule above looking anything up hands this message to a person."""
    _, decision = _before_looking(turn, await desk.policies.of(turn.conversation.tenant_id))
    return decision is not None and decision.kind is DecisionKind.HANDOFF


def _before_looking(turn: Turn, policy: Policy) -> tuple[tuple[Signal, ...], Decision | None]:
    """The signals of the message, and the decision where it needs no look into the sources."""
    track = turn.conversation.track
    if track.reopened and policy.reopen == "queue":
        return (), _to_the_queue_again(policy)
    signals = read(turn.message.text, customer=turn.customer, track=track, policy=policy)
    return signals, decide(policy, signals, track=track, grounding=None)


async def _look_up(desk: Desk, turn: Turn, policy: Policy) -> tuple[Grounding, tuple[Signal, ...]]:
    tenant_id, question = turn.conversation.tenant_id, turn.question
    try:
        async with asyncio.timeout(desk.limits.answer_seconds):
            before = " ".join(turn.conversation.track.last_question)
            grounding = await desk.knowledge.ground(tenant_id, question, language=turn.language, context=before)
    except Exception:  # whatever broke the look-up, the customer gets a person
        log.exception("knowledge look-up failed")
        return NOTHING, (Signal(SignalKind.KNOWLEDGE_FAILED, 1.0, ("the sources could not be searched",)),)
    if desk.model is None or not grounding.statements:
        return grounding, ()
    return await worded_by_model(desk, turn.conversation, question, grounding, policy=policy, language=turn.language)


async def _hand_off(
    desk: Desk, turn: Turn, decision: Decision, grounding: Grounding | None, *, bot: Actor
) -> Saved | None:
    marker = replace(turn.message, reply_to=turn.message.seq, at=desk.clock())
    event = decision_made(decision, bot, marker, looked_at=_looked_at(grounding))
    return await open_for(
        desk,
        turn.conversation,
        turn.customer,
        decision,
        actor=bot,
        grounding=grounding,
        event=event,
        decides=turn.message.seq,
    )


async def _say(desk: Desk, turn: Turn, decision: Decision, grounding: Grounding | None, *, bot: Actor) -> Saved | None:
    before = turn.conversation
    message = composed(desk, turn, decision, grounding, bot=bot)
    track = next_track(before.track, decision, grounding, question_stems(turn.message.text))
    track = replace(track, question_before=turn.question[:500] if decision.kind is DecisionKind.CLARIFY else "")
    change = bot_answers(
        before,
        message,
        decision=decision,
        track=track,
        seq=turn.message.seq,
        looked_at=_looked_at(grounding),
    )
    saved = await commit(desk, change)
    if saved is None:
        await _discard(desk, turn, message)
    return saved


async def _discard(desk: Desk, turn: Turn, message: Message) -> None:
    before = turn.conversation
    why = "The conversation had changed hands, or was answered, before this was ready."
    event = discarded(message, why=why, composed_under=before.version)
    stored = await desk.store.conversations.append(before.tenant_id, before.id, event)
    if stored is not None:
        desk.live.publish(stored[0])


def composed(desk: Desk, turn: Turn, decision: Decision, grounding: Grounding | None, *, bot: Actor) -> Message:
    """The message that carries a decision which is not a handoff."""
    text, has_sources = _text(turn, decision, grounding)
    return Message(
        id=MessageId(desk.ids.new("message")),
        author=bot,
        kind=kind_of(decision.kind),
        text=text,
        at=desk.clock(),
        citations=grounding.citations if grounding and has_sources else (),
        statements=grounding.statements if grounding and has_sources else (),
        choices=grounding.alternatives if grounding and decision.kind is DecisionKind.CLARIFY else (),
        offers_person=decision.kind is DecisionKind.OFFER or decision.offers_person,
        reply_to=turn.message.seq,
    )


def _text(turn: Turn, decision: Decision, grounding: Grounding | None) -> tuple[str, bool]:
    if decision.reason is Reason.SMALL_TALK:
        return said.small_talk(decision.topic, turn.language), False
    if decision.kind is DecisionKind.CLARIFY:
        return said.clarify(grounding.alternatives if grounding else (), turn.language), False
    if decision.kind is DecisionKind.ANSWER and grounding is not None:
        return grounding.text, True
    return said.offer(decision.reason, turn.language, brief=turn.conversation.track.failures > 0), False


def _looked_at(grounding: Grounding | None) -> tuple[str, ...]:
    return tuple(hit.passage.id for hit in grounding.hits) if grounding else ()
