"""A company's server vouches for who is writing in the widget, with a key that its pages never see.

Two forms of proof, as the field knows them: a JWT (RFC 7519, HS256) that carries the whole profile, or the bare
HMAC-SHA256 of the `external_id` in hex, which vouches for that alone.
"""

import base64
import binascii
import hmac
import json
from dataclasses import replace
from datetime import datetime
from typing import Any, cast

from baton.core.actors import Caller, Role
from baton.core.errors import Unauthorized
from baton.core.ids import TenantId
from baton.services.access import require
from baton.services.conversations.conversations import Claims
from baton.services.desk import Desk
from baton.services.followups.agreeing import known_zone

LEEWAY_S = 60
"""How far two clocks may differ, in seconds."""


async def renew_key(desk: Desk, caller: Caller) -> str:
    """A new identity key; proofs made with the old one count no more. It is shown this once."""
    require(caller, Role.ADMIN)
    version = await desk.store.tenants.raise_identity_version(caller.tenant_id)
    return identity_key(desk.store.secret, caller.tenant_id, version)


async def vouched(desk: Desk, caller: Caller, claims: Claims) -> Claims:
    """The claims that the proof covers, and no other, marked as vouched for. Raises Unauthorized."""
    tenant = await desk.store.tenants.find(id=caller.tenant_id)
    if tenant is None or tenant.identity_version == 0:
        raise _not_proved("no identity key has been made yet")
    key = identity_key(desk.store.secret, tenant.id, tenant.identity_version).encode()
    if "." in claims.proof:
        return _by_token(key, claims, desk.clock())
    wanted = hmac.new(key, (claims.external_id or "").encode(), "sha256").hexdigest()
    if not claims.external_id or not hmac.compare_digest(wanted.encode(), claims.proof.lower().encode()):
        raise _not_proved("it is not the HMAC-SHA256 of this external_id in hex, made with the present key")
    # What the page says besides is nobody's word: a profile that is vouched for must not be rewritten by it.
    return Claims(
        external_id=claims.external_id, language=claims.language, attributes=_of_the_browser(claims), is_vouched=True
    )


def identity_key(secret: bytes, tenant_id: TenantId, version: int) -> str:
    """The key of a tenant, 64 hex digits. Derived, so that it is kept nowhere."""
    return hmac.new(secret, f"identity.{tenant_id}.{version}".encode(), "sha256").hexdigest()


def _by_token(key: bytes, claims: Claims, now: datetime) -> Claims:
    signed, _, signature = claims.proof.rpartition(".")
    head, _, body = signed.partition(".")
    wanted = base64.urlsafe_b64encode(hmac.digest(key, signed.encode(), "sha256")).rstrip(b"=")
    # The algorithm is ours to say, never the token's; and what a token calls critical, nobody here understands.
    if not hmac.compare_digest(wanted, signature.encode()) or not _is_ours(_read(head)):
        raise _not_proved("it is not a JWT that was signed by HS256 with the present key")
    said = _read(body)
    _check_times(said, now.timestamp())
    who = said.get("sub")
    if not isinstance(who, str) or not 0 < len(who) <= _MOST:
        raise _not_proved(f"it does not say who, in `sub`, with up to {_MOST} characters")
    name, email = _text(said, "name"), _text(said, "email")
    return replace(
        claims, external_id=who, name=name, email=email, attributes=_of_the_browser(claims), tags=(), is_vouched=True
    )


def _of_the_browser(claims: Claims) -> dict[str, Any]:
    """What a browser knows best, and a company's server need not prove: in which time zone it stands."""
    zone = known_zone((claims.attributes or {}).get("timezone"))
    return {"timezone": zone} if zone else {}


def _is_ours(head: dict[str, Any]) -> bool:
    """Signed as we sign, and free of extensions that must be understood (RFC 7515, 4.1.11)."""
    return head.get("alg") == "HS256" and "crit" not in head


def _check_times(said: dict[str, Any], now: float) -> None:
    expires, begins = said.get("exp"), said.get("nbf", now)
    if not isinstance(expires, int | float) or not now <= expires + LEEWAY_S:
        raise _not_proved("it has expired, or does not say when (`exp`)")
    if not isinstance(begins, int | float) or not now >= begins - LEEWAY_S:
        raise _not_proved("it does not count yet (`nbf`)")


_MOST = 200


def _text(said: dict[str, Any], name: str) -> str | None:
    value = said.get(name)
    return value[:_MOST] if isinstance(value, str) and value else None


def _read(part: str) -> dict[str, Any]:
    try:
        value = json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))
    except (binascii.Error, ValueError) as unreadable:
        raise _not_proved("it cannot be read") from unreadable
    return cast("dict[str, Any]", value) if isinstance(value, dict) else {}


def _not_proved(why: str) -> Unauthorized:
    return Unauthorized(f"The proof of who is writing was not accepted: {why}.", code="identity_not_proved")
