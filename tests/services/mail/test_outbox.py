"""Letters go out once, or somebody is told."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from stage import Stage

from baton.core.actors import Actor, ActorKind
from baton.core.ids import DeliveryId, MessageId, TenantId
from baton.core.mail.deliveries import GIVE_UP_AFTER, Delivery, DeliveryKind, DeliveryState
from baton.core.messages import Message, MessageKind
from baton.core.verbs.speech import operator_replies
from baton.services.boundaries import before_the_network
from baton.services.desk import commit
from baton.services.handoffs import handoff
from baton.services.mail.outbox import LEASE, can_mail, enqueue, give_up_left, letter, report_bounce, send_due
from baton.services.ports.mail import CannotDeliver

pytestmark = pytest.mark.anyio


class Post:
    """A carrier that keeps what it is given, and fails as it is told to."""

    def __init__(self, *tenants: TenantId) -> None:
        self.company = tenants
        self.sent: list[Delivery] = []
        self.fails: CannotDeliver | None = None

    def carries(self, tenant_id: TenantId) -> bool:
        return tenant_id in self.company

    def tenants(self) -> tuple[TenantId, ...]:
        return self.company

    async def send(self, tenant_id: TenantId, delivery: Delivery, files: Any) -> None:
        before_the_network("the mail server")
        await asyncio.sleep(0)
        self.sent.append(delivery)
        if self.fails:
            raise self.fails


@pytest.fixture
async def posted(stage: Stage) -> tuple[Stage, Post]:
    post = Post(stage.tenant.id)
    return replace(stage, desk=replace(stage.desk, carriers={"email": post})), post


def a_letter(stage: Stage, **more: Any) -> Delivery:
    return letter(stage.desk, DeliveryKind.REPLY, "maria@example.com", subject="Hello", text="There", **more)


async def state(stage: Stage, delivery: Delivery) -> Delivery:
    found = await stage.desk.store.deliveries.find(stage.tenant.id, delivery.id)
    assert found is not None
    return found


async def mine(stage: Stage, post: Post, id: DeliveryId, node: str = "n1") -> int:
    """How often the letter was handed over; other tests' letters are not looked at."""
    await send_due(stage.desk, node)
    return sum(one.id == id for one in post.sent)


async def test_a_letter_is_sent_once_by_however_many_nodes(posted: tuple[Stage, Post]):
    stage, post = posted
    kept = [a_letter(stage) for _ in range(8)]
    for delivery in kept:
        await enqueue(stage.desk, stage.tenant.id, delivery)
    await asyncio.gather(*(send_due(stage.desk, f"n{n}") for n in range(6)))
    assert sorted(one.id for one in post.sent if one.id in {d.id for d in kept}) == sorted(d.id for d in kept)
    assert {(await state(stage, delivery)).state for delivery in kept} == {DeliveryState.DELIVERED}


async def test_a_second_letter_about_the_same_is_not_kept(posted: tuple[Stage, Post]):
    stage, _ = posted
    assert await enqueue(stage.desk, stage.tenant.id, a_letter(stage, once="digest:1"))
    assert not await enqueue(stage.desk, stage.tenant.id, a_letter(stage, once="digest:1"))


async def test_a_letter_commits_with_the_change_that_causes_it_or_not_at_all(posted: tuple[Stage, Post]):
    stage, _ = posted
    conversation = await stage.waiting()
    held = await handoff.claim(stage.desk, stage.dana, conversation.id)
    dana = Actor(ActorKind.OPERATOR, stage.dana.actor.id, "Dana")
    message = Message(MessageId(stage.desk.ids.new("message")), dana, MessageKind.TEXT, "Hi", stage.clock())
    change = operator_replies(held, message, version=held.version)
    late, kept = a_letter(stage), a_letter(stage)
    assert await commit(stage.desk, replace(change, fence=1), deliveries=(late,)) is None
    assert await stage.desk.store.deliveries.find(stage.tenant.id, late.id) is None
    assert await commit(stage.desk, change, deliveries=(kept,)) is not None
    assert (await state(stage, kept)).conversation_id == conversation.id


async def test_a_letter_that_was_not_taken_is_tried_again_when_it_is_due(posted: tuple[Stage, Post]):
    stage, post = posted
    delivery = a_letter(stage)
    await enqueue(stage.desk, stage.tenant.id, delivery)
    post.fails = CannotDeliver("The mail server is busy.", is_final=False)
    assert await mine(stage, post, delivery.id) == 1
    assert await mine(stage, post, delivery.id) == 1, "not before its time"
    assert (await state(stage, delivery)).why == "The mail server is busy."
    post.fails = None
    stage.clock.advance(seconds=31)
    assert await mine(stage, post, delivery.id) == 2
    assert (await state(stage, delivery)).state is DeliveryState.DELIVERED


