"""Reads the mailboxes, each by one node of all, and gives what came to the desk."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator
from datetime import timedelta

from baton.channels.email.accounts import Account, Accounts
from baton.channels.email.imap import Batch, CannotRead, fetch
from baton.channels.email.parse import parse
from baton.core.errors import DeskError, Unavailable
from baton.core.ids import TenantId
from baton.core.mail.mail import Arrival
from baton.services.bot.turn import Turn
from baton.services.boundaries import before_the_network
from baton.services.desk import Desk
from baton.services.mail.incoming import take
from baton.services.ports.mail import KeptMail, Mailbox

log = logging.getLogger("baton.email")

LEASE = timedelta(minutes=10)
"""How long a node may take over one batch of mails. Renewed by nothing: a batch takes seconds."""

Start = Callable[[Turn], Awaitable[object]]


class Reader:
    """Reads every account's mailbox when it is asked to look."""

    def __init__(self, desk: Desk, accounts: Accounts, start: Start, *, node: str) -> None:
        self._desk = desk
        self._accounts = accounts
        self._start = start
        self._node = node
        self._problems: dict[TenantId, str] = {}

    async def look(self) -> int:
        """Read what has come in every mailbox. Returns how many mails were taken; a mailbox that fails is logged."""
        self._accounts.assign(await self._desk.store.tenants.all())
        taken = 0
        for tenant_id, account in tuple(self._accounts.all().items()):
            if account.imap is not None:
                taken += await self._read(tenant_id, account)
        return taken

    async def take(self, tenant_id: TenantId, raw: bytes) -> KeptMail:
        """Take one mail that was posted or fetched. Raises Invalid or TooLarge where it is none that can be read."""
        account = self._accounts.of(tenant_id)
        mail = await asyncio.to_thread(parse, raw)
        return await take(self._desk, tenant_id, mail, ours=account.address if account else "", start=self._start)

    async def _read(self, tenant_id: TenantId, account: Account) -> int:
        now = self._desk.clock()
        mailbox = await self._desk.store.mailboxes.begin(
            tenant_id, account.address, self._node, at=now, until=now + LEASE
        )
        if mailbox is None:
            return 0
        problem, taken = "", 0
        try:
            taken = await self._read_all(tenant_id, account, mailbox)
        except CannotRead as failed:
            problem = failed.why
        finally:
            await self._desk.store.mailboxes.rest(tenant_id, mailbox, problem=problem, at=now)
        self._say(tenant_id, account, problem)
        return taken

    async def _read_all(self, tenant_id: TenantId, account: Account, mailbox: Mailbox) -> int:
        before_the_network("the mailbox")
        since = mailbox.checked_at.date() if mailbox.checked_at else None
        batches = fetch(account, uid_validity=mailbox.uid_validity, last_uid=mailbox.last_uid, since=since)
        taken = 0
        while (batch := await asyncio.to_thread(_next, batches)) is not None:
            for raw in batch.mails:
                taken += await self._take_one(tenant_id, raw)
            goes_on = await self._desk.store.mailboxes.read(
                tenant_id, mailbox, uid_validity=batch.uid_validity, last_uid=batch.last_uid
            )
            if not goes_on:
                break
        return taken

    async def _take_one(self, tenant_id: TenantId, raw: bytes | None) -> bool:
        """Take a mail. One that can't be read must not keep those behind it waiting; a lost database must."""
        if raw is None:
            log.warning("a mail was too large to be taken; it stays in the mailbox")
            return False
        try:
            kept = await self.take(tenant_id, raw)
        except Unavailable:
            raise
        except DeskError as refused:
            log.warning("a mail could not be taken and stays in the mailbox: %s", refused.detail)
            return False
        return kept.outcome is Arrival.TAKEN

    def _say(self, tenant_id: TenantId, account: Account, problem: str) -> None:
        """Log a trouble when it begins and when it ends, and not at each look."""
        if problem and problem != self._problems.get(tenant_id):
            log.error("the mailbox of %s can't be read: %s", account.address, problem)
        elif not problem and tenant_id in self._problems:
            log.info("the mailbox of %s can be read again", account.address)
        if problem:
            self._problems[tenant_id] = problem
        else:
            self._problems.pop(tenant_id, None)


def _next(batches: Iterator[Batch]) -> Batch | None:
    return next(batches, None)
