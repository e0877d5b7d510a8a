"""Is the mailbox set up right? Signs in to both servers, sends a mail to itself, and looks whether it came."""

import asyncio
import secrets
import time
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import localtime

from baton.channels.email.accounts import Account
from baton.channels.email.compose import reply_address
from baton.channels.email.imap import CannotRead, arrived, try_out
from baton.channels.email.smtp import deliver
from baton.services.ports.mail import CannotDeliver

WAIT = 30.0
"""Seconds that a mail to the own mailbox may take to arrive. Servers that check for spam need some."""

_LOOK_EVERY = 0.5


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was tried: whether it works, and what to know or to do."""

    is_good: bool
    says: str


async def check(account: Account, *, wait: float = WAIT) -> tuple[Finding, ...]:
    """Try an account out, in the order in which a mail passes. Later steps are left out where an earlier one fails."""
    plain, tagged = _trial(account, account.address), _trial(account, reply_address(account, "c" + "0" * 39))
    try:
        await _send(account, plain)
    except CannotDeliver as failed:
        return Finding(is_good=False, says=failed.why), *await _reading(account)
    where = f"{account.smtp.host}:{account.smtp.port}"
    found = [Finding(is_good=True, says=f"{where} takes mail from {account.address}"), *await _reading(account)]
    if account.imap is None or not found[-1].is_good:
        return tuple(found)
    found.append(await _arrives(account, plain, wait, "", "Look into the folder for spam, and at the forwarding."))
    if found[-1].is_good and tagged["To"] != plain["To"]:
        found.append(await _tagged(account, tagged, wait))
    return tuple(found)


async def _reading(account: Account) -> tuple[Finding, ...]:
    if account.imap is None:
        return (Finding(is_good=True, says="no `imap`: mail has to be posted to /v1/inbound/email"),)
    try:
        await asyncio.to_thread(try_out, account)
    except CannotRead as failed:
        return (Finding(is_good=False, says=failed.why),)
    where = f"{account.imap.host}:{account.imap.port}"
    return (Finding(is_good=True, says=f"{where} lets Baton read {account.imap.folder}"),)


async def _tagged(account: Account, trial: EmailMessage, wait: float) -> Finding:
    advice = "Set `plus = false` for this company in the mail file; answers are then known by the mail they answer."
    try:
        await _send(account, trial)
    except CannotDeliver as failed:
        return Finding(is_good=False, says=f"The server takes no mail for {_local(account)}+…: {failed.why} {advice}")
    return await _arrives(account, trial, wait, ", so answers find their conversation", advice)


async def _arrives(account: Account, trial: EmailMessage, wait: float, so: str, advice: str) -> Finding:
    to = account.address if trial["To"] == account.address else f"{_local(account)}+…@{account.domain}"
    deadline = time.monotonic() + wait
    try:
        while not await asyncio.to_thread(arrived, account, str(trial["Message-ID"])):
            if time.monotonic() > deadline:
                says = f"A mail to {to} was sent and did not arrive within {wait:.0f} seconds. {advice}"
                return Finding(is_good=False, says=says)
            await asyncio.sleep(_LOOK_EVERY)
    except CannotRead as failed:
        return Finding(is_good=False, says=failed.why)
    return Finding(is_good=True, says=f"a mail to {to} arrived{so}")


async def _send(account: Account, trial: EmailMessage) -> None:
    await deliver(account, trial.as_bytes(), sender=account.address, to=str(trial["To"]))


def _trial(account: Account, to: str) -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    message["From"] = account.address
    message["To"] = to
    message["Subject"] = "Baton tries out this mailbox"
    message["Date"] = localtime()
    message["Message-ID"] = f"<check-{secrets.token_hex(12)}@{account.domain}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content("Baton sent this to itself to see whether mail goes out and comes in. You may delete it.\n")
    return message


def _local(account: Account) -> str:
    return account.address.rpartition("@")[0]


def lines(account: Account, findings: tuple[Finding, ...]) -> Iterator[str]:
    """What was found, for a terminal."""
    yield f"{account.company}, {account.address}"
    for one in findings:
        yield f"  {'ok   ' if one.is_good else 'wrong'} {one.says}"
