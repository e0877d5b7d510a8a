"""Gaps: what customers asked and no source answers, gathered from the log; and how a person's reply closes one."""

from dataclasses import dataclass, replace
from datetime import timedelta

from baton.core.actors import ActorKind, Caller, Role
from baton.core.decision import DecisionKind, Reason
from baton.core.errors import NotFound
from baton.core.events import Event, EventKind
from baton.core.ids import ConversationId, TenantId
from baton.core.messages import MessageKind
from baton.core.packet.goal import only_asks_for_person
from baton.core.reading.own_words import NO_WORDS, OwnWords
from baton.core.redaction import mask
from baton.core.sources.gaps import general, nearest
from baton.services.access import require
from baton.services.bot.answering import judge
from baton.services.bot.bench import turn_of
from baton.services.desk import Desk
from baton.services.knowledge.entries import Entry, add_entries
from baton.services.ports.learning import Gap, GapQuestion

DAYS = 90
"""How far back the log is read."""

MOST_AT_ONCE = 500
"""Questions that are gathered in one go."""

MOST_ASKED_AGAIN = 50
"""Questions of one gap that are asked again, the latest."""

SUBSTANCE = 6
"""Words of a reply that can be an answer."""

SOURCE = "Answers from the team"
"""The source that approved entries are kept in."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """An entry that would close a gap, made of a person's reply in one of its conversations."""

    question: str
    answer: str
    conversation_id: str | None


async def gather(desk: Desk, caller: Caller) -> tuple[Gap, ...]:
    """The tenant's gaps, open and most asked first, with what the log has had since they were last looked at."""
    require(caller, Role.ADMIN)
    tenant_id, now = caller.tenant_id, desk.clock()
    fresh = await desk.store.gaps.ungathered(tenant_id, since=now - timedelta(days=DAYS), limit=MOST_AT_ONCE)
    gaps = list(await desk.store.gaps.all(tenant_id))
    own = OwnWords(await desk.store.own_words.all(tenant_id)) if fresh else NO_WORDS
    for question in fresh:
        if not only_asks_for_person(question.text):
            await _keep(desk, tenant_id, gaps, question, own)
    return await desk.store.gaps.all(tenant_id)


async def note_missing(desk: Desk, caller: Caller, id: ConversationId) -> str | None:
    """Put a conversation's question among the gaps, because somebody who read it says that its source is missing.

    Answers the gap's id; None where the customer asked nothing. A conversation with a question in a gap keeps that.
    """
    require(caller, Role.ADMIN)
    gaps = list(await gather(desk, caller))
    known = next((gap.id for gap in gaps for asked in gap.questions if asked.conversation_id == id), None)
    messages = await desk.store.messages.page(caller.tenant_id, id, after=0, limit=200, team=True)
    asked = [one for one in messages if one.author.kind is ActorKind.CUSTOMER and not only_asks_for_person(one.text)]
    if known or not asked:
        return known
    question = GapQuestion(id, asked[0].seq, asked[0].text, Reason.NO_SOURCE.value, asked[0].at)
    own = OwnWords(await desk.store.own_words.all(caller.tenant_id))
    return (await _keep(desk, caller.tenant_id, gaps, question, own)).id


async def _keep(desk: Desk, tenant_id: TenantId, gaps: list[Gap], question: GapQuestion, own: OwnWords) -> Gap:
    """Keep a question with the gap whose questions are like it, or as a gap of its own."""
    question = replace(question, text=mask(question.text)[:500])
    at = nearest(question.text, [[asked.text for asked in gap.questions] for gap in gaps], own)
    if at is None:
        gaps.append(Gap(desk.ids.new("gap"), "open", desk.clock(), (question,)))
        await desk.store.gaps.keep(tenant_id, gaps[-1])
        return gaps[-1]
    # A closed gap that is asked about again was not closed; a dismissed one stays dismissed.
    state = "open" if gaps[at].state == "closed" else gaps[at].state
    gaps[at] = replace(gaps[at], questions=(question, *gaps[at].questions), state=state)
    await desk.store.gaps.keep(tenant_id, replace(gaps[at], questions=(question,)))
    return gaps[at]


async def propose(desk: Desk, caller: Caller, id: str) -> Proposal:
    """An entry made of what a person replied to one of the gap's questions, with what is personal blanked.

    The answer is empty where nobody has replied yet. Raises NotFound.
    """
    require(caller, Role.ADMIN)
    gap = await _find(desk, caller, id)
    shortest = min(gap.questions, key=lambda question: len(question.text)).text
    for question in gap.questions:
        reply = await _reply_to(desk, caller, question)
        if reply:
            return Proposal(question.text, reply, question.conversation_id)
    return Proposal(shortest, "", None)


async def approve(desk: Desk, caller: Caller, id: str, entry: Entry) -> Gap:
    """Keep an entry that a person has read, and ask the gap's questions again: closed where all are answered now."""
    require(caller, Role.ADMIN)
    gap = await _find(desk, caller, id)
    await add_entries(desk, caller, SOURCE, [entry])
    answers = [(asked, await _is_answered(desk, caller, asked)) for asked in gap.questions[:MOST_ASKED_AGAIN]]
    await desk.store.gaps.retested(caller.tenant_id, answers)
    state = "closed" if all(answered for _, answered in answers) else "open"
    await _settled(desk, caller, id, state)
    return await _find(desk, caller, id)


async def dismiss(desk: Desk, caller: Caller, id: str) -> Gap:
    """Say that a gap needs no answer. Raises NotFound."""
    require(caller, Role.ADMIN)
    await _find(desk, caller, id)
    await _settled(desk, caller, id, "dismissed")
    return await _find(desk, caller, id)


async def _settled(desk: Desk, caller: Caller, id: str, state: str) -> None:
    now = desk.clock()
    await desk.store.gaps.settle(caller.tenant_id, id, state, by=caller.actor.name, at=now)
    event = Event(EventKind.GAP_SETTLED, caller.actor, now, {"gap_id": id, "state": state})
    await desk.store.events.record(caller.tenant_id, event)


async def _find(desk: Desk, caller: Caller, id: str) -> Gap:
    gap = next((gap for gap in await desk.store.gaps.all(caller.tenant_id) if gap.id == id), None)
    if gap is None:
        raise NotFound("There is no such gap.")
    return gap


async def _reply_to(desk: Desk, caller: Caller, question: GapQuestion) -> str:
    """The first thing of substance that a person wrote after the question."""
    tenant_id, id = caller.tenant_id, question.conversation_id
    found = await desk.store.conversations.load(tenant_id, id)
    if found is None:
        return ""
    messages = await desk.store.messages.page(tenant_id, id, after=0, limit=200, team=True)
    names = [found[1].name, *(message.author.name for message in messages if message.author.kind is ActorKind.OPERATOR)]
    replies = [
        general(message.text, messages, names)
        for message in messages
        if message.seq > question.seq and message.author.kind is ActorKind.OPERATOR and message.kind is MessageKind.TEXT
    ]
    # "One moment, I'll look" is a reply, and no answer.
    return next((reply for reply in replies if len(reply.split()) >= SUBSTANCE), "")


async def _is_answered(desk: Desk, caller: Caller, asked: GapQuestion) -> bool:
    turn = turn_of(desk, caller, asked.text)
    decision, _ = await judge(desk, turn, await desk.policies.of(caller.tenant_id))
    return decision.kind is DecisionKind.ANSWER and decision.reason is Reason.GROUNDED
