"""The bot's turn: signals, sources, decision, and one write that is refused if the baton has moved meanwhile."""

import logging
from dataclasses import dataclass

from baton.core.actors import Actor, ActorKind
from baton.core.answers.grounding import Grounding, Wording
from baton.core.audience import SourceAudience
from baton.core.conversation import Conversation
from baton.core.decision import Decision, DecisionKind, Reason
from baton.core.errors import Unavailable
from baton.core.ids import MessageId
from baton.core.judging.judgement import Asked, after_looking, before_looking, remembered, reply
from baton.core.messages import Message
from baton.core.policy.model import Policy
from baton.core.signals import Signal
from baton.core.trail.masking import with_marks
from baton.core.verbs.speech import bot_answers, decision_made, discarded, kind_of, left_to_outside_bot
from baton.services.bot.drafting import worded_by_model
from baton.services.bot.looking_up import look_up, with_sources
from baton.services.bot.preview import Preview
from baton.services.bot.turn import Turn
from baton.services.desk import Desk, commit
from baton.services.handoffs.opening import open_for
from baton.services.records import Saved

log = logging.getLogger("baton.answering")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a turn. `reply` is None where it came too late and was discarded."""

    decision: Decision
    reply: Message | None
    conversation: Conversation
    wording: Wording | None = None


async def answer(desk: Desk, turn: Turn) -> Outcome:
    """Decide on a customer's message and carry the decision out."""
    policy = await desk.policies.of(turn.conversation.tenant_id)
    bot = named(policy)
    preview = Preview(desk, turn.conversation, turn.message.seq)
    try:
        decision, grounding = await judge(desk, turn, policy, preview=preview)
    except Unavailable:
        preview.withdraw()
        raise
    except Exception:  # a fault of our own must not leave a customer without an answer
        log.exception("the bot failed on a message; a person gets it")
        decision, grounding = _bot_failed(policy), None
    decision = with_marks(decision, turn.message.text)
    if decision.kind is DecisionKind.HANDOFF:
        saved = await _hand_off(desk, turn, decision, grounding, bot=bot)
    elif decision.reason is Reason.OUTSIDE_BOT:
        track = remembered(turn.asked, decision, None)
        change = left_to_outside_bot(turn.conversation, turn.message, decision=decision, track=track, bot=bot)
        saved = await commit(desk, change)
    else:
        saved = await _say(desk, turn, decision, grounding, policy)
    if saved is None or decision.kind is not DecisionKind.ANSWER:
        preview.withdraw()
    wording = _wording(grounding)
    if saved is None:
        return Outcome(decision, None, turn.conversation, wording)
    return Outcome(decision, saved.events[-1].message, saved.conversation, wording)


def named(policy: Policy) -> Actor:
    """The built-in bot under the name that the policy gives it."""
    return Actor(ActorKind.BOT, None, policy.bot.name)


async def judge(
    desk: Desk,
    turn: Turn,
    policy: Policy,
    *,
    reader: SourceAudience = SourceAudience.PUBLIC,
    preview: Preview | None = None,
) -> tuple[Decision, Grounding | None]:
    """The decision with its proof. Looks nothing up where a rule above grounding has fired already.

    A customer is answered from what is public; only the test bench asks as another `reader`. `preview` is shown what
    a model writes as it comes, where the documents' own words would be an answer too.
    """
    signals, decision = before_looking(turn.asked, policy, await alike(desk, turn.asked, policy))
    if decision is not None:
        return decision, None
    grounding, noticed = await look_up(desk, turn.conversation.tenant_id, turn.asked, policy, signals, reader=reader)
    if desk.model is not None and grounding.statements:
        would = after_looking(policy, (*signals, *noticed), turn.asked, grounding)
        grounding, failed = await worded_by_model(
            desk,
            turn.conversation,
            turn.asked.question,
            grounding,
            policy=policy,
            language=turn.language,
            preview=preview if would.kind is DecisionKind.ANSWER else None,
        )
        noticed = (*noticed, *failed)
    seen = (*signals, *noticed)
    return await with_sources(desk, turn.conversation.tenant_id, policy, seen, turn.asked, grounding), grounding


def _bot_failed(policy: Policy) -> Decision:
    queue = policy.default_queue.id
    return Decision(DecisionKind.HANDOFF, Reason.BOT_FAILED, "bot-failed", policy.version, 1.0, queue)


async def must_stop(desk: Desk, turn: Turn) -> bool:
    """Whether a rule above looking anything up hands this message to a person."""
    policy = await desk.policies.of(turn.conversation.tenant_id)
    _, decision = before_looking(turn.asked, policy, await alike(desk, turn.asked, policy))
    return decision is not None and decision.kind is DecisionKind.HANDOFF


async def alike(desk: Desk, asked: Asked, policy: Policy) -> tuple[Signal, ...]:
    """The signals by the policy's examples, where it has any."""
    if desk.examples is None or not policy.ready.examples:
        return ()
    language = asked.situation.language
    return await desk.examples.alike(policy, asked.question, before=asked.before, language=language)


async def _hand_off(
    desk: Desk, turn: Turn, decision: Decision, grounding: Grounding | None, *, bot: Actor
) -> Saved | None:
    event = decision_made(
        decision,
        bot,
        desk.clock(),
        reply_to=turn.message.seq,
        looked_at=_looked_at(grounding),
        wording=_wording(grounding),
    )
    return await open_for(
        desk,
        turn.conversation,
        turn.customer,
        decision,
        actor=bot,
        grounding=grounding,
        because=(event,),
        decides=turn.message.seq,
    )


async def _say(desk: Desk, turn: Turn, decision: Decision, grounding: Grounding | None, policy: Policy) -> Saved | None:
    before = turn.conversation
    message = composed(desk, turn, decision, grounding, policy)
    change = bot_answers(
        before,
        message,
        decision=decision,
        track=remembered(turn.asked, decision, grounding),
        seq=turn.message.seq,
        looked_at=_looked_at(grounding),
        wording=_wording(grounding),
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


def composed(desk: Desk, turn: Turn, decision: Decision, grounding: Grounding | None, policy: Policy) -> Message:
    """The message that carries a decision which is not a handoff."""
    text, answer = reply(turn.asked, decision, grounding, policy.speaks(turn.language))
    return Message(
        id=MessageId(desk.ids.new("message")),
        author=named(policy),
        kind=kind_of(decision.kind),
        text=text,
        at=desk.clock(),
        citations=answer.citations if answer else (),
        statements=answer.statements if answer else (),
        choices=decision.evidence if decision.kind is DecisionKind.CLARIFY else (),
        offers_person=decision.kind is DecisionKind.OFFER or decision.offers_person,
        reply_to=turn.message.seq,
    )


def _looked_at(grounding: Grounding | None) -> tuple[str, ...]:
    return tuple(hit.passage.id for hit in grounding.hits) if grounding else ()


def _wording(grounding: Grounding | None) -> Wording | None:
    return grounding.wording if grounding else None
