"""Mail in, from a real mailbox: each taken once, whatever happens to server, node or mailbox."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest
from channels.email import dovecot
from channels.email.conftest import Mailroom
from channels.email.letters import mail

from baton.channels.email import imap as imap_adapter
from baton.channels.email.accounts import Accounts, Server
from baton.channels.email.check import check
from baton.channels.email.reader import LEASE, Reader
from baton.core.inbox.listing import Wanted
from baton.core.mail.mail import Arrival

pytestmark = pytest.mark.anyio


def numbered(n: int) -> bytes:
    return mail(f"Question {n}?", Message_ID=f"<n{n}@example.com>", From=f"c{n}@example.com")


async def put(imap: dovecot.Imap, room: Mailroom, *mails: bytes) -> None:
    await asyncio.to_thread(imap.put, room.stage.tenant.id, *mails)


async def heard(room: Mailroom) -> int:
    found = await room.stage.desk.store.lists.page(
        room.stage.tenant.id, Wanted(at=room.stage.clock()), after=None, limit=200
    )
    return len(found.items)


def another(room: Mailroom, node: str, **more: Any) -> Reader:
    accounts = Accounts([replace(room.account, **more)])
    return Reader(room.stage.desk, accounts, room.reader._start, node=node)


async def test_what_lies_in_the_mailbox_is_history_and_what_comes_is_taken_once(
    mailroom_with_box: Mailroom, imap: dovecot.Imap
):
    room = mailroom_with_box
    await put(imap, room, numbered(1), numbered(2))
    assert await room.reader.look() == 0
    await put(imap, room, numbered(3), numbered(4), numbered(4))
    assert await room.reader.look() == 3
    assert await heard(room) == 2, "the same mail twice is one message"
    assert await room.reader.look() == 0
    with imap.box(room.stage.tenant.id) as box:
        assert not any("\\Seen" in one.flags for one in box.fetch(mark_seen=False)), "nothing is marked"


async def test_a_server_that_numbers_everything_anew_loses_and_doubles_nothing(
    mailroom_with_box: Mailroom, imap: dovecot.Imap
):
    room = mailroom_with_box
    await room.reader.look()
    await put(imap, room, numbered(1), numbered(2))
    await room.reader.look()
    await asyncio.to_thread(imap.renumber, room.stage.tenant.id)
    await put(imap, room, numbered(3))
    await room.reader.look()
    assert await heard(room) == 3


async def test_one_node_reads_and_the_next_goes_on_where_it_fell(
    mailroom_with_box: Mailroom, imap: dovecot.Imap, monkeypatch: pytest.MonkeyPatch
):
    room = mailroom_with_box
    await room.reader.look()
    monkeypatch.setattr(imap_adapter, "AT_ONCE", 2)
    await put(imap, room, *(numbered(n) for n in range(5)))
    taken = 0

    async def falls(tenant_id: Any, raw: bytes) -> Any:
        nonlocal taken
        taken += 1
        if taken == 4:
            raise asyncio.CancelledError
        return await Reader.take(room.reader, tenant_id, raw)

    monkeypatch.setattr(room.reader, "take", falls)
    with pytest.raises(asyncio.CancelledError):
        await room.reader.look()
    assert await another(room, "n2").look() >= 2
    assert await heard(room) == 5


async def test_two_nodes_at_once_take_each_mail_once(mailroom_with_box: Mailroom, imap: dovecot.Imap):
    room = mailroom_with_box
    await room.reader.look()
    await put(imap, room, *(numbered(n) for n in range(6)))
    await asyncio.gather(*(another(room, f"n{n}").look() for n in range(4)))
    assert await heard(room) == 6
    assert len(room.turns) == 6


async def test_a_mailbox_that_a_fallen_node_held_is_free_after_its_lease(mailroom_with_box: Mailroom):
    room = mailroom_with_box
    now = room.stage.clock()
    held = await room.stage.desk.store.mailboxes.begin(
        room.stage.tenant.id, room.account.address, "fallen", at=now, until=now + LEASE
    )
    assert held
    await room.reader.look()
    found = await room.stage.desk.store.mailboxes.begin(
        room.stage.tenant.id, room.account.address, "n3", at=now, until=now + LEASE
    )
    assert found is None, "it is held"
    room.stage.clock.advance(seconds=LEASE.total_seconds() + 1)
    await room.reader.look()
    assert not await room.stage.desk.store.mailboxes.read(room.stage.tenant.id, held, uid_validity=1, last_uid=1)


async def test_a_mail_that_nobody_can_read_does_not_hold_up_the_next(mailroom_with_box: Mailroom, imap: dovecot.Imap):
    room = mailroom_with_box
    await room.reader.look()
    await put(imap, room, b"no mail at all", numbered(1))
    await room.reader.look()
    assert await heard(room) == 1


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"password": "no"}, "did not accept the user name and password"),
        ({"imap": None}, "posted to /v1/inbound/email"),
    ],
)
async def test_the_check_says_what_is_wrong_with_the_mailbox(
    mailroom_with_box: Mailroom, wrong: dict[str, Any], says: str
):
    account = replace(mailroom_with_box.account, user=None, password=None)
    given = replace(account, user=mailroom_with_box.account.user, password=dovecot.PASSWORD)
    given = replace(given, **wrong)
    from baton.channels.email.check import _reading

    (found,) = await _reading(given)
    assert says in found.says


async def test_a_folder_that_is_not_there_is_named(mailroom_with_box: Mailroom, imap: dovecot.Imap):
    from baton.channels.email.check import _reading

    server = Server("127.0.0.1", imap.port, "plain", folder="Nowhere")
    (found,) = await _reading(replace(mailroom_with_box.account, imap=server))
    assert not found.is_good
    assert "Nowhere" in found.says


async def test_the_check_sees_its_own_mail_come_and_the_desk_takes_it_for_its_own(
    mailroom_with_box: Mailroom, imap: dovecot.Imap
):
    room = mailroom_with_box
    await room.reader.look()
    taken = room.post.handle_DATA

    async def into_the_box(server: Any, session: Any, envelope: Any) -> str:
        await put(imap, room, bytes(envelope.content))
        return await taken(server, session, envelope)

    room.post.handle_DATA = into_the_box  # type: ignore[method-assign]
    account = replace(room.account)
    out = replace(account, user=None, password=None, imap=None)
    assert all(one.is_good for one in await check(out, wait=5))
    await room.reader.look()
    assert await heard(room) == 0
    kept = await room.reader.take(room.stage.tenant.id, bytes(room.post.received[-1].content or b""))
    assert kept.outcome is Arrival.OWN
