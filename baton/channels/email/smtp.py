"""Letters out by SMTP. What the server says is told to an operator in plain words, with its own line behind them."""

import asyncio
import ssl
from collections.abc import Sequence

import aiosmtplib

from baton.channels.email.accounts import Account, Accounts
from baton.channels.email.compose import compose, envelope_sender
from baton.core.ids import TenantId
from baton.core.mail.deliveries import Delivery
from baton.core.mail.mail import Enclosed
from baton.services.boundaries import before_the_network
from baton.services.ports.mail import CannotDeliver

TIMEOUT = 30.0
"""Seconds for each step of the conversation with the server."""

WHOLE = 120.0
"""Seconds for one letter from connection to receipt; below the outbox's lease."""

MOST_OF_A_REPLY = 300


class Smtp:
    """The carrier of e-mail for every tenant that has an account."""

    def __init__(self, accounts: Accounts, key: bytes) -> None:
        self._accounts = accounts
        self._key = key

    def carries(self, tenant_id: TenantId) -> bool:
        """Whether the tenant has an account."""
        return self._accounts.of(tenant_id) is not None

    def tenants(self) -> tuple[TenantId, ...]:
        """The tenants that have one."""
        return tuple(self._accounts.all())

    async def send(self, tenant_id: TenantId, delivery: Delivery, files: Sequence[Enclosed]) -> None:
        """Hand a letter with its files to the tenant's mail server. Raises CannotDeliver."""
        before_the_network("the mail server")
        account = self._accounts.of(tenant_id)
        if account is None:
            raise CannotDeliver("This company has no mailbox to send from.", is_final=False)
        try:
            # Away from the event loop: writing out the largest files takes a good part of a second.
            message = await asyncio.to_thread(_written, delivery, account, self._key, tenant_id, files)
        except (ValueError, UnicodeError, IndexError) as unfit:
            raise CannotDeliver(f"No e-mail can be made of this: {unfit}.", is_final=True) from unfit
        sender = envelope_sender(delivery, account, self._key, tenant_id)
        await deliver(account, message, sender=sender, to=delivery.to)


def _written(delivery: Delivery, account: Account, key: bytes, tenant_id: TenantId, files: Sequence[Enclosed]) -> bytes:
    return compose(delivery, account, key, tenant_id, files).as_bytes()


async def deliver(account: Account, message: bytes, *, sender: str, to: str) -> None:
    """Hand a finished message to an account's server. Raises CannotDeliver, saying what to do where that is known."""
    server = account.smtp
    try:
        async with asyncio.timeout(WHOLE):
            await aiosmtplib.send(
                message,
                sender=_on_the_wire(sender),
                recipients=[_on_the_wire(to)],
                hostname=server.host,
                port=server.port,
                username=account.user,
                password=account.password,
                timeout=TIMEOUT,
                use_tls=server.security == "tls",
                start_tls=server.security == "starttls",
                tls_context=None if server.security == "plain" else account.trust(),
                local_hostname=account.domain if account.domain.isascii() else "localhost",
            )
    except (aiosmtplib.SMTPException, OSError, TimeoutError, ValueError) as failed:
        raise _refusal(account, failed) from failed


def _refusal(account: Account, failed: Exception) -> CannotDeliver:
    where = f"{account.smtp.host}:{account.smtp.port}"
    match failed:
        case aiosmtplib.SMTPAuthenticationError():
            why = f"The mail server {where} did not accept the user name and password. Check both in the mail file."
            return CannotDeliver(f"{why} {_said(failed)}", is_final=False)
        case aiosmtplib.SMTPRecipientsRefused() if failed.recipients:
            return _of_recipient(failed.recipients[0])
        case aiosmtplib.SMTPRecipientRefused():
            return _of_recipient(failed)
        case aiosmtplib.SMTPSenderRefused():
            why = f"The mail server {where} does not let {account.address} send."
            return CannotDeliver(f"{why} {_said(failed)}", is_final=False)
        case aiosmtplib.SMTPNotSupported():
            why = f"The mail server {where} can't send to an address with letters beyond a to z before the @."
            return CannotDeliver(why, is_final=True)
        case aiosmtplib.SMTPResponseException() if failed.code >= 500:
            return CannotDeliver(f"The mail server {where} refused the e-mail. {_said(failed)}", is_final=True)
        case aiosmtplib.SMTPResponseException():
            return CannotDeliver(f"The mail server {where} asks to try later. {_said(failed)}", is_final=False)
        case _:
            return CannotDeliver(_unreachable(failed, where), is_final=False)


def _of_recipient(refused: aiosmtplib.SMTPRecipientRefused) -> CannotDeliver:
    is_final = refused.code >= 500
    why = "There is no such mailbox, or it takes no mail." if is_final else "The mailbox takes no mail at the moment."
    return CannotDeliver(f"{why} {_said(refused)}", is_final=is_final)


def _unreachable(failed: Exception, where: str) -> str:
    if isinstance(failed, ssl.SSLError) or isinstance(failed.__cause__, ssl.SSLError):
        return (
            f"The mail server {where} could not prove that it is the right one, or speaks no TLS on this port. "
            f"Check `smtp` in the mail file, and `ca_file` where the server has a certificate of your own."
        )
    if isinstance(failed, (TimeoutError, aiosmtplib.SMTPTimeoutError)):
        return f"The mail server {where} does not answer in time."
    if type(failed) is aiosmtplib.SMTPException:
        # The library has no class of its own for a server that lacks STARTTLS or a way to sign in.
        need = "STARTTLS" if "STARTTLS ext" in str(failed) else "signing in"
        return f"The mail server {where} does not offer {need}. Check `smtp` in the mail file."
    return (
        f"There is no connection to the mail server {where}. Check `smtp` in the mail file, or wait until it is back."
    )


def _said(response: aiosmtplib.SMTPResponseException) -> str:
    words = " ".join(str(response.message).split())[:MOST_OF_A_REPLY]
    return f"It said: {response.code} {words}".rstrip()


def _on_the_wire(address: str) -> str:
    local, _, domain = address.rpartition("@")
    return f"{local}@{domain if domain.isascii() else domain.encode('idna').decode()}"
