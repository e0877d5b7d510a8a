"""Signing in by a link that one asks for: an address is typed, and a letter with a link goes to whoever it belongs to.

Whoever asks learns nothing: the answer is given before anybody looks whose address it is, and so is the count of how
often it was asked. The link is in the letter alone; what is kept of it is a hash.
"""

import asyncio
import hmac
import logging
from datetime import timedelta

from baton.core.copy import catalogue, mail
from baton.core.errors import Conflict, DeskError
from baton.core.ids import OperatorId, TenantId
from baton.core.mail.deliveries import Delivery, DeliveryKind
from baton.services.desk import Desk
from baton.services.mail.outbox import can_mail, letter
from baton.services.ports.mail import CannotDeliver
from baton.services.team.people import address, issue_link
from baton.services.waiting.team_as_routed import reads

log = logging.getLogger("baton.sign_ins")

WITHIN = timedelta(hours=1)

OF_ADDRESS = 5
"""Letters that one address is sent within the hour, so that nobody's mailbox is filled by others."""

OF_SOURCE = 100
"""Requests that one source makes within the hour. An office, or a proxy that names nobody behind it, is one source."""

AGAIN_SECONDS = 5.0
"""After which a letter that the mail server did not take is handed over once more. The link does not live long."""

LANDINGS = ("/inbox", "/console")


def by_email(desk: Desk) -> bool:
    """Whether any company here can send letters, and so links."""
    carrier = desk.carriers.get("email")
    return carrier is not None and bool(carrier.tenants())


async def ask(desk: Desk, email: str, *, source: str, landing: str) -> None:
    """Have a link sent to an address, if it belongs to somebody. Nothing tells whether it does.

    Raises Invalid `invalid_email`, Conflict `no_mail` and `too_many_links`.
    """
    to = address(email)
    if not by_email(desk):
        raise Conflict("No mailbox is set up here to send a link from. Ask an admin of your desk.", code="no_mail")
    now = desk.clock()
    counted = await desk.store.sign_ins.ask(
        _digest(desk, to.casefold()),
        _digest(desk, source),
        at=now,
        since=now - WITHIN,
        of_address=OF_ADDRESS,
        of_source=OF_SOURCE,
    )
    if not counted:
        raise Conflict(
            "A link was asked for too often within the hour. Look among the unwanted mail, or try again later.",
            code="too_many_links",
        )
    # Beside the answer, which is so the same, and as soon, whoever it is.
    desk.soon(_write(desk, to, landing if landing in LANDINGS else LANDINGS[0]))


async def _write(desk: Desk, to: str, landing: str) -> None:
    for tenant_id, operator_id in await desk.store.sign_ins.operators_at(to):
        if not can_mail(desk, tenant_id):
            continue
        try:
            await _send(desk, tenant_id, await _letter(desk, tenant_id, operator_id, to, landing))
        except (DeskError, CannotDeliver) as refused:
            log.warning("a sign-in link for operator %s could not be sent: %s", operator_id, refused)


async def _letter(desk: Desk, tenant_id: TenantId, operator_id: OperatorId, to: str, landing: str) -> Delivery:
    operator = await desk.store.people.operator(tenant_id, operator_id)
    tenant = await desk.store.tenants.find(id=tenant_id)
    if operator is None or tenant is None:
        raise Conflict("They have left meanwhile.", code="has_left")
    issued = await issue_link(desk, tenant_id, role=operator.role, operator_id=operator_id)
    company = str(tenant.settings.get("company") or tenant.name)
    # Behind #, which is never sent: what opens links to look at them, as mail filters do, must not use it up.
    url = f"{desk.public_url}{landing}#sign-in/{issued.secret}"
    words = catalogue(reads(operator, await desk.policies.of(tenant_id)))
    says = words.of_team("sign_in_says", company=company, n=round(desk.limits.link_seconds / 60))
    text = "\n\n".join((mail.hello(words, operator.name), says, url, words.of_team("sign_in_unasked") + "\n"))
    subject = words.of_team("sign_in_subject", company=company)
    return letter(desk, DeliveryKind.SIGN_IN, to, subject=subject, text=text, language=words.code)


async def _send(desk: Desk, tenant_id: TenantId, told: Delivery) -> None:
    """Hand it over at once, past the outbox, which would keep the link in clear. Raises CannotDeliver."""
    carrier = desk.carriers["email"]
    try:
        await carrier.send(tenant_id, told, ())
    except CannotDeliver as failed:
        if failed.is_final:
            raise
        await asyncio.sleep(AGAIN_SECONDS)
        await carrier.send(tenant_id, told, ())


def _digest(desk: Desk, said: str) -> bytes:
    return hmac.digest(desk.store.secret, f"sign-in.{said}".encode(), "sha256")
