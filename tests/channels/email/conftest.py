"""A mail server to send to and a mailbox to read from, both real and on loopback."""

import asyncio
import os
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from aiosmtpd.smtp import SMTP, Envelope, Session
from channels.email import dovecot
from stage import Stage

from baton.channels.email.accounts import Account, Accounts, Server
from baton.channels.email.reader import Reader
from baton.channels.email.smtp import Smtp


@dataclass
class Post:
    """What the mail server does with what it is given, and what it was given."""

    received: list[Envelope] = field(default_factory=list)
    came: asyncio.Event = field(default_factory=asyncio.Event)
    at_recipient: str = "250 OK"
    at_data: str = "250 OK"
    slow: asyncio.Event | None = None
    cuts: bool = False

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.at_recipient.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.at_recipient

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        if self.cuts:
            # The letter has come whole, and the line breaks before the receipt.
            self.received.append(envelope)
            server.transport.close()
            return self.at_data
        if self.at_data.startswith("250"):
            self.received.append(envelope)
            self.came.set()
        return self.at_data


@pytest.fixture
async def post() -> AsyncIterator[tuple[Post, int]]:
    """A mail server, and its port."""
    handler = Post()
    made = await asyncio.get_running_loop().create_server(
        lambda: SMTP(handler, hostname="mx.example", timeout=30), "127.0.0.1", 0
    )
    async with made:
        yield handler, made.sockets[0].getsockname()[1]


@pytest.fixture(scope="session")
def imap() -> Iterator[dovecot.Imap]:
    """A running Dovecot. CI has one; on a machine without it the tests say so and are left out."""
    if dovecot.PROGRAM is None and not os.environ.get("CI"):
        pytest.skip("there is no dovecot here: apt-get install dovecot-imapd")
    with dovecot.running() as server:
        yield server


@dataclass
class Mailroom:
    """A stage whose tenant has a mailbox: `desk` sends to `post`, and `reader` reads what is put into it."""

    stage: Stage
    account: Account
    post: Post
    reader: Reader
    turns: list[Any]


def account_of(stage: Stage, port: int, **more: Any) -> Account:
    """An account on loopback."""
    return Account(
        company=stage.tenant.name,
        address="support@harbour.example",
        name="Harbour Home",
        smtp=Server("127.0.0.1", port, "plain"),
        **more,
    )


def mailroom_of(stage: Stage, post: Post, account: Account) -> Mailroom:
    """The stage with the account plugged in."""
    accounts = Accounts([account])
    accounts.assign([stage.tenant])
    desk = replace(stage.desk, carriers={"email": Smtp(accounts, stage.desk.store.secret)})
    turns: list[Any] = []

    async def start(turn: Any) -> None:
        turns.append(turn)

    with_mail = replace(stage, desk=desk)
    return Mailroom(with_mail, account, post, Reader(desk, accounts, start, node="n1"), turns)


@pytest.fixture
def mailroom(stage: Stage, post: tuple[Post, int]) -> Mailroom:
    """A desk that sends to the mail server."""
    return mailroom_of(stage, post[0], account_of(stage, post[1]))


@pytest.fixture
def mailroom_with_box(stage: Stage, post: tuple[Post, int], imap: dovecot.Imap) -> Mailroom:
    """The same, with a mailbox of its own on the IMAP server."""
    user = stage.tenant.id
    account = account_of(
        stage, post[1], imap=Server("127.0.0.1", imap.port, "plain"), user=user, password=dovecot.PASSWORD
    )
    # The server to send to asks for no password.
    room = mailroom_of(stage, post[0], replace(account, user=None, password=None))
    accounts = Accounts([account])
    accounts.assign([stage.tenant])
    return replace(room, account=account, reader=Reader(room.stage.desk, accounts, room.reader._start, node="n1"))
