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
