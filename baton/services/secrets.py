"""Secrets: made once, shown once, kept as hashes. A customer's token is signed instead, and kept nowhere."""

import base64
import hashlib
import hmac
from datetime import datetime

from baton.core.ids import ConversationId, CustomerId, TenantId

CUSTOMER_PREFIX = "bct_"
"""What a customer's token begins with."""

RETURN_PREFIX = "btr_"
"""What the secret of a return link begins with. It is signed as well, so that no token passes for a link."""


def hashed(secret: str) -> bytes:
    """The hash a secret is kept by. Secrets are long and random, so a plain digest is enough."""
    return hashlib.sha256(secret.encode()).digest()


def customer_token(key: bytes, tenant_id: TenantId, conversation_id: ConversationId, customer_id: CustomerId) -> str:
    """A token that opens one conversation for its customer. Signed with the install's key."""
    said = f"{tenant_id}.{conversation_id}.{customer_id}"
    return f"{CUSTOMER_PREFIX}{said}.{_signature(key, said)}"


def read_customer_token(key: bytes, token: str) -> tuple[TenantId, ConversationId, CustomerId] | None:
    """Whom a customer's token is for, or None where the signature is not this install's."""
    said, _, signature = token.removeprefix(CUSTOMER_PREFIX).rpartition(".")
    parts = said.split(".")
    if len(parts) != 3 or not _is_same(signature, _signature(key, said)):
        return None
    return TenantId(parts[0]), ConversationId(parts[1]), CustomerId(parts[2])


def return_secret(
    key: bytes, tenant_id: TenantId, conversation_id: ConversationId, customer_id: CustomerId, *, expires: datetime
) -> str:
    """What a return link carries: whom it is for and until when, signed. It is no customer's token."""
    said = f"{tenant_id}.{conversation_id}.{customer_id}.{int(expires.timestamp())}"
    return f"{RETURN_PREFIX}{said}.{_signature(key, RETURN_PREFIX + said)}"


def read_return_secret(key: bytes, secret: str, *, now: datetime) -> tuple[TenantId, ConversationId, CustomerId] | None:
    """Whom a return link is for; None where it is over, or the signature is not this install's."""
    said, _, signature = secret.removeprefix(RETURN_PREFIX).rpartition(".")
    parts = said.split(".")
    if len(parts) != 4 or not _is_same(signature, _signature(key, RETURN_PREFIX + said)):
        return None
    if int(parts[3]) <= now.timestamp():
        return None
    return TenantId(parts[0]), ConversationId(parts[1]), CustomerId(parts[2])


def _is_same(one: str, other: str) -> bool:
    # As bytes, because the comparison takes no letters beyond ASCII, and a request may send any.
    return hmac.compare_digest(one.encode(), other.encode())


def _signature(key: bytes, said: str) -> str:
    digest = hmac.digest(key, said.encode(), "sha256")
    return base64.urlsafe_b64encode(digest[:24]).decode()


def mail_token(key: bytes, tenant_id: TenantId, id: str) -> str:
    """A token for addresses and Message-IDs: lower-case letters and digits, for mail servers may change the case.

    It names a conversation (or a letter that belongs to none) of one tenant, and is signed with 64 bits, which fit
    beside the support address into the 64 characters of RFC 5321's local part.
    """
    kind, _, body = id.partition("_")
    return f"{kind[0]}{body}{_mail_signature(key, tenant_id, id)}"


def read_mail_token(key: bytes, tenant_id: TenantId, token: str) -> str | None:
    """The id that a mail token names, or None where it was not made here for this tenant."""
    token = token.lower()
    kind = _MAIL_KINDS.get(token[:1])
    body, signature = token[1:-_MAIL_SIGNATURE], token[-_MAIL_SIGNATURE:]
    id = f"{kind}_{body}"
    return id if kind and _is_same(signature, _mail_signature(key, tenant_id, id)) else None


_MAIL_KINDS = {"c": "cnv", "d": "dlv"}
_MAIL_SIGNATURE = 13
"""Base32 letters of the signature in a mail token: 64 bits."""


def _mail_signature(key: bytes, tenant_id: TenantId, id: str) -> str:
    digest = hmac.digest(key, f"mail.{tenant_id}.{id}".encode(), "sha256")
    return base64.b32encode(digest[:8]).decode().lower().rstrip("=")
