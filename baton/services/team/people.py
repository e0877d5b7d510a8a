"""Tenants, operators, keys, and signing in by link. What is changed about somebody later has a file of its own."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from baton.core.actors import SYSTEM, Caller, Role
from baton.core.errors import Conflict, Invalid, NotFound, Unauthorized
from baton.core.events import Event, EventKind
from baton.core.ids import OperatorId, TenantId
from baton.services.access import require
from baton.services.desk import Desk
from baton.services.records import Credential, Operator, Tenant
from baton.services.secrets import hashed
from baton.services.team.identity import access_ended

PERSON_ROLES = (Role.OPERATOR, Role.ADMIN)
KEY_ROLES = (Role.ADMIN, Role.OPERATOR, Role.BOT, Role.READONLY)
LISTED_LEVEL = 3
"""The level, of 5, of a skill that is listed without one: its operator can do it alone."""

_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+|[^@\s]+@localhost")


@dataclass(frozen=True, slots=True)
class Issued:
    """A credential at the one moment when its secret is known."""

    credential: Credential
    secret: str


async def add_tenant(desk: Desk, name: str, *, settings: dict[str, Any] | None = None) -> tuple[Tenant, Issued]:
    """Add a company, with its first admin key and its widget token."""
    if not name.strip():
        raise Invalid("A tenant needs a name.")
    now = desk.clock()
    tenant = Tenant(TenantId(desk.ids.new("tenant")), name.strip(), desk.ids.secret("wgt_"), (), settings or {}, now)
    await desk.store.tenants.add(tenant)
    await desk.store.events.record(tenant.id, Event(EventKind.TENANT_CREATED, SYSTEM, now, {"name": tenant.name}))
    return tenant, await _issue(desk, tenant.id, kind="key", role=Role.ADMIN, label="first admin key")


async def add_operator(
    desk: Desk,
    caller: Caller,
    *,
    name: str,
    email: str,
    skills: Mapping[str, int] | None = None,
    languages: Sequence[str] = (),
    region: str | None = None,
    capacity: int = 4,
    role: Role = Role.OPERATOR,
) -> tuple[Operator, Issued]:
    """Add a person who answers, with a key that is shown this once. An admin's browser may do all; the key may not."""
    require(caller, Role.ADMIN)
    operator = Operator(
        id=OperatorId(desk.ids.new("operator")),
        name=named(name),
        email=address(email),
        role=person_role(role),
        skills=dict(skills or {}),
        languages=tuple(languages),
        region=(region or "").strip() or None,
        capacity=capacity,
    )
    await _add(desk, caller, operator)
    issued = await _issue(
        desk, caller.tenant_id, kind="key", role=Role.OPERATOR, label=operator.name, operator_id=operator.id
    )
    return operator, issued


def named(name: str) -> str:
    """The name as it is kept. Raises Invalid where there is none."""
    if not name.strip():
        raise Invalid("An operator needs a name; customers will see it.")
    return name.strip()


def address(email: str) -> str:
    """The address as it is kept. Raises Invalid `invalid_email`."""
    email = email.strip()
    if not _ADDRESS.fullmatch(email) or len(email) > 320:
        raise Invalid(f"{email!r} is not an e-mail address.", code="invalid_email")
    return email


def person_role(role: Role) -> Role:
    """The role, if it is one that a person has."""
    if role not in PERSON_ROLES:
        raise Invalid("A person is an operator or an admin.")
    return role


async def _add(desk: Desk, caller: Caller, operator: Operator) -> OperatorId:
    now = desk.clock()
    for one in await desk.store.people.former(caller.tenant_id):
        if one.email and operator.email and one.email.casefold() == operator.email.casefold():
            detail = f"{one.name} had this address and has left. Take them back instead: all that they said is theirs."
            raise Conflict(detail, code="was_here", operator_id=one.id, name=one.name)
    await desk.store.people.add_operator(caller.tenant_id, operator, now)
    data = {"operator_id": operator.id, "name": operator.name}
    await desk.store.events.record(caller.tenant_id, Event(EventKind.OPERATOR_ADDED, caller.actor, now, data))
    return operator.id


async def list_operators(desk: Desk, caller: Caller) -> tuple[Operator, ...]:
    """Every operator of the tenant's team."""
    require(caller, Role.ADMIN, Role.OPERATOR, Role.READONLY)
    return await desk.store.people.operators(caller.tenant_id)


