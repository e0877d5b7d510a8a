"""Scenes of the passage itself: somebody comes in between while the bot writes, and what the operator then reads."""

import asyncio
from collections.abc import AsyncIterator

from baton.core.actors import Actor, ActorKind, Caller, Role
from baton.core.events import EventKind
from baton.core.mail.transcripts import written_out
from baton.core.policy.masks import reader_in
from baton.core.rehearsing.packets import folded, packet, transcript
from baton.core.rehearsing.scene import Played, Remark, Scene, fault, look, passed
from baton.services.bot.answering import Outcome
from baton.services.handoffs.opening import barge_in
from baton.services.rehearsing.acting import House, Play, Setting
from baton.services.rehearsing.props import QUESTION, PlayedModel, Sources, answered
from baton.services.team.tenants import own

ASKS = "Stop. I want to talk to a person."

TOLD = (
    "How long does delivery take?",
    "That didn't help.",
    "My order number is HP-48213 and one leg was broken when it came. Can I talk to a person?",
)
"""A conversation with an order number, as an operator gets it."""


async def interrupted(house: House) -> AsyncIterator[Played]:
    """While the bot writes, a person takes over; and the customer asks for one."""
    if house.policy.bot.answers == "outside":
        remark = passed("What it writes is held against the version that it wrote under, as Baton's own is.")
        yield Played(scene=Scene.INTERRUPTED, title="A bot of your own answers", remarks=(remark,))
        return
    play, model, drafting = await _drafting(house)
    if model.asked.is_set():
        await barge_in(play.desk, _operator(house), play.kept.conversation.id)
        yield await _ended(play, model, drafting, "A person takes over while the bot writes")
    else:
        yield await _never_drafted(play, drafting)
        return
    play, model, drafting = await _drafting(house)
    # By the button: whether words alone call a person is for the rules, and they have a scene of their own.
    await play.asks_for(house.policy.default_queue, ASKS)
    yield await _ended(play, model, drafting, "The customer asks for a person while the bot writes")


async def _drafting(house: House) -> "tuple[Play, PlayedModel, asyncio.Task[Outcome]]":
    """A play in which the bot is writing its answer."""
    model = PlayedModel(waits=True)
    play = Play(house, Setting(sources=Sources(answered()), model=model))
    drafting = asyncio.ensure_future(play.turn(await play.writes(QUESTION)))
    asked = asyncio.ensure_future(model.asked.wait())
    await asyncio.wait((drafting, asked), return_when=asyncio.FIRST_COMPLETED)
    asked.cancel()
    return play, model, drafting


async def _ended(play: Play, model: PlayedModel, drafting: "asyncio.Task[Outcome]", title: str) -> Played:
    before = len(play.kept.messages)
    model.may_go.set()
    outcome = await drafting
    seen = await play.seen(outcome.decision)
    late = [one for one in play.kept.messages[before:] if one.author.kind is ActorKind.BOT]
    remarks: list[Remark] = []
    if late or outcome.reply is not None:
        remarks.append(fault("The bot spoke after the baton had moved."))
    if play.live.previews and play.live.previews[-1]:
        remarks.append(fault("What the customer saw of the draft was not taken back."))
    if not remarks:
        remarks.append(passed("The draft is discarded, and nothing late is read."))
    if not any(one.kind is EventKind.ANSWER_DISCARDED for one in play.kept.events):
        remarks.append(fault("The discarded draft is not in the log."))
    told = play.played(Scene.INTERRUPTED, title, seen, ())
    return Played(
        scene=told.scene,
        title=title,
        remarks=tuple(remarks),
        language=told.language,
        wrote=told.wrote,
        reads=told.reads,
        decided="The bot's answer came too late and was discarded.",
    )


async def _never_drafted(play: Play, drafting: "asyncio.Task[Outcome]") -> Played:
    seen = await play.seen((await drafting).decision)
    remark = look("Your rules stop the bot before it writes, so there is nothing to interrupt.", room="policy")
    return play.played(Scene.INTERRUPTED, "The bot never writes", seen, [remark])


async def packets(house: House) -> AsyncIterator[Played]:
    """A conversation as the operator gets it: read in five seconds, each fact with its message."""
    play = Play(house, Setting())
    seen = await play.says(TOLD[0])
    for text in TOLD[1:]:
        if not seen.is_handed_over:
            seen = await play.says(text)
    reader = reader_in(house.policy, seen.conversation.queue)
    said = play.kept.messages
    company, zone = (await own(house.desk, house.caller)).name, house.policy.default_queue.hours.zone
    letter = written_out(said, seen.words, company=company, zone=zone)
    remarks = [*packet(seen, reader, said), *transcript(said, letter.text)]
    yield play.played(Scene.PACKET, "A broken table leg", seen, remarks)
    lines = folded(seen, reader)
    if lines:
        remark = passed("This is what stands above the fold.")
        yield Played(scene=Scene.PACKET, title="As the operator reads it", remarks=(remark,), reads=lines)


def _operator(house: House) -> Caller:
    first = house.team[0]
    return Caller(house.caller.tenant_id, Role.OPERATOR, Actor(ActorKind.OPERATOR, first.id, first.name))
