"""How a receiver knows that it was the desk: a signature over id, time and body, as Standard Webhooks has it.

A secret is derived from that of the install and from the number of its renewals, so that it is kept nowhere: it can be
shown in the moment in which it is made, and signed with on every node.
"""

import base64
import hmac
from datetime import datetime

from baton.core.ids import TenantId
from baton.core.webhooks import Webhook

PREFIX = "whsec_"
"""What a secret begins with; the bytes that sign are the rest, in base64."""


def secret_of(install: bytes, tenant_id: TenantId, id: str, version: int) -> str:
    """A webhook's secret of this version."""
    key = hmac.digest(install, f"webhook.{tenant_id}.{id}.{version}".encode(), "sha256")
    return PREFIX + base64.b64encode(key).decode()


def signed_headers(
    install: bytes, tenant_id: TenantId, webhook: Webhook, *, id: str, body: bytes, now: datetime
) -> tuple[tuple[str, str], ...]:
    """The three headers of a request. For a day after a renewal they carry two signatures, the new one first."""
    at = str(int(now.timestamp()))
    newest = webhook.secret_version
    versions = (newest, newest - 1) if webhook.old_secret_until(now) else (newest,)
    secrets = [secret_of(install, tenant_id, webhook.id, version) for version in versions]
    signatures = " ".join(signature(one, id=id, at=at, body=body) for one in secrets)
    return (("webhook-id", id), ("webhook-timestamp", at), ("webhook-signature", signatures))


def signature(secret: str, *, id: str, at: str, body: bytes) -> str:
    """`v1,` and the HMAC-SHA256 of `id.at.body` in base64. `at` are seconds since 1970, as the header has them."""
    key = base64.b64decode(secret.removeprefix(PREFIX))
    return "v1," + base64.b64encode(hmac.digest(key, f"{id}.{at}.".encode() + body, "sha256")).decode()
