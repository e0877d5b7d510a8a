"""Somebody leaves the team: nothing of theirs works any more, and nothing that they carried is left lying."""

from dataclasses import replace

import pytest
from lead import by, change, logged, owner, person, put_owner, signed_in
from stage import Stage, is_here

from baton.core.actors import Role
from baton.core.errors import Conflict, Unauthorized
from baton.core.followups.modes import Mode
from baton.core.policy.problems import PolicyErrors
from baton.core.routing.offers import OfferState
from baton.core.transitions import State
from baton.db.store import Store
from baton.services.conversations import replies
from baton.services.followups import modes
from baton.services.followups.agreeing import Details
from baton.services.handoffs import handoff, opening
from baton.services.inbox import saved_views
from baton.services.policy import policies
from baton.services.team import leaving, people
from baton.services.team.colleagues import PersonChange, set_availability
from baton.services.team.identity import Doorkeeper
from baton.services.waiting import presence
from baton.services.waiting.assigning import assign

pytestmark = pytest.mark.anyio


@pytest.fixture(scope="module")
def store(own_store: Store) -> Store:
    """What is looked at here is every company's."""
    return own_store


async def remove(stage: Stage, who, by_whom=None, **fields) -> leaving.Removed:
    return await leaving.remove(stage.desk, by_whom or stage.admin, by(who), **fields)


async def refused(verb) -> str:
    with pytest.raises(Conflict) as error:
        await verb
    return error.value.code


async def test_from_that_moment_key_session_and_link_are_refused(stage: Stage):
    keeper = Doorkeeper(stage.desk)
    session = await signed_in(stage, stage.dana)
    key = await people.add_key(stage.desk, stage.admin, Role.OPERATOR, operator_id=stage.dana.actor.operator_id)
    link = await people.make_link(stage.desk, stage.admin, stage.dana.actor.operator_id)  # type: ignore[arg-type]
    for secret in (session, key.secret):
        await keeper.recognise(secret)
    await remove(stage, stage.dana)
    for secret in (session, key.secret):
        with pytest.raises(Unauthorized, match="no longer of this team") as gone:
            await keeper.recognise(secret)
        assert gone.value.code == "access_ended"
    with pytest.raises(Unauthorized):
        await people.sign_in(stage.desk, link.secret)
    assert await refused(people.make_link(stage.desk, stage.admin, stage.dana.actor.operator_id)) == "has_left"  # type: ignore[arg-type]
    assert (
        await refused(people.add_key(stage.desk, stage.admin, Role.OPERATOR, operator_id=by(stage.dana))) == "has_left"
    )  # type: ignore[arg-type]


async def test_what_they_hold_goes_back_to_its_queue_at_once_and_each_customer_is_told(stage: Stage):
    held = [await stage.waiting() for _ in range(2)]
    for one in held:
        await handoff.claim(stage.desk, stage.dana, one.id)
    done = await remove(stage, stage.dana)
    assert (done.given, done.requeued) == (0, 2)
    for one in held:
        now = await stage.now(one)
        assert now.state is State.QUEUED
        assert (await stage.transcript(one))[-1].startswith("Dana had to step away.")
    released = [one.event for one in await trail(stage, held[0]) if one.event.kind.value == "released"]
    assert released[0].actor == stage.admin.actor
    assert released[0].data["reason"] == "operator_left"


async def trail(stage: Stage, conversation):
    return await stage.desk.store.events.of_conversation(
        stage.tenant.id, conversation.id, after=0, limit=200, team=True
    )


async def test_what_they_hold_is_given_to_a_colleague_as_far_as_there_is_room(stage: Stage):
    await change(stage, stage.sam, capacity=1)
    held = [await stage.waiting() for _ in range(2)]
    for one in held:
        await handoff.claim(stage.desk, stage.dana, one.id)
    done = await remove(stage, stage.dana, conversations_to=by(stage.sam))
    assert (done.given, done.requeued) == (1, 1)
    now = [await stage.now(one) for one in held]
    assert sorted(one.state.value for one in now) == ["human", "queued"]
    given = next(one for one in now if one.state is State.HUMAN)
    assert given.owner_name == "Sam"
    assert "Sam" in (await stage.transcript(given))[-1]


async def test_nothing_is_given_to_whoever_has_left(stage: Stage):
    held = await stage.waiting()
    await handoff.claim(stage.desk, stage.sam, held.id)
    waiting, with_bot = await stage.waiting(), await stage.begin()
    await remove(stage, stage.dana)
    to = by(stage.dana)
    passed = handoff.pass_to_operator(stage.desk, stage.sam, held.id, operator_id=to, reason="yours")
    assert await refused(passed) == "has_left"
    assert await refused(handoff.claim(stage.desk, stage.dana, waiting.id)) == "you_are_offline"
    assert await refused(opening.barge_in(stage.desk, stage.dana, with_bot.id, reason="mine")) in (
        "has_left",
        "you_are_offline",
    )
    assert await set_availability(stage.desk, stage.dana, "available") == "available"
    await is_here(stage, stage.dana)
    assert (await person(stage, stage.dana)).availability == "offline", "nothing brings them back but an admin"
    assert "Dana" not in {one.name for one in await people.list_operators(stage.desk, stage.admin)}
    assert [one.name for one in await leaving.former(stage.desk, stage.admin)] == ["Dana"]


