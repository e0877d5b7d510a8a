"""One conversation of a rehearsal, played through the use cases that a customer's own goes through."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType
from typing import cast

from baton.core.actors import Actor, ActorKind, Caller, Role
from baton.core.conversation import Conversation
from baton.core.customer import Customer
from baton.core.decision import Decision, DecisionKind, Reason
from baton.core.ids import ConversationId, CustomerId, QueueId
from baton.core.policy.model import Policy
from baton.core.policy.queue import Queue
from baton.core.policy.story import tell
from baton.core.rehearsing.scene import Played, Remark, Scene
from baton.core.rehearsing.seen import Seen, invariants
from baton.services.bot.answering import Outcome, answer, named
from baton.services.bot.turn import Turn
from baton.services.conversations.inbound import Heard, hear
from baton.services.desk import Desk
from baton.services.handoffs.opening import open_for
from baton.services.handoffs.placing import placed_now
from baton.services.moves import language_of
from baton.services.ports.knowledge import Knowledge
from baton.services.ports.live import Live
from baton.services.ports.models import Model
from baton.services.ports.store import Store
from baton.services.ports.waits import Lived
from baton.services.records import Operator
from baton.services.rehearsing.backstage import Backstage, Kept, Line, Said, Team, Unheard, on_stage
from baton.services.rehearsing.props import PlayedModel, Sources
from baton.services.shelf import Shelf
from baton.services.wait_book import WaitBook

NOBODY = CustomerId("rehearsal")
BY_BUTTON = "asked-through-the-desk"
"""The rule of whoever presses "Talk to a person"."""

NOBODY_WAITS: Mapping[QueueId, int] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """What all plays share: the real desk, the policy that is rehearsed, the team, what its queues have taught.

    `languages` are those that are played. `at` is the moment at which plays are set that name no other: the default
    queue is open then, if it ever is.
    """

    desk: Desk
    caller: Caller
    policy: Policy
    shelf: Shelf
    team: tuple[Operator, ...]
    past: Mapping[QueueId, Lived]
    languages: tuple[str, ...]
    at: datetime

    @property
    def first(self) -> str:
        """The language in which scenes are played that need one only."""
        return self.languages[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """How a play is set. `here`: the team is at its desks, `busy`: with no room; who waits, by queue."""

    language: str = "en"
    at: datetime | None = None
    customer: Customer | None = None
    sources: Sources | None = None
    model: PlayedModel | None = None
    here: bool = True
    busy: bool = False
    ahead: Mapping[QueueId, int] = field(default_factory=lambda: NOBODY_WAITS)
    seconds: float | None = None


class Play:
    """A conversation that nobody else sees. `desk` is the desk that it is played on."""

    def __init__(self, house: House, setting: Setting) -> None:
        self.house, self.setting = house, setting
        self._at = setting.at or house.at
        customer = setting.customer or Customer(NOBODY)
        customer = replace(customer, language=setting.language)
        id = ConversationId(house.desk.ids.new("conversation"))
        begun = Conversation(id, house.caller.tenant_id, NOBODY, "web", self._at, language=setting.language)
        self.kept = Kept(begun, customer)
        self.live = Unheard()
        self.desk = self._desk()
        self._wrote: list[str] = []

    def _desk(self) -> Desk:
        desk, setting, house = self.house.desk, self.setting, self.house
        store = Backstage(
            conversations=self.kept,
            messages=Said(self.kept),
            people=Team(on_stage(house.team, self._at, here=setting.here, busy=setting.busy)),
            waits=Line(setting.ahead, house.past),
            conflicts=desk.store.conflicts,
        )
        limits = replace(desk.limits, answer_seconds=setting.seconds) if setting.seconds else desk.limits
        return replace(
            desk,
            store=cast("Store", store),
            clock=lambda: self._at,
            knowledge=cast("Knowledge", setting.sources) if setting.sources else desk.knowledge,
            live=cast("Live", self.live),
            policies=house.shelf,
            model=cast("Model", setting.model) if setting.model else None,
            packet_writer=None,
            limits=limits,
            waits=WaitBook(),
            errands=set(),
        )

    async def writes(self, text: str) -> Heard:
        """The customer writes, and the bot does not get its turn yet."""
        self._wrote.append(text)
        id = self.kept.conversation.id
        customer = Caller(self.house.caller.tenant_id, Role.CUSTOMER, Actor(ActorKind.CUSTOMER, NOBODY), None, id)
        return await hear(self.desk, customer, id, text=text)

    async def turn(self, heard: Heard) -> Outcome:
        """The bot decides on what was written."""
        return await answer(self.desk, Turn(heard.conversation, heard.customer, heard.message))

    async def says(self, text: str) -> Seen:
        """The customer writes, and the bot decides."""
        outcome = await self.turn(await self.writes(text))
        return await self.seen(outcome.decision)

    async def asks_for(self, queue: Queue, text: str) -> Seen:
        """The customer writes and is handed over to that queue, whatever the rules say."""
        heard = await self.writes(text)
        decision = Decision(
            DecisionKind.HANDOFF,
            Reason.CUSTOMER_REQUEST,
            BY_BUTTON,
            self.house.policy.version,
            1.0,
            queue.id,
            queue_named=True,
        )
        turn = Turn(heard.conversation, heard.customer, heard.message)
        await open_for(self.desk, turn.conversation, turn.customer, decision, actor=named(self.house.policy))
        return await self.seen(decision)

    async def seen(self, decision: Decision) -> Seen:
        """What came of the last turn, with the notice composed once more from the facts of the moment."""
        if self.desk.errands:
            await asyncio.gather(*self.desk.errands)
        now, customer = self.kept.conversation, self.kept.customer
        notice = None
        if decision.kind is DecisionKind.HANDOFF and now.handoff is not None:
            policy = self.house.policy
            notice = (await placed_now(self.desk, now, customer, decision, now.handoff, policy=policy)).told
        last = self.kept.messages[-1]
        return Seen(
            policy=self.house.policy,
            decision=decision,
            said=last if last.author.kind is not ActorKind.CUSTOMER else None,
            conversation=now,
            language=language_of(now, customer) or self.setting.language,
            promises=tuple(self.kept.promises),
            notice=notice,
        )

    def played(self, scene: Scene, title: str, seen: Seen, remarks: Sequence[Remark], **more: object) -> Played:
        """The scene as it is told."""
        queue = self.house.policy.queue(seen.conversation.queue) if seen.is_handed_over else None
        said = [one for one in self.kept.messages if one.author.kind is not ActorKind.CUSTOMER]
        return Played(
            scene=scene,
            title=title,
            remarks=(*invariants(seen), *remarks),
            language=seen.language,
            wrote=tuple(self._wrote),
            reads=tuple(one.text for one in said),
            decided=_decided(self.house.policy, seen.decision),
            rule=seen.decision.rule or None,
            queue=queue.name if queue else None,
            sources=tuple(dict.fromkeys(cited.title for one in said for cited in one.citations)),
            **more,  # type: ignore[arg-type]
        )


def _decided(policy: Policy, decision: Decision) -> str:
    queue = policy.queue(decision.queue)
    if decision.rule == BY_BUTTON and queue is not None:
        return f"Hand over to a person in {queue.name}: they pressed “Talk to a person”."
    return tell(policy, decision).verdict