async def test_a_node_that_falls_while_sending_leaves_the_letter_to_another(posted: tuple[Stage, Post]):
    stage, post = posted
    delivery = a_letter(stage)
    await enqueue(stage.desk, stage.tenant.id, delivery)
    now = stage.clock()
    begun = await stage.desk.store.deliveries.begin(stage.tenant.id, delivery.id, "fallen", at=now, until=now + LEASE)
    assert begun is not None
    assert await mine(stage, post, delivery.id) == 0, "somebody has it"
    stage.clock.advance(seconds=LEASE.total_seconds() + 1)
    assert await mine(stage, post, delivery.id) == 1


@pytest.mark.parametrize("is_final", [True, False])
async def test_a_letter_that_cannot_arrive_is_told_of_in_its_conversation_once(
    posted: tuple[Stage, Post], is_final: bool
):
    stage, post = posted
    conversation = await stage.begin()
    delivery = a_letter(stage, conversation_id=conversation.id)
    await enqueue(stage.desk, stage.tenant.id, delivery)
    post.fails = CannotDeliver("There is no such mailbox.", is_final=is_final)
    stage.clock.advance(seconds=0 if is_final else GIVE_UP_AFTER.total_seconds())
    await send_due(stage.desk, "n1")
    ended = await state(stage, delivery)
    assert ended.state is (DeliveryState.BOUNCED if is_final else DeliveryState.GAVE_UP)
    said = "The e-mail to maria@example.com did not arrive: There is no such mailbox."
    assert (await stage.transcript(conversation)).count(said) == 1
    seen = await stage.desk.store.messages.page(stage.tenant.id, conversation.id, after=0, limit=9, team=False)
    assert said not in [message.text for message in seen], "the customer does not read the team's note"


async def test_a_report_that_comes_later_turns_a_delivered_letter_into_a_bounced_one_once(posted: tuple[Stage, Post]):
    stage, _ = posted
    conversation = await stage.begin()
    delivery = a_letter(stage, conversation_id=conversation.id)
    await enqueue(stage.desk, stage.tenant.id, delivery)
    await send_due(stage.desk, "n1")
    for _ in range(3):
        await report_bounce(stage.desk, stage.tenant.id, delivery.id, "The mailbox is full.")
    assert (await state(stage, delivery)).state is DeliveryState.BOUNCED
    assert (await stage.kinds(conversation)).count("delivery_failed") == 1


async def test_without_a_mailbox_nothing_is_offered_and_what_is_kept_is_given_up_aloud(stage: Stage):
    assert not can_mail(stage.desk, stage.tenant.id)
    delivery = a_letter(stage)
    await enqueue(stage.desk, stage.tenant.id, delivery)
    post = Post()
    await send_due(replace(stage.desk, carriers={"email": post}), "n1")
    assert not post.sent
    assert await state(stage, delivery) == delivery, "another node may have the mailbox"
    await give_up_left(stage.desk, "n1")
    assert (await state(stage, delivery)).state is DeliveryState.WAITING
    stage.clock.advance(seconds=GIVE_UP_AFTER.total_seconds() + 1)
    await give_up_left(stage.desk, "n1")
    assert (await state(stage, delivery)).state is DeliveryState.GAVE_UP
    logged = await stage.desk.store.events.page(stage.tenant.id, after=None, limit=50)
    assert [one.event.data["to"] for one in logged if one.event.kind == "delivery_failed"] == ["maria@example.com"]


async def test_ended_letters_are_forgotten_and_waiting_ones_stay(posted: tuple[Stage, Post]):
    stage, _ = posted
    sent, waits = a_letter(stage), a_letter(stage, due_at=stage.clock() + timedelta(days=60))
    for delivery in (sent, waits):
        await enqueue(stage.desk, stage.tenant.id, delivery)
    await send_due(stage.desk, "n1")
    assert await stage.desk.store.deliveries.forget_before(stage.clock() + timedelta(seconds=1), 5000) >= 1
    assert await stage.desk.store.deliveries.find(stage.tenant.id, sent.id) is None
    assert await stage.desk.store.deliveries.find(stage.tenant.id, waits.id) is not None
