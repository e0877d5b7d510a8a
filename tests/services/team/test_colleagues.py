"""Somebody of the team gets another name, address or role, or is set away by an admin."""

import asyncio
from dataclasses import replace

import pytest
from lead import by, change, logged, owner, person, put_owner, signed_in
from stage import Stage

from baton.core.actors import Actor, ActorKind, Caller, Role
from baton.core.errors import Conflict, DeskError, Forbidden, Invalid
from baton.core.transitions import State
from baton.services.handoffs import handoff
from baton.services.team import people
from baton.services.team.colleagues import set_availability
from baton.services.team.identity import Doorkeeper
from baton.services.waiting import presence

pytestmark = pytest.mark.anyio


async def test_a_name_and_an_address_are_corrected_and_the_queues_that_name_them_follow(stage: Stage):
    await put_owner(stage, "Dana")
    await change(stage, stage.dana, name="Dana Quick", email="dana.quick@example.com")
    found = await person(stage, stage.dana)
    assert (found.name, found.email) == ("Dana Quick", "dana.quick@example.com")
    assert await owner(stage) == "Dana Quick"
    await put_owner(stage, "dana.quick@example.com")
    await change(stage, stage.dana, email="dq@example.com")
    assert await owner(stage) == "dq@example.com"
    told = await logged(stage, "operator_changed")
    assert told[0]["changed"] == {"name": "Dana Quick", "email": "dana.quick@example.com"}


async def test_a_role_is_what_a_browser_may_at_once_and_a_key_stays_an_operators(stage: Stage):
    keeper = Doorkeeper(stage.desk)
    secret = await signed_in(stage, stage.dana)
    assert (await keeper.recognise(secret)).role is Role.OPERATOR
    await change(stage, stage.dana, role=Role.ADMIN)
    as_admin = await keeper.recognise(secret)
    assert as_admin.role is Role.ADMIN
    assert as_admin.actor.kind is ActorKind.OPERATOR
    key = await people.add_key(stage.desk, stage.admin, Role.OPERATOR, operator_id=stage.dana.actor.operator_id)
    assert (await keeper.recognise(key.secret)).role is Role.OPERATOR
    await change(stage, stage.sam, role=Role.ADMIN)
    await change(stage, stage.dana, role=Role.OPERATOR)
    assert (await keeper.recognise(secret)).role is Role.OPERATOR


async def test_the_last_admin_stays_one_even_when_two_take_it_from_each_other(stage: Stage):
    await change(stage, stage.dana, role=Role.ADMIN)
    with pytest.raises(Conflict, match="last admin") as refused:
        await change(stage, stage.dana, role=Role.OPERATOR)
    assert refused.value.code == "last_admin"
    for _ in range(5):
        await change(stage, stage.sam, role=Role.ADMIN)
        await change(stage, stage.dana, role=Role.ADMIN)
        both = (change(stage, one, role=Role.OPERATOR) for one in (stage.dana, stage.sam))
        results = await asyncio.gather(*both, return_exceptions=True)
        assert sorted(type(one).__name__ for one in results) == ["Conflict", "Operator"]


async def test_nobody_changes_their_own_role_by_accident(stage: Stage):
    await change(stage, stage.dana, role=Role.ADMIN)
    await change(stage, stage.sam, role=Role.ADMIN)
    with pytest.raises(Conflict, match="your own role"):
        await change(stage, stage.dana, replace(stage.dana, role=Role.ADMIN), role=Role.OPERATOR)


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"name": "  "}, "invalid"),
        ({"email": "nowhere"}, "invalid_email"),
        ({"email": "SAM@example.com"}, "email_taken"),
        ({"role": Role.BOT}, "invalid"),
    ],
)
async def test_what_nobody_can_be_called_or_be_is_refused(stage: Stage, fields: dict[str, object], code: str):
    with pytest.raises(Invalid) as refused:
        await change(stage, stage.dana, **fields)
    assert refused.value.code == code


async def test_only_an_admin_changes_people(stage: Stage):
    with pytest.raises(Forbidden):
        await change(stage, stage.dana, stage.sam, name="Danger")
    with pytest.raises(DeskError, match="role admin"):
        await set_availability(stage.desk, stage.sam, "away", of=by(stage.dana))


async def test_a_colleague_who_is_set_offline_gives_back_what_they_hold_after_the_grace(stage: Stage):
    conversation = await stage.waiting()
    await handoff.claim(stage.desk, stage.dana, conversation.id)
    await set_availability(stage.desk, stage.admin, "offline", reason="Ill", of=by(stage.dana))
    found = await person(stage, stage.dana)
    assert (found.availability, found.away_reason) == ("offline", "Ill")
    await presence.return_lost(stage.desk)
    assert (await stage.now(conversation)).state is State.HUMAN, "the grace holds for them too"
    stage.clock.advance(seconds=61)
    await presence.return_lost(stage.desk)
    assert (await stage.now(conversation)).state is State.QUEUED
    assert (await stage.transcript(conversation))[-1].startswith("Dana had to step away.")
    told = (await logged(stage, "availability_changed"))[-1]
    assert told == {"availability": "offline", "reason": "Ill", "operator_id": by(stage.dana)}


async def test_whoever_is_an_admin_and_a_person_ends_a_conversation_by_their_name(stage: Stage):
    from baton.services.conversations import resolution

    lead = Caller(stage.tenant.id, Role.ADMIN, Actor(ActorKind.OPERATOR, by(stage.dana), "Dana"))
    conversation = await stage.waiting()
    await handoff.claim(stage.desk, lead, conversation.id)
    await resolution.end(stage.desk, lead, conversation.id)
    assert "Dana" in (await stage.transcript(conversation))[-1]
