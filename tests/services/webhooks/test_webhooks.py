"""Webhooks as their admins have them: registered, renewed, tried out, sent again, and walled off."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hooked import Hooked, hooked, signed_by
from stage import Stage, set_up

from baton.core.actors import Role
from baton.core.errors import Forbidden, Invalid, NotFound
from baton.core.events import EventKind
from baton.core.messages import Audience
from baton.core.webhooks import MOST, OFF_AFTER, OLD_SECRET_FOR, Cause, Outcome
from baton.services.conversations.resolution import end
from baton.services.customers import customers
from baton.services.mail.outbox import send_due
from baton.services.sweeps import forget_old
from baton.services.team.colleagues import PersonChange, change_operator
from baton.services.webhooks import webhooks
from baton.services.webhooks.webhooks import WebhookChange

pytestmark = pytest.mark.anyio


@pytest.fixture
async def hook(stage: Stage) -> AsyncIterator[Hooked]:
    async with hooked(stage) as one:
        yield one


async def test_only_admins_have_anything_to_do_with_them(hook: Hooked):
    for role in (Role.OPERATOR, Role.READONLY, Role.BOT):
        caller = replace(hook.stage.admin, role=role)
        with pytest.raises(Forbidden):
            await webhooks.listed(hook.stage.desk, caller)
        with pytest.raises(Forbidden):
            await webhooks.add(hook.stage.desk, caller, WebhookChange(url="https://example.com/"))
        with pytest.raises(Forbidden):
            await webhooks.send_again(hook.stage.desk, caller, hook.hook.id, "1-1-1")


async def test_another_company_sees_and_changes_nothing_of_one(hook: Hooked):
    other = await set_up(hook.stage.desk, hook.stage.clock, hook.stage.sources)
    assert await webhooks.listed(other.desk, other.admin) == ()
    for use in (webhooks.find, webhooks.remove, webhooks.renew_secret, webhooks.test):
        with pytest.raises(NotFound):
            await use(other.desk, other.admin, hook.hook.id)
    with pytest.raises(NotFound):
        await webhooks.change(other.desk, other.admin, hook.hook.id, WebhookChange(is_on=False))
    assert await other.desk.store.webhook_queue.heads(other.tenant.id, hook.hook.id, hook.stage.clock(), 9) == ()


async def test_an_event_of_another_company_is_not_sent(hook: Hooked):
    other = await set_up(hook.stage.desk, hook.stage.clock, hook.stage.sources)
    cursor = await other.desk.store.events.newest(other.tenant.id)
    with pytest.raises(NotFound):
        await webhooks.send_again(hook.stage.desk, hook.stage.admin, hook.hook.id, cursor)
    assert hook.receiver.got == []


async def test_a_company_has_so_many_and_no_more(stage: Stage):
    wanted = WebhookChange(url="https://example.com/hook")
    for _ in range(MOST):
        await webhooks.add(stage.desk, stage.admin, wanted)
    with pytest.raises(Invalid) as refused:
        await webhooks.add(stage.desk, stage.admin, wanted)
    assert refused.value.code == "too_many_webhooks"


async def test_plain_http_is_refused_where_this_machine_must_not_be_asked(stage: Stage):
    with pytest.raises(Invalid) as refused:
        await webhooks.add(stage.desk, stage.admin, WebhookChange(url="http://127.0.0.1:9000/hook"))
    assert refused.value.code == "bad_webhook"


async def test_the_secret_is_kept_nowhere_and_no_log_names_the_address(hook: Hooked, store: Any):
    await webhooks.renew_secret(hook.stage.desk, hook.stage.admin, hook.hook.id)
    await hook.change(url=f"{hook.receiver.url}/s3cretpath")
    async with store.database.tenant(hook.stage.tenant.id) as connection:
        kept = await connection.fetch("SELECT w::text AS row FROM webhooks w")
        logged = await connection.fetch("SELECT e::text AS row FROM events e")
    assert all(hook.secret.removeprefix("whsec_")[:20] not in row["row"] for row in (*kept, *logged))
    assert all("s3cretpath" not in row["row"] and "/hook" not in row["row"] for row in logged)


async def test_after_a_renewal_both_secrets_count_for_a_day(hook: Hooked):
    _, renewed = await webhooks.renew_secret(hook.stage.desk, hook.stage.admin, hook.hook.id)
    assert renewed != hook.secret

    async def signatures() -> list[str]:
        await webhooks.test(hook.stage.desk, hook.stage.admin, hook.hook.id)
        return hook.receiver.got[-1].headers["webhook-signature"].split(" ")

    both = await signatures()
    assert both == [signed_by(secret, hook.receiver.got[-1]) for secret in (renewed, hook.secret)]
    hook.stage.clock.advance(seconds=OLD_SECRET_FOR.total_seconds() + 1)
    assert await signatures() == [signed_by(renewed, hook.receiver.got[-1])]


async def test_a_test_arrives_at_once_says_who_and_is_not_in_the_log(hook: Hooked):
    hook.receiver.answers = lambda _: b"HTTP/1.1 201 Made\r\ncontent-length: 8\r\n\r\nthanks\x00\n"
    await hook.change(is_on=False)
    attempt = await webhooks.test(hook.stage.desk, hook.stage.admin, hook.hook.id)
    assert (attempt.status, attempt.answer, attempt.outcome, attempt.cause) == (
        201,
        "thanks",
        Outcome.DELIVERED,
        Cause.TEST,
    )
    event = hook.receiver.got[0].event
    assert (event["kind"], event["cursor"], event["actor"]["name"]) == ("webhook_tested", None, "Admin")
    assert hook.receiver.got[0].id.startswith("test_")
    logged = await hook.stage.desk.store.events.page(hook.stage.tenant.id, after=None, limit=500)
    assert EventKind.WEBHOOK_TESTED not in {one.event.kind for one in logged}
    assert [one.id for one in await hook.attempts()] == [attempt.id]


async def test_a_test_that_arrives_ends_the_rest_and_what_waits_follows_at_once(hook: Hooked):
    hook.receiver.answers = lambda _: b"HTTP/1.1 503 Busy\r\ncontent-length: 0\r\nretry-after: 3000\r\n\r\n"
    await hook.said("one")
    await hook.tell_until(1)
    assert await hook.tell() == 0
    hook.receiver.answers = lambda _: "200 OK"
    await webhooks.test(hook.stage.desk, hook.stage.admin, hook.hook.id)
    assert (await hook.now()).state == "on"
    assert await hook.tell() == 1
    assert (await hook.now()).waiting == 0


@pytest.mark.parametrize("path", ["", "/?", "//"])
async def test_what_went_wrong_is_said_in_a_sentence(hook: Hooked, path: str):
    await hook.change(url=f"http://127.0.0.1:1{path}")
    attempt = await webhooks.test(hook.stage.desk, hook.stage.admin, hook.hook.id)
    assert (attempt.status, attempt.outcome) == (None, Outcome.FAILED)
    assert attempt.why.endswith(".")


async def test_an_event_is_sent_again_under_its_id_and_then_waits_no_more(hook: Hooked):
    hook.receiver.answers = lambda _: "500 Broken"
    await hook.said("Hello")
    await hook.tell_until(1)
    hook.receiver.answers = lambda _: "200 OK"
    failed = (await hook.attempts())[-1]
    again = await webhooks.send_again(hook.stage.desk, hook.stage.admin, hook.hook.id, failed.cursor or "")
    assert (again.outcome, again.cause, again.seq) == (Outcome.DELIVERED, Cause.AGAIN, failed.seq)
    assert hook.receiver.got[0].id == hook.receiver.got[-1].id
    assert (await hook.now()).waiting == 0


async def test_what_is_the_teams_is_not_sent_again_to_a_webhook_of_the_customers_audience(stage: Stage):
    async with hooked(stage, None, audience=Audience.EVERYONE) as hook:
        cursor = await hook.stage.desk.store.events.newest(hook.stage.tenant.id)
        with pytest.raises(NotFound):
            await webhooks.send_again(hook.stage.desk, hook.stage.admin, hook.hook.id, cursor)


async def test_kinds_are_changed_and_taken_back(hook: Hooked):
    changed = await hook.change(kinds=[EventKind.RESOLVED, EventKind.RESOLVED], label="  CRM  sync ")
    assert (changed.kinds, changed.label, changed.name) == ((EventKind.RESOLVED,), "CRM sync", "CRM sync")
    assert (await hook.change(label="")).kinds == (EventKind.RESOLVED,)
    assert (await hook.change(every_kind=True)).kinds is None
    with pytest.raises(Invalid):
        await hook.change(kinds=[])


async def test_one_that_is_removed_is_told_nothing_more_and_leaves_nothing(hook: Hooked, store: Any):
    hook.receiver.answers = lambda _: "500 Broken"
    await hook.said("one", "two")
    await hook.tell_until(1)
    await webhooks.remove(hook.stage.desk, hook.stage.admin, hook.hook.id)
    hook.stage.clock.advance(hours=1)
    assert await hook.tell() == 0
    async with store.database.tenant(hook.stage.tenant.id) as connection:
        for table in ("webhooks", "webhook_pending", "webhook_attempts"):
            assert await connection.fetchval(f"SELECT count(*) FROM {table}") == 0  # noqa: S608


async def test_what_was_tried_goes_when_its_customer_is_erased(hook: Hooked, store: Any):
    hook.receiver.answers = lambda _: b"HTTP/1.1 500 Broken\r\ncontent-length: 4\r\n\r\nMara"
    conversation = await hook.said("one", "two")
    await hook.tell_until(1)
    await end(hook.stage.desk, hook.stage.admin, conversation.id)
    await customers.erase(hook.stage.desk, hook.stage.admin, conversation.customer_id, same_address=False)
    assert await hook.attempts() == []
    hook.stage.clock.advance(hours=1)
    assert await hook.tell() == 0
    assert (await hook.now()).waiting == 0


async def test_what_a_receiver_answers_after_the_erasure_is_not_kept(hook: Hooked):
    conversation = await hook.said("one")
    await end(hook.stage.desk, hook.stage.admin, conversation.id)

    async def erases(writer: asyncio.StreamWriter) -> None:
        await customers.erase(hook.stage.desk, hook.stage.admin, conversation.customer_id, same_address=False)
        writer.write(b"HTTP/1.1 500 Broken\r\ncontent-length: 4\r\n\r\nMara")

    hook.receiver.answers = lambda _: erases
    await hook.tell_until(1)
    assert (await hook.attempts(), (await hook.now()).waiting) == ([], 0)


async def test_attempts_are_forgotten_after_a_fortnight(hook: Hooked):
    await webhooks.test(hook.stage.desk, hook.stage.admin, hook.hook.id)
    await forget_old(hook.stage.desk)
    assert len(await hook.attempts()) == 1
    hook.stage.clock.advance(days=15)
    await forget_old(hook.stage.desk)
    assert await hook.attempts() == []


class Post:
    """A carrier that keeps what it is given."""

    def __init__(self, stage: Stage) -> None:
        self.stage, self.sent = stage, []

    def carries(self, tenant_id: Any) -> bool:
        return tenant_id == self.stage.tenant.id

    def tenants(self) -> Any:
        return (self.stage.tenant.id,)

    async def send(self, tenant_id: Any, delivery: Any, files: Any) -> None:
        self.sent.append(delivery)


async def test_the_admins_are_written_to_once_when_it_is_switched_off(stage: Stage):
    post: Any = Post(stage)
    stage = replace(stage, desk=replace(stage.desk, carriers={"email": post}))
    await change_operator(stage.desk, stage.admin, stage.dana.actor.id or "", PersonChange(role=Role.ADMIN))
    async with hooked(stage, label="CRM") as hook:
        hook.receiver.answers = lambda _: "500 Broken"
        await hook.said("one")
        await hook.tell_until(1)
        hook.stage.clock.advance(seconds=(OFF_AFTER + timedelta(hours=2)).total_seconds())
        await hook.tell()
        await send_due(hook.stage.desk, "n1")
    told = [one for one in post.sent if one.subject == "A webhook was switched off"]
    assert [one.to for one in told] == ["dana@example.com"]
    assert "CRM" in told[0].text
    assert hook.hook.id in told[0].text
