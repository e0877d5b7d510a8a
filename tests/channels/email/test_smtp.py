"""Letters out, to a real server that takes them, refuses them, is slow, breaks off or is not there."""

import asyncio
import email
import email.policy
import logging
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from channels.email.conftest import Mailroom, Post, account_of, mailroom_of
from stage import Stage

from baton.channels.email import smtp
from baton.channels.email.accounts import Server
from baton.channels.email.check import check
from baton.core.mail.deliveries import Delivery, DeliveryKind, DeliveryState
from baton.services.mail.outbox import enqueue, letter, send_due

pytestmark = pytest.mark.anyio


async def sent(room: Mailroom, **more: Any) -> Delivery:
    """A letter, tried once; how it stands after that."""
    desk, tenant_id = room.stage.desk, room.stage.tenant.id
    given = {"subject": "Hello", "text": "There", **more}
    delivery = letter(desk, DeliveryKind.REPLY, given.pop("to", "maria@example.com"), **given)
    await enqueue(desk, tenant_id, delivery)
    await send_due(desk, "n1")
    found = await desk.store.deliveries.find(tenant_id, delivery.id)
    assert found
    return found


def received(room: Mailroom) -> Any:
    return email.message_from_bytes(bytes(room.post.received[-1].content or b""), policy=email.policy.default)


async def test_a_letter_arrives_with_all_that_mail_programs_go_by(mailroom: Mailroom):
    conversation = await mailroom.stage.begin()
    delivery = await sent(
        mailroom, conversation_id=conversation.id, subject="שלום, Größe\r\nBcc: x@y.z", text="שלום\n\nhttps://a.example/b.",
        language="he", sender_name="Zoë", in_reply_to="<a@b.example>", references=("<z@b.example>", "bad\r\nX-Evil: 1"),
    )  # fmt: skip
    assert delivery.state is DeliveryState.DELIVERED
    got = received(mailroom)
    assert got["Subject"] == "שלום, Größe Bcc: x@y.z"
    assert got["Bcc"] is None
    assert got["X-Evil"] is None
    assert got["From"].addresses[0].display_name == "Zoë (Harbour Home)"
    assert got["Message-ID"].startswith(f"<{delivery.id}.")
    assert got["In-Reply-To"] == "<a@b.example>"
    assert got["References"].split()[1:] == ["<z@b.example>", "<a@b.example>"]
    assert got["Reply-To"].addresses[0].username.startswith("support+c")
    assert got["Content-Language"] == "he"
    page = got.get_body(("html",)).get_content()
    assert 'dir="rtl"' in page
    assert '<a href="https://a.example/b">https://a.example/b</a>.' in page
    assert b"Message-ID: <dlv_" in bytes(mailroom.post.received[-1].content or b""), "as it is, and not encoded"
    assert mailroom.post.received[-1].mail_from == got["Reply-To"].addresses[0].addr_spec, "reports come back here"


async def test_html_of_a_letter_has_nothing_that_was_typed_as_markup(mailroom: Mailroom):
    await sent(mailroom, text="<script>alert(1)</script> & <b>bold</b>")
    assert "<script" not in received(mailroom).get_body(("html",)).get_content()


async def test_a_mailbox_that_does_not_exist_is_a_bounce_with_the_servers_words(mailroom: Mailroom):
    mailroom.post.at_recipient = "550 5.1.1 No such user here"
    delivery = await sent(mailroom)
    assert delivery.state is DeliveryState.BOUNCED
    assert delivery.why == "There is no such mailbox, or it takes no mail. It said: 550 5.1.1 No such user here"


@pytest.mark.parametrize(("where", "said"), [("at_recipient", "450 4.2.0 Try later"), ("at_data", "451 4.3.0 Busy")])
async def test_a_server_that_asks_for_patience_gets_it(mailroom: Mailroom, where: str, said: str):
    setattr(mailroom.post, where, said)
    delivery = await sent(mailroom)
    assert delivery.state is DeliveryState.WAITING
    assert said[4:] in delivery.why


async def test_a_server_that_is_down_costs_time_and_no_letter(stage: Stage, post: tuple[Post, int]):
    down = mailroom_of(stage, post[0], replace(account_of(stage, post[1]), smtp=Server("127.0.0.1", 1, "plain")))
    delivery = await sent(down)
    assert delivery.state is DeliveryState.WAITING
    assert delivery.why.startswith("There is no connection to the mail server 127.0.0.1:1.")
    back = mailroom_of(down.stage, post[0], account_of(stage, post[1]))
    back.stage.clock.ahead += timedelta(minutes=1)
    await send_due(back.stage.desk, "n1")
    found = await stage.desk.store.deliveries.find(stage.tenant.id, delivery.id)
    assert found
    assert found.state is DeliveryState.DELIVERED


async def test_a_server_that_does_not_answer_is_not_waited_for_forever(
    stage: Stage, post: tuple[Post, int], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(smtp, "TIMEOUT", 0.2)
    silent = await asyncio.start_server(lambda reader, writer: asyncio.sleep(10), "127.0.0.1", 0)
    port = silent.sockets[0].getsockname()[1]
    delivery = await sent(mailroom_of(stage, post[0], account_of(stage, port)))
    assert delivery.state is DeliveryState.WAITING
    assert "does not answer in time" in delivery.why
    silent.close()


async def test_a_line_that_breaks_before_the_receipt_brings_the_same_letter_again(mailroom: Mailroom):
    mailroom.post.cuts = True
    delivery = await sent(mailroom)
    assert delivery.state is DeliveryState.WAITING, "nobody knows whether it came"
    mailroom.post.cuts = False
    mailroom.stage.clock.ahead += timedelta(minutes=1)
    await send_due(mailroom.stage.desk, "n1")
    ids = {email.message_from_bytes(bytes(one.content or b""))["Message-ID"] for one in mailroom.post.received}
    assert len(mailroom.post.received) == 2
    assert len(ids) == 1, "mailboxes know it for the same"


async def test_a_password_is_in_no_log_and_no_reason(
    stage: Stage, post: tuple[Post, int], caplog: pytest.LogCaptureFixture
):
    caplog.set_level(logging.DEBUG)
    account = account_of(stage, post[1], user="support", password="hunter2-secret")
    delivery = await sent(mailroom_of(stage, post[0], account))
    assert delivery.state is DeliveryState.WAITING
    assert "signing in" in delivery.why
    assert "hunter2" not in caplog.text + delivery.why + repr(account)


async def test_a_server_without_tls_gets_no_letter_where_tls_was_asked_for(stage: Stage, post: tuple[Post, int]):
    account = replace(account_of(stage, post[1]), smtp=Server("127.0.0.1", post[1], "starttls"))
    delivery = await sent(mailroom_of(stage, post[0], account))
    assert delivery.state is DeliveryState.WAITING
    assert "STARTTLS" in delivery.why
    assert not post[0].received


async def test_the_check_says_in_plain_words_what_is_wrong(stage: Stage, post: tuple[Post, int]):
    found = await check(account_of(stage, 1))
    assert [one.is_good for one in found] == [False, True]
    assert "no connection" in found[0].says
    found = await check(account_of(stage, post[1], imap=Server("127.0.0.1", 1, "plain"), user="u", password="p"))
    assert not any(one.is_good for one in found)