async def test_what_a_fallen_process_left_in_their_hands_goes_back_without_a_grace(stage: Stage, monkeypatch):
    conversation = await stage.waiting()
    await handoff.claim(stage.desk, stage.dana, conversation.id)

    async def falls(*_: object) -> tuple[int, int]:
        raise ConnectionError("the process fell")

    with monkeypatch.context() as fallen:
        fallen.setattr(leaving, "_give_up", falls)
        with pytest.raises(ConnectionError):
            await remove(stage, stage.dana)
    assert (await stage.now(conversation)).state is State.HUMAN
    await presence.return_lost(stage.desk)
    assert (await stage.now(conversation)).state is State.QUEUED


async def test_an_offer_to_them_is_withdrawn_and_what_is_theirs_alone_goes_with_them(stage: Stage):
    source = """
policy: Harbour
queues:
  support: {owner: Ines, hours: always, assign: push}
rules:
  - {id: asks-for-person, when: asks_for_person, then: handoff}
"""
    await policies.put_in_force(stage.desk, stage.admin, source)
    await is_here(stage, stage.dana)
    await stage.waiting()
    assert await assign(stage.desk, stage.tenant.id) == 1
    offers = await stage.desk.store.offers.standing(stage.tenant.id, stage.dana.actor.operator_id)
    for is_shared in (False, True):
        view = saved_views.ViewChange(name=f"Shared {is_shared}", base="all", shared=is_shared)
        await saved_views.save(stage.desk, stage.dana, view)
    await remove(stage, stage.dana)
    ended = await stage.desk.store.offers.find(stage.tenant.id, offers[0].offer.id)
    assert ended is not None
    assert ended.offer.state is OfferState.RESCINDED
    left = await stage.desk.store.saved_views.seen_by(stage.tenant.id, stage.dana.actor.operator_id)
    assert [one.name for one in left] == ["Shared True"]


async def test_whoever_owns_a_queue_is_removed_only_with_a_name_for_it(stage: Stage):
    await put_owner(stage, "Dana")
    ticket = await stage.waiting()
    await modes.choose(stage.desk, stage.customer(ticket), ticket.id, Mode.TICKET, Details())
    carried = await leaving.duties(stage.desk, stage.admin, by(stage.dana))
    assert [one.id for one in carried.queues] == ["support"]
    assert [one.conversation_id for one in carried.followups] == [ticket.id]
    with pytest.raises(Conflict, match=r"owner of: .* in `duties_to`") as error:
        await remove(stage, stage.dana)
    assert error.value.code == "still_owns"
    assert [one["id"] for one in error.value.extra["queues"]] == ["support"]
    assert (await person(stage, stage.dana)).left_at is None
    done = await remove(stage, stage.dana, duties_to=by(stage.sam))
    assert done.followups == 1
    assert await owner(stage) == "Sam"
    handed = (await stage.now(ticket)).handoff
    assert handed is not None
    assert handed.followup is not None
    assert handed.followup.owner == "Sam"
    told = (await logged(stage, "operator_removed"))[-1]
    assert (told["name"], told["queues"], told["duties_to"]) == ("Dana", ["support"], "Sam")
    assert told["followups"] == [handed.followup.reference]


async def test_nobody_removes_themselves_or_the_last_admin_or_somebody_twice(stage: Stage):
    await change(stage, stage.dana, role=Role.ADMIN)
    as_admin = replace(stage.dana, role=Role.ADMIN)
    assert await refused(remove(stage, stage.dana, as_admin)) == "yourself"
    assert await refused(remove(stage, stage.dana)) == "last_admin"
    assert (await person(stage, stage.dana)).left_at is None
    assert await refused(remove(stage, stage.sam, conversations_to=by(stage.sam))) == "has_left"
    await remove(stage, stage.sam)
    assert await refused(remove(stage, stage.sam)) == "has_left"


async def test_their_name_stays_on_what_they_said_and_they_can_be_taken_back(stage: Stage):
    conversation = await stage.waiting()
    await handoff.claim(stage.desk, stage.dana, conversation.id)
    await replies.reply(stage.desk, stage.dana, conversation.id, text="I am on it.")
    session = await signed_in(stage, stage.dana)
    await remove(stage, stage.dana)
    said = await stage.desk.store.messages.page(stage.tenant.id, conversation.id, after=0, limit=200, team=True)
    assert next(one.author.name for one in said if one.text == "I am on it.") == "Dana"
    again = people.add_operator(stage.desk, stage.admin, name="Dana", email="DANA@example.com")
    assert await refused(again) == "was_here"
    back = await leaving.restore(stage.desk, stage.admin, by(stage.dana))
    assert (back.left_at, back.availability) == (None, "offline")
    with pytest.raises(Unauthorized):
        await Doorkeeper(stage.desk).recognise(session)
    await signed_in(stage, stage.dana)
    assert await refused(leaving.restore(stage.desk, stage.admin, by(stage.dana))) == "has_not_left"
    assert PersonChange().on(back) == back


async def test_a_policy_that_names_somebody_who_has_left_is_not_put_in_force(stage: Stage):
    await remove(stage, stage.dana)
    with pytest.raises(PolicyErrors, match='Dana owns queue "support"'):
        await put_owner(stage, "dana@example.com")
    await put_owner(stage, "Sam")