async def of_the_team(desk: Desk, caller: Caller, id: str) -> Operator:
    """One operator who is of the team. Raises NotFound, and Conflict `has_left`."""
    found = await desk.store.people.operator(caller.tenant_id, OperatorId(id))
    if found is None:
        raise NotFound(f"There is no operator {id}.")
    if found.left_at is not None:
        raise Conflict(f"{found.name} has left the team. Take them back first.", code="has_left")
    return found


async def add_key(
    desk: Desk, caller: Caller, role: Role, *, label: str = "", operator_id: OperatorId | None = None
) -> Issued:
    """Make an API key. An operator's key acts as one operator, because the trail names a person: the one named by
    `operator_id`, else a new one by the name of the label.
    """
    require(caller, Role.ADMIN)
    if role not in KEY_ROLES:
        raise Invalid(f"A key's role is one of {', '.join(r.value for r in KEY_ROLES)}.")
    if role is not Role.OPERATOR and operator_id is not None:
        raise Invalid("Only a key of the role operator names an `operator_id`.")
    if role is Role.OPERATOR and operator_id is None:
        operator_id = await _add(desk, caller, Operator(OperatorId(desk.ids.new("operator")), label or "Operator"))
    if operator_id is not None:
        await of_the_team(desk, caller, operator_id)
    issued = await _issue(desk, caller.tenant_id, kind="key", role=role, label=label, operator_id=operator_id)
    data = {"credential_id": issued.credential.id, "role": role.value, "label": label}
    event = Event(EventKind.KEY_CREATED, caller.actor, desk.clock(), data)
    await desk.store.events.record(caller.tenant_id, event)
    return issued


async def list_keys(desk: Desk, caller: Caller) -> tuple[Credential, ...]:
    """The tenant's keys, without their secrets."""
    require(caller, Role.ADMIN)
    return await desk.store.tenants.keys(caller.tenant_id)


async def revoke_key(desk: Desk, caller: Caller, id: str) -> None:
    """End a key at once."""
    require(caller, Role.ADMIN)
    now = desk.clock()
    if not await desk.store.tenants.revoke(caller.tenant_id, id, now):
        raise NotFound("There is no such key, or it is revoked already.")
    await desk.store.events.record(
        caller.tenant_id, Event(EventKind.KEY_REVOKED, caller.actor, now, {"credential_id": id})
    )


async def make_link(desk: Desk, caller: Caller, operator_id: OperatorId) -> Issued:
    """A link that signs an operator in once, in any browser, within a quarter of an hour."""
    require(caller, Role.ADMIN)
    operator = await of_the_team(desk, caller, operator_id)
    return await issue_link(desk, caller.tenant_id, role=operator.role, operator_id=operator_id)


async def issue_link(
    desk: Desk, tenant_id: TenantId, *, role: Role, operator_id: OperatorId | None, seconds: float | None = None
) -> Issued:
    """A sign-in link for the desk's own use, such as the ones that `baton up` prints."""
    lives = seconds or desk.limits.link_seconds
    return await _issue(
        desk,
        tenant_id,
        kind="link",
        role=role,
        label="Admin" if operator_id is None else "Browser",
        operator_id=operator_id,
        seconds=lives,
    )


async def sign_in(desk: Desk, secret: str) -> Issued:
    """Spend a sign-in link and get a session for it. Raises Unauthorized where the link is spent or too old."""
    spent = await desk.store.tenants.spend(hashed(secret), desk.clock())
    if spent is None:
        raise Unauthorized("This sign-in link has been used or is too old. Ask for a new one.", code="link_spent")
    return await _issue(
        desk,
        spent.tenant_id,
        kind="session",
        role=spent.role,
        label=spent.label,
        operator_id=spent.operator_id,
        seconds=desk.limits.session_seconds,
    )


async def _issue(
    desk: Desk,
    tenant_id: TenantId,
    *,
    kind: str,
    role: Role,
    label: str,
    operator_id: OperatorId | None = None,
    seconds: float | None = None,
) -> Issued:
    now = desk.clock()
    credential = Credential(
        id=desk.ids.new("credential"),
        tenant_id=tenant_id,
        kind=kind,
        role=role,
        operator_id=operator_id,
        operator_name=None,
        label=label[:200],
        created_at=now,
        expires_at=now + timedelta(seconds=seconds) if seconds else None,
        revoked_at=None,
    )
    secret = desk.ids.secret(_PREFIX[kind])
    if not await desk.store.tenants.add_credential(credential, hashed(secret)):
        raise access_ended()
    return Issued(credential, secret)


_PREFIX = {"key": "btn_", "session": "bts_", "link": "btl_"}
